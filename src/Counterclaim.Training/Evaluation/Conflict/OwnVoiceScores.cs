using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>What the publisher asserts itself: tokens of the clauses, certainty on paired clauses, and tokens of loaded words.</summary>
internal static class OwnVoiceScores
{
    public static void Add(Tally tally, ConflictReport gold, ConflictReport predicted, GoldTokens tokens)
    {
        AddTokens(tally, "own-voice token", gold.Own.Select(o => o.Span), predicted.Own.Select(o => o.Span), tokens);
        var pairs = SpanPairs.Of([.. gold.Own.Select(o => tokens.In([o.Span]))], [.. predicted.Own.Select(o => tokens.In([o.Span]))]);
        tally.Matches("own-voice clause", "", pairs.Count, predicted.Own.Count, gold.Own.Count);
        tally.Share("certainty accuracy", "", pairs.Count(p => gold.Own[p.Gold].Certainty == predicted.Own[p.Predicted].Certainty), pairs.Count);
        AddTokens(tally, "loaded token", gold.Own.SelectMany(o => o.Loaded), predicted.Own.SelectMany(o => o.Loaded), tokens);
    }

    private static void AddTokens(Tally tally, string measure, IEnumerable<PointSpan> gold, IEnumerable<PointSpan> predicted, GoldTokens tokens)
    {
        var (wanted, found) = (tokens.In([.. gold]), tokens.In([.. predicted]));
        tally.Matches(measure, "", wanted.Shared(found), found.Count, wanted.Count);
    }
}
