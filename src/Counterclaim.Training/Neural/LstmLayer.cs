using System.Runtime.Intrinsics;
using Counterclaim.Language.Neural;

namespace Counterclaim.Training.Neural;

/// <summary>The weights of a layer that reads from both ends.</summary>
internal sealed class LstmWeights
{
    /// <param name="size">Outputs of each direction, a multiple of 16.</param>
    public LstmWeights(int inputs, int size, int shards, DeterministicRandom random)
    {
        Size = size;
        Inputs = new Weight(inputs, 8 * size, true, shards).Glorot(random, size);
        Forward = new Weight(size, 4 * size, true, shards).Glorot(random, size);
        Backward = new Weight(size, 4 * size, true, shards).Glorot(random, size);
        Bias = new Weight(1, 8 * size, false, shards);
        // A cell that forgets little at first learns sooner (Jozefowicz et al. 2015).
        Bias.Value.Values.Slice(size, size).Fill(1);
        Bias.Value.Values.Slice(5 * size, size).Fill(1);
    }

    public int Size { get; }

    /// <summary>Inputs to the gates of both directions: forward input, forget, output, candidate; then backward.</summary>
    public Weight Inputs { get; }

    public Weight Forward { get; }

    public Weight Backward { get; }

    public Weight Bias { get; }

    public IEnumerable<Weight> All => [Inputs, Forward, Backward, Bias];
}

/// <summary>A recurrent layer that reads every sentence of a batch from both ends, and its gradients.</summary>
internal sealed unsafe class LstmLayer(LstmWeights weights, int shard, float recurrentDropout)
{
    private readonly int _size = weights.Size;
    private readonly Matrix _projected = new(8 * weights.Size);
    private readonly Matrix _output = new(2 * weights.Size);
    private readonly Matrix _inputGradient = new(weights.Inputs.Value.Rows);
    private readonly Matrix _projectedGradient = new(8 * weights.Size);
    private readonly Direction[] _directions = [new(weights.Size), new(weights.Size)];
    private Matrix? _input;

    /// <summary>What one direction remembers of a batch, rows in step order.</summary>
    private sealed class Direction(int size)
    {
        public Matrix Gates { get; } = new(4 * size);

        public Matrix Cells { get; } = new(size);

        public Matrix Hidden { get; } = new(size);

        /// <summary>The outputs of the step before, as the gates saw them.</summary>
        public Matrix Before { get; } = new(size);

        public Matrix Mask { get; } = new(size);

        public Matrix HiddenGradient { get; } = new(size);

        public Matrix CellGradient { get; } = new(size);
    }

    public Matrix Forward(Matrix input, Batch batch, DeterministicRandom? dropout)
    {
        _input = input;
        _projected.Resize(batch.Tokens);
        Gemm.Multiply(input.Start, input.Width, 1, batch.Tokens, weights.Inputs.Packed.Start, input.Width, 8 * _size, _projected.Start, 8 * _size, false);
        Activation.Bias(_projected.Start, batch.Tokens, 8 * _size, weights.Bias.Value.Start);
        _output.Resize(batch.Tokens);
        Run(batch, dropout, false);
        Run(batch, dropout, true);
        return _output;
    }

    private void Run(Batch batch, DeterministicRandom? dropout, bool backwards)
    {
        var (d, side) = (_directions[backwards ? 1 : 0], backwards ? 1 : 0);
        d.Gates.Resize(batch.Tokens);
        d.Cells.Resize(batch.Tokens);
        d.Hidden.Resize(batch.Tokens);
        d.Before.Resize(batch.Tokens);
        d.Mask.Resize(batch.Sentences.Length);
        Dropout.Fill(d.Mask.Values, dropout, recurrentDropout);
        var recurrent = (backwards ? weights.Backward : weights.Forward).Packed.Start;
        for (var t = 0; t < batch.Steps; t++)
        {
            var (row, active) = (batch.StepStart[t], batch.Active(t));
            for (var s = 0; s < active; s++)
            {
                var from = _projected.RowSpan(batch.TokenAt(t, s, backwards)).Slice(side * 4 * _size, 4 * _size);
                from.CopyTo(d.Gates.RowSpan(row + s));
            }
            if (t > 0)
            {
                for (var s = 0; s < active; s++) Multiply(d.Hidden.Row(batch.StepStart[t - 1] + s), d.Mask.Row(s), d.Before.Row(row + s), _size);
                Gemm.Multiply(d.Before.Row(row), _size, 1, active, recurrent, _size, 4 * _size, d.Gates.Row(row), 4 * _size, true);
            }
            else
            {
                new Span<float>(d.Before.Row(row), active * _size).Clear();
            }
            for (var s = 0; s < active; s++)
            {
                Activation.LstmCell(d.Gates.Row(row + s), t == 0 ? null : d.Cells.Row(batch.StepStart[t - 1] + s), d.Cells.Row(row + s), d.Hidden.Row(row + s), _size);
                d.Hidden.RowSpan(row + s).CopyTo(_output.RowSpan(batch.TokenAt(t, s, backwards)).Slice(side * _size, _size));
            }
        }
    }

