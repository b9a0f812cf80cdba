using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>
/// D: contiguous spans of a role, each text's set against set, as CofeNet's cal_evaluation_detail counts them (Wang et al.,
/// CofeNet: Context and Former-Label Enhanced Net for Complicated Quotation Extraction, COLING 2022): the same span, the
/// same first token, and the mean Jaccard coefficient of spans with their best counterpart.
/// </summary>
internal static class SpanMetrics
{
    public const string Exact = "D span exact";
    public const string Begin = "D span begin";
    public const string Jaccard = "D Jaccard";

    public static void Add(Tally tally, Alignment alignment, GoldTokens tokens)
    {
        var spans = QuoteScores.Roles.Select(role => (
            Name: role.Name(), Gold: Spans(alignment.Gold, role, tokens), Predicted: Spans(alignment.Predicted, role, tokens))).ToList();
        foreach (var (name, gold, predicted) in spans)
            tally.Matches(Exact, name, gold.Intersect(predicted).Count(), predicted.Count, gold.Count);
        foreach (var (name, gold, predicted) in spans)
        {
            var goldStarts = gold.Select(s => s.Start).ToHashSet();
            var predictedStarts = predicted.Select(s => s.Start).ToHashSet();
            tally.Matches(Begin, name, goldStarts.Count(predictedStarts.Contains), predictedStarts.Count, goldStarts.Count);
        }
        foreach (var (name, gold, predicted) in spans)
        {
            var missed = predicted.Count(p => !gold.Any(g => g.Overlap(p) > 0));
            tally.Share(Jaccard, name, gold.Sum(g => predicted.Select(p => Similarity(g, p)).DefaultIfEmpty(0).Max()), gold.Count + missed);
        }
    }

    private static HashSet<PointSpan> Spans(IReadOnlyList<TokenStatement> statements, Role role, GoldTokens tokens) =>
        [.. statements.SelectMany(s => s.Source[role]).Select(tokens.Range).OfType<PointSpan>()];

    private static double Similarity(PointSpan a, PointSpan b) =>
        (double)a.Overlap(b) / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
}
