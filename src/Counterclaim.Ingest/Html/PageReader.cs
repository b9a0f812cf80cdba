using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Counterclaim.Ingest.Bytes;
using Counterclaim.Ingest.Feeds;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Html;

/// <summary>Reads a saved page into a report: its article, without the page around it.</summary>
public sealed class PageReader
{
    private readonly IngestLimits _limits;
    private readonly ReportFactory _factory;

    public PageReader(IngestOptions options) => (_limits, _factory) = (options.Limits, new ReportFactory(options));

    /// <summary>Reads the bytes of a page.</summary>
    /// <param name="source">Becomes the report's source.</param>
    /// <param name="url">Where the page was fetched from, where that is known.</param>
    /// <param name="charset">The encoding the server declared, if it did.</param>
    public SourceResult Read(ReadOnlyMemory<byte> bytes, string source, string? url = null, string? charset = null)
    {
        try
        {
            return Read(TextDecoder.Decode(bytes.Span, charset, lookForMeta: true), ReportFactory.Id(bytes.Span), source, url);
        }
        catch (SourceException e)
        {
            return e.At(source);
        }
    }

    /// <exception cref="SourceException">The page is too large or holds no text.</exception>
    internal Report Read(string html, string id, string source, string? url = null)
    {
        var document = Parse(html);
        var data = StructuredData.Read(document);
        var meta = new PageMeta(document);
        var title = PageTitle.Find(document, data, meta);
        var address = Address(document, data, meta, url);
        var article = FindArticle(document, data, title);
        var parts = article.Parts;
        if (parts.Count == 0 && meta.First("og:description", "description") is { } description) parts = [new ArticlePart(description, ParagraphKind.Body, null)];
        if (parts.Count == 0) throw new SourceException(SourceErrorCode.NoText, "there is no article text on this page; if a script builds it, save it from the browser after it has loaded");

        var (text, paragraphs) = Lay(title, parts);
        var published = PageDate.Find(document, article, data, meta, address);
        return _factory.Known(new Report(id, source, text, paragraphs)
        {
            Title = title,
            Byline = PageAuthors.Find(document, data, meta),
            Publisher = meta.First("og:site_name") ?? data.Publisher ?? ReportFactory.HostOf(address),
            Url = address,
            Published = published?.Value,
            PublishedIsDay = published?.IsDay ?? false,
            Language = Language(document) ?? LanguageGuess.Of(text, paragraphs),
        });
    }

    /// <summary>A report of a feed's entry, from what the feed itself holds of it.</summary>
    /// <exception cref="SourceException">The entry holds no text.</exception>
    internal Report ReadEntry(Feed feed, FeedItem item, string source)
    {
        List<ArticlePart> parts = [];
        if (item.Content is { } content && Parse(content).Body is { } body)
        {
            var page = PageWalker.Walk(body);
            parts = ArticleParts.Pick(page, MainContent.Everything(page), item.Title);
        }
        if (parts.Count == 0 && item.Title is null) throw new SourceException(SourceErrorCode.NoText, "this entry of the feed has no text");
        var (text, paragraphs) = Lay(item.Title, parts);
        return _factory.Known(new Report(ReportFactory.Id(Encoding.UTF8.GetBytes(item.Raw)), source, text, paragraphs)
        {
            Title = item.Title,
            Byline = item.Authors,
            Publisher = feed.Title ?? ReportFactory.HostOf(item.Link),
            Url = item.Link,
            Published = item.Published?.Value,
            PublishedIsDay = item.Published?.IsDay ?? false,
            Language = feed.Language is { Length: >= 2 and <= 20 } declared ? declared : LanguageGuess.Of(text, paragraphs),
        });
    }

    private IDocument Parse(string html)
    {
        PageGuard.Check(html, _limits);
        return new HtmlParser(new HtmlParserOptions { DisableElementPositionTracking = true, SkipComments = true }).ParseDocument(html);
    }

    private PageArticle FindArticle(IDocument document, StructuredData data, string? title)
    {
        var page = document.Body is { } body ? PageWalker.Walk(body) : new PageBlocks();
        var content = MainContent.Find(page);
        if (KnownArticle.Mark(page, data.ArticleBody, content.Score)) content = MainContent.Find(page);
        var parts = ArticleParts.Pick(page, content, title);
        var length = parts.Where(p => p.Kind != ParagraphKind.Heading).Sum(p => p.Text.Length);
        if (data.ArticleBody is { Length: > 400 } copy && length < copy.Length / 2) parts = FromCopy(copy);
        return new PageArticle(page, content, parts);
    }

    /// <summary>The page's own copy for search engines, where the page shows less than half of it.</summary>
    private List<ArticlePart> FromCopy(string copy)
    {
        if (copy.Contains("</p>", StringComparison.OrdinalIgnoreCase) && Parse(copy).Body is { } body)
            return [.. PageWalker.Walk(body).Blocks.Select(b => new ArticlePart(b.Text, ParagraphKind.Body, null))];
        return [.. copy.Split('\n').Select(OneLine.Spaced).Where(line => line.Length > 0).Select(line => new ArticlePart(line, ParagraphKind.Body, null))];
    }

    /// <summary>Title and paragraphs, with an empty line between each two.</summary>
    private static (string Text, IReadOnlyList<Paragraph> Paragraphs) Lay(string? title, List<ArticlePart> parts)
    {
        var text = new StringBuilder();
        var paragraphs = new List<Paragraph>(parts.Count + 1);
        if (title is not null) Append(new ArticlePart(title, ParagraphKind.Title, null));
        foreach (var part in parts) Append(part);
        return (text.ToString(), paragraphs);

        void Append(ArticlePart part)
        {
            if (text.Length > 0) text.Append("\n\n");
            var start = text.Length;
            text.Append(part.Text);
            var post = part.Post is { Signature: { } signature } signed
                ? signed with { Signature = new TextSpan(start + signature.Start, start + signature.End) }
                : part.Post;
            paragraphs.Add(new Paragraph(new TextSpan(start, text.Length), part.Kind) { Post = post });
        }
    }

    private static string? Address(IDocument document, StructuredData data, PageMeta meta, string? url)
    {
        foreach (var candidate in (ReadOnlySpan<string?>)[document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), meta.First("og:url"), data.Url])
        {
            if (!Uri.TryCreate(candidate, UriKind.Absolute, out var found) || found.Scheme is not ("http" or "https")) continue;
            // Some sites name their front page as the address of everything.
            if (found.AbsolutePath == "/" && url is not null) continue;
            return candidate!.Trim();
        }
        return url;
    }

    private static string? Language(IDocument document)
    {
        var declared = document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang");
        return declared is { Length: >= 2 and <= 20 } && char.IsAsciiLetter(declared[0]) ? declared.Replace('_', '-') : null;
    }
}
