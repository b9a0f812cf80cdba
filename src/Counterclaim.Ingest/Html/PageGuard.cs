using System.Collections.Frozen;

namespace Counterclaim.Ingest.Html;

/// <summary>Looks over the tags of a page before it is parsed, for nesting that would cost the parser more than its size.</summary>
/// <remarks>
/// A parser that follows the HTML standard takes time in the square of the number of open elements, and opens every
/// unclosed formatting element anew in each paragraph, so that a small page can grow into millions of elements.
/// </remarks>
internal static class PageGuard
{
    /// <summary>Formatting elements opened anew that a page may cost; ordinary pages stay below a thousand.</summary>
    private const long MostReopened = 500_000;

    /// <summary>Elements that the next of their kind closes, or that hold nothing.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Shallow = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame", "keygen",
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", "html", "head", "body", "rt", "rp")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Raw = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "script", "style", "textarea", "title", "iframe", "noframes", "xmp").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="SourceException">The page nests too deep or has too many elements.</exception>
    public static void Check(ReadOnlySpan<char> html, IngestLimits limits)
    {
        int depth = 0, formatting = 0, elements = 0, drawings = 0;
        long reopened = 0;
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = html[(at + 1)..];
            if (html.StartsWith("!--"))
            {
                var end = html.IndexOf("-->");
                if (end < 0) return;
                html = html[end..];
                continue;
            }
            var closing = html.StartsWith("/");
            var name = Name(closing ? html[1..] : html);
            if (name.IsEmpty) continue;
            html = html[(name.Length + (closing ? 1 : 0))..];
            var isSvg = name.Equals("svg", StringComparison.OrdinalIgnoreCase);
            if (closing)
            {
                if (!Shallow.Contains(name)) depth = Math.Max(0, depth - 1);
                if (Formatting.Contains(name)) formatting = Math.Max(0, formatting - 1);
                if (isSvg) drawings = Math.Max(0, drawings - 1);
                continue;
            }
            elements++;
            if (Raw.Contains(name))
            {
                html = AfterRaw(html, name);
                continue;
            }
            if (Formatting.Contains(name)) formatting++;
            else reopened += formatting;
            if (!Shallow.Contains(name) && !(drawings > 0 && ClosesItself(html))) depth++;
            if (isSvg) drawings++;
            if (depth > limits.HtmlDepth)
                throw new SourceException(SourceErrorCode.TooDeep, $"the page nests more than {limits.HtmlDepth} elements in one another, the limit; it is broken or hostile");
            if (reopened > MostReopened || elements > limits.HtmlElements)
                throw new SourceException(SourceErrorCode.TooLarge, $"the page makes more than {Math.Min(MostReopened, limits.HtmlElements)} elements, the limit; it is broken or hostile");
        }
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = 0;
        while (end < tag.Length && end < 40 && (char.IsAsciiLetterOrDigit(tag[end]) || tag[end] is '-' or ':')) end++;
        return end > 0 && char.IsAsciiLetter(tag[0]) ? tag[..end] : [];
    }

    private static bool ClosesItself(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('>');
        return end > 0 && rest[end - 1] == '/';
    }

    private static ReadOnlySpan<char> AfterRaw(ReadOnlySpan<char> html, ReadOnlySpan<char> name)
    {
        while (html.IndexOf("</") is >= 0 and var at)
        {
            html = html[(at + 2)..];
            if (html.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return html;
        }
        return [];
    }
}
