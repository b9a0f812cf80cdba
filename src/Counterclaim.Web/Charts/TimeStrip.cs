using Counterclaim.Ledger.Claims;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Charts;

/// <summary>When each row was told: a line a row, a dot a claim, the same time from left to right.</summary>
internal static class TimeStrip
{
    private const double Left = 2, Width = 96;
    private const int MostDots = 400;

    /// <param name="Index">Which colour and letter it has; null for none.</param>
    internal sealed record Row(string Label, int? Index, IReadOnlyList<Claim> Claims);

    /// <summary>Draws nothing where fewer than two days are told of.</summary>
    public static bool Write(string caption, IReadOnlyList<Row> rows, HtmlBuilder html)
    {
        var days = rows.SelectMany(r => r.Claims).Select(c => c.AsOf?.From).OfType<DateTime>().ToList();
        if (days.Count < 2 || days.Min().Date == days.Max().Date) return false;
        DateTime from = days.Min().Date, to = days.Max().Date.AddDays(1);
        html.Write($"<table class=\"strip\"><caption>{caption}</caption><thead><tr><td></td><td class=\"drawn\">{html => WriteDays(from, to, html)}</td><td></td></tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Write($"<tr class=\"{(row.Index is { } i ? Letters.Colour(i) : "hx")}\"><th scope=\"row\">");
            if (row.Index is { } index) html.Write($"<span class=\"tag\">{Letters.Of(index)}</span>");
            html.Write($"<bdi>{row.Label}</bdi></th><td class=\"drawn\"><svg class=\"line\" aria-hidden=\"true\"><line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>");
            foreach (var claim in row.Claims.Where(c => c.AsOf is not null).Take(MostDots))
                html.Write($"<a href=\"{Urls.Item(claim.Ref)}\" tabindex=\"-1\"><circle class=\"dot\" cx=\"{At(claim.AsOf!.Value.From)}%\" cy=\"50%\" r=\"4.5\"><title>{Dates.AsOf(claim)}: {Title(claim)}</title></circle></a>");
            html.Write($"</svg></td><td class=\"figure\">{row.Claims.Count}</td></tr>\n");
        }
        html.Raw("</tbody></table>\n");
        return true;

        double At(DateTime time) => Left + Width * ((time - from) / (to - from));
    }

    private static string Title(Claim claim) => claim.FirstTeller.IsPublisher ? claim.Report.Outlet ?? Texts.UnnamedPublisher : ClaimParts.NameOf(claim.FirstTeller);

    private static void WriteDays(DateTime from, DateTime to, HtmlBuilder html)
    {
        const int MostNames = 5;
        var days = (int)(to - from).TotalDays;
        var step = Math.Max(1, (int)Math.Ceiling(days / (double)MostNames));
        html.Raw("<svg class=\"ticks\" aria-hidden=\"true\">");
        for (var day = 0; day < days; day += step)
            html.Write($"<text x=\"{Left + Width * day / days}%\" y=\"75%\">{from.AddDays(day).ToString(days > 300 ? "MMM yyyy" : "d MMM", System.Globalization.CultureInfo.InvariantCulture)}</text>");
        html.Raw("</svg>");
    }
}
