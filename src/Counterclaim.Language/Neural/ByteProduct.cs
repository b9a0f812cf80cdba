using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Counterclaim.Language.Models;

namespace Counterclaim.Language.Neural;

/// <summary>Products of rows of numbers with a matrix of signed bytes: sums of whole numbers, so the same on every machine.</summary>
/// <remarks>
/// A column of the matrix has one scale, a row of numbers another (Jacob et al. 2018). Numbers are bytes from 0 to 255 for −128 to 127
/// times their scale; what the shift by 128 adds to a sum depends on the column alone and is taken off at its end. Packed in panels of
/// sixteen columns: four elements of the first column, of the second…, then the next four.
/// </remarks>
internal readonly unsafe struct ByteProduct
{
    private const int PanelWidth = 16;
    private const int Group = 4;

    /// <summary>Rows that go through all panels before others do, a multiple of 6.</summary>
    private const int RowsAtOnce = 48;

    /// <summary>What stands for zero.</summary>
    public const int Zero = 128;

    private readonly Values<sbyte> _weights;
    private readonly Values<float> _scales;
    private readonly Values<int> _shifts;

    /// <param name="inputs">Rows of the matrix, a multiple of 8.</param>
    /// <param name="outputs">Columns, a multiple of 16.</param>
    public ByteProduct(Values<sbyte> weights, Values<float> scales, Values<int> shifts, int inputs, int outputs) =>
        (_weights, _scales, _shifts, Inputs, Outputs) = (weights, scales, shifts, inputs, outputs);

    /// <inheritdoc cref="ByteProduct(Values{sbyte}, Values{float}, Values{int}, int, int)"/>
    public ByteProduct(ModelFile file, string name, int inputs, int outputs) : this(
        ModelFile.Sized(file.Section<sbyte>(name), inputs * outputs, name),
        ModelFile.Sized(file.Section<float>(name + ".scales"), outputs, name + ".scales"),
        ModelFile.Sized(file.Section<int>(name + ".shifts"), outputs, name + ".shifts"),
        inputs,
        outputs)
    {
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Rounds a matrix, row by row in memory, to bytes.</summary>
    /// <param name="shifts">What the columns' sums have too much.</param>
    public static sbyte[] Pack(ReadOnlySpan<float> matrix, int inputs, int outputs, float[] scales, int[] shifts)
    {
        var packed = new sbyte[inputs * outputs];
        for (var column = 0; column < outputs; column++)
        {
            var most = 1e-9f;
            for (var k = 0; k < inputs; k++) most = Math.Max(most, Math.Abs(matrix[k * outputs + column]));
            scales[column] = most / 127;
            for (var k = 0; k < inputs; k++)
            {
                var value = (sbyte)MathF.Round(matrix[k * outputs + column] / scales[column]);
                shifts[column] += Zero * value;
                packed[At(k, column, inputs)] = value;
            }
        }
        return packed;
    }

    /// <summary>Undoes <see cref="Pack"/>, but for what rounding has lost.</summary>
    public static void Unpack(ReadOnlySpan<sbyte> packed, int inputs, int outputs, ReadOnlySpan<float> scales, Span<float> matrix)
    {
        for (var column = 0; column < outputs; column++)
            for (var k = 0; k < inputs; k++)
                matrix[k * outputs + column] = packed[At(k, column, inputs)] * scales[column];
    }

    private static int At(int row, int column, int inputs) =>
        column / PanelWidth * inputs * PanelWidth + (row / Group * PanelWidth + column % PanelWidth) * Group + row % Group;

    /// <summary>Rounds a row of numbers to bytes, as fine as its greatest allows.</summary>
    /// <param name="count">A multiple of 16.</param>
    /// <returns>The scale.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Round(float* numbers, int count, byte* bytes)
    {
        var most = Vector512<float>.Zero;
        for (var i = 0; i < count; i += 16) most = Vector512.MaxNative(most, Vector512.Abs(Vector512.Load(numbers + i)));
        var greatest = 1e-9f;
        for (var i = 0; i < 16; i++) greatest = Math.Max(greatest, most[i]);
        var fine = 127 / greatest;
        for (var i = 0; i < count; i += 16) Bytes(Vector512.Load(numbers + i) * fine).Store(bytes + i);
        return greatest / 127;
    }

    /// <summary>Sixteen numbers between −127 and 127 as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Bytes(Vector512<float> numbers)
    {
        // Half is added and the rest cut off: rounding that is the same everywhere.
        var whole = Vector512.ConvertToInt32Native(Vector512.Floor(numbers + Vector512.Create(Zero + 0.5f)));
        var shorts = Vector256.Narrow(whole.GetLower(), whole.GetUpper());
        return Vector128.Narrow(shorts.GetLower(), shorts.GetUpper()).AsByte();
    }

    /// <summary>Sets rows to their products plus a bias, or adds the products to them.</summary>
    /// <param name="rowScales">The scale of every row, or of all where <paramref name="scaleStep"/> is 0.</param>
    /// <param name="bias">What every row is set to first; null to add to what it holds.</param>
    public void Multiply(byte* a, int rows, float* rowScales, int scaleStep, float* bias, float* c)
    {
        var starts = stackalloc float*[RowsAtOnce];
        for (var from = 0; from < rows; from += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, rows - from);
            var target = c + (nint)from * Outputs;
            for (var row = 0; row < count; row++) starts[row] = bias == null ? target + (nint)row * Outputs : bias;
            MultiplyBlock(a + (nint)from * Inputs, count, rowScales + from * scaleStep, scaleStep, starts, target);
        }
    }

    /// <summary>Sets rows to their products plus other rows.</summary>
    /// <param name="scale">Of all rows.</param>
    /// <param name="starts">The row that is added to each.</param>
    public void MultiplyOnto(byte* a, int rows, float scale, float** starts, float* c)
    {
        for (var from = 0; from < rows; from += RowsAtOnce)
            MultiplyBlock(a + (nint)from * Inputs, Math.Min(RowsAtOnce, rows - from), &scale, 0, starts + from, c + (nint)from * Outputs);
    }

    private void MultiplyBlock(byte* a, int rows, float* rowScales, int scaleStep, float** starts, float* c)
    {
        if (!AvxVnni.IsSupported)
        {
            for (var from = 0; from < Outputs; from += PanelWidth)
                for (var each = 0; each < rows; each++)
                    OneWithoutDotProducts(a + (nint)each * Inputs, Panel(from), from, rowScales[each * scaleStep], starts[each], c + (nint)each * Outputs);
            return;
        }
        var row = rows / 6 * 6;
        for (var from = 0; from < Outputs; from += PanelWidth)
            for (var six = 0; six < row; six += 6)
                Six(a + (nint)six * Inputs, Panel(from), from, rowScales + six * scaleStep, scaleStep, starts + six, c + (nint)six * Outputs);
        // Few rows have too few sums to fill the pipeline with one panel: they take more columns at a time.
        for (; row + 2 <= rows; row += 2)
        {
            var from = 0;
            for (; from + 2 * PanelWidth <= Outputs; from += 2 * PanelWidth)
                TwoByTwo(a + (nint)row * Inputs, Panel(from), from, rowScales + row * scaleStep, scaleStep, starts + row, c + (nint)row * Outputs);
            for (; from < Outputs; from += PanelWidth)
            {
                One(a + (nint)row * Inputs, Panel(from), from, rowScales[row * scaleStep], starts[row], c + (nint)row * Outputs);
                One(a + (nint)(row + 1) * Inputs, Panel(from), from, rowScales[(row + 1) * scaleStep], starts[row + 1], c + (nint)(row + 1) * Outputs);
            }
        }
        if (row < rows) Last(a + (nint)row * Inputs, rowScales[row * scaleStep], starts[row], c + (nint)row * Outputs);
    }

    private void Last(byte* a, float scale, float* start, float* c)
    {
        var from = 0;
        for (; from + 4 * PanelWidth <= Outputs; from += 4 * PanelWidth) OneByFour(a, Panel(from), from, scale, start, c);
        for (; from < Outputs; from += PanelWidth) One(a, Panel(from), from, scale, start, c);
    }

    private sbyte* Panel(int column) => _weights.Start + (nint)column * Inputs;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Six(byte* a0, sbyte* w, int column, float* rowScales, int scaleStep, float** starts, float* c)
    {
        byte* a1 = a0 + Inputs, a2 = a1 + Inputs, a3 = a2 + Inputs, a4 = a3 + Inputs, a5 = a4 + Inputs;
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector256<int> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        for (nint k = 0; k < Inputs; k += 2 * Group, w += 2 * PanelWidth * Group)
        {
            var w0 = Vector256.Load(w);
            var w1 = Vector256.Load(w + 32);
            var x = Vector256.Create(*(int*)(a0 + k)).AsByte();
            c00 = AvxVnni.MultiplyWideningAndAdd(c00, x, w0);
            c01 = AvxVnni.MultiplyWideningAndAdd(c01, x, w1);
            x = Vector256.Create(*(int*)(a1 + k)).AsByte();
            c10 = AvxVnni.MultiplyWideningAndAdd(c10, x, w0);
            c11 = AvxVnni.MultiplyWideningAndAdd(c11, x, w1);
            x = Vector256.Create(*(int*)(a2 + k)).AsByte();
            c20 = AvxVnni.MultiplyWideningAndAdd(c20, x, w0);
            c21 = AvxVnni.MultiplyWideningAndAdd(c21, x, w1);
            x = Vector256.Create(*(int*)(a3 + k)).AsByte();
            c30 = AvxVnni.MultiplyWideningAndAdd(c30, x, w0);
            c31 = AvxVnni.MultiplyWideningAndAdd(c31, x, w1);
            x = Vector256.Create(*(int*)(a4 + k)).AsByte();
            c40 = AvxVnni.MultiplyWideningAndAdd(c40, x, w0);
            c41 = AvxVnni.MultiplyWideningAndAdd(c41, x, w1);
            x = Vector256.Create(*(int*)(a5 + k)).AsByte();
            c50 = AvxVnni.MultiplyWideningAndAdd(c50, x, w0);
            c51 = AvxVnni.MultiplyWideningAndAdd(c51, x, w1);
            w0 = Vector256.Load(w + 64);
            w1 = Vector256.Load(w + 96);
            x = Vector256.Create(*(int*)(a0 + k + Group)).AsByte();
            c00 = AvxVnni.MultiplyWideningAndAdd(c00, x, w0);
            c01 = AvxVnni.MultiplyWideningAndAdd(c01, x, w1);
            x = Vector256.Create(*(int*)(a1 + k + Group)).AsByte();
            c10 = AvxVnni.MultiplyWideningAndAdd(c10, x, w0);
            c11 = AvxVnni.MultiplyWideningAndAdd(c11, x, w1);
            x = Vector256.Create(*(int*)(a2 + k + Group)).AsByte();
            c20 = AvxVnni.MultiplyWideningAndAdd(c20, x, w0);
            c21 = AvxVnni.MultiplyWideningAndAdd(c21, x, w1);
            x = Vector256.Create(*(int*)(a3 + k + Group)).AsByte();
            c30 = AvxVnni.MultiplyWideningAndAdd(c30, x, w0);
            c31 = AvxVnni.MultiplyWideningAndAdd(c31, x, w1);
            x = Vector256.Create(*(int*)(a4 + k + Group)).AsByte();
            c40 = AvxVnni.MultiplyWideningAndAdd(c40, x, w0);
            c41 = AvxVnni.MultiplyWideningAndAdd(c41, x, w1);
            x = Vector256.Create(*(int*)(a5 + k + Group)).AsByte();
            c50 = AvxVnni.MultiplyWideningAndAdd(c50, x, w0);
            c51 = AvxVnni.MultiplyWideningAndAdd(c51, x, w1);
        }
        var outputs = (nint)Outputs;
        Finish(c00, c01, column, rowScales[0], starts[0], c);
        Finish(c10, c11, column, rowScales[scaleStep], starts[1], c + outputs);
        Finish(c20, c21, column, rowScales[2 * scaleStep], starts[2], c + 2 * outputs);
        Finish(c30, c31, column, rowScales[3 * scaleStep], starts[3], c + 3 * outputs);
        Finish(c40, c41, column, rowScales[4 * scaleStep], starts[4], c + 4 * outputs);
        Finish(c50, c51, column, rowScales[5 * scaleStep], starts[5], c + 5 * outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TwoByTwo(byte* a0, sbyte* w, int column, float* rowScales, int scaleStep, float** starts, float* c)
    {
        var a1 = a0 + Inputs;
        var next = (nint)Inputs * PanelWidth;
        Vector256<int> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        for (nint k = 0; k < Inputs; k += Group, w += PanelWidth * Group)
        {
            var x = Vector256.Create(*(int*)(a0 + k)).AsByte();
            var y = Vector256.Create(*(int*)(a1 + k)).AsByte();
            var weights = Vector256.Load(w);
            c00 = AvxVnni.MultiplyWideningAndAdd(c00, x, weights);
            c10 = AvxVnni.MultiplyWideningAndAdd(c10, y, weights);
            weights = Vector256.Load(w + 32);
            c01 = AvxVnni.MultiplyWideningAndAdd(c01, x, weights);
            c11 = AvxVnni.MultiplyWideningAndAdd(c11, y, weights);
            weights = Vector256.Load(w + next);
            c02 = AvxVnni.MultiplyWideningAndAdd(c02, x, weights);
            c12 = AvxVnni.MultiplyWideningAndAdd(c12, y, weights);
            weights = Vector256.Load(w + next + 32);
            c03 = AvxVnni.MultiplyWideningAndAdd(c03, x, weights);
            c13 = AvxVnni.MultiplyWideningAndAdd(c13, y, weights);
        }
        Finish(c00, c01, column, rowScales[0], starts[0], c);
        Finish(c02, c03, column + PanelWidth, rowScales[0], starts[0], c);
        Finish(c10, c11, column, rowScales[scaleStep], starts[1], c + Outputs);
        Finish(c12, c13, column + PanelWidth, rowScales[scaleStep], starts[1], c + Outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneByFour(byte* a, sbyte* w, int column, float scale, float* start, float* c)
    {
        var next = (nint)Inputs * PanelWidth;
        sbyte* w1 = w + next, w2 = w1 + next, w3 = w2 + next;
        Vector256<int> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        nint o = 0;
        for (nint k = 0; k < Inputs; k += Group, o += PanelWidth * Group)
        {
            var x = Vector256.Create(*(int*)(a + k)).AsByte();
            c0 = AvxVnni.MultiplyWideningAndAdd(c0, x, Vector256.Load(w + o));
            c1 = AvxVnni.MultiplyWideningAndAdd(c1, x, Vector256.Load(w + o + 32));
            c2 = AvxVnni.MultiplyWideningAndAdd(c2, x, Vector256.Load(w1 + o));
            c3 = AvxVnni.MultiplyWideningAndAdd(c3, x, Vector256.Load(w1 + o + 32));
            c4 = AvxVnni.MultiplyWideningAndAdd(c4, x, Vector256.Load(w2 + o));
            c5 = AvxVnni.MultiplyWideningAndAdd(c5, x, Vector256.Load(w2 + o + 32));
            c6 = AvxVnni.MultiplyWideningAndAdd(c6, x, Vector256.Load(w3 + o));
            c7 = AvxVnni.MultiplyWideningAndAdd(c7, x, Vector256.Load(w3 + o + 32));
        }
        Finish(c0, c1, column, scale, start, c);
        Finish(c2, c3, column + PanelWidth, scale, start, c);
        Finish(c4, c5, column + 2 * PanelWidth, scale, start, c);
        Finish(c6, c7, column + 3 * PanelWidth, scale, start, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(byte* a, sbyte* w, int column, float scale, float* start, float* c)
    {
        // Two chains a register, joined at the end: one row alone would wait for its own sums.
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default;
        nint k = 0;
        for (; k + 2 * Group <= Inputs; k += 2 * Group, w += 2 * PanelWidth * Group)
        {
            var x = Vector256.Create(*(int*)(a + k)).AsByte();
            c00 = AvxVnni.MultiplyWideningAndAdd(c00, x, Vector256.Load(w));
            c01 = AvxVnni.MultiplyWideningAndAdd(c01, x, Vector256.Load(w + 32));
            x = Vector256.Create(*(int*)(a + k + Group)).AsByte();
            c10 = AvxVnni.MultiplyWideningAndAdd(c10, x, Vector256.Load(w + 64));
            c11 = AvxVnni.MultiplyWideningAndAdd(c11, x, Vector256.Load(w + 96));
        }
        if (k < Inputs)
        {
            var x = Vector256.Create(*(int*)(a + k)).AsByte();
            c00 = AvxVnni.MultiplyWideningAndAdd(c00, x, Vector256.Load(w));
            c01 = AvxVnni.MultiplyWideningAndAdd(c01, x, Vector256.Load(w + 32));
        }
        Finish(c00 + c10, c01 + c11, column, scale, start, c);
    }

    /// <summary>The same sums where the processor has no products of bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneWithoutDotProducts(byte* a, sbyte* w, int column, float scale, float* start, float* c)
    {
        Vector256<int> low = default, high = default;
        for (nint k = 0; k < Inputs; k++)
        {
            // Element k of the sixteen columns: every fourth byte of the group.
            var group = w + k / Group * (PanelWidth * Group);
            var shift = (int)(k % Group);
            var x = Vector256.Create((int)a[k]);
            low += x * Element(group, shift);
            high += x * Element(group + 32, shift);
        }
        Finish(low, high, column, scale, start, c);
    }

    private static Vector256<int> Element(sbyte* group, int index) => Vector256.Load((int*)group) << (24 - 8 * index) >> 24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Finish(Vector256<int> low, Vector256<int> high, int column, float scale, float* start, float* c)
    {
        var sums = Vector512.ConvertToSingle(Vector512.Create(low, high) - Vector512.Load(_shifts.Start + column));
        Vector512.FusedMultiplyAdd(sums, Vector512.Load(_scales.Start + column) * scale, Vector512.Load(start + column)).Store(c + column);
    }
}
