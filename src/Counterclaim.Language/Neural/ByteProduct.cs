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

    /// <summary>What stands for zero.</summary>
    public const int Zero = 128;

    private readonly Values<sbyte> _weights;
    private readonly Values<float> _scales;
    private readonly Values<int> _shifts;

    /// <param name="inputs">Rows of the matrix, a multiple of 4.</param>
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
                packed[column / PanelWidth * inputs * PanelWidth + (k / Group * PanelWidth + column % PanelWidth) * Group + k % Group] = value;
            }
        }
        return packed;
    }

    /// <summary>Rounds a row of numbers to bytes, as fine as its greatest allows.</summary>
    /// <param name="count">A multiple of 16.</param>
    /// <returns>The scale.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Round(float* numbers, int count, byte* bytes)
    {
        var most = Vector512<float>.Zero;
        for (var i = 0; i < count; i += 16) most = Vector512.Max(most, Vector512.Abs(Vector512.Load(numbers + i)));
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
        var whole = Vector512.ConvertToInt32(Vector512.Floor(numbers + Vector512.Create(Zero + 0.5f)));
        var shorts = Vector256.Narrow(whole.GetLower(), whole.GetUpper());
        return Vector128.Narrow(shorts.GetLower(), shorts.GetUpper()).AsByte();
    }

    /// <summary>Sets rows to their products plus a bias, or adds the products to them.</summary>
    /// <param name="rowScales">The scale of every row, or of all where <paramref name="scaleStep"/> is 0.</param>
    /// <param name="bias">What every row is set to first; null to add to what it holds.</param>
    public void Multiply(byte* a, int rows, float* rowScales, int scaleStep, float* bias, float* c)
    {
        for (var panel = 0; panel < Outputs / PanelWidth; panel++)
        {
            var from = panel * PanelWidth;
            var weights = _weights.Start + (nint)from * Inputs;
            var start = bias == null ? null : bias + from;
            var row = 0;
            if (AvxVnni.IsSupported)
            {
                for (; row + 6 <= rows; row += 6)
                    Six(a + (nint)row * Inputs, weights, from, rowScales + row * scaleStep, scaleStep, start, c + (nint)row * Outputs + from);
                for (; row < rows; row++)
                    One(a + (nint)row * Inputs, weights, from, rowScales[row * scaleStep], start, c + (nint)row * Outputs + from);
            }
            else
            {
                for (; row < rows; row++)
                    OneWithoutDotProducts(a + (nint)row * Inputs, weights, from, rowScales[row * scaleStep], start, c + (nint)row * Outputs + from);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Six(byte* a0, sbyte* w, int column, float* rowScales, int scaleStep, float* bias, float* c)
    {
        byte* a1 = a0 + Inputs, a2 = a1 + Inputs, a3 = a2 + Inputs, a4 = a3 + Inputs, a5 = a4 + Inputs;
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector256<int> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        for (nint k = 0; k < Inputs; k += Group)
        {
            var w0 = Vector256.Load(w);
            var w1 = Vector256.Load(w + 32);
            w += PanelWidth * Group;
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
        }
        var outputs = (nint)Outputs;
        Finish(c00, c01, column, rowScales[0], bias, c);
        Finish(c10, c11, column, rowScales[scaleStep], bias, c + outputs);
        Finish(c20, c21, column, rowScales[2 * scaleStep], bias, c + 2 * outputs);
        Finish(c30, c31, column, rowScales[3 * scaleStep], bias, c + 3 * outputs);
        Finish(c40, c41, column, rowScales[4 * scaleStep], bias, c + 4 * outputs);
        Finish(c50, c51, column, rowScales[5 * scaleStep], bias, c + 5 * outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(byte* a, sbyte* w, int column, float scale, float* bias, float* c)
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
        Finish(c00 + c10, c01 + c11, column, scale, bias, c);
    }

    /// <summary>The same sums where the processor has no products of bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneWithoutDotProducts(byte* a, sbyte* w, int column, float scale, float* bias, float* c)
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
        Finish(low, high, column, scale, bias, c);
    }

    private static Vector256<int> Element(sbyte* group, int index) => Vector256.Load((int*)group) << (24 - 8 * index) >> 24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Finish(Vector256<int> low, Vector256<int> high, int column, float scale, float* bias, float* c)
    {
        var sums = Vector512.ConvertToSingle(Vector512.Create(low, high) - Vector512.Load(_shifts.Start + column));
        var start = Vector512.Load(bias == null ? c : bias);
        Vector512.FusedMultiplyAdd(sums, Vector512.Load(_scales.Start + column) * scale, start).Store(c);
    }
}
