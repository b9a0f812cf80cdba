using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Counterclaim.Language.Models;

namespace Counterclaim.Language.Neural;

/// <summary>Rows of signed bytes, each with a scale: the value of an element is byte times scale.</summary>
internal readonly unsafe struct ByteRows
{
    private readonly Values<sbyte> _bytes;
    private readonly Values<float> _scales;

    /// <param name="width">Bytes of a row. Rows are read in sixteens: behind the last there are as many bytes as fill it up.</param>
    public ByteRows(Values<sbyte> bytes, Values<float> scales, int width)
    {
        (_bytes, _scales, Width) = (bytes, scales, width);
        if (bytes.Length != (long)scales.Length * width + Padding(width)) throw new InvalidDataException("A table of the language model is damaged.");
    }

    /// <summary>Bytes that a row falls short of a multiple of 16.</summary>
    public static int Padding(int width) => (16 - width % 16) % 16;

    public int Width { get; }

    public int Count => _scales.Length;

    public static ByteRows From(ModelFile file, string name, int width) => new(file.Section<sbyte>(name), file.Section<float>(name + ".scales"), width);

    /// <summary>Copies a row; what its width falls short of a multiple of 16 is filled with anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Copy(int row, float* target)
    {
        var scale = Vector512.Create(_scales.Start[row]);
        var from = _bytes.Start + (nint)row * Width;
        for (var i = 0; i < Width; i += 16) (Floats(from + i) * scale).Store(target + i);
    }

    /// <summary>Adds a row, whose width is a multiple of 16, to what the target holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int row, float* target)
    {
        var scale = Vector512.Create(_scales.Start[row]);
        var from = _bytes.Start + (nint)row * Width;
        for (var i = 0; i < Width; i += 16) Vector512.FusedMultiplyAdd(Floats(from + i), scale, Vector512.Load(target + i)).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Floats(sbyte* from)
    {
        var (low, high) = Vector128.Widen(Vector128.Load(from));
        var (a, b) = Vector128.Widen(low);
        var (c, d) = Vector128.Widen(high);
        return Vector512.ConvertToSingle(Vector512.Create(Vector256.Create(a, b), Vector256.Create(c, d)));
    }
}
