using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Counterclaim.Language.Neural;

/// <summary>Products of matrices in 32-bit floats, as all layers of the network need them.</summary>
/// <remarks>
/// The right-hand matrix is packed: its columns in panels of <see cref="PanelWidth"/>, each panel row by row. Every element of a product is
/// one chain of fused multiply-adds in the order of the inner dimension, whatever the width of the registers and the number of
/// rows asked for at once: the same numbers on every machine, on every thread, in any batch. The innermost loops are compiled with all
/// means at their first call: they cannot be compiled ahead of time for registers that not every machine has.
/// </remarks>
internal static unsafe class Gemm
{
    /// <summary>Columns of a panel.</summary>
    public const int PanelWidth = 32;

    /// <summary>Row lengths of all matrices are multiples of this.</summary>
    public const int Granule = 16;

    /// <summary>Floats that a packed matrix takes.</summary>
    public static int PackedLength(int inner, int columns) => inner * Panels(columns) * PanelWidth;

    private static int Panels(int columns) => (columns + PanelWidth - 1) / PanelWidth;

    /// <summary>Packs a matrix of <paramref name="inner"/> rows.</summary>
    /// <param name="rowStep">Floats from a row to the next.</param>
    /// <param name="columnStep">Floats from a column to the next: 1, or the row length of the matrix that this one is the transpose of.</param>
    public static void Pack(float* b, nint rowStep, nint columnStep, int inner, int columns, float* packed)
    {
        for (var from = 0; from < columns; from += PanelWidth)
        {
            var width = Math.Min(PanelWidth, columns - from);
            for (var k = 0; k < inner; k++)
            {
                var row = b + k * rowStep + from * columnStep;
                if (columnStep == 1) new ReadOnlySpan<float>(row, width).CopyTo(new Span<float>(packed, width));
                else for (var j = 0; j < width; j++) packed[j] = row[j * columnStep];
                for (var j = width; j < PanelWidth; j++) packed[j] = 0;
                packed += PanelWidth;
            }
        }
    }

    /// <summary>Sets C to A·B, or adds the product to it.</summary>
    /// <param name="aRow">Floats from a row of A to the next.</param>
    /// <param name="aStep">Floats from an element of a row of A to the next.</param>
    /// <param name="columns">Columns of B and C, a multiple of <see cref="Granule"/>.</param>
    /// <param name="cRow">Floats from a row of C to the next.</param>
    public static void Multiply(float* a, nint aRow, nint aStep, int rows, float* packed, int inner, int columns, float* c, nint cRow, bool add)
    {
        if (Vector512.IsHardwareAccelerated) Wide(a, aRow, aStep, rows, packed, inner, columns, c, cRow, add);
        else Narrow(a, aRow, aStep, rows, packed, inner, columns, c, cRow, add);
    }

    private static void Wide(float* a, nint aRow, nint aStep, int rows, float* packed, int inner, int columns, float* c, nint cRow, bool add)
    {
        var panelLength = (nint)inner * PanelWidth;
        var inFours = rows / 4 * 4;
        var panel = packed;
        for (var from = 0; inFours > 0 && from < columns; from += PanelWidth, panel += panelLength)
        {
            var full = columns - from >= PanelWidth;
            var row = 0;
            for (; row + 8 <= inFours; row += 8) Eight(a + row * aRow, aRow, aStep, panel, inner, c + row * cRow + from, cRow, add, full);
            if (row < inFours) Four(a + row * aRow, aRow, aStep, panel, inner, c + row * cRow + from, cRow, add, full);
        }
        for (var row = inFours; row < rows; row++)
        {
            var from = 0;
            // A row alone has too few chains to fill the pipeline: it takes four panels at a time.
            for (; from + 4 * PanelWidth <= columns; from += 4 * PanelWidth)
                OneByFour(a + row * aRow, aStep, packed + from / PanelWidth * panelLength, panelLength, inner, c + row * cRow + from, add);
            for (; from < columns; from += PanelWidth)
                One(a + row * aRow, aStep, packed + from / PanelWidth * panelLength, inner, c + row * cRow + from, add, columns - from >= PanelWidth);
        }
    }

