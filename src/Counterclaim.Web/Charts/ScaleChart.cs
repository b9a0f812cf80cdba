using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Parts;

namespace Counterclaim.Web.Charts;

/// <summary>Positions on the scale of their kind: a dot for each independent origin.</summary>
internal static class ScaleChart
{
    private const double Left = 6, Width = 88;
    private const int MostDots = 8;
    private const double Step = 12;

    /// <summary>Names of the scale closer than this stand on two lines.</summary>
    private const double Close = 0.22;

    public static void Write(Question question, Scale scale, HtmlBuilder html)
    {
        var tallest = question.Positions.Where(p => p.At is not null).GroupBy(p => p.At).Max(g => g.Sum(p => Math.Min(p.Origins, MostDots)));
        double axis = 14 + tallest * Step;
        html.Write($"<svg class=\"spectrum\" height=\"{axis + 40}\" aria-hidden=\"true\"><line class=\"axis\" x1=\"{Left - 2}%\" x2=\"{Left + Width + 2}%\" y1=\"{axis}\" y2=\"{axis}\"/>");
        WriteNames(scale, axis, html);
        var stacked = new Dictionary<double, int>();
        for (var i = 0; i < question.Positions.Count; i++)
        {
            if (question.Positions[i].At is not { } at) continue;
            var below = stacked.GetValueOrDefault(at);
            var x = Left + Width * at;
            var dots = Math.Min(question.Positions[i].Origins, MostDots);
            html.Write($"<a href=\"#p-{Letters.Of(i)}\" tabindex=\"-1\">");
            for (var dot = 0; dot < dots; dot++)
                html.Write($"<circle class=\"dot {Letters.Colour(i)}\" cx=\"{x}%\" cy=\"{axis - 9 - (below + dot) * Step}\" r=\"5\"/>");
            html.Write($"<text class=\"letter\" x=\"{x}%\" dx=\"9\" y=\"{axis - 5 - below * Step}\">{Letters.Of(i)}</text></a>");
            stacked[at] = below + dots;
        }
        html.Raw("</svg>");
    }

    private static void WriteNames(Scale scale, double axis, HtmlBuilder html)
    {
        var last = double.NegativeInfinity;
        var lower = false;
        foreach (var (name, at) in scale.Positions)
        {
            lower = at - last < Close && !lower;
            last = at;
            var x = Left + Width * at;
            var anchor = at <= 0.05 ? "start" : at >= 0.95 ? "end" : "middle";
            html.Write($"<line class=\"tick\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{axis}\" y2=\"{axis + (lower ? 20 : 5)}\"/>");
            html.Write($"<text class=\"name{(anchor == "middle" ? " between" : "")}\" text-anchor=\"{anchor}\" x=\"{(anchor == "start" ? x - 4 : anchor == "end" ? x + 4 : x)}%\" y=\"{axis + (lower ? 32 : 17)}\">{name}</text>");
        }
    }
}
