using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements.Learning;

/// <summary>Everything learned for statements: cues, arguments of a cue, how far to trust a statement, and word clusters.</summary>
/// <param name="Cues">Labels of <see cref="CueLabel"/>.</param>
/// <param name="Arguments">Labels of <see cref="ArgumentLabel"/>.</param>
/// <param name="Judge">Probability that a statement is one.</param>
internal sealed record StatementModel(ChainModel Cues, ChainModel Arguments, LinearModel Judge, WordClusters Clusters)
{
    private const uint Magic = 0x54534343; // "CCST"
    private const int Version = 1;

    /// <summary>Reads the file that <see cref="Write"/> makes.</summary>
    /// <exception cref="InvalidDataException">The file is not one, or of another version.</exception>
    public static StatementModel Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var at = 0;
        uint Next()
        {
            if (at + 4 > bytes.Length) throw new InvalidDataException($"{path} ends early.");
            at += 4;
            return BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at - 4));
        }
        T[] Array<T>() where T : unmanaged
        {
            var length = (long)Next();
            if (at + length > bytes.Length) throw new InvalidDataException($"{path} ends early.");
            var values = MemoryMarshal.Cast<byte, T>(bytes.AsSpan(at, (int)length)).ToArray();
            at += (int)length;
            return values;
        }
        ChainModel Chain(int labels)
        {
            var scale = BitConverter.UInt32BitsToSingle(Next());
            return new ChainModel(labels, Array<sbyte>(), Array<sbyte>(), scale);
        }
        if (Next() != Magic || Next() != Version) throw new InvalidDataException($"{path} holds no statement model of version {Version}.");
        return new StatementModel(
            Chain(CueLabel.Count), Chain(ArgumentLabel.Count), new LinearModel(Array<float>()),
            new WordClusters(Array<uint>(), Array<ushort>()));
    }

    /// <summary>Writes the arrays of a model, little-endian, each with its length in bytes before it.</summary>
    public static void Write(string path, ChainWeights cues, ChainWeights arguments, float[] judge, (uint[] Keys, ushort[] Leaves) clusters)
    {
        using var file = new BinaryWriter(File.Create(path));
        void Array<T>(T[] values) where T : unmanaged
        {
            var bytes = MemoryMarshal.AsBytes<T>(values);
            file.Write((uint)bytes.Length);
            file.Write(bytes);
        }
        file.Write(Magic);
        file.Write((uint)Version);
        foreach (var chain in (ReadOnlySpan<ChainWeights>)[cues, arguments])
        {
            file.Write(BitConverter.SingleToUInt32Bits(chain.Scale));
            Array(chain.Single);
            Array(chain.Pair);
        }
        Array(judge);
        Array(clusters.Keys);
        Array(clusters.Leaves);
    }
}

/// <summary>The numbers of a <see cref="ChainModel"/>.</summary>
internal sealed record ChainWeights(int Labels, sbyte[] Single, sbyte[] Pair, float Scale)
{
    public ChainModel ToModel() => new(Labels, Single, Pair, Scale);
}

/// <summary>What a token is to the cues of its sentence.</summary>
internal static class CueLabel
{
    public const byte Outside = 0;
    public const byte Begin = 1;
    public const byte Inside = 2;
    public const int Count = 3;
}

/// <summary>What a token is to one cue.</summary>
internal static class ArgumentLabel
{
    public const byte Outside = 0;
    public const byte Holder = 1;
    public const byte Content = 2;
    public const byte Cue = 3;
    public const int Count = 4;
}
