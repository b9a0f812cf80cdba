using System.Runtime.CompilerServices;

namespace Counterclaim.Training.Neural;

/// <summary>Rows of floats that stay where they are in memory; the number of rows changes from batch to batch.</summary>
internal sealed unsafe class Matrix
{
    private float[] _values;

    /// <param name="width">Floats of a row, a multiple of 16.</param>
    public Matrix(int width, int rows = 0)
    {
        Width = width;
        Rows = rows;
        _values = GC.AllocateArray<float>(Math.Max(16, rows * width), pinned: true);
    }

    public int Width { get; }

    public int Rows { get; private set; }

    public int Length => Rows * Width;

    public float* Start => (float*)Unsafe.AsPointer(ref _values[0]);

    public Span<float> Values => _values.AsSpan(0, Length);

    public float* Row(int row) => Start + (nint)row * Width;

    public Span<float> RowSpan(int row) => _values.AsSpan(row * Width, Width);

    /// <summary>Sets the number of rows; what they held is lost.</summary>
    public Matrix Resize(int rows)
    {
        if (_values.Length < rows * Width) _values = GC.AllocateUninitializedArray<float>(Math.Max(rows * Width, _values.Length * 3 / 2), pinned: true);
        Rows = rows;
        return this;
    }

    public void Clear() => Values.Clear();
}
