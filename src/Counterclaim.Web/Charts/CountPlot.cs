using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Charts;

/// <summary>Who says how many: a table whose rows are drawn as intervals; a bar that stays open goes on upwards.</summary>
internal static class CountPlot
{
    private const int MostRows = 60;

    public static void Write(Question question, HtmlBuilder html)
    {
        var axis = CountAxis.Of(question);
        var rows = question.Positions.SelectMany((p, i) => p.Claims.Select(c => (Claim: c, Position: p, Index: i)))
            .DistinctBy(r => (r.Index, Name(r.Claim), r.Claim.AsOf?.From.Date)).OrderBy(r => r.Claim.AsOf?.From).ToList();
        html.Write($"""
            <table class="plot"><caption class="unseen">{Texts.WhoSaysHowMany}</caption>
            <thead><tr><th scope="col">{Texts.FirstTeller}</th><th scope="col" class="figure">{Texts.Figure}</th><th scope="col" class="drawn">{html => WriteTicks(axis, html)}</th><th scope="col">{Texts.AsOfColumn}</th></tr></thead>
            <tbody>

            """);
        foreach (var (claim, position, index) in rows.Take(MostRows))
            html.Write($"""
                <tr class="{Letters.Colour(index)}"><th scope="row"><span class="tag">{Letters.Of(index)}</span><bdi>{Name(claim)}</bdi></th><td class="figure"><a href="{Urls.Item(claim.Ref)}">{Figure(position)}</a></td>
                <td class="drawn">{html => WriteInterval(position, axis, html)}</td><td class="date">{html => ClaimParts.AsOf(claim, html)}</td></tr>

                """);
        html.Raw("</tbody></table>");
        if (rows.Count > MostRows) html.Write($"<p class=\"count\">{Texts.Showing(1, MostRows, rows.Count, "figure", "figures")}</p>");
    }

    private static string Name(Claim claim) => claim.FirstTeller.IsPublisher ? claim.Report.Outlet ?? Texts.UnnamedPublisher : ClaimParts.NameOf(claim.FirstTeller);

    /// <summary>The number with its bounds.</summary>
    private static string Figure(Position position) => position.Range is { } range ? Short(range) : position.Label;

    private static string Short(CountRange range) => double.IsPositiveInfinity(range.High) ? $"≥ {range.Low:#,0.##}" : range.Low == range.High ? $"{range.Low:#,0.##}" : range.Low == 0 ? $"≤ {range.High:#,0.##}" : $"{range.Low:#,0.##}–{range.High:#,0.##}";

    private static void WriteTicks(CountAxis axis, HtmlBuilder html)
    {
        html.Raw("<svg class=\"ticks\" aria-hidden=\"true\">");
        foreach (var tick in axis.Ticks) html.Write($"<text x=\"{axis.At(tick)}%\" y=\"75%\" text-anchor=\"middle\">{Texts.Number((long)tick)}</text>");
        html.Raw("</svg>");
    }

    private static void WriteInterval(Position position, CountAxis axis, HtmlBuilder html)
    {
        html.Raw("<svg class=\"interval\" aria-hidden=\"true\">");
        foreach (var tick in axis.Ticks) html.Write($"<line class=\"grid\" x1=\"{axis.At(tick)}%\" x2=\"{axis.At(tick)}%\" y1=\"0\" y2=\"100%\"/>");
        if (position.Range is { } range)
        {
            double low = axis.At(range.Low), high = axis.At(range.High);
            var isOpen = double.IsPositiveInfinity(range.High);
            if (range.High > range.Low) html.Write($"<line class=\"bar{(isOpen ? " open" : "")}\" x1=\"{low}%\" x2=\"{(isOpen ? 98 : high)}%\" y1=\"50%\" y2=\"50%\"/>");
            if (range.Low == range.High) html.Write($"<circle class=\"dot\" cx=\"{low}%\" cy=\"50%\" r=\"5\"/>");
            else
            {
                if (range.Low > 0) html.Write($"<line class=\"end\" x1=\"{low}%\" x2=\"{low}%\" y1=\"22%\" y2=\"78%\"/>");
                if (isOpen) html.Raw("<text class=\"arrow\" x=\"98.5%\" y=\"50%\" dy=\"4\" text-anchor=\"end\">▸</text>");
                else html.Write($"<line class=\"end\" x1=\"{high}%\" x2=\"{high}%\" y1=\"22%\" y2=\"78%\"/>");
            }
        }
        html.Raw("</svg>");
    }
}
