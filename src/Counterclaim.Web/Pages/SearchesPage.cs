using Counterclaim.Web.Layout;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>All searches that were kept, with what is new in each.</summary>
internal static class SearchesPage
{
    public static WebPage Of(Desk desk, Visit visit) => new(Texts.KeptSearches, Section.None, html =>
    {
        html.Write($"<div class=\"top\"><h1>{Texts.KeptSearches}</h1><p class=\"lead\">{Texts.KeptLead}</p></div>{html => NotesParts.Notice(desk, visit, html)}");
        var searches = desk.Notes.Searches;
        html.Write($"<p class=\"count\">{Texts.Showing(1, searches.Count, searches.Count, "search", "searches")}</p>");
        if (searches.Count == 0) ListParts.Empty(Texts.NoKept, Texts.NoKeptAdvice, html);
        html.Raw("<ol class=\"rows kept-searches\">\n");
        foreach (var search in searches)
        {
            var address = Urls.List("/" + search.List, search.Query);
            var last = desk.Notes.LastLook(search.Look);
            html.Write($"""
                <li class="row" data-open="{address}" tabindex="0"><p class="title"><a href="{address}"><bdi>{search.Name}</bdi></a>{html => NotesParts.Badge(desk.New.Count(search.List, search.Query, last), html)}</p>
                <p class="about">{search.List}: <code dir="auto">{search.Query}</code></p><p class="sum">{Texts.LastOpened(Dates.Moment(last))} {html => NotesParts.Remove(search, visit, html)}</p></li>

                """);
        }
        html.Raw("</ol>\n");
    });
}
