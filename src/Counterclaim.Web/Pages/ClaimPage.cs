using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>One claim with all that is known of it: its words, its chain of tellers, the questions it answers, what people changed.</summary>
internal static class ClaimPage
{
    public static WebPage? Of(Desk desk, string report, string id)
    {
        if (ReportFinder.Find(desk.Ledger, report) is not { } found) return null;
        if (desk.Ledger.ClaimsOf(found.Report.Id).FirstOrDefault(c => c.Ref.Assertion == id) is not { } claim) return null;
        return new WebPage($"{claim.Kind} · {claim.Exact}", Section.Claims, html => Write(desk, claim, html));
    }

    private static void Write(Desk desk, Claim claim, HtmlBuilder html)
    {
        html.Write($"""
            <header class="top"><h1>{Texts.OneClaim} <small>{claim.Ref.Assertion}</small></h1>
            <p class="lead"><a href="{Urls.Report(claim.Report.Id)}"><bdi>{claim.Report.Title ?? claim.Report.Id}</bdi></a> · <bdi>{claim.Report.Outlet ?? Texts.UnnamedPublisher}</bdi> · {Dates.Published(claim.Report)}</p></header>
            <ol class="rows claims">
            {html => ClaimParts.Entry(claim, html)}
            </ol>

            """);
        var questions = desk.Questions.All.Where(q => q.Claims.Concat(q.Apart).Any(c => c.Ref == claim.Ref)).ToList();
        html.Write($"<section><h2>{Texts.InQuestions}</h2>");
        if (questions.Count == 0) html.Write($"<p class=\"empty\">{Texts.InNoQuestion}</p>");
        html.Raw("<ol class=\"rows questions\">\n");
        foreach (var question in questions) QuestionsPage.Row(question, html);
        html.Raw("</ol></section>\n");
        WriteHistory(desk, claim, html);
    }

    private static void WriteHistory(Desk desk, Claim claim, HtmlBuilder html)
    {
        var entries = desk.Ledger.Corrections().Where(c => c.Entry.Anchor is { } anchor && anchor.Report == claim.Report.Id && anchor.Span.Overlaps(claim.Span)).ToList();
        html.Write($"<section><h2>{Texts.History}</h2>");
        if (entries.Count == 0) html.Write($"<p class=\"empty\">{Texts.NoHistory}</p>");
        html.Raw("<ol class=\"log\">\n");
        foreach (var (entry, holds) in entries)
            html.Write($"<li{(holds ? "" : " class=\"gone\"")}><b>{entry.Action.ToString().ToLowerInvariant()}</b> {entry.Field} <bdi>{Short(entry)}</bdi> · <bdi>{entry.Author}</bdi> · <time datetime=\"{entry.Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">{Dates.Day(entry.Made.DateTime)}</time> <bdi>{entry.Reason}</bdi></li>\n");
        html.Raw("</ol></section>\n");
    }

    private static string Short(Correction entry) => entry.NewValue is { Length: < 60 } value ? value.Trim('"') : "";
}
