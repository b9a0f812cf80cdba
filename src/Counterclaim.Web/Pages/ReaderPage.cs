using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Changing;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>A report as published, and beside it its ledger; both linked.</summary>
internal static class ReaderPage
{
    /// <param name="at">"120-180", code points of the text to be marked; "" for none.</param>
    public static WebPage? Of(Desk desk, string id, string at, string done, FormSeal seal)
    {
        if (ReportFinder.Find(desk.Ledger, id) is not { } found || desk.Ledger.Corrected(found.Report.Id) is not { } corrected) return null;
        var view = new LedgerView(corrected.Reading);
        var address = Urls.Report(found.Report.Id);
        var claims = desk.Ledger.ClaimsOf(found.Report.Id).ToDictionary(c => c.Ref.Assertion, StringComparer.Ordinal);
        var links = ClaimLinks.Of(desk, found.Report.Id);
        return new WebPage(view.Title, Section.Reports, html =>
        {
            CorrectionParts.Notice(desk, done, address, seal, html);
            html.Write($"<form id=\"review\" method=\"post\" action=\"{address}/review\">{seal.Field}</form><article class=\"report\">\n");
            ReportHead.Write(view, html);
            html.Raw("<div class=\"desk\">\n");
            new ReportText(view, "", [.. Stretch(at, view.Text)]).Write(html);
            new ReportLedger(view, "", (assertion, html) => WriteTools(claims.GetValueOrDefault(assertion.Id), links, html), (statement, html) => StatementParts.Tools(found.Report.Id, statement, corrected.ConfirmedStatements.Contains(statement.Id), html)).Write(html);
            html.Write($"</div>\n</article>\n<p class=\"take\">{Texts.SaveAs}: <a href=\"/api/v1{address}?corrected=true\">JSON</a> <a href=\"{Urls.With("/api/v1/claims", ("q", "report:" + id), ("limit", "10000"), ("format", "csv"))}\">CSV</a></p>");
            StatementParts.Marking(html);
            StatementParts.AddForm(found.Report.Id, corrected.Reading, desk.Author, seal, html);
            WriteHistory(desk, found.Report.Id, address, seal, html);
        })
        { IsWide = true, Scripts = ["reader.js"] };
    }

    private static void WriteTools(Claim? claim, ILookup<ClaimRef, LedgerLink> links, HtmlBuilder html)
    {
        if (claim is null) return;
        var id = claim.Ref.Assertion;
        if (links.Contains(claim.Ref)) html.Write($" <span class=\"stands\">{html => ClaimLinks.Sum(claim.Ref, links[claim.Ref], html)}</span>");
        html.Write($"""
             <span class="tools">{html => ClaimParts.State(claim, html)} <span class="more"><button form="review" name="do" value="accept {id}" data-key="a" aria-label="{Texts.Accept} {id}">{Texts.Accept}</button>
            <button form="review" name="do" value="reject {id}" data-key="x" aria-label="{Texts.Reject} {id}">{Texts.Reject}</button> <a href="{Urls.Claim(claim.Ref)}" data-key="e" aria-label="{Texts.Edit} {id}">{Texts.Edit}</a></span></span>
            """);
    }

    /// <summary>What people changed in this report: the way back to what was rejected and is shown no more.</summary>
    private static void WriteHistory(Desk desk, string report, string address, FormSeal seal, HtmlBuilder html)
    {
        var entries = desk.Ledger.Corrections().Where(c => c.Entry.Anchor?.Report == report).Reverse().ToList();
        if (entries.Count == 0) return;
        html.Write($"<details class=\"rule\"><summary>{Texts.ChangedHere} ({entries.Count})</summary>");
        CorrectionParts.Log(entries, address, seal, html);
        html.Raw("</details>\n");
    }

    /// <summary>The stretch of text that the address names.</summary>
    private static IEnumerable<Mark> Stretch(string at, string text)
    {
        var dash = at.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1 || !int.TryParse(at.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !int.TryParse(at.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var to)) yield break;
        var points = new CodePointMap(text);
        var last = points.ToCodePoint(text.Length);
        if (from >= to || to > last) yield break;
        yield return new Mark(new TextSpan(points.ToUtf16(from), points.ToUtf16(to)), 0, "<span class=\"stretch\">", "</span>", "<span id=\"at\"></span>");
    }
}

/// <summary>Finds a report by as much of its id as tells it from others.</summary>
internal static class ReportFinder
{
    private const int Least = 4, Most = 64;

    public static LedgerReport? Find(LedgerStore ledger, string id)
    {
        if (id.Length is < Least or > Most || !id.All(char.IsAsciiHexDigit)) return null;
        var found = ledger.Reports(QueryParser.Parse("report:" + id), new PageRequest(2));
        return found.Items.Count == 1 ? found.Items[0] : null;
    }
}
