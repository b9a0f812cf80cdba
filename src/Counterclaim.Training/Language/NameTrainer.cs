using Counterclaim.Language.Features;
using Counterclaim.Language.Models;
using Counterclaim.Language.Names;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary>Trains the name tagger: structured perceptron with averaging; where a corpus leaves tags open, towards the best sequence it allows.</summary>
internal sealed class NameTrainer(Tagger tagger, Lexicons lexicons, int seed)
{
    private const int Width = NameTags.Count;

    private readonly TrainingWeights _weights = new(Width, countFirst: true);
    private readonly TrainingWeights _transitions = new(Width, countFirst: false);
    private readonly Sentence _sentence = new();
    private readonly NameLattice _lattice = new();
    private readonly short[] _transitionScores = new short[(Width + 1) * Width];
    private readonly float _unit = 64;
    private uint _learnable;

    public (PackedWeights Weights, short[] Transitions) Train(List<NamedSentence> sentences, int epochs, int mostBytes, Action<string> progress)
    {
        _learnable = Learnable(sentences);
        var random = new Random(seed);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var index in order)
                if (!Learn(sentences[index])) wrong++;
            _weights.StopCounting();
            progress($"  names pass {epoch}: {100.0 * (sentences.Count - wrong) / sentences.Count:F2} % of sentences as marked");
        }
        return Pack(mostBytes);
    }

    /// <summary>The tags that some corpus marks beyond doubt. A kind that is only ever left open would come to stand for anything.</summary>
    private static uint Learnable(List<NamedSentence> sentences)
    {
        var tags = 1u << NameTags.Outside;
        foreach (var allowed in sentences.SelectMany(s => s.Allowed))
            if (System.Numerics.BitOperations.IsPow2(allowed)) tags |= allowed;
        return tags;
    }

    private uint Allowed(NamedSentence gold, int word) => (gold.Allowed[word] & _learnable) is var tags && tags != 0 ? tags : gold.Allowed[word];

    private bool Learn(NamedSentence gold)
    {
        _sentence.Read(gold.Text, gold.Tokens, lexicons.Clusters, lexicons.Usual);
        tagger.Tag(_sentence);
        _weights.Tick();
        _transitions.Tick();
        Span<byte> predicted = stackalloc byte[gold.Count];
        Decode(gold, predicted, false);
        if (Fits(gold, predicted)) return true;
        Span<byte> target = stackalloc byte[gold.Count];
        Decode(gold, target, true);
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        for (var i = 0; i < gold.Count; i++)
        {
            if (predicted[i] != target[i])
                _weights.Update(features[..NameFeatures.Fill(_sentence, i, _lattice.RunStart[i], _lattice.RunEnd[i], features)], target[i], predicted[i], 1);
            int before = i == 0 ? Width : predicted[i - 1], wanted = i == 0 ? Width : target[i - 1];
            if (before == wanted && predicted[i] == target[i]) continue;
            UpdateTransition(wanted, target[i], 1);
            UpdateTransition(before, predicted[i], -1);
        }
        return false;
    }

    private void UpdateTransition(int before, int tag, float step)
    {
        _transitions.Update([(uint)before + 1], tag, step);
        _transitionScores[before * Width + tag] += (short)(step * _unit);
    }

    private bool Fits(NamedSentence gold, ReadOnlySpan<byte> tags)
    {
        for (var i = 0; i < gold.Count; i++)
            if ((Allowed(gold, i) >> tags[i] & 1) == 0) return false;
        return true;
    }

    private void Decode(NamedSentence gold, Span<byte> tags, bool constrained)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<float> scores = stackalloc float[Width];
        _lattice.Start(_sentence);
        for (var i = 0; i < gold.Count; i++)
        {
            _weights.Score(features[..NameFeatures.Fill(_sentence, i, _lattice.RunStart[i], _lattice.RunEnd[i], features)], scores);
            var row = _lattice.Row(i);
            for (var tag = 0; tag < Width; tag++) row[tag] = (int)(scores[tag] * _unit);
            if (constrained) _lattice.Allow(i, Allowed(gold, i));
        }
        _lattice.Decode(_transitionScores, tags);
    }

    /// <summary>Transitions are scored in the units of the packed weights.</summary>
    private (PackedWeights Weights, short[] Transitions) Pack(int mostBytes)
    {
        var weights = _weights.Pack(mostBytes);
        var transitions = new short[(Width + 1) * Width];
        Span<float> row = stackalloc float[Width];
        for (var before = 0; before <= Width; before++)
        {
            _transitions.Average((uint)before + 1, row);
            for (var tag = 0; tag < Width; tag++)
                transitions[before * Width + tag] = (short)Math.Clamp(row[tag] / weights.Largest * SparseWeights.One, short.MinValue, short.MaxValue);
        }
        return (weights, transitions);
    }
}
