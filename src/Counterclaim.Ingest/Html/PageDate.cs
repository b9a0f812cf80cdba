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

    /// <param name="url">The page's address.</param>
    public static WrittenDate? Find(IDocument document, PageArticle article, StructuredData data, PageMeta meta, string? url)
    {
        var found = Search(document, article, data, meta, url);
        return found is { IsDay: false } moment && moment.Value.Offset == TimeSpan.Zero && FromUrl(url) is { } addressed ? Localize(moment, addressed) : found;
    }

    /// <summary>
    /// The same moment in the publisher's own day, where a time in UTC falls on the day before or after the one its
    /// address names: the days of the week an article speaks of are counted from that day.
    /// </summary>
    private static WrittenDate Localize(WrittenDate moment, WrittenDate addressed)
    {
        var days = (addressed.Value.Date - moment.Value.Date).TotalDays;
        if (Math.Abs(days) != 1) return moment;
        for (var hours = 1; hours <= 13; hours++)
        {
            var local = moment.Value.ToOffset(TimeSpan.FromHours(days * hours));
            if (local.Date == addressed.Value.Date) return moment with { Value = local };
        }
        return moment;
    }

    private static WrittenDate? Search(IDocument document, PageArticle article, StructuredData data, PageMeta meta, string? url)
    {
        bool? monthFirst = document.DocumentElement?.GetAttribute("lang") is "en-US" or "en-us" or "en_US" ? true : false;
        WrittenDate? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : DateText.Find(text, monthFirst);

        if (Read(data.Published) is { } structured) return structured;
        foreach (var name in DeclaredPublished)
            if (Read(meta.First(name)) is { } declared) return declared;
        if (FromElements(document, Read) is { } shown) return shown;
        if (FromUrl(url) is { } addressed) return addressed;
        if (NearHeadline(article, monthFirst) is { } near) return near;
        if (Read(data.Modified) is { } changed) return changed;
        foreach (var name in DeclaredChanged)
            if (Read(meta.First(name)) is { } declared) return declared;
        return FromText(article, monthFirst);
    }

    private static WrittenDate? FromElements(IDocument document, Func<string?, WrittenDate?> read)
    {
        foreach (var element in document.QuerySelectorAll("[itemprop=datePublished], time[pubdate], [property='schema:datePublished'], [itemprop=dateCreated], .published[datetime], .published[title], abbr.published"))
            if ((read(element.GetAttribute("content")) ?? read(element.GetAttribute("datetime")) ?? read(element.GetAttribute("title")) ?? read(element.TextContent)) is { } marked) return marked;
        foreach (var time in document.GetElementsByTagName("time").Where(t => !EmbeddedPost.IsInside(t)).Take(8))
            if ((read(time.GetAttribute("datetime")) ?? read(time.TextContent)) is { } timed) return timed;
        foreach (var element in document.QuerySelectorAll(ShownDates).Where(e => !EmbeddedPost.IsInside(e)).Take(40))
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

    /// <summary>A short line with a date, between a little before the article's first paragraph and a little after.</summary>
    private static WrittenDate? NearHeadline(PageArticle article, bool? monthFirst)
    {
        var first = article.Page.Blocks.FindIndex(b => article.Content.Contains(b));
        if (first < 0) return null;
        var end = Math.Min(article.Page.Blocks.Count, first + 10);
        for (var i = Math.Max(0, first - 12); i < end; i++)
        {
            var block = article.Page.Blocks[i];
            if (block.Words <= 14 && !MainContent.IsProse(block) && !block.Is(Hints.Foreign) && DateText.Find(block.Text, monthFirst) is { } date) return date;
        }
        return null;
    }

    /// <summary>The first date that the page's text introduces as that of its publication.</summary>
    private static WrittenDate? FromText(PageArticle article, bool? monthFirst)
    {
        foreach (var block in article.Page.Blocks)
        {
            if (block.Words > 60 || block.Is(Hints.Foreign)) continue;
            foreach (var match in Introduced().EnumerateMatches(block.Text))
            {
                var rest = block.Text.AsSpan(match.Index + match.Length);
                if (DateText.Find(rest[..Math.Min(rest.Length, 60)], monthFirst) is { } date) return date;
            }
        }
        return null;
    }

    [GeneratedRegex(@"[/\-_.](?<y>19\d\d|20\d\d)(?<s>[/\-_]?)(?<m>0?[1-9]|1[0-2])\k<s>(?<d>0[1-9]|[12]\d|3[01]|[1-9])(?=[/\-_.?#]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DatedPath();

    [GeneratedRegex(@"(?:\b(?:published|posted|first published|date|created|updated|written|veröffentlicht|erstellt|publié|publicado|pubblicato|geplaatst|geschrieben|stand|datum|mis en ligne|ver[oö]ffentlicht am|last modified|opublikowano|dodano)\b)\s?(?:on|at|am|le|el|il|op)?\s?:?\s?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();
}
