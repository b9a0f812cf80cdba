using Counterclaim.Ledger.Claims;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Changing;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>One claim with all that is known of it: its words, its chain of tellers, the questions it answers, what people changed.</summary>
internal static class ClaimPage
{
    private const int MostOfTitle = 80;

    public static WebPage? Of(Desk desk, string report, string id, string done, FormSeal seal) => Find(desk, report, id) is { } claim
        ? new WebPage($"{claim.Kind} · {SafeText.Shorten(SafeText.OneLine(claim.Exact), MostOfTitle)}", Section.Claims, html => Write(desk, claim, done, seal, html))
        : null;

    /// <param name="report">As much of its id as tells it from others.</param>
    public static Claim? Find(Desk desk, string report, string id) =>
        ReportFinder.Find(desk.Ledger, report) is { } found ? desk.Ledger.ClaimsOf(found.Report.Id).FirstOrDefault(c => c.Ref.Assertion == id) : null;

    public static Claim? Find(Desk desk, ClaimRef claim) => desk.Ledger.ClaimsOf(claim.Report).FirstOrDefault(c => c.Ref == claim);

    /// <param name="item">"3fa9c1d2/c12".</param>
    public static Claim? Find(Desk desk, string item) => item.Split('/') is [var report, var claim] ? Find(desk, report, claim) : null;

    private static void Write(Desk desk, Claim claim, string done, FormSeal seal, HtmlBuilder html)
    {
        CorrectionParts.Notice(desk, done, Urls.Claim(claim.Ref), seal, html);
        html.Write($"""
            <header class="top"><h1>{Texts.OneClaim} <small>{claim.Ref.Assertion}</small></h1>
            <p class="lead"><a href="{Urls.Report(claim.Report.Id)}"><bdi>{claim.Report.Title ?? claim.Report.Id}</bdi></a> · <bdi>{claim.Report.Outlet ?? Texts.UnnamedPublisher}</bdi> · {Dates.Published(claim.Report)}</p></header>
            <ol class="rows claims">
            {html => ClaimParts.Entry(claim, html)}
            </ol>

            """);
        var questions = desk.Ledger.QuestionsOf(claim.Ref);
        html.Write($"<section><h2>{Texts.InQuestions}</h2>");
        if (questions.Count == 0) html.Write($"<p class=\"empty\">{Texts.InNoQuestion}</p>");
        html.Raw("<ol class=\"rows questions\">\n");
        foreach (var question in questions) QuestionsPage.Row(question, html);
        html.Raw("</ol></section>\n");
        WriteLinks(desk, claim, html);
        html.Write($"<section><h2>{Texts.Correct}</h2>");
        CorrectionParts.ClaimForm(claim, desk.Author, seal, html);
        html.Raw("</section>");
        WriteHistory(desk, claim, seal, html);
    }

    private static void WriteLinks(Desk desk, Claim claim, HtmlBuilder html)
    {
        var links = ClaimLinks.Of(desk, claim.Report.Id)[claim.Ref].ToList();
        html.Write($"<section id=\"links\"><h2>{Texts.HowItStands} <small>{Texts.Showing(1, links.Count, links.Count, "link", "links")}</small></h2>");
        if (links.Count == 0) html.Write($"<p class=\"empty\">{Texts.StandsAlone}</p>");
        html.Raw("<ol class=\"rows links\">\n");
        foreach (var link in links) LinksPage.Row(link, html);
        html.Raw("</ol></section>\n");
    }

    private static void WriteHistory(Desk desk, Claim claim, FormSeal seal, HtmlBuilder html)
    {
        var entries = desk.Ledger.Corrections().Where(c => c.Entry.Anchor is { } anchor && anchor.Report == claim.Report.Id && anchor.Span.Overlaps(claim.Span)).Reverse().ToList();
        html.Write($"<section><h2>{Texts.History}</h2>");
        if (entries.Count == 0) html.Write($"<p class=\"empty\">{Texts.NoHistory}</p>");
        else CorrectionParts.Log(entries, Urls.Claim(claim.Ref), seal, html);
        html.Raw("</section>\n");
    }
}
