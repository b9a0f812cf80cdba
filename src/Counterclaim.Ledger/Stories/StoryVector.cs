using System.Buffers.Binary;

namespace Counterclaim.Ledger.Stories;

/// <summary>Terms with weights, in order of their hashes; as long as 1, or as a sum of such.</summary>
internal sealed class StoryVector
{
    private const int BytesOfTerm = 8;
    private readonly long[] _terms;
    private readonly float[] _weights;

    private StoryVector(long[] terms, float[] weights)
    {
        (_terms, _weights) = (terms, weights);
        Length = Math.Sqrt(weights.Sum(w => (double)w * w));
    }

    public double Length { get; }

    public IReadOnlyList<long> Terms => _terms;

    /// <summary>Of length 1, of the weightiest terms.</summary>
    public static StoryVector Of(IEnumerable<(long Term, double Weight)> weighed, int most)
    {
        var kept = weighed.Where(t => t.Weight > 0).OrderByDescending(t => t.Weight).ThenBy(t => t.Term).Take(most).OrderBy(t => t.Term).ToArray();
        var length = Math.Sqrt(kept.Sum(t => t.Weight * t.Weight));
        return new StoryVector([.. kept.Select(t => t.Term)], [.. kept.Select(t => (float)(t.Weight / length))]);
    }

    /// <summary>The sum of two, cut to its weightiest terms.</summary>
    public StoryVector Plus(StoryVector other, int most)
    {
        var sum = new Dictionary<long, float>(_terms.Length + other._terms.Length);
        for (var i = 0; i < _terms.Length; i++) sum[_terms[i]] = _weights[i];
        for (var i = 0; i < other._terms.Length; i++) sum[other._terms[i]] = sum.GetValueOrDefault(other._terms[i]) + other._weights[i];
        var kept = sum.OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(most).OrderBy(t => t.Key).ToArray();
        return new StoryVector([.. kept.Select(t => t.Key)], [.. kept.Select(t => t.Value)]);
    }

    /// <summary>The cosine of the angle between two: 1 where they go the same way, 0 where they share nothing.</summary>
    /// <param name="shared">Takes each term that both have, and what it adds to the cosine.</param>
    public double Cosine(StoryVector other, Action<long, double>? shared = null)
    {
        var scale = Length * other.Length;
        if (scale <= 0) return 0;
        var product = 0.0;
        for (int i = 0, j = 0; i < _terms.Length && j < other._terms.Length;)
        {
            if (_terms[i] < other._terms[j]) i++;
            else if (_terms[i] > other._terms[j]) j++;
            else
            {
                var part = (double)_weights[i++] * other._weights[j++] / scale;
                product += part;
                shared?.Invoke(_terms[i - 1], part);
            }
        }
        return product;
    }

    /// <summary>Six bytes a term, two its weight.</summary>
    public byte[] Write()
    {
        var bytes = new byte[_terms.Length * BytesOfTerm];
        for (var i = 0; i < _terms.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * BytesOfTerm), (_terms[i] << 16) | BitConverter.HalfToUInt16Bits((Half)_weights[i]));
        return bytes;
    }

    public static StoryVector Read(byte[] bytes)
    {
        var count = bytes.Length / BytesOfTerm;
        long[] terms = new long[count];
        float[] weights = new float[count];
        for (var i = 0; i < count; i++)
        {
            var both = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(i * BytesOfTerm));
            terms[i] = (long)((ulong)both >> 16);
            weights[i] = (float)BitConverter.UInt16BitsToHalf((ushort)both);
        }
        return new StoryVector(terms, weights);
    }
}
