using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Times;

/// <summary>
/// Task A of TempEval-3 (UzZaman et al., SemEval-2013 task 1): spans strict and relaxed, and type and value judged on the
/// relaxed pairs; "F1" of an attribute is the relaxed F1 with only the pairs of the right attribute as hits.
/// </summary>
public static class TimeScores
{
    public static Tally Of(TimeDocument gold, TimeDocument? predicted)
    {
        var tally = new Tally();
        var predictions = predicted?.Times ?? [];
        var goldSpans = gold.Times.Select(t => t.Span).ToHashSet();
        var predictedSpans = predictions.Select(t => t.Span).ToHashSet();
        tally.Matches("strict", "", goldSpans.Count(predictedSpans.Contains), predictedSpans.Count, goldSpans.Count);

        var pairs = Pair(gold.Times, predictions);
        var types = pairs.Count(p => p.Gold.Type == p.Predicted.Type);
        var values = pairs.Count(p => p.Gold.Value == p.Predicted.Value);
        tally.Matches("relaxed", "", pairs.Count, predictions.Count, gold.Times.Count);
        tally.Matches("type", "", types, predictions.Count, gold.Times.Count);
        tally.Matches("value", "", values, predictions.Count, gold.Times.Count);
        tally.Share("type", "accuracy", types, pairs.Count);
        tally.Share("value", "accuracy", values, pairs.Count);
        return tally;
    }

    /// <summary>Every gold expression in turn takes the free prediction that overlaps it most, the later of two alike.</summary>
    private static List<(TimeMark Gold, TimeMark Predicted)> Pair(IReadOnlyList<TimeMark> gold, IReadOnlyList<TimeMark> predicted)
    {
        var pairs = new List<(TimeMark, TimeMark)>();
        var used = new bool[predicted.Count];
        foreach (var mark in gold)
        {
            int best = -1, bestOverlap = 1;
            for (var i = 0; i < predicted.Count; i++)
            {
                var overlap = mark.Span.Overlap(predicted[i].Span);
                if (used[i] || overlap < bestOverlap) continue;
                (best, bestOverlap) = (i, overlap);
            }
            if (best < 0) continue;
            used[best] = true;
            pairs.Add((mark, predicted[best]));
        }
        return pairs;
    }
}
