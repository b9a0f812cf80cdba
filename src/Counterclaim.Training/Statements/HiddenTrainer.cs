using System.Runtime.Intrinsics;
using Counterclaim.Language.Neural;
using Counterclaim.Reading.Statements.Learning;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Statements;

/// <summary>Learns a <see cref="HiddenModel"/> along with the chain that its scores are part of (Adam, a few sequences a step).</summary>
internal sealed unsafe class HiddenTrainer
{
    private const int Together = 8;
    private readonly int _labels, _inputs;
    private readonly ChainSettings _settings;
    private readonly DeterministicRandom _random;
    private readonly Weight _token, _cue, _bias, _scores;
    private readonly Table _marks;
    private readonly Matrix _states, _units, _unitGradient, _inputMask, _unitMask, _cueState, _labelGradient;
    private int _waiting, _step;

    public HiddenTrainer(int labels, int inputs, ChainSettings settings)
    {
        (_labels, _inputs, _settings) = (labels, inputs, settings);
        var units = settings.Units;
        _random = new DeterministicRandom((ulong)settings.Seed);
        _token = new Weight(inputs, units, true, 1).Glorot(_random);
        _cue = new Weight(inputs, units, true, 1).Glorot(_random);
        _bias = new Weight(1, units, false, 1);
        // A column for the labels' bias behind the units', filled up to sixteen.
        _scores = new Weight(units + 1, 16, false, 1).Glorot(_random, 16);
        _marks = new Table(1 << settings.MarkBits, units, 1, _random, 0.05f);
        (_states, _units, _unitGradient, _labelGradient) = (new Matrix(inputs), new Matrix(units), new Matrix(units), new Matrix(16));
        (_inputMask, _unitMask, _cueState) = (new Matrix(inputs, 1), new Matrix(units, 1), new Matrix(inputs, 1));
        foreach (var weight in Learned) weight.Pack();
    }

    private Weight[] Learned => [_token, _cue, _bias, _scores];

    public float Rate { get; set; }

    /// <summary>Adds its scores to those of the lattice.</summary>
    public void Score(ChainExample sequence, Lattice lattice)
    {
        var (n, units) = (sequence.Count, _settings.Units);
        Dropout.Fill(_inputMask.Values, _random, _settings.InputDropout);
        Dropout.Fill(_unitMask.Values, _random, _settings.UnitDropout);
        _states.Resize(n);
        for (var t = 0; t < n; t++) Read(sequence.Analysis.State(sequence.Tokens.Start + t), _states.RowSpan(t));
        _units.Resize(n);
        for (var t = 0; t < n; t++) _bias.Value.RowSpan(0).CopyTo(_units.RowSpan(t));
        if (sequence.CueHead >= 0)
        {
            Read(sequence.Analysis.State(sequence.CueHead), _cueState.RowSpan(0));
            Gemm.Multiply(_cueState.Start, _inputs, 1, 1, _cue.Packed.Start, _inputs, units, _units.Start, units, true);
            for (var t = 1; t < n; t++) _units.RowSpan(0).CopyTo(_units.RowSpan(t));
        }
        Gemm.Multiply(_states.Start, _inputs, 1, n, _token.Packed.Start, _inputs, units, _units.Start, units, true);
        for (var t = 0; t < n; t++)
        {
            foreach (var mark in sequence.Marks[t]) Add(_marks.Value.Row(Row(mark)), _units.Row(t));
            for (var j = 0; j < units; j += 16) (Vector512.Max(Vector512.Load(_units.Row(t) + j), Vector512<float>.Zero) * Vector512.Load(_unitMask.Start + j)).Store(_units.Row(t) + j);
            var sums = Vector512.Load(_scores.Value.Row(units));
            for (var j = 0; j < units; j++) sums += Vector512.Load(_scores.Value.Row(j)) * _units.Row(t)[j];
            for (var label = 0; label < _labels; label++) lattice.Single(t)[label] += sums[label];
        }
    }

    private int Row(uint mark) => (int)(mark & (uint)(_marks.Value.Rows - 1));

    private void Read(ReadOnlySpan<byte> state, Span<float> row)
    {
        for (var i = 0; i < row.Length; i++) row[i] = (state[i] - ByteProduct.Zero) * Activation.UnitScale * _inputMask.Values[i];
    }

    private void Add(float* from, float* to)
    {
        for (var j = 0; j < _settings.Units; j += 16) (Vector512.Load(to + j) + Vector512.Load(from + j)).Store(to + j);
    }

    /// <summary>Learns from the probabilities of the lattice, whose scores are of the same sequence.</summary>
    public void Learn(ChainExample sequence, Lattice lattice, float logSum)
    {
        var (n, units) = (sequence.Count, _settings.Units);
        _unitGradient.Resize(n);
        _labelGradient.Resize(n).Clear();
        var scores = _scores.Gradient(0);
        for (var t = 0; t < n; t++)
        {
            var gradient = _labelGradient.RowSpan(t);
            for (var label = 0; label < _labels; label++) gradient[label] = lattice.Probability(t, label, logSum) - (sequence.Labels[t] == label ? 1 : 0);
            var row = Vector512.Load(_labelGradient.Row(t));
            for (var j = 0; j < units; j++)
            {
                var unit = _units.Row(t)[j];
                _unitGradient.Row(t)[j] = unit > 0 ? Vector512.Dot(row, Vector512.Load(_scores.Value.Row(j))) * _unitMask.Values[j] : 0;
                if (unit > 0) (Vector512.Load(scores.Row(j)) + row * unit).Store(scores.Row(j));
            }
            (Vector512.Load(scores.Row(units)) + row).Store(scores.Row(units));
            foreach (var mark in sequence.Marks[t])
            {
                var to = _marks.Gradient(0, Row(mark));
                fixed (float* start = to) Add(_unitGradient.Row(t), start);
            }
        }
        Products.AddTransposed(_states, _unitGradient, _token.Gradient(0));
        var before = new float[units];
        _bias.Gradient(0).RowSpan(0).CopyTo(before);
        Products.AddRows(_unitGradient, _bias.Gradient(0));
        if (sequence.CueHead >= 0)
        {
            var sum = new Matrix(units, 1);
            for (var j = 0; j < units; j++) sum.Values[j] = _bias.Gradient(0).Values[j] - before[j];
            Products.AddTransposed(_cueState, sum, _cue.Gradient(0));
        }
        if (++_waiting == Together) Step();
    }

    private void Step()
    {
        _waiting = 0;
        _step++;
        var squares = _marks.Gather();
        foreach (var weight in Learned) squares += weight.Gather();
        const float beta1 = 0.9f, beta2 = 0.98f, longest = 5f;
        var norm = Math.Sqrt(squares) / Together;
        var scale = (norm > longest ? (float)(longest / norm) : 1f) / Together;
        var step = new AdamStep(scale, Rate / (1 - MathF.Pow(beta1, _step)), 1 / MathF.Sqrt(1 - MathF.Pow(beta2, _step)), beta1, beta2);
        foreach (var weight in Learned) weight.Step(step);
        _marks.Step(step);
    }

    /// <summary>What has been learned.</summary>
    public HiddenWeights Weights()
    {
        var scores = new float[_labels * (_settings.Units + 1)];
        for (var label = 0; label < _labels; label++)
            for (var j = 0; j <= _settings.Units; j++) scores[label * (_settings.Units + 1) + j] = _scores.Value.RowSpan(j)[label];
        return new HiddenWeights(_token.Value, _cue.Value, [.. _bias.Value.RowSpan(0)[.._settings.Units]], _marks.Value, scores);
    }
}
