using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Counterclaim.Ingest.Dates;

namespace Counterclaim.Ingest.Html;

/// <summary>Finds when a page was published: what it declares, then what it shows, then what its address says.</summary>
/// <remarks>The order of sources follows htmldate (Barbaresi 2020). A time of change is used only where nothing else is there.</remarks>
internal static partial class PageDate
{
    private static readonly string[] DeclaredPublished =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datePublished", "article:published", "parsely-pub-date",
        "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc.created", "citation_publication_date", "citation_date",
        "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationDate", "article.published", "article.created", "article_date_original", "originalpublicationdate",
        "cXenseParse:recs:publishtime", "cXenseParse:publishtime", "bt:pubDate", "shareaholic:article_published_time", "rnews:datePublished", "date", "Date", "created", "dateCreated", "date_published", "published", "pdate", "ptime", "timestamp", "displaydate", "cre_date",
        "vr:published_time", "video:release_date", "lp:date", "weibo: article:create_at", "og:pubdate", "DC.date.issued", "eprints.date", "bepress_citation_date", "prism.publicationDate",
    ];

    private static readonly string[] DeclaredChanged =
        ["article:modified_time", "og:updated_time", "dateModified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "article:modified", "modified", "revised", "og:modified_time"];

    public static WrittenDate? Find(IDocument document, IElement? main, StructuredData data, PageMeta meta, string? url)
    {
        bool? monthFirst = document.DocumentElement?.GetAttribute("lang") is "en-US" or "en-us" or "en_US" ? true : false;
        WrittenDate? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : DateText.Find(text, monthFirst);

        if (Read(data.Published) is { } structured) return structured;
        foreach (var name in DeclaredPublished)
            if (Read(meta.First(name)) is { } declared) return declared;
        if (FromElements(document, main, Read) is { } shown) return shown;
        if (FromUrl(url) is { } addressed) return addressed;
        if (Read(data.Modified) is { } changed) return changed;
        foreach (var name in DeclaredChanged)
            if (Read(meta.First(name)) is { } declared) return declared;
        return FromText(document, monthFirst);
    }

    private static WrittenDate? FromElements(IDocument document, IElement? main, Func<string?, WrittenDate?> read)
    {
        foreach (var element in document.QuerySelectorAll("[itemprop=datePublished], time[pubdate], [property='schema:datePublished'], [itemprop=dateCreated], .published[datetime], .published[title], abbr.published"))
            if ((read(element.GetAttribute("content")) ?? read(element.GetAttribute("datetime")) ?? read(element.GetAttribute("title")) ?? read(element.TextContent)) is { } marked) return marked;
        var times = (main ?? document.DocumentElement)?.GetElementsByTagName("time") ?? document.GetElementsByTagName("time");
        foreach (var scope in (IEnumerable<IElement>[])[times, document.GetElementsByTagName("time")])
            foreach (var time in scope.Take(8))
                if ((read(time.GetAttribute("datetime")) ?? read(time.TextContent)) is { } timed) return timed;
        foreach (var element in document.QuerySelectorAll(ShownDates).Take(40))
        {
            var text = element.TextContent;
            if (text.Length < 400 && read(text) is { } shown) return shown;
        }
        return null;
    }

    private const string ShownDates =
        "[class*=publish], [class*=pubdate], [class*=post-date], [class*=entry-date], [class*=article-date], [class*=articleDate], [class*=date-published], [id*=publish], " +
        "[class~=date], [id=date], [class*=timestamp], [class*=dateline], [class*=post-meta], [class*=entry-meta], [class*=postmeta], [class*=byline], [class*=time-date], [class*=posted], [class~=time], [class*=info-line], [class*=datum], [class*=fecha], [class*=Date], [class*=-date], [class*=date-], [class*=_date], [class*=submitted], [class*=created]";

    /// <summary>A whole date in the path, as many outlets have: /2026/02/27/ or -2026-02-27 or /20260227.</summary>
    public static WrittenDate? FromUrl(string? url)
    {
        if (url is null) return null;
        var match = DatedPath().Match(url);
        return match.Success ? DateText.Find($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}") : null;
    }

    /// <summary>The first date that the page introduces as that of its publication; else one in its copyright-free text.</summary>
    private static WrittenDate? FromText(IDocument document, bool? monthFirst)
    {
        var text = document.Body?.TextContent;
        if (text is null) return null;
        if (text.Length > 200_000) text = text[..200_000];
        foreach (Match match in Introduced().Matches(text))
            if (DateText.Find(text.AsSpan(match.Index + match.Length, Math.Min(60, text.Length - match.Index - match.Length)), monthFirst) is { } date) return date;
        return null;
    }

    [GeneratedRegex(@"[/\-_.](?<y>19\d\d|20\d\d)(?<s>[/\-_]?)(?<m>0?[1-9]|1[0-2])\k<s>(?<d>0[1-9]|[12]\d|3[01]|[1-9])(?=[/\-_.?#]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DatedPath();

    [GeneratedRegex(@"(?:\b(?:published|posted|first published|date|created|updated|written|veröffentlicht|erstellt|publié|publicado|pubblicato|geplaatst|geschrieben|stand|datum|mis en ligne|ver[oö]ffentlicht am|last modified|opublikowano|dodano)\b)\s?(?:on|at|am|le|el|il|op)?\s?:?\s?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();
}
