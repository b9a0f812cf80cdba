using Counterclaim.View.Html;
using Counterclaim.Web.Assets;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Layout;

/// <summary>What surrounds every page: head, navigation, search, the list of keys.</summary>
internal static class PageFrame
{
    private static readonly (Section Section, string Address, string Name)[] Entries =
    [
        (Section.Questions, "/questions", Texts.Questions),
        (Section.Claims, "/claims", Texts.Claims),
        (Section.Map, "/map", Texts.MapShort),
        (Section.Stories, "/stories", Texts.Stories),
        (Section.Reports, "/reports", Texts.Reports),
        (Section.Outlets, "/outlets", Texts.Outlets),
        (Section.Actors, "/actors", Texts.Actors),
        (Section.Places, "/places", Texts.Places),
        (Section.Add, "/add", Texts.Add),
    ];

    public static void Write(WebPage page, HtmlBuilder html)
    {
        html.Write($"""
            <!DOCTYPE html>
            <html lang="{Texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {html => WriteRefresh(page.RefreshSeconds, html)}<title>{page.Title} · Counterclaim</title>
            <link rel="icon" href="{AssetFiles.Address("icon.svg")}">
            <link rel="stylesheet" href="{AssetFiles.Address("room.css")}">

            """);
        foreach (var style in page.Styles) html.Write($"<link rel=\"stylesheet\" href=\"{AssetFiles.Address(style)}\">\n");
        html.Write($"""
            <script src="{AssetFiles.Address("report.js")}" defer></script>
            <script src="{AssetFiles.Address("room.js")}" defer></script>
            <script src="{AssetFiles.Address("suggest.js")}" defer></script>

            """);
        foreach (var script in page.Scripts) html.Write($"<script src=\"{AssetFiles.Address(script)}\" defer></script>\n");
        html.Write($"""
            </head>
            <body class="{(page.IsWide ? "room wide" : "room")}">
            <a class="skip" href="#main">{Texts.SkipToContent}</a>
            <header class="masthead">
            <a class="brand" href="/questions">Counterclaim</a>
            <nav aria-label="{Texts.Navigation}"><ul>{html => WriteNavigation(page.Section, html)}</ul></nav>
            <form class="find" action="/search" role="search"><label class="unseen" for="find">{Texts.SearchReports}</label><input id="find" name="q" type="search" value="{(page.Section == Section.Search ? page.Query : "")}" placeholder="{Texts.SearchReports}" dir="auto" autocomplete="off" spellcheck="false" data-suggest="{Texts.Suggestions}"><kbd aria-hidden="true">/</kbd></form>
            </header>
            <main id="main" tabindex="-1">
            {page.Body}
            </main>
            <dialog class="keys" id="keys" aria-label="{Texts.Keys}"><dl>{WriteKeys}</dl></dialog>
            </body>
            </html>

            """);
    }

    private static void WriteRefresh(int? seconds, HtmlBuilder html)
    {
        if (seconds is { } wait) html.Write($"<meta http-equiv=\"refresh\" content=\"{wait}\">\n");
    }

    private static void WriteNavigation(Section current, HtmlBuilder html)
    {
        foreach (var (section, address, name) in Entries)
            html.Write($"<li><a href=\"{address}\"").Raw(section == current ? " aria-current=\"page\"" : "").Write($">{name}</a></li>");
    }

    private static void WriteKeys(HtmlBuilder html)
    {
        foreach (var (keys, meaning) in Texts.KeyMeanings)
        {
            html.Raw("<dt>");
            foreach (var key in keys) html.Write($"<kbd>{key}</kbd> ");
            html.Write($"</dt><dd>{meaning}</dd>");
        }
    }
}
