using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Counterclaim.Language.Neural;

/// <summary>The non-linear functions of the network, by polynomials of fused multiply-adds: the same bits on every machine.</summary>
internal static unsafe class Activation
{
    /// <summary>e to the power of every element, within ±1.5 units in the last place; clamped to ±87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) =>
        ExpOfSmall(Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-87f)), Vector512.Create(87f)));

    /// <summary>The same for elements between −87 and 87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfSmall(Vector512<float> x)
    {
        var n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        var p = Vector512.Create(1.9875691500e-4f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, r * r, r + Vector512<float>.One);
        // Both ways are exact.
        if (Avx512F.IsSupported) return Avx512F.Scale(p, n);
        var scale = (Vector512.ConvertToInt32Native(n) + Vector512.Create(127)) << 23;
        return p * scale.AsSingle();
    }

    /// <summary>1 / (1 + e^−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>2 / (1 + e^−2x) − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(2f), Vector512<float>.One / (Vector512<float>.One + Exp(Vector512.Create(-2f) * x)), Vector512.Create(-1f));

    /// <summary>One step of an LSTM cell (Hochreiter and Schmidhuber 1997, with forget gates) for one sequence.</summary>
    /// <param name="gates">Four runs of <paramref name="size"/>: input, forget, output, candidate, before their functions; after the call, after them.</param>
    /// <param name="before">The cell of the step before; null at the first.</param>
    /// <param name="cell">Receives the cell.</param>
    /// <param name="hidden">Receives the output.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LstmCell(float* gates, float* before, float* cell, float* hidden, int size)
    {
        for (var j = 0; j < size; j += 16)
        {
            var i = Sigmoid(Vector512.Load(gates + j));
            var f = Sigmoid(Vector512.Load(gates + size + j));
            var o = Sigmoid(Vector512.Load(gates + 2 * size + j));
            var g = Tanh(Vector512.Load(gates + 3 * size + j));
            var c = i * g;
            if (before != null) c = Vector512.FusedMultiplyAdd(f, Vector512.Load(before + j), c);
            i.Store(gates + j);
            f.Store(gates + size + j);
            o.Store(gates + 2 * size + j);
            g.Store(gates + 3 * size + j);
            c.Store(cell + j);
            (o * Tanh(c)).Store(hidden + j);
        }
    }

    /// <summary>The scale at which numbers between −1 and 1 are bytes.</summary>
    public const float UnitScale = 1f / 127;

    /// <summary>One step of an LSTM cell whose output is rounded to bytes at <see cref="UnitScale"/>.</summary>
    /// <inheritdoc cref="LstmCell(float*, float*, float*, float*, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LstmCell(float* gates, float* before, float* cell, byte* hidden, int size)
    {
        var one = Vector512<float>.One;
        for (var j = 0; j < size; j += 16)
        {
            // σ(f)·c + σ(i)·tanh(g) and σ(o)·tanh(c), each over one common divisor: division is what costs.
            var i = one + ExpOfSmall(-Bounded(Vector512.Load(gates + j)));
            var f = one + ExpOfSmall(-Bounded(Vector512.Load(gates + size + j)));
            var o = one + ExpOfSmall(-Bounded(Vector512.Load(gates + 2 * size + j)));
            var g = ExpOfSmall(Vector512.Create(-2f) * Bounded(Vector512.Load(gates + 3 * size + j)));
            var divisor = i * (one + g);
            var sum = (one - g) * f;
            if (before != null) sum = Vector512.FusedMultiplyAdd(Vector512.Load(before + j), divisor, sum);
            var c = sum / (divisor * f);
            c.Store(cell + j);
            var d = ExpOfSmall(Vector512.Create(-2f) * Bounded(c));
            ByteProduct.Bytes((one - d) * 127f / (o * (one + d))).Store(hidden + j);
        }
    }

    /// <summary>Between −20 and 20, beyond which the functions are flat and products of their divisors would overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Bounded(Vector512<float> x) => Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-20f)), Vector512.Create(20f));

    /// <summary>Adds a bias to every row and sets what is below zero to zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BiasRelu(float* rows, int count, int width, float* bias)
    {
        for (var row = 0; row < count; row++, rows += width)
            for (var j = 0; j < width; j += 16)
                Vector512.MaxNative(Vector512.Load(rows + j) + Vector512.Load(bias + j), Vector512<float>.Zero).Store(rows + j);
    }

    /// <summary>Adds a bias to every row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Bias(float* rows, int count, int width, float* bias)
    {
        for (var row = 0; row < count; row++, rows += width)
            for (var j = 0; j < width; j += 16) (Vector512.Load(rows + j) + Vector512.Load(bias + j)).Store(rows + j);
    }
}
