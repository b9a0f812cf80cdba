using System.Globalization;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Notes;

/// <summary>How the notebook shows on the pages: what was just done with the way back, kept searches, badges.</summary>
internal static class NotesParts
{
    private const int MostShown = 10;

    /// <summary>That the notebook was changed, with the way back; nothing where it was not.</summary>
    public static void Notice(Desk desk, Visit visit, HtmlBuilder html)
    {
        if (!int.TryParse(visit.Noted, NumberStyles.None, CultureInfo.InvariantCulture, out var step) || !desk.Notes.CanUndo(step)) return;
        html.Write($"<div class=\"notice\" role=\"status\"><span>{Texts.Noted}</span><form method=\"post\" action=\"/notes/{step}/undo\">{visit.Seal.Field}<input type=\"hidden\" name=\"back\" value=\"{visit.Address}\"><button data-key=\"u\">{Texts.Undo}</button></form></div>\n");
    }

    /// <summary>The searches that were kept, each with how many rows are new; and the way to keep the one that is shown.</summary>
    /// <param name="list">"claims".</param>
    public static void Searches(Desk desk, Visit visit, string list, string query, HtmlBuilder html)
    {
        Notice(desk, visit, html);
        var searches = desk.Notes.Searches;
        var current = query.Length == 0 ? null : searches.FirstOrDefault(s => s.List == list && s.Query == query);
        if (searches.Count == 0 && query.Length == 0) return;
        html.Raw("<div class=\"kept\">");
        var before = current is null || !visit.IsLook ? null : desk.Notes.LookAt(current.Look);
        if (searches.Count > 0)
        {
            html.Write($"<nav aria-label=\"{Texts.KeptSearches}\"><ul>");
            foreach (var search in searches.Take(MostShown))
            {
                html.Write($"<li><a href=\"{Urls.List("/" + search.List, search.Query)}\"").Raw(search == current ? " aria-current=\"true\"" : "").Write($"><bdi>{search.Name}</bdi></a>{html => Badge(desk.New.Count(search.List, search.Query, desk.Notes.LastLook(search.Look)), html)}</li>");
            }
            html.Write($"<li><a href=\"/searches\">{(searches.Count > MostShown ? Texts.AndMore(searches.Count - MostShown) : Texts.AllKept)}</a></li></ul></nav>");
        }
        if (current is not null) WriteCurrent(desk, visit, current, before, html);
        else if (query.Length > 0 && NewRows.Lists.Contains(list))
            html.Write($"""
                <form method="post" action="/searches">{visit.Seal.Field}<input type="hidden" name="list" value="{list}"><input type="hidden" name="query" value="{query}"><input type="hidden" name="back" value="{visit.Address}">
                <label class="unseen" for="keep-name">{Texts.NameOfSearch}</label><input id="keep-name" name="name" placeholder="{Texts.NameOfSearch}" dir="auto" autocomplete="off"><button>{Texts.KeepSearch}</button></form>
                """);
        html.Raw("</div>\n");
    }

    private static void WriteCurrent(Desk desk, Visit visit, SavedSearch search, Look? before, HtmlBuilder html)
    {
        if (before is not null)
        {
            var count = desk.New.Count(search.List, search.Query, before.Last);
            html.Write($"<span class=\"hint\">{Texts.NewSince(count, Dates.Moment(before.Last))}");
            if (count > 0) html.Write($" <a href=\"{Urls.List("/" + search.List, NewRows.Since(search.Query, before.Last))}\">{Texts.OnlyThese}</a>");
            html.Raw("</span>");
        }
        Remove(search, visit, html);
    }

    public static void Remove(SavedSearch search, Visit visit, HtmlBuilder html) =>
        html.Write($"<form method=\"post\" action=\"/searches/{search.Id}/remove\">{visit.Seal.Field}<input type=\"hidden\" name=\"back\" value=\"{visit.Address}\"><button aria-label=\"{Texts.RemoveSearch}: {search.Name}\">{Texts.RemoveSearch}</button></form>");

    /// <summary>"3 new"; nothing for none.</summary>
    public static void Badge(long count, HtmlBuilder html)
    {
        if (count > 0) html.Write($" <span class=\"new\">{Texts.New(count)}</span>");
    }
}
