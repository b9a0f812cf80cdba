using Counterclaim.Ledger.Corrections;
using Counterclaim.Model;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Changing;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>One statement: its words, the claims it tells, and forms to set it right without selecting anything.</summary>
internal static class StatementPage
{
    private const int MostOfTitle = 80, MostOfContent = 2_000;

    public static WebPage? Of(Desk desk, string report, string id, string done, FormSeal seal)
    {
        if (ReportFinder.Find(desk.Ledger, report) is not { } found || desk.Ledger.Corrected(found.Report.Id) is not { } corrected) return null;
        var view = new LedgerView(corrected.Reading);
        if (corrected.Reading.Statements.FirstOrDefault(s => s.Id == id) is not { } statement) return null;
        var holder = Wording.Holder(view, statement);
        return new WebPage($"{SafeText.Shorten(holder, MostOfTitle)} · {view.Title}", Section.Reports, html =>
        {
            CorrectionParts.Notice(desk, done, Urls.Statement(found.Report.Id, id), seal, html);
            html.Write($"""
                <header class="top"><h1>{Texts.OneStatement} <small>{id}</small></h1>
                <p class="lead"><a href="{Urls.Item(found.Report.Id, id)}"><bdi>{view.Title}</bdi></a> · <bdi>{found.Report.Outlet ?? Texts.UnnamedPublisher}</bdi> · {Dates.Published(found.Report)}</p></header>
                <div class="statement"><p><b><bdi>{SafeText.Shorten(holder, MostOfTitle)}</bdi></b>{html => Cue(statement, view, html)} <span class="how">{Wording.Joined(Wording.Manner(statement), Wording.Circumstances(view, statement))}</span></p>
                <q class="cut" dir="auto"><a href="{Urls.Item(found.Report.Id, id)}">{SafeText.Shorten(SafeText.OneLine(statement.Content, view.Text), MostOfContent)}</a></q></div>
                <section><h2>{Texts.Correct}</h2>{html => StatementParts.Form(found.Report.Id, corrected.Reading, statement, desk.Author, seal, html)}</section>
                <section><h2>{Texts.StatementClaims}</h2>

                """);
            var claims = desk.Ledger.ClaimsOf(found.Report.Id).Where(c => c.FirstTeller.Statement == id).ToList();
            if (claims.Count == 0) html.Write($"<p class=\"empty\">{Texts.TellsNoClaim}</p>");
            html.Raw("<ol class=\"rows claims\">\n");
            foreach (var claim in claims) ClaimParts.Entry(claim, html);
            html.Raw("</ol></section>\n");
            WriteHistory(desk, found.Report.Id, CorrectionAnchors.HullOf(statement), Urls.Statement(found.Report.Id, id), seal, html);
        });
    }

    private static void Cue(Statement statement, LedgerView view, HtmlBuilder html)
    {
        if (!statement.Cue.IsEmpty) html.Write($" <i><bdi>{SafeText.OneLine(statement.Cue, view.Text)}</bdi></i>");
    }

    private static void WriteHistory(Desk desk, string report, TextSpan span, string page, FormSeal seal, HtmlBuilder html)
    {
        var entries = desk.Ledger.Corrections().Where(c => c.Entry.Anchor is { Item: CorrectedItem.Statement } anchor && anchor.Report == report && anchor.Span.Overlaps(span)).Reverse().ToList();
        html.Write($"<section><h2>{Texts.History}</h2>");
        if (entries.Count == 0) html.Write($"<p class=\"empty\">{Texts.NoHistory}</p>");
        else CorrectionParts.Log(entries, page, seal, html);
        html.Raw("</section>\n");
    }
}
