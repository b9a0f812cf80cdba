using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Html;

/// <summary>Reads a saved page into a report: its article, without the page around it.</summary>
public sealed class PageReader(IngestOptions options)
{
    private readonly ReportFactory _factory = new(options);

    /// <param name="url">Where the page was fetched from, if it was.</param>
    /// <exception cref="InvalidOperationException">Never for a page, however broken.</exception>
    internal Report Read(string html, string id, string source, string? url = null)
    {
        var document = new HtmlParser().ParseDocument(html);
        var root = document.QuerySelector("article") ?? document.QuerySelector("main") ?? document.Body;
        var text = new StringBuilder();
        var paragraphs = new List<Paragraph>();
        void Add(string content, ParagraphKind kind)
        {
            content = string.Join(' ', content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (content.Length == 0) return;
            if (text.Length > 0) text.Append("\n\n");
            paragraphs.Add(new Paragraph(new TextSpan(text.Length, text.Length + content.Length), kind));
            text.Append(content);
        }
        var title = document.QuerySelector("h1")?.TextContent ?? document.Title;
        if (title is not null) Add(title, ParagraphKind.Title);
        foreach (var block in root?.QuerySelectorAll("p, h2, h3, li, blockquote") ?? Enumerable.Empty<IElement>())
            if (block.QuerySelector("p, li, blockquote") is null) Add(block.TextContent, block.LocalName switch { "p" => ParagraphKind.Body, "li" => ParagraphKind.List, "blockquote" => ParagraphKind.Quote, _ => ParagraphKind.Heading });
        return _factory.Known(new Report(id, source, text.ToString(), paragraphs) { Title = title?.Trim(), Url = url });
    }
}
