namespace Counterclaim.Ingest.Bytes;

/// <summary>Tells the format of a text from its name, its declared media type and its beginning.</summary>
internal static class FormatSniffer
{
    /// <summary>The format a file name promises; <see cref="InputFormat.Auto"/> where it promises none.</summary>
    public static InputFormat FromName(string name)
    {
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" or ".shtml" or ".php" or ".asp" or ".aspx" => InputFormat.Html,
            ".md" or ".markdown" => InputFormat.Markdown,
            ".jsonl" or ".ndjson" => InputFormat.Jsonl,
            ".rss" or ".atom" => InputFormat.Feed,
            ".txt" or ".text" => InputFormat.Text,
            _ => InputFormat.Auto,
        };
    }

    public static InputFormat FromMediaType(string? mediaType) => mediaType?.ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => InputFormat.Html,
        "text/markdown" => InputFormat.Markdown,
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" => InputFormat.Feed,
        "application/x-ndjson" or "application/jsonl" => InputFormat.Jsonl,
        _ => InputFormat.Auto,
    };

    /// <summary>The format by content, given what the name promises: a feed is told even where a page was promised.</summary>
    public static InputFormat Settle(InputFormat promised, ReadOnlySpan<char> text)
    {
        var start = text[..Math.Min(text.Length, 4096)].TrimStart().TrimStart('\uFEFF');
        if (promised is InputFormat.Markdown or InputFormat.Jsonl or InputFormat.Feed) return promised;
        if (LooksLikeFeed(start)) return InputFormat.Feed;
        if (promised == InputFormat.Html || LooksLikePage(start)) return InputFormat.Html;
        return InputFormat.Text;
    }

    /// <summary>Whether the bytes open with a JSON object that may be an article.</summary>
    public static bool LooksLikeArticleLine(ReadOnlySpan<byte> start)
    {
        start = start[..Math.Min(start.Length, 4096)].TrimStart("\uFEFF \t\r\n"u8);
        return start.StartsWith("{"u8) && start[1..].TrimStart(" \t"u8).StartsWith("\""u8);
    }

    private static bool LooksLikeFeed(ReadOnlySpan<char> start)
    {
        while (true)
        {
            start = start.TrimStart();
            if (start.StartsWith("<?")) start = After(start, "?>");
            else if (start.StartsWith("<!--")) start = After(start, "-->");
            else if (start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && !start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase))
                start = AfterDoctype(start);
            else break;
            if (start.IsEmpty) return false;
        }
        if (!start.StartsWith("<")) return false;
        start = start[1..];
        var colon = start[..Math.Min(start.Length, 24)].IndexOf(':');
        return IsRoot(start) || colon > 0 && IsRoot(start[(colon + 1)..]);
    }

    private static bool IsRoot(ReadOnlySpan<char> name)
    {
        foreach (var root in (ReadOnlySpan<string>)["rss", "feed", "RDF"])
            if (name.StartsWith(root) && name.Length > root.Length && (name[root.Length] is '>' or '/' || char.IsWhiteSpace(name[root.Length])))
                return true;
        return false;
    }

    private static bool LooksLikePage(ReadOnlySpan<char> start)
    {
        foreach (var opening in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "<?xml", "<!--", "<article", "<main", "<div"])
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end);
        return at < 0 ? [] : text[(at + end.Length)..];
    }

    private static ReadOnlySpan<char> AfterDoctype(ReadOnlySpan<char> text)
    {
        int bracket = text.IndexOf('['), close = text.IndexOf('>');
        if (bracket >= 0 && bracket < close)
        {
            text = After(text, "]");
            close = text.IndexOf('>');
        }
        return close < 0 ? [] : text[(close + 1)..];
    }
}
