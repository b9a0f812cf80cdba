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
internal sealed class ChainTrainer
{
    private readonly ChainSettings _settings;
    private readonly int _labels;
    private readonly float[] _single;
    private readonly float[] _singleSquares;
    private readonly float[] _pair;
    private readonly float[] _pairSquares;
    private readonly uint _singleMask;
    private readonly uint _pairMask;
    private readonly Lattice _lattice;
    private readonly uint _dropBelow;
    private uint _round;

    private ChainTrainer(int labels, ChainSettings settings)
    {
        (_labels, _settings) = (labels, settings);
        _single = new float[labels << settings.SingleBits];
        _singleSquares = new float[_single.Length];
        _pair = new float[(labels * labels) << settings.PairBits];
        _pairSquares = new float[_pair.Length];
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
    private bool IsKept(uint key, int position) => FeatureBuffer.Hash(key, _round + (uint)position) >= _dropBelow;

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
        Span<float> gradient = stackalloc float[_labels * _labels];
        for (var t = 0; t < n; t++)
        {
            var row = gradient[.._labels];
            var largest = 0f;
            for (var y = 0; y < _labels; y++)
            {
                row[y] = _lattice.Probability(t, y, logSum) - (sequence.Labels[t] == y ? 1 : 0);
                largest = Math.Max(largest, Math.Abs(row[y]));
            }
            if (largest < _settings.Negligible) continue;
            foreach (var key in sequence.Single(t))
                if (IsKept(key, t)) Update(_single, _singleSquares, (int)(key & _singleMask) * _labels, row);
            if (t == 0) continue;
            for (var x = 0; x < _labels; x++)
                for (var y = 0; y < _labels; y++)
                    gradient[(x * _labels) + y] = _lattice.Probability(t, x, y, logSum) -
                        (sequence.Labels[t - 1] == x && sequence.Labels[t] == y ? 1 : 0);
            foreach (var key in sequence.Pair(t))
                if (IsKept(key, t)) Update(_pair, _pairSquares, (int)(key & _pairMask) * _labels * _labels, gradient);
        }
        return loss;
    }

    private void Score(ChainExamples.Sequence sequence)
    {
        var n = sequence.Labels.Length;
        _lattice.Resize(n);
        for (var t = 0; t < n; t++)
        {
            var target = _lattice.Single(t);
            target.Clear();
            foreach (var key in sequence.Single(t))
            {
                if (!IsKept(key, t)) continue;
                var at = (int)(key & _singleMask) * _labels;
                for (var y = 0; y < target.Length; y++) target[y] += _single[at + y];
            }
            target = _lattice.Pair(t);
            target.Clear();
            foreach (var key in sequence.Pair(t))
            {
                if (!IsKept(key, t)) continue;
                var at = (int)(key & _pairMask) * _labels * _labels;
                for (var y = 0; y < target.Length; y++) target[y] += _pair[at + y];
            }
        }
    }

    private void Update(float[] weights, float[] squares, int at, ReadOnlySpan<float> gradient)
    {
        for (var y = 0; y < gradient.Length; y++)
        {
            var g = gradient[y] + (_settings.Decay * weights[at + y]);
            squares[at + y] += g * g;
            weights[at + y] -= _settings.Rate * g / MathF.Sqrt(squares[at + y] + 1e-4f);
        }
    }

    private ChainWeights Quantized()
    {
        for (var i = 0; i < _single.Length; i++) _single[i] *= 1 - _settings.Dropout;
        for (var i = 0; i < _pair.Length; i++) _pair[i] *= 1 - _settings.Dropout;
        var largest = Math.Max(_single.Max(MathF.Abs), _pair.Max(MathF.Abs));
        var scale = Math.Min(largest, _settings.Clip) / sbyte.MaxValue;
        sbyte[] Round(float[] weights) => [.. weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w / scale), sbyte.MinValue, sbyte.MaxValue))];
        return new ChainWeights(_labels, Round(_single), Round(_pair), scale);
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
