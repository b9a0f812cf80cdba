using Counterclaim.Model.Names;

namespace Counterclaim.Ledger.Identity;

/// <summary>One word of a name.</summary>
/// <param name="Text">As written.</param>
/// <param name="Key">Equal for spellings of it.</param>
/// <param name="IsGeneric">Says what kind of thing is named ("ministry", "front"), not which.</param>
internal readonly record struct NameWord(string Text, string Key, bool IsGeneric);

/// <summary>Cuts names into words.</summary>
internal static class NameWords
{
    private static readonly HashSet<string> Little =
        ["the", "of", "for", "and", "a", "an", "in", "on", "at", "to", "by", "its", "his", "her", "their", "s", "former", "new", "us-based", "based", "so-called"];

    private static readonly Dictionary<string, string> SameWords = IdentityData.Rows("same-words.tsv", 2).ToDictionary(r => r[0], r => r[1]);

    private static readonly HashSet<string> Generic = [.. IdentityData.Rows("generic-words.tsv", 1).Select(r => NameKey.Sound(r[0]))];

    /// <summary>The words that tell something: without articles, prepositions and possessive endings; no more than a few.</summary>
    public static NameWord[] Of(string name)
    {
        var words = new List<NameWord>();
        foreach (var range in Pieces(name))
        {
            var text = name[range];
            if (text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal)) text = text[..^2];
            text = text.Trim('\'', '’', '.');
            var lower = text.ToLowerInvariant();
            if (text.Length == 0 || Little.Contains(lower)) continue;
            var same = SameWords.GetValueOrDefault(lower, lower);
            var key = char.IsDigit(same[0]) ? Digits(same) : NameKey.Sound(same);
            if (key.Length > 0) words.Add(new NameWord(text, key, Generic.Contains(key)));
            if (words.Count == MostWords) break;
        }
        return [.. words];
    }

    /// <summary>Whether a word other than the article is capitalised.</summary>
    public static bool IsName(string text)
    {
        foreach (var range in Pieces(text))
            if (char.IsUpper(text[range.Start.Value]) && !Little.Contains(text[range].ToLowerInvariant())) return true;
        return ContainsOtherScript(text);
    }

    /// <summary>Whether every word is capitalised but for particles ("bin", "van der"): a description of somebody is not.</summary>
    public static bool IsNameOfPerson(string text)
    {
        var any = false;
        foreach (var range in Pieces(text))
        {
            var first = text[range.Start.Value];
            if (char.IsLower(first) && !Particles.Contains(text[range].ToLowerInvariant())) return ContainsOtherScript(text);
            if (char.IsUpper(first)) any |= !Little.Contains(text[range].ToLowerInvariant());
            else any |= first > 0x250;
        }
        return any;
    }

    /// <summary>What stands in names in lower case: particles of several languages, the Arabic article.</summary>
    public static readonly HashSet<string> Particles =
        ["al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "bin", "ibn", "bint", "abu", "van", "von", "der", "den", "de", "di", "da", "dos", "du", "la", "le", "ag", "ould", "y", "e"];

    /// <summary>Whether a key is of a word that says what kind of thing is named.</summary>
    public static bool IsGenericKey(string key) => Generic.Contains(key);

    private const int MostWords = 12;

    private static bool ContainsOtherScript(string text)
    {
        foreach (var c in text)
            if (c > 0x370 && char.IsLetter(c) && !char.IsLower(c)) return true;
        return false;
    }

    private static string Digits(string word)
    {
        var end = 0;
        while (end < word.Length && char.IsDigit(word[end])) end++;
        return word[..end];
    }

    private static IEnumerable<Range> Pieces(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark
                || (text[i] is '\'' or '’' or '.' && start >= 0));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return start..i;
            start = -1;
        }
    }
}
