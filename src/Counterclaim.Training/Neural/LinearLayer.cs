using System.Runtime.Intrinsics;
using Counterclaim.Language.Neural;

namespace Counterclaim.Training.Neural;

internal sealed class LinearWeights(int inputs, int outputs, int shards, DeterministicRandom random)
{
    public Weight Matrix { get; } = new Weight(inputs, outputs, true, shards).Glorot(random);

    public Weight Bias { get; } = new(1, outputs, false, shards);

    public IEnumerable<Weight> All => [Matrix, Bias];
}

/// <summary>A linear layer, with or without a rectifier behind it, and its gradients.</summary>
internal sealed unsafe class LinearLayer(LinearWeights weights, int shard, bool rectified)
{
    private readonly Matrix _output = new(weights.Matrix.Value.Width);
    private Matrix? _input;

    public Matrix Forward(Matrix input)
    {
        _input = input;
        var width = _output.Width;
        _output.Resize(input.Rows);
        Gemm.Multiply(input.Start, input.Width, 1, input.Rows, weights.Matrix.Packed.Start, input.Width, width, _output.Start, width, false);
        if (rectified) Activation.BiasRelu(_output.Start, input.Rows, width, weights.Bias.Value.Start);
        else Activation.Bias(_output.Start, input.Rows, width, weights.Bias.Value.Start);
        return _output;
    }

    /// <summary>Adds to the gradients of the weights and to that of the input. The output's gradient is used up.</summary>
    public void Backward(Matrix gradient, Matrix inputGradient)
    {
        if (rectified)
            for (var i = 0; i < gradient.Length; i += 16)
                Vector512.ConditionalSelect(Vector512.GreaterThan(Vector512.Load(_output.Start + i), Vector512<float>.Zero), Vector512.Load(gradient.Start + i),
                    Vector512<float>.Zero).Store(gradient.Start + i);
        Products.AddRows(gradient, weights.Bias.Gradient(shard));
        Products.AddTransposed(_input!, gradient, weights.Matrix.Gradient(shard));
        Gemm.Multiply(gradient.Start, gradient.Width, 1, gradient.Rows, weights.Matrix.PackedTransposed.Start, gradient.Width, inputGradient.Width,
            inputGradient.Start, inputGradient.Width, true);
    }
}

/// <summary>Leaves out the same elements for all words of a sentence (Gal and Ghahramani 2016).</summary>
internal sealed unsafe class SentenceDropout(int width, float rate)
{
    private readonly Matrix _mask = new(width);
    private bool _isOn;

    public void Apply(Matrix rows, Batch batch, DeterministicRandom? random)
    {
        _isOn = random is not null && rate > 0;
        if (!_isOn) return;
        Dropout.Fill(_mask.Resize(batch.Sentences.Length).Values, random, rate);
        Multiply(rows, batch);
    }

    public void Backward(Matrix gradient, Batch batch)
    {
        if (_isOn) Multiply(gradient, batch);
    }

    private void Multiply(Matrix rows, Batch batch)
    {
        for (var s = 0; s < batch.Sentences.Length; s++)
            for (var word = 0; word < batch.Sentences[s].Count; word++)
            {
                float* row = rows.Row(batch.Starts[s] + word), mask = _mask.Row(s);
                for (var j = 0; j < width; j += 16) (Vector512.Load(row + j) * Vector512.Load(mask + j)).Store(row + j);
            }
    }
}

/// <summary>A rectified or plain layer over a dropped-out copy of its input.</summary>
internal sealed unsafe class DroppedLinear(LinearWeights weights, int shard, bool rectified, float dropout)
{
    private readonly LinearLayer _linear = new(weights, shard, rectified);
    private readonly SentenceDropout _dropout = new(weights.Matrix.Value.Width, dropout);
    private readonly Matrix _gradient = new(weights.Matrix.Value.Width);

    public Matrix Forward(Matrix input, Batch batch, DeterministicRandom? random)
    {
        var output = _linear.Forward(input);
        _dropout.Apply(output, batch, random);
        return output;
    }

    /// <summary>Room for the gradient of the output, empty.</summary>
    public Matrix Gradient(int rows)
    {
        _gradient.Resize(rows).Clear();
        return _gradient;
    }

    public void Backward(Batch batch, Matrix inputGradient)
    {
        _dropout.Backward(_gradient, batch);
        _linear.Backward(_gradient, inputGradient);
    }
}
