using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>Causes and effects: tokens inside paired consequences, and the relation on the pairs.</summary>
internal static class ConsequenceScores
{
    public static void Add(Tally tally, ConflictReport gold, ConflictReport predicted, GoldTokens tokens)
    {
        var (goldSets, predictedSets) = (Sets(gold, tokens), Sets(predicted, tokens));
        var pairs = Pairs(gold, predicted, tokens);
        tally.Matches("consequence found", "", pairs.Count, predictedSets.Count, goldSets.Count);
        tally.Matches("consequence token", "cause", pairs.Sum(p => goldSets[p.Gold].Cause.Shared(predictedSets[p.Predicted].Cause)),
            predictedSets.Sum(s => s.Cause.Count), goldSets.Sum(s => s.Cause.Count));
        tally.Matches("consequence token", "effect", pairs.Sum(p => goldSets[p.Gold].Effect.Shared(predictedSets[p.Predicted].Effect)),
            predictedSets.Sum(s => s.Effect.Count), goldSets.Sum(s => s.Effect.Count));
        tally.Share("relation accuracy", "", pairs.Count(p =>
            gold.Consequences[p.Gold].Relation == predicted.Consequences[p.Predicted].Relation), pairs.Count);
    }

    /// <summary>Consequences paired by the mean Dice coefficient of cause and effect.</summary>
    public static IReadOnlyList<(int Gold, int Predicted)> Pairs(ConflictReport gold, ConflictReport predicted, GoldTokens tokens)
    {
        var (goldSets, predictedSets) = (Sets(gold, tokens), Sets(predicted, tokens));
        return SpanPairs.Greedy(goldSets.Count, predictedSets.Count, (i, j) =>
            (SpanPairs.Dice(goldSets[i].Cause, predictedSets[j].Cause) + SpanPairs.Dice(goldSets[i].Effect, predictedSets[j].Effect)) / 2);
    }

    private static List<(TokenSet Cause, TokenSet Effect)> Sets(ConflictReport report, GoldTokens tokens) =>
        [.. report.Consequences.Select(c => (tokens.In([c.Cause]), tokens.In([c.Effect])))];
}
