using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Counterclaim.Ingest.Dates;

namespace Counterclaim.Ingest.Feeds;

/// <summary>Reads RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0 by local names, as readers in the wild must.</summary>
/// <remarks>
/// Document types are skipped, never processed: no entity they define is expanded and nothing they name is fetched. Feeds
/// that are not well-formed because of HTML's entities, bare ampersands or control characters are mended once.
/// </remarks>
internal static partial class FeedParser
{
    private const int DeepestNesting = 256;

    /// <summary>A document type stands before the root element, within this many characters.</summary>
    private const int PrologLength = 64 << 10;

    /// <exception cref="SourceException">It is no feed, or broken before its first entry.</exception>
    public static Feed Parse(string xml, IngestLimits limits)
    {
        xml = xml.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (xml.AsSpan(0, Math.Min(xml.Length, PrologLength)).Contains("<!ENTITY", StringComparison.Ordinal))
            throw new SourceException(SourceErrorCode.BadFeed, "this feed defines entities of its own, which is refused");
        var first = Read(xml, limits);
        if (first.Broken is null) return first;
        var mended = Read(Mend(xml), limits);
        var best = mended.Broken is null || mended.Items.Count > first.Items.Count ? mended : first;
        if (best.Broken is not null && best.Items.Count == 0)
            throw new SourceException(SourceErrorCode.BadFeed, "this feed is broken: " + best.Broken);
        return best;
    }

    private static Feed Read(string xml, IngestLimits limits)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = limits.PageBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        var items = new List<FeedItem>();
        string? title = null, language = null, root = null;
        try
        {
            CheckDepth(xml, settings);
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            reader.Read();
            while (!reader.EOF && items.Count < limits.FeedItems)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    reader.Read();
                    continue;
                }
                root ??= Root(reader);
                if (reader.LocalName is "item" or "entry") items.Add(Item((XElement)XNode.ReadFrom(reader)));
                else if (reader.LocalName is "title" && title is null && reader.Depth <= 2) title = Plain(((XElement)XNode.ReadFrom(reader)).Value);
                else if (reader.LocalName is "language" && reader.Depth <= 2) language = ((XElement)XNode.ReadFrom(reader)).Value.Trim();
                else if (reader.LocalName is "image" or "textInput" or "textinput" or "author" or "source") reader.Skip();
                else
                {
                    language ??= reader.GetAttribute("xml:lang");
                    reader.Read();
                }
            }
            return new Feed(title, language, items, null);
        }
        catch (XmlException e)
        {
            return new Feed(title, language, items, $"line {e.LineNumber}: {OneLine.Of(e.Message)}");
        }
    }

    private static string Root(XmlReader reader) => reader.LocalName is "rss" or "feed" or "RDF" or "channel"
        ? reader.LocalName
        : throw new SourceException(SourceErrorCode.BadFeed, $"this is XML but no feed: its root is <{OneLine.Of(reader.LocalName)}>, not rss, feed or RDF");

    private static void CheckDepth(string xml, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        try
        {
            while (reader.Read())
                if (reader.Depth > DeepestNesting) throw new SourceException(SourceErrorCode.TooDeep, $"the feed nests elements more than {DeepestNesting} deep");
        }
        catch (XmlException)
        {
            // The second pass meets the same fault and keeps the entries before it.
        }
    }

    private static FeedItem Item(XElement item)
    {
        var (content, whole) = Content(item);
        var written = Value(item, "published", "pubDate", "issued", "date", "created", "updated", "modified");
        return new FeedItem(
            item.ToString(SaveOptions.DisableFormatting),
            Plain(Child(item, "title") is { } title ? Html(title) : null),
            Link(item),
            written is null ? null : DateText.Find(written),
            Authors(item),
            content,
            whole);
    }

    private static (string? Content, bool Whole) Content(XElement item)
    {
        if (Child(item, "encoded") is { } encoded && Html(encoded) is { Length: > 0 } full) return (full, true);
        if (Child(item, "content") is { } content && content.Attribute("url") is null && Html(content) is { Length: > 0 } atom) return (atom, true);
        if (Child(item, "body") is { } body && Html(body) is { Length: > 0 } xhtml) return (xhtml, true);
        foreach (var name in (ReadOnlySpan<string>)["description", "summary"])
            if (Child(item, name) is { } brief && Html(brief) is { Length: > 0 } summary) return (summary, false);
        return (null, false);
    }

    /// <summary>An element's content as HTML, by its Atom type: markup inside, escaped markup, or bare text.</summary>
    private static string Html(XElement element)
    {
        var type = (string?)element.Attribute("type");
        if (element.HasElements) return string.Concat(element.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
        return type is "text" or "text/plain" ? WebUtility.HtmlEncode(element.Value) : element.Value;
    }

    private static string? Link(XElement item)
    {
        var links = item.Elements().Where(e => e.Name.LocalName == "link").ToList();
        var link = links.FirstOrDefault(e => (string?)e.Attribute("rel") is null or "alternate") ?? links.FirstOrDefault();
        var url = (string?)link?.Attribute("href") ?? link?.Value;
        if (string.IsNullOrWhiteSpace(url) && Child(item, "guid") is { } guid && (string?)guid.Attribute("isPermaLink") != "false") url = guid.Value;
        return Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var found) && found.Scheme is "http" or "https" ? url!.Trim() : null;
    }

    private static IReadOnlyList<string> Authors(XElement item)
    {
        var names = new List<string>();
        foreach (var author in item.Elements().Where(e => e.Name.LocalName is "author" or "creator"))
        {
            var written = Child(author, "name")?.Value ?? author.Value;
            // RSS asks for "address (name)".
            if (MailThenName().Match(written) is { Success: true } match) written = match.Groups["name"].Value;
            foreach (var name in Bylines.Split(OneLine.Spaced(written)))
                if (!names.Contains(name)) names.Add(name);
        }
        return names;
    }

    private static XElement? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(e => e.Name.LocalName == name && e.Name.NamespaceName != "http://search.yahoo.com/mrss/");

    private static string? Value(XElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Child(item, name)?.Value is { } value && !string.IsNullOrWhiteSpace(value)) return value;
        return null;
    }

    private static string? Plain(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return null;
        var text = OneLine.Spaced(WebUtility.HtmlDecode(Tag().Replace(html, " ")));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Makes HTML's named entities characters, escapes ampersands that start nothing, drops what XML forbids.</summary>
    private static string Mend(string xml)
    {
        xml = Reference().Replace(xml, match =>
        {
            if (match.Groups["name"] is not { Success: true, Value: var name }) return match.Groups["number"].Success ? match.Value : "&amp;";
            if (name is "amp" or "lt" or "gt" or "quot" or "apos") return match.Value;
            var decoded = WebUtility.HtmlDecode(match.Value);
            return decoded == match.Value ? "&amp;" + name + ";" : decoded;
        });
        return string.Create(xml.Length, xml, (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = XmlConvert.IsXmlChar(source[i]) || char.IsSurrogate(source[i]) ? source[i] : ' ';
        });
    }

    [GeneratedRegex(@"&(?:(?<name>[A-Za-z][A-Za-z0-9]{1,30});|(?<number>#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});))?", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"<[^>]{0,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*\S+@\S+\s*\((?<name>[^)]{1,100})\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex MailThenName();
}
