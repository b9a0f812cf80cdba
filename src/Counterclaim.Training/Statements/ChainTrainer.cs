using System.Runtime.Intrinsics;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Training.Statements;

/// <summary>Sequences with known labels, their hashed features kept flat.</summary>
internal sealed class ChainExamples(int labels)
{
    private readonly List<(uint[] Single, int[] SingleEnd, uint[] Pair, int[] PairEnd, byte[] Labels, int CueStart, int CueEnd)> _sequences = [];

    public int LabelCount { get; } = labels;

    public int Count => _sequences.Count;

    public long Positions { get; private set; }

    /// <summary>The sequences of several sets in one.</summary>
    public static ChainExamples Join(IReadOnlyList<ChainExamples> parts)
    {
        var joined = new ChainExamples(parts[0].LabelCount);
        foreach (var part in parts)
        {
            joined._sequences.AddRange(part._sequences);
            joined.Positions += part.Positions;
        }
        return joined;
    }

    /// <param name="fixedStart">The positions from here to <paramref name="fixedEnd"/> are known to be the cue when reading; −1 if nothing is.</param>
    public void Add(FeatureBuffer buffer, ReadOnlySpan<byte> labels, int fixedStart = -1, int fixedEnd = -1)
    {
        var n = buffer.Count;
        var (single, pair) = (new List<uint>(), new List<uint>());
        var (singleEnd, pairEnd) = (new int[n], new int[n]);
        for (var t = 0; t < n; t++)
        {
            foreach (var key in buffer.Single(t)) single.Add(key);
            foreach (var key in buffer.Pair(t)) pair.Add(key);
            (singleEnd[t], pairEnd[t]) = (single.Count, pair.Count);
        }
        _sequences.Add(([.. single], singleEnd, [.. pair], pairEnd, labels.ToArray(), fixedStart, fixedEnd));
        Positions += n;
    }

    public Sequence this[int index]
    {
        get
        {
            var (single, singleEnd, pair, pairEnd, labels, start, end) = _sequences[index];
            return new Sequence(single, singleEnd, pair, pairEnd, labels, start, end);
        }
    }

    internal readonly ref struct Sequence(uint[] single, int[] singleEnd, uint[] pair, int[] pairEnd, byte[] labels, int fixedStart, int fixedEnd)
    {
        public ReadOnlySpan<byte> Labels => labels;

        public int FixedStart => fixedStart;

        public int FixedEnd => fixedEnd;

        public ReadOnlySpan<uint> Single(int t) => single.AsSpan((t == 0 ? 0 : singleEnd[t - 1])..singleEnd[t]);

        public ReadOnlySpan<uint> Pair(int t) => pair.AsSpan((t == 0 ? 0 : pairEnd[t - 1])..pairEnd[t]);
    }
}

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
    private readonly uint _dropBelow;
    private uint _round;

    private ChainTrainer(int labels, ChainSettings settings)
    {
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
    public static ChainWeights Train(ChainExamples examples, ChainSettings settings, Action<string> log)
    {
        var trainer = new ChainTrainer(examples.LabelCount, settings);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(settings.Seed);
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (var i in order)
            {
                trainer._round = FeatureBuffer.Hash((uint)epoch, (uint)i);
                loss += trainer.Step(examples[i]);
            }
            log($"  pass {epoch + 1}: loss per token {loss / Math.Max(1, examples.Positions):F4}");
        }
        return trainer.Quantized();
    }

    /// <summary>Leaves out features at random, so that none relies on its company (dropout, Srivastava et al. 2014).</summary>
    private bool IsKept(uint key, int position) => (key * 0x9E3779B1u ^ ((_round + (uint)position) * 0x85EBCA6Bu)) * 0xC2B2AE35u >= _dropBelow;

    private double Step(ChainExamples.Sequence sequence)
    {
        var n = sequence.Labels.Length;
        if (n == 0) return 0;
        Score(sequence);
        if (sequence.FixedStart >= 0)
            Reading.Statements.ArgumentFinder.Constrain(
                _lattice, new Counterclaim.Language.TokenRange(0, n), new Counterclaim.Language.TokenRange(sequence.FixedStart, sequence.FixedEnd));
        var logSum = _lattice.Sum();
        var loss = logSum - _lattice.Score(sequence.Labels);
        Span<float> gradient = stackalloc float[Row * Row];
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
            foreach (var key in sequence.Single(t))
                if (IsKept(key, t)) Update(_single, (nuint)(key & _singleMask) * (2 * Row), row);
            if (t == 0) continue;
            for (var x = 0; x < _labels; x++)
                for (var y = 0; y < _labels; y++)
                    gradient[(x * Row) + y] = _lattice.Probability(t, x, y, logSum) -
                        (sequence.Labels[t - 1] == x && sequence.Labels[t] == y ? 1 : 0);
            foreach (var key in sequence.Pair(t))
            {
                if (!IsKept(key, t)) continue;
                var at = (nuint)(key & _pairMask) * (2 * Row * Row);
                for (var x = 0; x < _labels; x++)
                    Update(_pair, at + (nuint)(x * 2 * Row), Vector128.Create<float>(gradient.Slice(x * Row, Row)));
            }
        }
        return loss;
    }

    private void Score(ChainExamples.Sequence sequence)
    {
        var n = sequence.Labels.Length;
        _lattice.Resize(n);
        Span<float> sums = stackalloc float[Row];
        for (var t = 0; t < n; t++)
        {
            var sum = Vector128<float>.Zero;
            foreach (var key in sequence.Single(t))
                if (IsKept(key, t)) sum += Vector128.LoadUnsafe(ref _single[0], (nuint)(key & _singleMask) * (2 * Row));
            sum.CopyTo(sums);
            sums[.._labels].CopyTo(_lattice.Single(t));
            for (var x = 0; x < _labels; x++)
            {
                sum = Vector128<float>.Zero;
                foreach (var key in sequence.Pair(t))
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
        return new ChainWeights(_labels, Round(_single, 1), Round(_pair, _labels), step * (1 - _settings.Dropout));
    }
}

/// <param name="SingleBits">Logarithm of the number of buckets for features of one label.</param>
/// <param name="PairBits">The same for features of two labels in a row.</param>
/// <param name="Decay">Pull of a weight towards zero each time it is used.</param>
/// <param name="Dropout">Share of the features left out at random at each step.</param>
/// <param name="Negligible">Positions whose probabilities err by less are passed over.</param>
/// <param name="Clip">Largest weight that is kept.</param>
internal sealed record ChainSettings(
    int SingleBits, int PairBits, int Epochs, float Rate, float Decay, float Dropout = 0, int Seed = 1, float Negligible = 0.002f, float Clip = 3f);
