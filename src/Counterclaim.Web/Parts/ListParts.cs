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
        html.Raw("<nav class=\"pager\" aria-label=\"Pages of the list\">");
        if (from > 1) html.Write($"<a href=\"{Urls.With(path, [("q", query), .. more])}\">{Texts.First}</a> ");
        if (page.Next is { } next)
            html.Write($"<a rel=\"next\" href=\"{Urls.With(path, [("q", query), .. more, ("after", next), ("row", (from + page.Items.Count).ToString(System.Globalization.CultureInfo.InvariantCulture))])}\">{Texts.Next} →</a>");
        html.Raw("</nav>\n");
    }

    /// <summary>Nothing there: says why, and what to do next.</summary>
    public static void Empty(string words, string advice, HtmlBuilder html) => html.Write($"<div class=\"nothing\"><p>{words}</p><p>{advice}</p></div>");
}
