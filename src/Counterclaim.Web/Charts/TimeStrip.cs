using Counterclaim.Ledger.Claims;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Charts;

/// <summary>When each row was told: a line a row, a dot a claim, the same time from left to right.</summary>
internal static class TimeStrip
{
    private const int MostDots = 400;

    /// <param name="Index">Which colour and letter it has; null for none.</param>
    internal sealed record Row(string Label, int? Index, IReadOnlyList<Claim> Claims);

    /// <summary>Draws nothing where fewer than two days are told of.</summary>
    public static bool Write(string caption, IReadOnlyList<Row> rows, HtmlBuilder html)
    {
        var days = rows.SelectMany(r => r.Claims).Select(c => c.AsOf?.From).OfType<DateTime>().ToList();
        if (days.Count < 2 || TimeAxis.Of(days) is { IsOneDay: true }) return false;
        var axis = TimeAxis.Of(days);
        html.Write($"<table class=\"strip\"><caption>{caption}</caption><thead><tr><td></td><td class=\"drawn\">{axis.WriteTicks}</td><td></td></tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Write($"<tr class=\"{(row.Index is { } i ? Letters.Colour(i) : "hx")}\"><th scope=\"row\">");
            if (row.Index is { } index) html.Write($"<span class=\"tag\">{Letters.Of(index)}</span>");
            html.Write($"<bdi>{row.Label}</bdi></th><td class=\"drawn\"><svg class=\"line\" aria-hidden=\"true\"><line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>");
            foreach (var claim in row.Claims.Where(c => c.AsOf is not null).Take(MostDots))
                html.Write($"<a href=\"{Urls.Item(claim.Ref)}\" tabindex=\"-1\"><circle class=\"dot\" cx=\"{axis.At(claim.AsOf!.Value.From)}%\" cy=\"50%\" r=\"4.5\"><title>{Dates.AsOf(claim)}: {Title(claim)}</title></circle></a>");
            html.Write($"</svg></td><td class=\"figure\">{row.Claims.Count}</td></tr>\n");
        }
        html.Raw("</tbody></table>\n");
        return true;
    }

    private static string Title(Claim claim) => claim.FirstTeller.IsPublisher ? claim.Report.Outlet ?? Texts.UnnamedPublisher : ClaimParts.NameOf(claim.FirstTeller);
}
