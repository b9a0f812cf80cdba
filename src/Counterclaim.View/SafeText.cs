using System.Globalization;
using System.Text;

namespace Counterclaim.View;

/// <summary>Text of a report made fit for one line of a terminal or of Markdown.</summary>
/// <remarks>A report may be hostile: nothing of it may move the cursor, colour the screen or turn the reading direction of our words.</remarks>
public static class SafeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>White space runs become one space; control characters and direction overrides become U+FFFD.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) AppendSpace(safe);
            else if (IsDangerous(rune)) safe.Append(Replacement);
            else if (!IsInvisible(rune)) safe.Append(rune.ToString());
        }
        return safe.ToString().TrimEnd();
    }

    /// <summary>The texts under the spans, the gaps between them shown as " … ".</summary>
    public static string OneLine(IReadOnlyList<Model.TextSpan> spans, string text) => spans.Count switch
    {
        0 => "",
        1 => OneLine(spans[0].In(text)),
        _ => string.Join(" … ", spans.Select(span => OneLine(span.In(text)))),
    };

    /// <summary>Shortened to about <paramref name="most"/> characters at a word's end, saying how much is left out.</summary>
    public static string Shorten(string line, int most)
    {
        if (line.Length <= most) return line;
        var end = line.LastIndexOf(' ', most);
        if (end < most / 2) end = char.IsLowSurrogate(line[most]) ? most - 1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{line.AsSpan(0, end)} … [{line.Length - end:N0} more characters]");
    }

    /// <summary>Control characters, direction overrides, embeddings and isolates, and lone surrogates (which enumerate as U+FFFD).</summary>
    public static bool IsDangerous(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xE0000 and <= 0xE007F);

    /// <summary>Marks that only steer layout: direction marks, byte order mark, soft hyphen, zero-width space.</summary>
    private static bool IsInvisible(Rune rune) => rune.Value is 0x200B or 0x200E or 0x200F or 0x061C or 0xFEFF or 0x00AD or 0x2060;

    private static void AppendSpace(StringBuilder safe)
    {
        if (safe.Length > 0 && safe[^1] != ' ') safe.Append(' ');
    }
}
