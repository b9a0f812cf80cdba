using Counterclaim.Language.Models;
using Counterclaim.Language.Neural;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Naming;

/// <summary>The head for names that was trained with the language network. Its vote is another opinion; it is weak, for the states know too well the
/// sentences they were trained on.</summary>
internal sealed unsafe class SharedHead
{
    private readonly NameWeights _weights;
    private readonly NameHead _head;
    private readonly Matrix _states;

    /// <param name="weight">Of its scores beside those of the layers for names.</param>
    public SharedHead(ModelFile language, int stateSize, float weight)
    {
        _weights = new NameWeights(stateSize, 1, new DeterministicRandom(0));
        NetworkReader.ReadNames(language, _weights);
        foreach (var values in _weights.All) values.Scale(weight);
        foreach (var values in _weights.All) values.Pack();
        _head = new NameHead(_weights, 0);
        _states = new Matrix(stateSize);
    }

    public LinearWeights Scores => _weights.Scores;

    /// <summary>Adds what does not depend on the states to the bias and the chain of others.</summary>
    public void AddTo(Span<float> bias, Matrix transitions)
    {
        Add(_weights.Scores.Bias.Value.Values, bias);
        Add(_weights.Transitions.Value.Values, transitions.Values);
    }

    private static void Add(ReadOnlySpan<float> values, Span<float> sum)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += values[i];
    }

    /// <summary>Adds its scores for every word, and for every tag after another (<see cref="NameHead.AddScores"/>).</summary>
    public void AddScores(Batch batch, float[] words, float[] chain)
    {
        _states.Resize(batch.Tokens);
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var states = ((NameExample)batch.Sentences[s]).States;
            var rows = new Span<float>(_states.Row(batch.Starts[s]), states.Length);
            for (var i = 0; i < states.Length; i++) rows[i] = (states[i] - ByteProduct.Zero) * Activation.UnitScale;
        }
        _head.AddScores(_states, words, chain);
    }
}
