using System.Runtime.Intrinsics;
using Counterclaim.Language.Neural;

namespace Counterclaim.Training.Neural;

/// <summary>Products and sums that gradients are made of.</summary>
internal static unsafe class Products
{
    [ThreadStatic]
    private static Matrix? _packed;

    /// <summary>Adds aᵀ·b to a gradient: rows of both are tokens.</summary>
    public static void AddTransposed(Matrix a, Matrix b, Matrix gradient) =>
        AddTransposed(a.Start, a.Width, a.Width, b.Start, b.Width, b.Width, a.Rows, gradient.Start, gradient.Width);

    public static void AddTransposed(float* a, int aRow, int aColumns, float* b, int bRow, int bColumns, int rows, float* sum, int sumRow)
    {
        if (rows == 0) return;
        var packed = Scratch(rows, bColumns);
        Gemm.Pack(b, bRow, 1, rows, bColumns, packed);
        Gemm.Multiply(a, 1, aRow, aColumns, packed, rows, bColumns, sum, sumRow, true);
    }

    /// <summary>Sets c to a·bᵀ.</summary>
    public static void MultiplyTransposed(float* a, int aRow, int rows, float* b, int bRow, int bRows, int inner, float* c, int cRow)
    {
        var packed = Scratch(inner, bRows);
        Gemm.Pack(b, 1, bRow, inner, bRows, packed);
        Gemm.Multiply(a, aRow, 1, rows, packed, inner, (bRows + 15) / 16 * 16, c, cRow, false);
    }

    /// <summary>Sets c to a·b, or adds it.</summary>
    public static void Multiply(float* a, int aRow, int rows, float* b, int bRow, int inner, int columns, float* c, int cRow, bool add)
    {
        var packed = Scratch(inner, columns);
        Gemm.Pack(b, bRow, 1, inner, columns, packed);
        Gemm.Multiply(a, aRow, 1, rows, packed, inner, columns, c, cRow, add);
    }

    private static float* Scratch(int inner, int columns)
    {
        _packed ??= new Matrix(16);
        return _packed.Resize(Gemm.PackedLength(inner, columns) / 16).Start;
    }

    public static void AddRows(Matrix rows, Matrix sum)
    {
        for (var row = 0; row < rows.Rows; row++)
            for (var j = 0; j < rows.Width; j += 16) (Vector512.Load(sum.Start + j) + Vector512.Load(rows.Row(row) + j)).Store(sum.Start + j);
    }

    public static void Add(Matrix from, Matrix to)
    {
        for (var j = 0; j < from.Length; j += 16) (Vector512.Load(to.Start + j) + Vector512.Load(from.Start + j)).Store(to.Start + j);
    }
}

/// <summary>Masks that leave out elements at random and enlarge the rest (Srivastava et al. 2014).</summary>
internal static class Dropout
{
    /// <summary>Fills a mask; with ones where there is no generator.</summary>
    public static void Fill(Span<float> mask, DeterministicRandom? random, float rate)
    {
        if (random is null || rate == 0)
        {
            mask.Fill(1);
            return;
        }
        var kept = 1 / (1 - rate);
        var threshold = (uint)(rate * uint.MaxValue);
        for (var i = 0; i < mask.Length; i += 2)
        {
            var bits = random.Next();
            mask[i] = (uint)bits < threshold ? 0 : kept;
            if (i + 1 < mask.Length) mask[i + 1] = (uint)(bits >> 32) < threshold ? 0 : kept;
        }
    }
}
