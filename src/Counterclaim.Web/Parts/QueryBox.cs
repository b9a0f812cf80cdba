using Counterclaim.Ledger.Asking;
using Counterclaim.View.Html;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Parts;

/// <summary>Where a list is asked: the same words as in the command line, what was wrong with them, and what can be asked.</summary>
internal static class QueryBox
{
    public static void Write(string path, string query, QueryException? error, string example, HtmlBuilder html)
    {
        html.Write($"""
            <form class="ask" action="{path}">
            <label for="q">{Texts.AskThisList}</label>
            <input id="q" name="q" value="{query}" placeholder="{example}" dir="auto" autocomplete="off" spellcheck="false" data-suggest="{Texts.Suggestions}"{html => Describe(error, html)}>
            <button>{Texts.Ask}</button>
            </form>
            {html => WriteError(query, error, html)}
            <details class="syntax"><summary>{Texts.QuerySyntax}</summary>{WriteSyntax}</details>

            """);
    }

    private static void Describe(QueryException? error, HtmlBuilder html)
    {
        if (error is not null) html.Raw(" aria-invalid=\"true\" aria-describedby=\"q-error\"");
    }

    /// <summary>The query with the place where it cannot be understood, and what would be right.</summary>
    private static void WriteError(string query, QueryException? error, HtmlBuilder html)
    {
        if (error is null) return;
        var at = Math.Clamp(error.Position, 0, query.Length);
        var end = query.IndexOf(' ', at) is >= 0 and var blank ? blank : query.Length;
        html.Write($"<div class=\"wrong\" id=\"q-error\" role=\"alert\"><p class=\"asked\" dir=\"auto\">{query[..at]} <mark>{(end > at ? query[at..end] : "␣")}</mark> {query[end..]}</p><p>{error.Message}</p></div>");
    }

    private static void WriteSyntax(HtmlBuilder html)
    {
        html.Write($"<p>{Texts.SyntaxInShort}</p><dl>");
        foreach (var field in QueryFields.All) html.Write($"<dt><code>{field.Name}:</code></dt><dd>{field.Meaning} <small>{field.Values}</small></dd>");
        html.Raw("</dl>");
    }
}
