using Counterclaim.Ledger.Asking;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Parts;

/// <summary>What every list has: how many of how many, the way on, and what to do where it is empty.</summary>
internal static class ListParts
{
    /// <summary>"51–100 of 213 claims".</summary>
    /// <param name="from">Number of the first row shown, from 1.</param>
    public static void Count<T>(Page<T> page, long from, string one, string many, HtmlBuilder html) =>
        html.Write($"<p class=\"count\" role=\"status\">{Texts.Showing(from, from + page.Items.Count - 1, page.Total, one, many)}</p>");

    /// <summary>The way on and back to the beginning; a cursor, so that what is added meanwhile shifts nothing.</summary>
    public static void Pager<T>(string path, string query, Page<T> page, long from, HtmlBuilder html, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        if (page.Next is null && from <= 1) return;
        html.Raw("<nav class=\"pager\" aria-label=\"" + Texts.PagesOfList + "\">");
        if (from > 1) html.Write($"<a href=\"{Urls.With(path, [("q", query), .. more])}\">{Texts.First}</a> ");
        if (page.Next is { } next)
            html.Write($"<a rel=\"next\" href=\"{Urls.With(path, [("q", query), .. more, ("after", next), ("row", (from + page.Items.Count).ToString(System.Globalization.CultureInfo.InvariantCulture))])}\">{Texts.Next} →</a>");
        html.Raw("</nav>\n");
    }

    /// <summary>The rows shown, and all that the query asks for, as files: the same query, the same order.</summary>
    /// <param name="list">Of the interface for programs: "claims".</param>
    public static void TakeAway<T>(string list, string query, Page<T> page, string? after, HtmlBuilder html, params (string Name, string? Value)[] more)
    {
        if (page.Items.Count == 0) return;
        html.Write($"<p class=\"take\">{Texts.TakeShown}");
        Links(page.Items.Count, after);
        if (page.Total > page.Items.Count)
        {
            html.Write($" {Texts.TakeAll}");
            Links(Math.Min(page.Total, PageRequest.MostAtOnce), null);
        }
        html.Raw("</p>\n");

        void Links(long limit, string? from)
        {
            foreach (var (name, format) in ((string, string?)[])[("CSV", "csv"), ("JSON", null), ("JSON Lines", "jsonl"), ("GeoJSON", "geojson")])
                html.Write($" <a href=\"{Urls.With("/api/v1/" + list, [("q", query), .. more, ("limit", limit.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("after", from), ("format", format)])}\">{name}</a>");
        }
    }

    /// <summary>Nothing there: says why, and what to do next.</summary>
    public static void Empty(string words, string advice, HtmlBuilder html) => html.Write($"<div class=\"nothing\"><p>{words}</p><p>{advice}</p></div>");
}
