using System.Runtime.Intrinsics;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Training.Statements;

/// <summary>Trains a conditional random field by stochastic gradient with per-weight steps (AdaGrad, Duchi et al. 2011).</summary>
/// <remarks>
/// The weights of a bucket and their sums of squares lie side by side in rows of four, so that one look into memory, which
/// is what training waits for, brings both.
/// </remarks>
internal sealed class ChainTrainer
{
    private const int Row = 4;
    private readonly ChainSettings _settings;
    private readonly int _labels;
    private readonly float[] _single;
    private readonly float[] _pair;
    private readonly uint _singleMask;
    private readonly uint _pairMask;
    private readonly Lattice _lattice;
    private readonly HiddenTrainer _hidden;
    private readonly uint _dropBelow;
    private uint _round;

    private ChainTrainer(int labels, ChainSettings settings, HiddenTrainer hidden)
    {
        _hidden = hidden;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labels, Row);
        (_labels, _settings) = (labels, settings);
        _single = new float[2 * Row << settings.SingleBits];
        _pair = new float[2 * Row * Row << settings.PairBits];
        _singleMask = (1u << settings.SingleBits) - 1;
        _pairMask = (1u << settings.PairBits) - 1;
        _lattice = new Lattice(labels);
        _dropBelow = (uint)(settings.Dropout * uint.MaxValue);
    }

    /// <summary>Trains on all examples in an order that the seed fixes.</summary>
    public static SequenceWeights Train(IReadOnlyList<ChainExample> examples, int labels, ChainSettings settings, Action<string> log)
    {
        const int warmup = 400;
        var hidden = new HiddenTrainer(labels, examples[0].Analysis.State(0).Length, settings);
        var trainer = new ChainTrainer(labels, settings, hidden);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(settings.Seed);
        var positions = examples.Sum(e => e.Count);
        var step = 0;
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (var i in order)
            {
                trainer._round = FeatureBuffer.Hash((uint)(epoch + settings.Epochs * (settings.Seed - 1)), (uint)i);
                hidden.Rate = settings.HiddenRate * Math.Min(1, (step + 1f) / warmup) * Math.Max(0.02f, 1 - (float)step / (settings.Epochs * order.Length));
                step++;
                loss += trainer.Step(examples[i]);
            }
            log($"  pass {epoch + 1}: loss per token {loss / Math.Max(1, positions):F4}");
        }
        return new SequenceWeights(trainer.Quantized(), hidden.Weights());
    }

    /// <summary>Leaves out features at random, so that none relies on its company (dropout, Srivastava et al. 2014).</summary>
    private bool IsKept(uint key, int position) => (key * 0x9E3779B1u ^ ((_round + (uint)position) * 0x85EBCA6Bu)) * 0xC2B2AE35u >= _dropBelow;

    private double Step(ChainExample sequence)
    {
        var n = sequence.Count;
        if (n == 0) return 0;
        Score(sequence);
        _hidden.Score(sequence, _lattice);
        if (sequence.CueHead >= 0) Reading.Statements.ArgumentFinder.Constrain(_lattice, sequence.Tokens, sequence.Cue);
        var logSum = _lattice.Sum();
        var loss = logSum - _lattice.Score(sequence.Labels);
        Span<float> gradient = stackalloc float[Row * Row];
        _hidden.Learn(sequence, _lattice, logSum);
        for (var t = 0; t < n; t++)
        {
            gradient.Clear();
            var largest = 0f;
            for (var y = 0; y < _labels; y++)
            {
                gradient[y] = _lattice.Probability(t, y, logSum) - (sequence.Labels[t] == y ? 1 : 0);
                largest = Math.Max(largest, Math.Abs(gradient[y]));
            }
            if (largest < _settings.Negligible) continue;
            var row = Vector128.Create<float>(gradient);
            foreach (var key in sequence.Single[t])
                if (IsKept(key, t)) Update(_single, (nuint)(key & _singleMask) * (2 * Row), row);
            if (t == 0) continue;
            for (var x = 0; x < _labels; x++)
                for (var y = 0; y < _labels; y++)
                    gradient[(x * Row) + y] = _lattice.Probability(t, x, y, logSum) -
                        (sequence.Labels[t - 1] == x && sequence.Labels[t] == y ? 1 : 0);
            foreach (var key in sequence.Pair[t])
            {
                if (!IsKept(key, t)) continue;
                var at = (nuint)(key & _pairMask) * (2 * Row * Row);
                for (var x = 0; x < _labels; x++)
                    Update(_pair, at + (nuint)(x * 2 * Row), Vector128.Create<float>(gradient.Slice(x * Row, Row)));
            }
        }
        return loss;
    }

    private void Score(ChainExample sequence)
    {
        var n = sequence.Count;
        _lattice.Resize(n);
        Span<float> sums = stackalloc float[Row];
        for (var t = 0; t < n; t++)
        {
            var sum = Vector128<float>.Zero;
            foreach (var key in sequence.Single[t])
                if (IsKept(key, t)) sum += Vector128.LoadUnsafe(ref _single[0], (nuint)(key & _singleMask) * (2 * Row));
            sum.CopyTo(sums);
            sums[.._labels].CopyTo(_lattice.Single(t));
            for (var x = 0; x < _labels; x++)
            {
                sum = Vector128<float>.Zero;
                foreach (var key in sequence.Pair[t])
                    if (IsKept(key, t)) sum += Vector128.LoadUnsafe(ref _pair[0], ((nuint)(key & _pairMask) * (2 * Row * Row)) + (nuint)(x * 2 * Row));
                sum.CopyTo(sums);
                sums[.._labels].CopyTo(_lattice.Pair(t)[(x * _labels)..]);
            }
        }
    }

    private void Update(float[] values, nuint at, Vector128<float> gradient)
    {
        ref var start = ref values[0];
        var weights = Vector128.LoadUnsafe(ref start, at);
        var squares = Vector128.LoadUnsafe(ref start, at + Row);
        gradient += weights * _settings.Decay;
        squares += gradient * gradient;
        weights -= gradient * _settings.Rate / Vector128.Sqrt(squares + Vector128.Create(1e-4f));
        weights.StoreUnsafe(ref start, at);
        squares.StoreUnsafe(ref start, at + Row);
    }

    /// <summary>The weights as bytes; the scale makes up for the features that were left out.</summary>
    private ChainWeights Quantized()
    {
        var largest = 0f;
        for (var i = 0; i < _single.Length; i += 2 * Row)
            for (var y = 0; y < _labels; y++) largest = Math.Max(largest, Math.Abs(_single[i + y]));
        var step = Math.Min(largest, _settings.Clip) / sbyte.MaxValue;
        sbyte[] Round(float[] values, int rows)
        {
            var rounded = new sbyte[values.Length / (2 * Row) * _labels];
            for (int i = 0, to = 0; i < values.Length; i += 2 * Row)
            {
                if (rows > 1 && i / (2 * Row) % Row >= rows) continue;
                for (var y = 0; y < _labels; y++, to++)
                    rounded[to] = (sbyte)Math.Clamp(MathF.Round(values[i + y] / step), sbyte.MinValue, sbyte.MaxValue);
            }
            return rows > 1 ? rounded[..(rounded.Length / Row * rows)] : rounded;
        }
        return new ChainWeights(Round(_single, 1), Round(_pair, _labels), step * (1 - _settings.Dropout));
    }
}

/// <param name="SingleBits">Logarithm of the number of buckets for features of one label.</param>
/// <param name="PairBits">The same for features of two labels in a row.</param>
/// <param name="Decay">Pull of a weight towards zero each time it is used.</param>
/// <param name="Dropout">Share of the features left out at random at each step.</param>
/// <param name="Negligible">Positions whose probabilities err by less are passed over.</param>
/// <param name="Clip">Largest weight that is kept.</param>
/// <param name="Units">Units of the layer over the states.</param>
/// <param name="MarkBits">Logarithm of the rows for its marks.</param>
/// <param name="HiddenRate">Its learning rate after the first steps; it falls to nothing in a straight line.</param>
/// <param name="InputDropout">Share of the elements of states left out for a whole sequence.</param>
/// <param name="UnitDropout">The same of units.</param>
internal sealed record ChainSettings(
    int SingleBits, int PairBits, int Epochs, float Rate, float Decay, float Dropout = 0, int Seed = 1, float Negligible = 0.002f, float Clip = 3f,
    int Units = 128, int MarkBits = 13, float HiddenRate = 0.001f, float InputDropout = 0.2f, float UnitDropout = 0.3f);
