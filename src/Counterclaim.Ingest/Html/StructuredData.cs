using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace Counterclaim.Ingest.Html;

/// <summary>What a page tells search engines about its article (JSON-LD, schema.org vocabulary).</summary>
internal sealed class StructuredData
{
    private const int LongestScript = 4 << 20;
    private const int MostNodes = 5_000;

    public string? Headline { get; private set; }

    public List<string> Authors { get; } = [];

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Publisher { get; private set; }

    public string? ArticleBody { get; private set; }

    public string? Url { get; private set; }

    public string? Language { get; private set; }

    private bool _article;

    public static StructuredData Read(IDocument document)
    {
        var data = new StructuredData();
        foreach (var script in document.Scripts)
        {
            if (script.GetAttribute("type") is not { } type || !type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) continue;
            var source = script.TextContent;
            if (source.Length is 0 or > LongestScript) continue;
            using var json = Parse(source);
            if (json is not null) data.Take(json.RootElement);
        }
        return data;
    }

    /// <summary>Parses as browsers' readers do: wrapped in comments, with raw line breaks in strings, with commas too many.</summary>
    private static JsonDocument? Parse(string source)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
        var text = source.Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal)) text = text[4..];
        if (text.EndsWith("-->", StringComparison.Ordinal)) text = text[..^3];
        if (text.StartsWith("//<![CDATA[", StringComparison.Ordinal)) text = text[11..].Replace("//]]>", "", StringComparison.Ordinal);
        text = text.Trim().TrimEnd(';');
        try
        {
            return JsonDocument.Parse(text, options);
        }
        catch (JsonException)
        {
            try { return JsonDocument.Parse(EscapeControls(text), options); }
            catch (JsonException) { return null; }
        }
    }

    private static string EscapeControls(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }
            if (c == '"') inString = !inString;
            escaped.Append(inString && c < ' ' ? ' ' : c);
        }
        return escaped.ToString();
    }

    /// <summary>Goes through the graph breadth first: the nodes nearest to the root describe the page itself.</summary>
    private void Take(JsonElement root)
    {
        var queue = new Queue<JsonElement>([root]);
        for (var seen = 0; seen < MostNodes && queue.TryDequeue(out var node); seen++)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray()) queue.Enqueue(item);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                TakeNode(node);
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"])
                    if (node.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array && name != "liveBlogUpdate") queue.Enqueue(inner);
            }
        }
    }

    private void TakeNode(JsonElement node)
    {
        var type = TypeOf(node);
        if (type is "NewsMediaOrganization" or "Organization" or "WebSite" && Publisher is null && !_article) Publisher = type == "WebSite" ? null : Text(node, "name");
        var article = type is not null && (type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting" or "Report" or "SocialMediaPosting" or "VideoObject" && !_article && Headline is null);
        if (!article)
        {
            if (type is "WebPage" or "ItemPage" && !_article)
            {
                Published ??= Text(node, "datePublished");
                Modified ??= Text(node, "dateModified");
                Language ??= Text(node, "inLanguage");
            }
            return;
        }
        if (_article && ArticleBody is not null) return;
        _article = type != "VideoObject";
        Headline = Text(node, "headline") ?? Text(node, "name") ?? Headline;
        Published = Text(node, "datePublished") ?? Text(node, "uploadDate") ?? Published;
        Modified = Text(node, "dateModified") ?? Modified;
        Language = Text(node, "inLanguage") ?? Language;
        Url = Text(node, "url") ?? Url;
        ArticleBody = Text(node, "articleBody") ?? ArticleBody;
        if (node.TryGetProperty("publisher", out var publisher)) Publisher = Name(publisher) ?? Publisher;
        foreach (var name in (ReadOnlySpan<string>)["author", "creator"])
            if (Authors.Count == 0 && node.TryGetProperty(name, out var author)) TakeAuthors(author, 0);
    }

    private void TakeAuthors(JsonElement author, int depth)
    {
        if (depth > 3) return;
        if (author.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in author.EnumerateArray().Take(40)) TakeAuthors(one, depth + 1);
        }
        else if (author.ValueKind == JsonValueKind.Object && TypeOf(author) is "Organization" or "NewsMediaOrganization")
        {
            if (Name(author) is { } organization) OrganizationAuthors.Add(organization);
        }
        else if (Name(author) is { } name)
        {
            Authors.Add(name);
        }
    }

    /// <summary>Newsrooms and agencies named as authors.</summary>
    public List<string> OrganizationAuthors { get; } = [];

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()),
        JsonValueKind.Array => value.EnumerateArray().Select(Name).FirstOrDefault(name => name is not null),
        JsonValueKind.Object => Text(value, "name"),
        _ => null,
    };

    private static string? TypeOf(JsonElement node) => node.TryGetProperty("@type", out var type)
        ? type.ValueKind switch
        {
            JsonValueKind.String => type.GetString(),
            JsonValueKind.Array => type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)
                .OrderByDescending(t => t.EndsWith("Article", StringComparison.Ordinal)).FirstOrDefault(),
            _ => null,
        }
        : null;

    private static string? Text(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault(v => v.ValueKind == JsonValueKind.String);
        return value.ValueKind == JsonValueKind.String ? Clean(value.GetString()) : null;
    }

    private static string? Clean(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        return value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value).Trim() : value.Trim();
    }
}
