using AngleSharp.Dom;

namespace Counterclaim.Ingest.Html;

/// <summary>Finds the headline: what the page shows, told by what it says of itself to others.</summary>
internal static class PageTitle
{
    public static string? Find(IDocument document, StructuredData data, PageMeta meta)
    {
        var shared = meta.First("og:title", "twitter:title", "dc.title", "title");
        var page = string.IsNullOrWhiteSpace(document.Title) ? null : OneLine.Spaced(document.Title);
        var shown = document.GetElementsByTagName("h1").Take(20).Select(h => OneLine.Spaced(h.TextContent)).Where(h => h.Length is > 3 and < 400).ToList();

        // A headline that is shown and that the page's own title or the shared one begins with is certain.
        foreach (var heading in shown)
            if (Agrees(heading, shared) || Agrees(heading, data.Headline) || Agrees(heading, page)) return heading;
        var told = shared ?? data.Headline ?? page;
        if (told is null) return shown.FirstOrDefault();
        return WithoutSite(told, meta.First("og:site_name") ?? data.Publisher);
    }

    private static bool Agrees(string heading, string? told) =>
        told is not null && heading.Length >= 10 && told.StartsWith(heading, StringComparison.OrdinalIgnoreCase);

    /// <summary>The title without " | Site", " - Site" at its end or "Site: " at its beginning.</summary>
    internal static string WithoutSite(string title, string? site)
    {
        foreach (var mark in (ReadOnlySpan<string>)[" | ", " » ", " · ", " – ", " — ", " - ", " :: "])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at < 10) continue;
            var rest = title[(at + mark.Length)..];
            var named = site is not null && (rest.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(rest, StringComparison.OrdinalIgnoreCase));
            if (named || (mark is " | " or " » " or " :: " && rest.Length < at && rest.Length <= 40)) return WithoutSite(title[..at].TrimEnd(), site);
        }
        return title;
    }
}
