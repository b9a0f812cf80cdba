using System.Runtime.Intrinsics;
using Counterclaim.Language.Neural;

namespace Counterclaim.Training.Neural;

/// <summary>The weights of one layer, what each shard of a batch would change in them, and the moments of Adam.</summary>
internal sealed unsafe class Weight
{
    private readonly Matrix _mean, _variance;
    private readonly Matrix[] _gradients;
    private readonly bool _isProduct;

    /// <param name="isProduct">Whether vectors are multiplied by it, so that it is wanted packed.</param>
    public Weight(int rows, int columns, bool isProduct, int shards)
    {
        Value = new Matrix(columns, rows);
        _mean = new Matrix(columns, rows);
        _variance = new Matrix(columns, rows);
        _gradients = [.. Enumerable.Range(0, shards).Select(_ => new Matrix(columns, rows))];
        _isProduct = isProduct;
        Packed = new Matrix(16, isProduct ? Gemm.PackedLength(rows, columns) / 16 : 0);
        PackedTransposed = new Matrix(16, isProduct ? Gemm.PackedLength(columns, rows) / 16 : 0);
    }

    public Matrix Value { get; }

    public Matrix Packed { get; }

    public Matrix PackedTransposed { get; }

    public Matrix Gradient(int shard) => _gradients[shard];

    /// <summary>Uniform values whose variance keeps that of what passes through (Glorot and Bengio 2010).</summary>
    public Weight Glorot(DeterministicRandom random, int? outputs = null)
    {
        var bound = MathF.Sqrt(6f / (Value.Rows + (outputs ?? Value.Width)));
        foreach (ref var value in Value.Values) value = (random.NextFloat() * 2 - 1) * bound;
        return this;
    }

    public void Scale(float factor)
    {
        foreach (ref var value in Value.Values) value *= factor;
    }

    /// <summary>Makes the packed forms follow the values.</summary>
    public void Pack()
    {
        if (!_isProduct) return;
        Gemm.Pack(Value.Start, Value.Width, 1, Value.Rows, Value.Width, Packed.Start);
        Gemm.Pack(Value.Start, 1, Value.Width, Value.Width, Value.Rows, PackedTransposed.Start);
    }

    /// <summary>Adds the gradients of all shards to the first, in order; returns the sum of their squares.</summary>
    public double Gather()
    {
        var sum = _gradients[0].Start;
        var squares = Vector512<float>.Zero;
        for (var i = 0; i < Value.Length; i += 16)
        {
            var total = Vector512.Load(sum + i);
            for (var shard = 1; shard < _gradients.Length; shard++) total += Vector512.Load(_gradients[shard].Start + i);
            total.Store(sum + i);
            squares += total * total;
        }
        return Vector512.Sum(squares);
    }

    /// <summary>One step of Adam (Kingma and Ba 2015), then clears the gradients.</summary>
    public void Step(AdamStep step)
    {
        Adam(Value.Start, _mean.Start, _variance.Start, _gradients[0].Start, Value.Length, step);
        foreach (var gradient in _gradients) gradient.Clear();
        Pack();
    }

    public static void Adam(float* value, float* mean, float* variance, float* gradient, int length, AdamStep step)
    {
        var (b1, b2) = (Vector512.Create(step.Beta1), Vector512.Create(step.Beta2));
        for (var i = 0; i < length; i += 16)
        {
            var g = Vector512.Load(gradient + i) * step.GradientScale;
            var m = b1 * Vector512.Load(mean + i) + (Vector512<float>.One - b1) * g;
            var v = b2 * Vector512.Load(variance + i) + (Vector512<float>.One - b2) * g * g;
            m.Store(mean + i);
            v.Store(variance + i);
            var w = Vector512.Load(value + i);
            var move = m * step.Rate / (Vector512.Sqrt(v) * step.VarianceScale + Vector512.Create(1e-8f));
            (w - move).Store(value + i);
        }
    }
}

/// <param name="GradientScale">Factor that clips the gradient.</param>
/// <param name="Rate">Learning rate, corrected for the bias of the first moment.</param>
/// <param name="VarianceScale">Correction of the root of the second moment.</param>
internal readonly record struct AdamStep(float GradientScale, float Rate, float VarianceScale, float Beta1, float Beta2);

/// <summary>A generator that gives the same numbers everywhere (xorshift64*, Vigna 2016).</summary>
internal sealed class DeterministicRandom(ulong seed)
{
    private ulong _state = (seed + 1) * 0x9E3779B97F4A7C15ul | 1;

    public ulong Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return _state * 0x2545F4914F6CDD1Dul;
    }

    /// <summary>In [0, 1).</summary>
    public float NextFloat() => (Next() >> 40) * (1f / (1 << 24));

    public int Below(int bound) => (int)(Next() >> 33) % bound;

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)((Next() >> 32) * (ulong)(i + 1) >> 32);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
