using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>
/// E: content alone, strict (the whole set of tokens) and partial (the share of each content that is covered), after
/// Pareti et al., Automatically Detecting and Attributing Indirect Quotations, EMNLP 2013.
/// </summary>
internal static class ParetiMetrics
{
    public static void Add(Tally tally, Alignment alignment)
    {
        var gold = alignment.Gold.Select(s => s.Content).Where(c => !c.IsEmpty).ToList();
        var predicted = alignment.Predicted.Select(s => s.Content).Where(c => !c.IsEmpty).ToList();
        tally.Matches("E Pareti strict", "content", StrictHits(gold, predicted), predicted.Count, gold.Count);
        tally.Matches("E Pareti partial", "content",
            new MatchCount(predicted.Sum(p => Covered(p, gold)), predicted.Count, gold.Sum(g => Covered(g, predicted)), gold.Count));
    }

    private static int StrictHits(List<TokenSet> gold, List<TokenSet> predicted)
    {
        var open = new List<TokenSet>(gold);
        var hits = 0;
        foreach (var content in predicted)
        {
            var match = open.FindIndex(content.SameAs);
            if (match < 0) continue;
            open.RemoveAt(match);
            hits++;
        }
        return hits;
    }

    private static double Covered(TokenSet content, List<TokenSet> others) =>
        Math.Min(1, others.Sum(content.Shared) / (double)content.Count);
}
