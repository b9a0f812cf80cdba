using System.Text.RegularExpressions;
using Counterclaim.Ingest.Dates;

namespace Counterclaim.Ingest.Plain;

/// <summary>Reads the traits of one line or paragraph off its surface.</summary>
internal static partial class LineLook
{
    private const string Closers = "\"'”’“»«)]*_」』） ";

    public static LineTraits Traits(ReadOnlySpan<char> line, int words)
    {
        var traits = LineTraits.None;
        if (EndsSentence(line) || words >= 25 || (words >= 10 && HoldsSentence(line))) traits |= LineTraits.Sentence;
        if (line[^1] == ':') traits |= LineTraits.Introduces;
        if (line[^1] is ';' or ',' || (words <= 15 && Figure().IsMatch(line))) traits |= LineTraits.OpenEnded;
        var mark = ItemMark(line);
        if (mark > 0) traits |= LineTraits.Item;
        if (IsLink(line[mark..])) traits |= LineTraits.Link;
        if (line[0] == '#' && line.TrimStart('#').StartsWith(" ")) traits |= LineTraits.MarkedHeading;
        if (line[0] == '>') traits |= LineTraits.MarkedQuote;
        if (line.Length > 400) return traits;

        var bare = line[mark..].TrimStart("#*_> ").TrimEnd("#*_ ");
        if (bare.IsEmpty) return traits | LineTraits.Notice;
        if (DateText.IsDateLine(bare) || ClockLine().IsMatch(bare)) traits |= LineTraits.Date;
        if (words <= 14 && BylineLine().IsMatch(bare)) traits |= LineTraits.Byline;
        if (Phrases.IsCredit(bare)) traits |= LineTraits.Credit;
        if (words <= 60 && Phrases.IsNotice(bare, words)) traits |= LineTraits.Notice;
        if (words <= 6 && Phrases.OpensLinks(bare)) traits |= LineTraits.OpensLinks;
        return traits;
    }

    /// <summary>Words apart from one another by white space; of scripts that set none, two signs count as one word.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0, signs = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (IsUnspaced(c))
            {
                signs++;
                inside = false;
                continue;
            }
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inside) words++;
            inside = letter || (inside && !char.IsWhiteSpace(c));
        }
        return words + ((signs + 1) / 2);
    }

    /// <summary>Kana, ideographs, and the Thai, Lao and Khmer scripts.</summary>
    private static bool IsUnspaced(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF');

    /// <summary>Whether a sentence ends within the line, as before a source in brackets.</summary>
    private static bool HoldsSentence(ReadOnlySpan<char> line) =>
        line.IndexOf(". ") > 20 || line.IndexOf(".\" ") > 20 || line.IndexOf(".” ") > 20;

    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(Closers).TrimEnd(" ");
        if (line.Length < 2) return false;
        return line[^1] is '。' or '！' or '？' or '।' or '؟' || (line[^1] is '.' or '!' or '?' or '…' && line.IndexOf(' ') > 0);
    }

    /// <summary>Whether a line begins with a few capitalised words and a colon, as a turn of an interview does.</summary>
    public static bool NamesSpeaker(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        var colon = line[..Math.Min(line.Length, 40)].IndexOf(':');
        if (colon < 1 || !char.IsUpper(line[0])) return false;
        foreach (var word in line[..colon].Split(' '))
            if (line[word] is { IsEmpty: false } part && !char.IsUpper(part[0])) return false;
        return true;
    }

    /// <summary>An unfinished line that no heading or label begins like: "Speaking to …", "In an interview with …", "According to …".</summary>
    public static bool BeginsSentence(ReadOnlySpan<char> line) => char.IsLetter(line[^1]) && Beginning().IsMatch(line);

    /// <summary>Length of a bullet or number with the space after it; 0 where there is none.</summary>
    public static int ItemMark(ReadOnlySpan<char> line)
    {
        if (line.Length < 3) return 0;
        if (line[0] is '-' or '*' or '•' or '·' or '▪' or '●' or '◦' or '+' or '–' && line[1] is ' ' or '\t') return 2;
        if (line[0] is '•' or '●' or '▪') return 1;
        var digits = 0;
        while (digits < 3 && digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        return digits > 0 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? digits + 2 : 0;
    }

    /// <summary>The words of a line that is nothing but one Markdown link; empty for any other line.</summary>
    public static ReadOnlySpan<char> LinkLabel(ReadOnlySpan<char> line)
    {
        line = line[ItemMark(line)..].TrimStart('!');
        if (line.Length is < 5 or > 2000 || line[0] != '[' || line[^1] != ')') return [];
        var middle = line.IndexOf("](");
        return middle > 0 && line[(middle + 1)..].IndexOf("](") < 0 && line[(middle + 2)..].StartsWithAny('h', '/', '#', 'm') ? line[1..middle] : [];
    }

    private static bool IsLink(ReadOnlySpan<char> line) =>
        line.Length <= 2000 && (line.StartsWith("http://") || line.StartsWith("https://") ? line.IndexOfAny(" \t") < 0 : !LinkLabel(line).IsEmpty);

    private static bool StartsWithAny(this ReadOnlySpan<char> text, params ReadOnlySpan<char> starts) => !text.IsEmpty && starts.Contains(text[0]);

    [GeneratedRegex(@"^[\p{L}][\p{L} \-/()]{1,50}(?::|[–‒—-])\s?(?:about |some |over |~|≈|\+)?\d", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^(?:(?:Speaking|Writing|Talking|Asked|Addressing|Posting|Appearing|Responding|Reacting|According)\s+(?:to|in|on|at|about|during|with|from|for|the|a|an)|In an?|On|At an?|During an?)\s+\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?[Mm]\.?|h)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClockLine();

    [GeneratedRegex(@"^(?:(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Ee]dited [Bb]y|Edited By|[Rr]eporting [Bb]y|[Rr]eported [Bb]y|Author|Authors|Editing by|Editor|Source):?)(?:\s+(?:\p{Lu}|the\b|AFP|and\b)[^.!?]{0,100})?[.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex BylineLine();
}
