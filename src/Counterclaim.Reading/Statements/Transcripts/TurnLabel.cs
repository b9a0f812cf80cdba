using System.Text.RegularExpressions;
using Counterclaim.Model;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>The words before a turn that name its speaker: "REVE (spokesman):", "[00:03:12] Ilse Harrow:", "Q:".</summary>
/// <param name="Paragraph">Index of the paragraph that it begins.</param>
/// <param name="Whole">From the start of the paragraph to behind the colon, or the whole paragraph where the label has its own.</param>
/// <param name="Name">The name alone.</param>
/// <param name="Key">The name in capitals without a title, by which turns of one speaker are known.</param>
/// <param name="StandsAlone">The label is a paragraph of its own.</param>
internal readonly partial record struct TurnLabel(int Paragraph, TextSpan Whole, TextSpan Name, string Key, bool StandsAlone)
{
    private const int LongestLabel = 160;
    private const int MostWords = 7;

    /// <summary>Reads the label that a paragraph begins with, or consists of; false where it does neither.</summary>
    public static bool TryRead(string text, TextSpan paragraph, int index, out TurnLabel label)
    {
        label = default;
        var length = Math.Min(paragraph.Length, LongestLabel);
        if (length < 2) return false;
        var head = text.Substring(paragraph.Start, length);
        var alone = false;
        var match = head.Contains(':', StringComparison.Ordinal) ? Before().Match(head) : Match.Empty;
        if (!match.Success)
        {
            if (paragraph.Length > 60) return false;
            match = Alone().Match(head);
            alone = true;
        }
        if (!match.Success || (match.Length == paragraph.Length && !alone)) return false;
        var name = match.Groups["name"];
        if (CountWords(name.ValueSpan) > MostWords) return false;
        var start = paragraph.Start + name.Index;
        label = new TurnLabel(index, new TextSpan(paragraph.Start, paragraph.Start + match.Length), new TextSpan(start, start + name.Length), KeyOf(name.Value), alone);
        return label.Key.Length > 0;
    }

    /// <summary>Whether every letter of the name is a capital.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (char.IsLower(c)) return false;
        return true;
    }

    private static int CountWords(ReadOnlySpan<char> name) => name.Count(' ') + 1;

    private static string KeyOf(string name)
    {
        var key = TitleBefore().Replace(name, "").Trim(' ', '.').ToUpperInvariant();
        return key.Length > 0 ? key : name.ToUpperInvariant();
    }

    private const string Mark = @"[\s>*_]{0,8}(?:[–—-]\s)?";
    private const string Clock = @"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?[\s*_–—-]{0,4})?";
    private const string Person = @"(?<name>(?:[A-Z]{1,4}\.\s|\p{Lu}\p{Ll}{0,3}\.\s)?\p{Lu}[\p{L}\p{M}\d'’&\- ]{0,48}?(?:\s\p{Lu}\.\s?[\p{L}\-'’ ]{1,30})?)";
    private const string Note = @"(?:,\s(?<role>[^:()\[\]\n]{2,60}))?(?:\s?[(\[][^()\[\]\n]{0,60}[)\]])?";

    [GeneratedRegex("^" + Mark + Clock + Mark + Person + Note + @"[*_]{0,3}\s?:[*_]{0,3}(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("^" + Mark + Clock + @"(?<name>(?:\p{Lu}{1,4}\. )?\p{Lu}[\p{Lu}\p{M}\d'’\-]{1,24}(?: [\p{Lu}\p{M}\d'’.\-]{1,24}){0,4})" + @"(?:\s?[(\[][^()\[\]\n]{0,60}[)\]])?[*_]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^(?:MR|MRS|MS|MISS|DR|PROF|GEN|COL|SEN|REP|GOV|PRES|Mr|Mrs|Ms|Miss|Dr|Prof|Gen|Col|Sen|Rep|Gov|Pres)\.?\s", RegexOptions.CultureInvariant)]
    private static partial Regex TitleBefore();
}
