using Counterclaim.Language.Features;
using Counterclaim.Language.Models;

namespace Counterclaim.Language.Parsing;

/// <summary>Gives every token its head and relation: a greedy arc-hybrid parser, trained with a dynamic oracle (Goldberg and Nivre 2013).</summary>
/// <remarks>Two transitions a token, so linear in the length of the sentence.</remarks>
internal sealed class Parser(SparseWeights weights)
{
    /// <summary>Parses a tagged sentence; heads are indexes in the sentence, −1 for its root.</summary>
    public void Parse(Sentence sentence, ParserState state)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        Span<int> scores = stackalloc int[ParserState.Transitions];
        state.Start(sentence);
        while (!state.IsFinal)
        {
            var count = ParserFeatures.Fill(state, features);
            weights.Score(features[..count], scores);
            if (state.EndsOverPunctuation) state.AttachPunctuationBelow();
            else state.Apply(BestLegal(state, scores));
        }
    }

    /// <summary>The legal transition of the highest score, the first of equals. A punctuation mark heads nothing but others of its kind.</summary>
    public static int BestLegal(ParserState state, ReadOnlySpan<int> scores)
    {
        var best = -1;
        if (state.CanShift) best = ParserState.Shift;
        if (state.CanLeft)
        {
            const int root = ParserState.FirstLeft + (int)Deprel.Root;
            if (state.Next == state.Sentence.Count) return state.Depth == 1 ? root : BestIn(scores, ParserState.FirstRight + 1, ParserState.Transitions, best);
            if (best < 0 || state.MayHead(state.Next, state.Stack(0))) best = BestIn(scores, ParserState.FirstLeft + 1, ParserState.FirstRight, best);
        }
        if (state.CanRight && (best < 0 || state.MayHead(state.Stack(1), state.Stack(0)))) best = BestIn(scores, ParserState.FirstRight + 1, ParserState.Transitions, best);
        return best;
    }

    private static int BestIn(ReadOnlySpan<int> scores, int from, int to, int best)
    {
        var score = best < 0 ? int.MinValue : scores[best];
        for (var i = from; i < to; i++)
        {
            if (scores[i] <= score) continue;
            score = scores[i];
            best = i;
        }
        return best;
    }
}