    /// <summary>Takes the gradient of the outputs, adds to those of the weights, gives that of the inputs.</summary>
    public Matrix Backward(Matrix outputGradient, Batch batch)
    {
        Learn(outputGradient, batch);

        _inputGradient.Resize(batch.Tokens);
        Gemm.Multiply(_projectedGradient.Start, 8 * _size, 1, batch.Tokens, weights.Inputs.PackedTransposed.Start, 8 * _size, _inputGradient.Width,
            _inputGradient.Start, _inputGradient.Width, false);
        return _inputGradient;
    }

    /// <summary>Takes the gradient of the outputs, adds to those of the weights; that of the inputs is not wanted.</summary>
    public void Learn(Matrix outputGradient, Batch batch)
    {
        _projectedGradient.Resize(batch.Tokens);
        RunBack(outputGradient, batch, false);
        RunBack(outputGradient, batch, true);
        var bias = weights.Bias.Gradient(shard);
        for (var row = 0; row < batch.Tokens; row++) Add(_projectedGradient.Row(row), bias.Start, 8 * _size);
        Products.AddTransposed(_input!, _projectedGradient, weights.Inputs.Gradient(shard));
    }

    private void RunBack(Matrix outputGradient, Batch batch, bool backwards)
    {
        var (d, side) = (_directions[backwards ? 1 : 0], backwards ? 1 : 0);
        var recurrent = backwards ? weights.Backward : weights.Forward;
        d.HiddenGradient.Resize(batch.Sentences.Length).Clear();
        d.CellGradient.Resize(batch.Sentences.Length).Clear();
        for (var t = batch.Steps - 1; t >= 0; t--)
        {
            var (row, active) = (batch.StepStart[t], batch.Active(t));
            for (var s = 0; s < active; s++)
            {
                var token = batch.TokenAt(t, s, backwards);
                Add(outputGradient.Row(token) + side * _size, d.HiddenGradient.Row(s), _size);
                CellBack(d.Gates.Row(row + s), t == 0 ? null : d.Cells.Row(batch.StepStart[t - 1] + s), d.Cells.Row(row + s), d.HiddenGradient.Row(s), d.CellGradient.Row(s), _size);
                d.Gates.RowSpan(row + s).CopyTo(_projectedGradient.RowSpan(token).Slice(side * 4 * _size, 4 * _size));
            }
            if (t == 0) break;
            Gemm.Multiply(d.Gates.Row(row), 4 * _size, 1, active, recurrent.PackedTransposed.Start, 4 * _size, _size, d.HiddenGradient.Start, _size, false);
            for (var s = 0; s < active; s++) Multiply(d.HiddenGradient.Row(s), d.Mask.Row(s), d.HiddenGradient.Row(s), _size);
        }
        Products.AddTransposed(d.Before, d.Gates, recurrent.Gradient(shard));
    }

    /// <summary>Replaces the gates by their gradients before their functions, and the cell's gradient by that of the cell before.</summary>
    private static void CellBack(float* gates, float* before, float* cell, float* hiddenGradient, float* cellGradient, int size)
    {
        var one = Vector512<float>.One;
        for (var j = 0; j < size; j += 16)
        {
            var i = Vector512.Load(gates + j);
            var f = Vector512.Load(gates + size + j);
            var o = Vector512.Load(gates + 2 * size + j);
            var g = Vector512.Load(gates + 3 * size + j);
            var bent = Activation.Tanh(Vector512.Load(cell + j));
            var dh = Vector512.Load(hiddenGradient + j);
            var dc = Vector512.Load(cellGradient + j) + dh * o * (one - bent * bent);
            var previous = before == null ? Vector512<float>.Zero : Vector512.Load(before + j);
            (dc * g * i * (one - i)).Store(gates + j);
            (dc * previous * f * (one - f)).Store(gates + size + j);
            (dh * bent * o * (one - o)).Store(gates + 2 * size + j);
            (dc * i * (one - g * g)).Store(gates + 3 * size + j);
            (dc * f).Store(cellGradient + j);
        }
    }

    private static void Add(float* from, float* to, int length)
    {
        for (var j = 0; j < length; j += 16) (Vector512.Load(to + j) + Vector512.Load(from + j)).Store(to + j);
    }

    private static void Multiply(float* a, float* b, float* product, int length)
    {
        for (var j = 0; j < length; j += 16) (Vector512.Load(a + j) * Vector512.Load(b + j)).Store(product + j);
    }
}
