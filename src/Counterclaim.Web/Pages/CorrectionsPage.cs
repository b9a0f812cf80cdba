using Counterclaim.View.Html;
using Counterclaim.Web.Changing;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>The log of what people changed, with the way back from each.</summary>
internal static class CorrectionsPage
{
    private const int Most = 300;

    public static WebPage Of(Desk desk, Visit visit)
    {
        var all = desk.Ledger.Corrections();
        return new WebPage(Texts.Corrections, Section.None, html =>
        {
            html.Write($"<div class=\"top\"><h1>{Texts.Corrections}</h1><p class=\"lead\">{Texts.CorrectionsLead}</p></div>{html => NotesParts.Notice(desk, visit, html)}{html => WriteAuthor(desk, visit, html)}<p class=\"count\">{Texts.Showing(1, Math.Min(all.Count, Most), all.Count, "entry", "entries")}</p>");
            if (all.Count == 0) ListParts.Empty(Texts.NoCorrections, Texts.NoCorrectionsAdvice, html);
            else CorrectionParts.Log(all.Reverse().Take(Most), "/corrections", visit.Seal, html);
        });
    }

    /// <summary>Under whose name corrections are made here, and how to change it.</summary>
    private static void WriteAuthor(Desk desk, Visit visit, HtmlBuilder html) => html.Write($"""
        <form class="inline" method="post" action="/corrections/author">{visit.Seal.Field}<input type="hidden" name="back" value="/corrections"><label>{Texts.YouCorrectAs} <input name="author" value="{desk.Author}" dir="auto" autocomplete="off" maxlength="100"></label> <button>{Texts.SignSo}</button></form>

        """);
}
