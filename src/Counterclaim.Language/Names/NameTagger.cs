using Counterclaim.Language.Features;
using Counterclaim.Language.Models;

namespace Counterclaim.Language.Names;

/// <summary>Finds names: the best sequence of begin, inside and outside tags under a linear model of first order
/// (structured perceptron, Collins 2002), over a tagged sentence.</summary>
internal sealed class NameTagger
{
    private readonly SparseWeights _weights;
    private readonly Values<short> _transitions;

    /// <param name="transitions">Score of every tag (column) after every tag (row), the start of a sentence being the last row.</param>
    public NameTagger(SparseWeights weights, Values<short> transitions)
    {
        _weights = weights;
        _transitions = transitions;
        if (transitions.Length != (NameTags.Count + 1) * NameTags.Count) throw new InvalidDataException("The name model is damaged.");
    }

    public void Tag(Sentence sentence, NameLattice lattice)
    {
        if (sentence.Count == 0) return;
        lattice.Start(sentence);
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        for (var i = 0; i < sentence.Count; i++)
        {
            var count = NameFeatures.Fill(sentence, i, lattice.RunStart[i], lattice.RunEnd[i], features);
            _weights.Score(features[..count], lattice.Row(i));
        }
        lattice.Decode(_transitions.Span, sentence.Name);
    }
}

/// <summary>Scores of every tag at every word of a sentence, and the search for the best sequence. Reused between sentences.</summary>
internal sealed class NameLattice
{
    private const int Width = NameTags.Count;
    private const int Impossible = int.MinValue / 4;

    private int[] _evidence = [];
    private int[] _scores = [];
    private byte[] _from = [];
    private int _count;

    public int[] RunStart = [], RunEnd = [];

    public void Start(Sentence sentence)
    {
        _count = sentence.Count;
        if (RunStart.Length < _count)
        {
            var size = Math.Max(128, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_count));
            (RunStart, RunEnd) = (new int[size], new int[size]);
            (_evidence, _scores, _from) = (new int[size * Width], new int[size * Width], new byte[size * Width]);
        }
        NameFeatures.FindRuns(sentence, RunStart, RunEnd);
    }

    /// <summary>What the features of a word say for every tag.</summary>
    public Span<int> Row(int word) => _evidence.AsSpan(word * Width, Width);

    /// <summary>What the words of a name say for every kind.</summary>
    public void KindScores(int start, int end, Span<long> scores)
    {
        for (var kind = 0; kind < NameTags.Kinds; kind++)
        {
            long sum = Row(start)[NameTags.Begin((EntityKind)kind)];
            for (var word = start + 1; word < end; word++) sum += Row(word)[NameTags.Inside((EntityKind)kind)];
            scores[kind] = sum;
        }
    }

    private Span<int> Best(int word) => _scores.AsSpan(word * Width, Width);

    /// <summary>Forbids the tags of a word whose bit is not set.</summary>
    public void Allow(int word, uint tags)
    {
        var row = Row(word);
        for (var tag = 0; tag < Width; tag++)
            if ((tags >> tag & 1) == 0) row[tag] = Impossible;
    }

    /// <summary>Viterbi search; ties go to the tag of the lower number.</summary>
    public void Decode(ReadOnlySpan<short> transitions, Span<byte> tags)
    {
        var start = transitions[(Width * Width)..];
        var first = Best(0);
        for (var tag = 0; tag < Width; tag++) first[tag] = NameTags.IsInside(tag) ? Impossible : Math.Max(Impossible, Row(0)[tag] + start[tag]);
        for (var i = 1; i < _count; i++) Step(i, transitions);
        var last = Best(_count - 1);
        var best = 0;
        for (var tag = 1; tag < Width; tag++)
            if (last[tag] > last[best]) best = tag;
        for (var i = _count - 1; i >= 0; i--)
        {
            tags[i] = (byte)best;
            best = _from[i * Width + best];
        }
    }

    private void Step(int word, ReadOnlySpan<short> transitions)
    {
        var before = Best(word - 1);
        var now = Best(word);
        var evidence = Row(word);
        // Whatever begins or stays outside may follow any tag; an inside has two to follow.
        for (var tag = 0; tag < Width; tag++)
        {
            int bestScore = int.MinValue, best = 0;
            if (NameTags.IsInside(tag))
            {
                for (var previous = tag - 1; previous <= tag; previous++)
                {
                    var score = before[previous] + transitions[previous * Width + tag];
                    if (score <= bestScore) continue;
                    (bestScore, best) = (score, previous);
                }
            }
            else
            {
                for (var previous = 0; previous < Width; previous++)
                {
                    var score = before[previous] + transitions[previous * Width + tag];
                    if (score <= bestScore) continue;
                    (bestScore, best) = (score, previous);
                }
            }
            now[tag] = Math.Max(Impossible, evidence[tag] + bestScore);
            _from[word * Width + tag] = (byte)best;
        }
    }
}
