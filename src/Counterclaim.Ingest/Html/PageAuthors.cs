using AngleSharp.Dom;

namespace Counterclaim.Ingest.Html;

/// <summary>Finds who wrote the article.</summary>
internal static class PageAuthors
{
    public static IReadOnlyList<string> Find(IDocument document, StructuredData data, PageMeta meta)
    {
        var names = Clean(data.Authors);
        if (names.Count > 0) return names;
        foreach (var name in (ReadOnlySpan<string>)["author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "citation_author", "byl", "authors", "cXenseParse:author"])
        {
            names = Clean(meta.All(name));
            if (names.Count > 0) return names;
        }
        names = Clean(Shown(document, "[itemprop~=author] [itemprop=name], [itemprop~=author]:not(:has([itemprop=name]))"));
        if (names.Count > 0) return names;
        names = Clean(Shown(document, "a[rel~=author], .author-name, .byline__name, .byline-name, .author__name, .article-author a, .byline a, .author a"));
        if (names.Count > 0) return names;
        names = Clean(Shown(document, ".byline, .author, .article-author, .c-byline"));
        return names.Count > 0 ? names : Clean(data.OrganizationAuthors);
    }

    private static IEnumerable<string> Shown(IDocument document, string selector) =>
        document.QuerySelectorAll(selector).Select(e => e.GetAttribute("content") ?? e.TextContent).Where(t => t.Length < 200).Take(12);

    private static IReadOnlyList<string> Clean(IEnumerable<string> written)
    {
        var names = new List<string>();
        foreach (var line in written)
        {
            if (line.Contains("://", StringComparison.Ordinal)) continue;
            foreach (var name in Bylines.Split(OneLine.Spaced(line)))
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }
        return names;
    }
}
