using System.Numerics;
using Counterclaim.Language.Models;

namespace Counterclaim.Training.Language;

/// <summary>Weights in the form of <see cref="SparseWeights"/>.</summary>
/// <param name="Largest">The weight that became <see cref="SparseWeights.One"/>.</param>
internal sealed record PackedWeights(uint[] Offsets, byte[] Records, int Classes, int Features, float Largest)
{
    public int Bytes => Offsets.Length * 4 + Records.Length;

    /// <summary>Bytes of a feature of that many classes, with its share of the index.</summary>
    public static int BytesOf(int classes) => 4 + 2 * classes;

    public static PackedWeights From(List<(uint Key, (byte Class, float Weight)[] Weights)> rows, int classes)
    {
        var largest = rows.Count == 0 ? 1 : rows.Max(row => row.Weights.Max(w => Math.Abs(w.Weight)));
        var bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(2, rows.Count / 4)));
        var shift = 32 - bits;
        rows.Sort((a, b) => a.Key.CompareTo(b.Key));
        var offsets = new uint[(1 << bits) + 1];
        var records = new List<byte>(rows.Count * 10);
        var row = 0;
        for (var bucket = 0; bucket < 1 << bits; bucket++)
        {
            offsets[bucket] = (uint)records.Count;
            for (; row < rows.Count && rows[row].Key >> shift == bucket; row++) Append(records, rows[row].Key, rows[row].Weights, largest);
        }
        offsets[1 << bits] = (uint)records.Count;
        return new PackedWeights(offsets, [.. records], classes, rows.Count, largest);
    }

    private static void Append(List<byte> records, uint key, (byte Class, float Weight)[] weights, float largest)
    {
        var kept = weights.Select(w => (w.Class, Code: SparseWeights.Encode(w.Weight / largest))).Where(w => w.Code != 0).ToArray();
        if (kept.Length == 0) return;
        records.Add((byte)key);
        records.Add((byte)(key >> 8));
        records.Add((byte)kept.Length);
        foreach (var (target, code) in kept)
        {
            records.Add(target);
            records.Add((byte)code);
        }
    }

    public SparseWeights Runtime() => new(Values<uint>.Pinned(Offsets), Values<byte>.Pinned(Records), Classes);

    public void WriteTo(ModelWriter writer, string name)
    {
        writer.Add<uint>(name + ".index", Offsets);
        writer.Add<byte>(name + ".weights", Records);
    }
}
