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

    /// <summary>Adds the weights of every feature to the scores of the classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores[..Classes].Clear();
        var offsets = _offsets.Start;
        var records = _records.Start;
        var shift = _shift;
        if (Sse.IsSupported)
        {
            foreach (var feature in features) Sse.Prefetch0(offsets + (feature >> shift));
            foreach (var feature in features) Sse.Prefetch0(records + offsets[feature >> shift]);
        }
        fixed (int* sums = scores)
        {
            foreach (var feature in features)
            {
                var bucket = feature >> shift;
                var at = records + offsets[bucket];
                var end = records + offsets[bucket + 1];
                var fingerprint = (ushort)feature;
                while (at < end)
                {
                    var count = at[2];
                    if (*(ushort*)at == fingerprint)
                    {
                        at += 3;
                        for (var i = 0; i < count; i++, at += 2) sums[at[0]] += Decode((sbyte)at[1]);
                        break;
                    }
                    at += 3 + 2 * count;
                }
            }
        }
    }
}