    private static void Narrow(float* a, nint aRow, nint aStep, int rows, float* packed, int inner, int columns, float* c, nint cRow, bool add)
    {
        for (var from = 0; from < columns; from += PanelWidth)
        {
            for (var half = 0; half < PanelWidth && from + half < columns; half += Granule)
            {
                var row = 0;
                for (; row + 4 <= rows; row += 4) FourNarrow(a + row * aRow, aRow, aStep, packed + half, inner, c + row * cRow + from + half, cRow, add);
                for (; row < rows; row++) OneNarrow(a + row * aRow, aStep, packed + half, inner, c + row * cRow + from + half, add);
            }
            packed += (nint)inner * PanelWidth;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Start(float* c, bool add) => add ? Vector512.Load(c) : Vector512<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Second(float* c, Vector512<float> value, bool full)
    {
        if (full) value.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(float* a0, nint aRow, nint aStep, float* b, int inner, float* c, nint cRow, bool add, bool full)
    {
        float* a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow, a4 = a3 + aRow, a5 = a4 + aRow, a6 = a5 + aRow, a7 = a6 + aRow;
        var more = add && full;
        Vector512<float> c00 = Start(c, add), c01 = Start(c + 16, more);
        Vector512<float> c10 = Start(c + cRow, add), c11 = Start(c + cRow + 16, more);
        Vector512<float> c20 = Start(c + 2 * cRow, add), c21 = Start(c + 2 * cRow + 16, more);
        Vector512<float> c30 = Start(c + 3 * cRow, add), c31 = Start(c + 3 * cRow + 16, more);
        Vector512<float> c40 = Start(c + 4 * cRow, add), c41 = Start(c + 4 * cRow + 16, more);
        Vector512<float> c50 = Start(c + 5 * cRow, add), c51 = Start(c + 5 * cRow + 16, more);
        Vector512<float> c60 = Start(c + 6 * cRow, add), c61 = Start(c + 6 * cRow + 16, more);
        Vector512<float> c70 = Start(c + 7 * cRow, add), c71 = Start(c + 7 * cRow + 16, more);
        nint o = 0;
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            b += PanelWidth;
            var x = Vector512.Create(a0[o]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a1[o]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a2[o]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3[o]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a4[o]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a5[o]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(a6[o]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(a7[o]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
            o += aStep;
        }
        c00.Store(c);
        Second(c, c01, full);
        c10.Store(c += cRow);
        Second(c, c11, full);
        c20.Store(c += cRow);
        Second(c, c21, full);
        c30.Store(c += cRow);
        Second(c, c31, full);
        c40.Store(c += cRow);
        Second(c, c41, full);
        c50.Store(c += cRow);
        Second(c, c51, full);
        c60.Store(c += cRow);
        Second(c, c61, full);
        c70.Store(c += cRow);
        Second(c, c71, full);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(float* a0, nint aRow, nint aStep, float* b, int inner, float* c, nint cRow, bool add, bool full)
    {
        float* a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        var more = add && full;
        Vector512<float> c00 = Start(c, add), c01 = Start(c + 16, more);
        Vector512<float> c10 = Start(c + cRow, add), c11 = Start(c + cRow + 16, more);
        Vector512<float> c20 = Start(c + 2 * cRow, add), c21 = Start(c + 2 * cRow + 16, more);
        Vector512<float> c30 = Start(c + 3 * cRow, add), c31 = Start(c + 3 * cRow + 16, more);
        nint o = 0;
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            b += PanelWidth;
            var x = Vector512.Create(a0[o]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a1[o]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a2[o]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3[o]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            o += aStep;
        }
        c00.Store(c);
        Second(c, c01, full);
        c10.Store(c += cRow);
        Second(c, c11, full);
        c20.Store(c += cRow);
        Second(c, c21, full);
        c30.Store(c += cRow);
        Second(c, c31, full);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(float* a, nint aStep, float* b, int inner, float* c, bool add, bool full)
    {
        Vector512<float> c0 = Start(c, add), c1 = Start(c + 16, add && full);
        for (var k = 0; k < inner; k++)
        {
            var x = Vector512.Create(*a);
            a += aStep;
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1);
            b += PanelWidth;
        }
        c0.Store(c);
        Second(c, c1, full);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneByFour(float* a, nint aStep, float* b, nint panelLength, int inner, float* c, bool add)
    {
        float* b1 = b + panelLength, b2 = b1 + panelLength, b3 = b2 + panelLength;
        Vector512<float> c0 = Start(c, add), c1 = Start(c + 16, add), c2 = Start(c + 32, add), c3 = Start(c + 48, add);
        Vector512<float> c4 = Start(c + 64, add), c5 = Start(c + 80, add), c6 = Start(c + 96, add), c7 = Start(c + 112, add);
        nint o = 0;
        for (var k = 0; k < inner; k++, o += PanelWidth)
        {
            var x = Vector512.Create(*a);
            a += aStep;
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + o), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + o + 16), c1);
            c2 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b1 + o), c2);
            c3 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b1 + o + 16), c3);
            c4 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b2 + o), c4);
            c5 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b2 + o + 16), c5);
            c6 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b3 + o), c6);
            c7 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b3 + o + 16), c7);
        }
        c0.Store(c);
        c1.Store(c + 16);
        c2.Store(c + 32);
        c3.Store(c + 48);
        c4.Store(c + 64);
        c5.Store(c + 80);
        c6.Store(c + 96);
        c7.Store(c + 112);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourNarrow(float* a0, nint aRow, nint aStep, float* b, int inner, float* c, nint cRow, bool add)
    {
        float* a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        var zero = Vector256<float>.Zero;
        Vector256<float> c00 = add ? Vector256.Load(c) : zero, c01 = add ? Vector256.Load(c + 8) : zero;
        Vector256<float> c10 = add ? Vector256.Load(c + cRow) : zero, c11 = add ? Vector256.Load(c + cRow + 8) : zero;
        Vector256<float> c20 = add ? Vector256.Load(c + 2 * cRow) : zero, c21 = add ? Vector256.Load(c + 2 * cRow + 8) : zero;
        Vector256<float> c30 = add ? Vector256.Load(c + 3 * cRow) : zero, c31 = add ? Vector256.Load(c + 3 * cRow + 8) : zero;
        nint o = 0;
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            b += PanelWidth;
            var x = Vector256.Create(a0[o]);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a1[o]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a2[o]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a3[o]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            o += aStep;
        }
        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c += cRow);
        c11.Store(c + 8);
        c20.Store(c += cRow);
        c21.Store(c + 8);
        c30.Store(c += cRow);
        c31.Store(c + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneNarrow(float* a, nint aStep, float* b, int inner, float* c, bool add)
    {
        Vector256<float> c0 = add ? Vector256.Load(c) : Vector256<float>.Zero, c1 = add ? Vector256.Load(c + 8) : Vector256<float>.Zero;
        for (var k = 0; k < inner; k++)
        {
            var x = Vector256.Create(*a);
            a += aStep;
            c0 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b), c0);
            c1 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 8), c1);
            b += PanelWidth;
        }
        c0.Store(c);
        c1.Store(c + 8);
    }
}
