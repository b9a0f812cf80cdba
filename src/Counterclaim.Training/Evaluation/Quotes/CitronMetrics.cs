using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>
/// F: the metrics of Citron (Richard Smith, BBC, metrics.py). Exact: holder and content are right when some statement
/// with an overlapping cue has the same. Overlap: shared tokens by length; each token of a span counts once, where Citron
/// sums over all pairs and can exceed 1.
/// </summary>
internal static class CitronMetrics
{
    private const string Exact = "F Citron exact";
    private const string Overlap = "F Citron overlap";

    public static void Add(Tally tally, Alignment alignment)
    {
        AddExact(tally, alignment, "holder", (p, g) => p.Cue.Touches(g.Cue) && p.Holder.SameAs(g.Holder));
        AddExact(tally, alignment, "cue", (p, g) => p.Cue.SameAs(g.Cue));
        AddExact(tally, alignment, "content", (p, g) => p.Cue.Touches(g.Cue) && p.Content.SameAs(g.Content));
        AddExact(tally, alignment, "ALL", (p, g) => p.SameAs(g));

        var all = new MatchCount();
        foreach (var role in QuoteScores.Roles)
        {
            var gold = TokenSet.Union(alignment.Gold.Select(s => s[role]));
            var predicted = TokenSet.Union(alignment.Predicted.Select(s => s[role]));
            var count = new MatchCount(
                alignment.Predicted.Sum(s => s[role].Shared(gold)), alignment.Predicted.Sum(s => s[role].Count),
                alignment.Gold.Sum(s => s[role].Shared(predicted)), alignment.Gold.Sum(s => s[role].Count));
            tally.Matches(Overlap, role.Name(), count);
            all += count;
        }
        tally.Matches(Overlap, "ALL", all);
    }

    private static void AddExact(Tally tally, Alignment alignment, string part, Func<TokenStatement, TokenStatement, bool> same)
    {
        var hits = alignment.Predicted.Count(p => alignment.Gold.Any(g => same(p, g)));
        var missed = alignment.Gold.Count(g => !alignment.Predicted.Any(p => same(p, g)));
        tally.Matches(Exact, part, new MatchCount(hits, alignment.Predicted.Count, hits, hits + missed));
    }
}
