using System.Globalization;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>
/// G: the metrics of the Gender Gap Tracker (Asr et al., The Gender Gap Tracker, PLOS ONE 2021, evaluate_quotes.py):
/// a gold content is found when a prediction covers more than a share of its characters; speaker and verb are judged
/// on what was found.
/// </summary>
internal static class GenderGapTrackerMetrics
{
    private static readonly double[] Thresholds = [0.3, 0.8];

    public static void Add(Tally tally, Alignment alignment, string text)
    {
        var points = PythonText.CodePoints(text);
        foreach (var threshold in Thresholds) Add(tally, alignment, points, threshold);
    }

    private static void Add(Tally tally, Alignment alignment, int[] points, double threshold)
    {
        int found = 0, speakers = 0, verbs = 0;
        var open = alignment.Predicted.ToList();
        foreach (var gold in alignment.Gold.Select(s => s.Source))
        {
            if (BestCover(gold, open, threshold) is not { } best) continue;
            open.Remove(best);
            found++;
            if (SameSpeaker(gold, best.Source)) speakers++;
            if (CueText(gold, points) == CueText(best.Source, points)) verbs++;
        }
        var limit = threshold.ToString(CultureInfo.InvariantCulture);
        tally.Matches($"G GGT quote >{limit}", "content", found, alignment.Predicted.Count, alignment.Gold.Count);
        tally.Share($"G GGT speaker >{limit}", "holder", speakers, found);
        tally.Share($"G GGT verb >{limit}", "cue", verbs, found);
    }

    private static TokenStatement? BestCover(QuoteStatement gold, List<TokenStatement> open, double threshold)
    {
        if (Hull(gold.Content) is not { Length: > 0 } hull) return null;
        TokenStatement? best = null;
        var bestCover = threshold;
        foreach (var candidate in open)
        {
            if (Hull(candidate.Source.Content) is not { } other) continue;
            var cover = (double)hull.Overlap(other) / hull.Length;
            if (cover <= bestCover) continue;
            (best, bestCover) = (candidate, cover);
        }
        return best;
    }

    private static bool SameSpeaker(QuoteStatement gold, QuoteStatement predicted) => (Hull(gold.Holder), Hull(predicted.Holder)) switch
    {
        (null, null) => true,
        ({ } a, { } b) => a.Overlap(b) > 0,
        _ => false,
    };

    private static PointSpan? Hull(IReadOnlyList<PointSpan> spans) =>
        spans.Count == 0 ? null : new PointSpan(spans.Min(s => s.Start), spans.Max(s => s.End));

    private static string CueText(QuoteStatement statement, int[] points) =>
        PythonText.Lower(string.Join(' ', statement.Cue.Select(s => PythonText.Slice(points, s)))).Trim();
}
