using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>Causes and effects: tokens inside paired consequences, and the relation on the pairs.</summary>
internal static class ConsequenceScores
{
    public static void Add(Tally tally, ConflictReport gold, ConflictReport predicted, GoldTokens tokens)
    {
        var goldSets = gold.Consequences.Select(c => (Cause: tokens.In([c.Cause]), Effect: tokens.In([c.Effect]))).ToList();
        var predictedSets = predicted.Consequences.Select(c => (Cause: tokens.In([c.Cause]), Effect: tokens.In([c.Effect]))).ToList();
        var pairs = SpanPairs.Greedy(goldSets.Count, predictedSets.Count, (i, j) =>
            (SpanPairs.Dice(goldSets[i].Cause, predictedSets[j].Cause) + SpanPairs.Dice(goldSets[i].Effect, predictedSets[j].Effect)) / 2);
        tally.Matches("consequence found", "", pairs.Count, predictedSets.Count, goldSets.Count);
        tally.Matches("consequence token", "cause", pairs.Sum(p => goldSets[p.Gold].Cause.Shared(predictedSets[p.Predicted].Cause)),
            predictedSets.Sum(s => s.Cause.Count), goldSets.Sum(s => s.Cause.Count));
        tally.Matches("consequence token", "effect", pairs.Sum(p => goldSets[p.Gold].Effect.Shared(predictedSets[p.Predicted].Effect)),
            predictedSets.Sum(s => s.Effect.Count), goldSets.Sum(s => s.Effect.Count));
        tally.Share("relation accuracy", "", pairs.Count(p =>
            gold.Consequences[p.Gold].Relation == predicted.Consequences[p.Predicted].Relation), pairs.Count);
    }
}
