using System.Runtime.Intrinsics;
using Counterclaim.Language;
using Counterclaim.Language.Models;
using Counterclaim.Language.Neural;

namespace Counterclaim.Reading.Statements.Learning;

/// <summary>What the states of the language layer say of the labels of a chain: one layer of rectified units, over the state of a token,
/// that of the cue in question, and looked-up marks of how they stand to one another; then a score for every label.</summary>
internal sealed unsafe class HiddenModel
{
    private readonly ByteProduct _token, _cue;
    private readonly ByteRows _marks;
    private readonly Values<float> _bias, _scores;
    private readonly int _labels;

    public HiddenModel(ModelFile file, string name, int labels)
    {
        _labels = labels;
        _bias = file.Section<float>(name + ".bias");
        Units = _bias.Length;
        var inputs = file.Section<sbyte>(name + ".token").Length / Math.Max(1, Units);
        _token = new ByteProduct(file, name + ".token", inputs, Units);
        _cue = new ByteProduct(file, name + ".cue", inputs, Units);
        _marks = ByteRows.From(file, name + ".marks", Units);
        _scores = ModelFile.Sized(file.Section<float>(name + ".scores"), (Units + 1) * labels, name + ".scores");
        if (Units % Gemm.Granule != 0 || (_marks.Count & _marks.Count - 1) != 0) throw new InvalidDataException("The statement model is damaged.");
    }

    /// <summary>Units of the layer.</summary>
    public int Units { get; }

    /// <summary>Adds the scores of some tokens to those that the lattice has; nothing in a text too long for its states to be kept.</summary>
    /// <param name="cue">Token whose state tells which cue the labels are about; −1 where they are about none.</param>
    public void Score(Analysis analysis, TokenRange tokens, int cue, FeatureBuffer features, Lattice lattice, FloatBuffer space)
    {
        if (analysis.TokenCount > Analyzer.MostWithStates) return;
        var states = analysis.States(tokens);
        if (states.Length != tokens.Count * _token.Inputs) throw new ArgumentException("The analysis has no states that the statement model could read.", nameof(analysis));
        var units = space.Reserve((tokens.Count + 1) * Units);
        var row = units + tokens.Count * Units;
        var unit = Activation.UnitScale;
        _bias.Span.CopyTo(new Span<float>(row, Units));
        if (cue >= 0)
            fixed (byte* state = analysis.State(cue)) _cue.Multiply(state, 1, &unit, 0, _bias.Start, row);
        fixed (byte* from = states) _token.Multiply(from, tokens.Count, &unit, 0, row, units);
        for (var t = 0; t < tokens.Count; t++)
        {
            foreach (var mark in features.Marks(t)) _marks.Add((int)(mark & (uint)(_marks.Count - 1)), units + t * Units);
            AddScores(units + t * Units, lattice.Single(t));
        }
    }

    private void AddScores(float* units, Span<float> scores)
    {
        for (var label = 0; label < _labels; label++)
        {
            var weights = _scores.Start + label * (Units + 1);
            var sums = Vector512<float>.Zero;
            for (var j = 0; j < Units; j += 16)
                sums = Vector512.FusedMultiplyAdd(Vector512.MaxNative(Vector512.Load(units + j), Vector512<float>.Zero), Vector512.Load(weights + j), sums);
            // Sixteen sums added in one order: the same on every machine.
            var halves = sums.GetLower() + sums.GetUpper();
            var quarters = halves.GetLower() + halves.GetUpper();
            scores[label] += weights[Units] + ((quarters[0] + quarters[1]) + (quarters[2] + quarters[3]));
        }
    }
}
