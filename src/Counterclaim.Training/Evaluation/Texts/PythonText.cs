using System.Globalization;
using System.Text;

namespace Counterclaim.Training.Evaluation.Texts;

/// <summary>
/// A text as Python sees it: an array of code points, with <c>\w</c>, <c>\s</c> and <c>str.lower()</c> as the reference
/// scorers use them. .NET's own <c>\w</c> differs: it has combining marks and connectors, and lacks numerals such as "²".
/// </summary>
/// <remarks>Classes follow the Unicode version of the runtime; code points assigned since Python's may differ.</remarks>
public static class PythonText
{
    private const string CapitalIWithDot = "\u0130";

    /// <summary>The code points of a text; a lone surrogate counts as one.</summary>
    public static int[] CodePoints(string text)
    {
        var points = new int[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            points[count++] = isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
        }
        return count == text.Length ? points : points[..count];
    }

    /// <summary>The string of one code point, which may be a lone surrogate.</summary>
    public static string Character(int point) => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);

    /// <summary>The text under a span, which like a slice may reach beyond the end.</summary>
    public static string Slice(int[] points, PointSpan span)
    {
        var end = Math.Min(span.End, points.Length);
        return span.Start >= end ? "" : string.Concat(points[span.Start..end].Select(Character));
    }

    /// <summary><c>\w</c>: letters, numerals of every kind, and the underscore.</summary>
    public static bool IsWord(int point) => point < 128
        ? char.IsAsciiLetterOrDigit((char)point) || point == '_'
        : CharUnicodeInfo.GetUnicodeCategory(point) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary><c>\s</c>: white space, with the four information separators.</summary>
    public static bool IsSpace(int point) =>
        point is >= 0x1C and <= 0x1F || (point <= char.MaxValue && char.IsWhiteSpace((char)point));

    /// <summary><c>re.findall(r"\w+")</c> of the text, lower-cased on request.</summary>
    public static List<string> Words(string? text, bool lower = false)
    {
        var words = new List<string>();
        if (text is null) return words;
        var points = CodePoints(lower ? Lower(text) : text);
        var word = new StringBuilder();
        foreach (var point in points)
        {
            if (IsWord(point))
            {
                word.Append(Character(point));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    /// <summary><c>str.lower()</c>, but for the final sigma.</summary>
    public static string Lower(string text) => text.Replace(CapitalIWithDot, "i\u0307", StringComparison.Ordinal).ToLowerInvariant();
}
