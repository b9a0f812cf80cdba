using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Parts;

namespace Counterclaim.Web.Charts;

/// <summary>How the answers to a question stand to each other, drawn after what they are: places on a scale, counts, or names.</summary>
/// <remarks>
/// Drawings are SVG in percent of their width, without a view box: they grow with the page while lines and letters keep their size. What they show stands in words beside them.
/// </remarks>
internal static class QuestionChart
{
    /// <summary>The line of a list: small, and without words.</summary>
    public static void Mini(Question question, HtmlBuilder html)
    {
        html.Raw("<svg class=\"mini\" aria-hidden=\"true\">");
        if (IsCounted(question)) MiniCounts(question, html);
        else if (question.Positions.Any(p => p.At is not null)) MiniScale(question, html);
        else MiniShares(question, html);
        html.Raw("</svg>");
    }

    public static bool IsCounted(Question question) => Kinds.FamilyOf(question.Kind) == KindFamily.Count && question.Positions.Any(p => p.Range is not null);

    private static void MiniScale(Question question, HtmlBuilder html)
    {
        html.Raw("<line class=\"axis\" x1=\"3%\" x2=\"97%\" y1=\"50%\" y2=\"50%\"/>");
        for (var i = 0; i < question.Positions.Count; i++)
            if (question.Positions[i].At is { } at)
                html.Write($"<circle class=\"dot {Letters.Colour(i)}\" cx=\"{4 + 92 * at}%\" cy=\"50%\" r=\"{Radius(question.Positions[i].Origins)}\"/>");
    }

    private static void MiniCounts(Question question, HtmlBuilder html)
    {
        var axis = CountAxis.Of(question);
        html.Raw("<line class=\"axis\" x1=\"3%\" x2=\"97%\" y1=\"50%\" y2=\"50%\"/>");
        for (var i = 0; i < question.Positions.Count; i++)
        {
            if (question.Positions[i].Range is not { } range) continue;
            var (low, high) = (axis.At(range.Low), axis.At(range.High));
            if (range.High > range.Low) html.Write($"<line class=\"bar {Letters.Colour(i)}\" x1=\"{low}%\" x2=\"{high}%\" y1=\"50%\" y2=\"50%\"/>");
            html.Write($"<circle class=\"dot {Letters.Colour(i)}\" cx=\"{(double.IsFinite(range.High) ? (low + high) / 2 : low)}%\" cy=\"50%\" r=\"{Radius(question.Positions[i].Origins)}\"/>");
        }
    }

    private static void MiniShares(Question question, HtmlBuilder html)
    {
        double all = question.Positions.Sum(p => p.Origins), from = 0;
        for (var i = 0; i < question.Positions.Count; i++)
        {
            var share = 100 * question.Positions[i].Origins / all;
            html.Write($"<rect class=\"share {Letters.Colour(i)}\" x=\"{from}%\" width=\"{Math.Max(0, share - 0.8)}%\" y=\"30%\" height=\"40%\"/>");
            from += share;
        }
    }

    private static double Radius(int origins) => Math.Min(7, 3 + 1.2 * Math.Sqrt(origins));
}
