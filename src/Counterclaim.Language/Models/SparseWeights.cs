using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Counterclaim.Language.Models;

/// <summary>The weights of a linear classifier over hashed features: for every feature the few classes it speaks for or against.</summary>
/// <remarks>
/// A feature's 32-bit hash chooses a bucket by its high bits and is told apart in it by its low 16. A bucket is a run of records
/// (fingerprint 2 bytes, count 1 byte, count × (class 1 byte, code signed 1 byte)). A code stands for its square with its sign, so
/// that small weights are told apart as well as large ones. Scores are sums of weights.
/// </remarks>
internal readonly unsafe struct SparseWeights
{
    private readonly Values<uint> _offsets;
    private readonly Values<byte> _records;
    private readonly int _shift;

    public SparseWeights(Values<uint> offsets, Values<byte> records, int classes)
    {
        _offsets = offsets;
        _records = records;
        _shift = 32 - int.Log2(offsets.Length - 1);
        Classes = classes;
        if ((offsets.Length - 1 & offsets.Length - 2) != 0 || offsets[offsets.Length - 1] != records.Length)
            throw new InvalidDataException("The weights of the language model are damaged.");
    }

    public int Classes { get; }

    public static SparseWeights From(ModelFile file, string name, int classes) =>
        new(file.Section<uint>(name + ".index"), file.Section<byte>(name + ".weights"), classes);

    /// <summary>The weight a code stands for.</summary>
    public static int Decode(sbyte code) => code * Math.Abs((int)code);

    /// <summary>The code nearest to a weight, the largest weight of all being 1.</summary>
    public static sbyte Encode(float weight) => (sbyte)(MathF.Sign(weight) * MathF.Round(127 * MathF.Sqrt(Math.Min(1, Math.Abs(weight)))));

    /// <summary>The weight of 1 in the units of scores.</summary>
    public const int One = 127 * 127;

    /// <summary>Sets the scores of the classes to the sums of the weights of the features.</summary>
    /// <remarks>
    /// In three rounds, each over all features, so that memory is waited for once and not once a feature: fetch the buckets, find the
    /// records, add them up.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        if (scores.Length < Classes || features.Length > MostFeatures) throw new ArgumentException("More classes or features than there is room for.");
        scores[..Classes].Clear();
        var found = stackalloc byte*[MostFeatures];
        var records = _records.Start;
        var offsets = _offsets.Start;
        var shift = _shift;
        fixed (uint* keys = features)
        fixed (int* sums = scores)
        {
            for (var i = 0; i < features.Length; i++) Prefetch(offsets + (keys[i] >> shift));
            for (var i = 0; i < features.Length; i++) Prefetch(found[i] = records + offsets[keys[i] >> shift]);
            var count = 0;
            for (var i = 0; i < features.Length; i++)
            {
                var record = found[i];
                var end = records + offsets[(keys[i] >> shift) + 1];
                while (record < end && *(ushort*)record != (ushort)keys[i]) record += HeaderLength + 2 * record[2];
                if (record < end) found[count++] = record;
            }
            for (var i = 0; i < count; i++) Add(found[i] + HeaderLength, found[i][2], sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(void* address)
    {
        if (Sse.IsSupported) Sse.Prefetch0(address);
    }

    /// <summary>Adds the classes and codes of one record, four at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(byte* pairs, int count, int* sums)
    {
        var weights = Decoded.Start;
        for (; count >= 4; count -= 4, pairs += 8)
        {
            var four = *(ulong*)pairs;
            sums[(byte)four] += weights[(byte)(four >> 8)];
            sums[(byte)(four >> 16)] += weights[(byte)(four >> 24)];
            sums[(byte)(four >> 32)] += weights[(byte)(four >> 40)];
            sums[(byte)(four >> 48)] += weights[four >> 56];
        }
        for (; count > 0; count--, pairs += 2) sums[pairs[0]] += weights[pairs[1]];
    }

    private const int HeaderLength = 3;
    private const int MostFeatures = 160;

    /// <summary>The weight of every code, by its unsigned byte.</summary>
    private static readonly Values<int> Decoded = Values<int>.Pinned([.. Enumerable.Range(0, 256).Select(code => Decode((sbyte)code))]);
}
