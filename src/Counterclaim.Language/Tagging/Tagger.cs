using Counterclaim.Language.Features;
using Counterclaim.Language.Models;

namespace Counterclaim.Language.Tagging;

/// <summary>Gives every token a joint tag (universal and Penn Treebank), from left to right, by an averaged perceptron
/// (Collins 2002) over hashed features.</summary>
internal sealed class Tagger
{
    private readonly SparseWeights _weights;

    public Tagger(SparseWeights weights, TagSet tags)
    {
        _weights = weights;
        Tags = tags;
    }

    public TagSet Tags { get; }

    public void Tag(Sentence sentence)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        Span<int> scores = stackalloc int[256];
        for (var i = 0; i < sentence.Count; i++)
        {
            var count = TaggerFeatures.Fill(sentence, i, features);
            _weights.Score(features[..count], scores);
            var best = 0;
            for (var tag = 1; tag < _weights.Classes; tag++)
                if (scores[tag] > scores[best]) best = tag;
            sentence.Tag[i] = (byte)best;
            sentence.Upos[i] = (byte)Tags.Upos[best];
        }
    }
}

/// <summary>The joint tags a tagger chooses from.</summary>
internal sealed class TagSet
{
    /// <param name="names">One a tag: the universal and the Penn Treebank tag with a space between.</param>
    public TagSet(string[] names)
    {
        if (names.Length > 250) throw new InvalidDataException("More tags than a byte holds.");
        Names = names;
        Upos = [.. names.Select(name => UniversalNames.ParseUpos(name.Split(' ')[0]))];
        Xpos = [.. names.Select(name => name.Split(' ')[1])];
    }

    public string[] Names { get; }

    public Upos[] Upos { get; }

    public string[] Xpos { get; }
}
