using System.Text;
using Counterclaim.Model;
using Counterclaim.Model.Names;

namespace Counterclaim.Ledger.Words;

/// <summary>A word, a phrase of several, or the beginning of a word that a search asks for, folded as what is searched was.</summary>
/// <param name="Words">In order; more than one must stand side by side.</param>
/// <param name="IsPrefix">Whether the last one may go on.</param>
internal sealed record WordPattern(IReadOnlyList<string> Words, bool IsPrefix);

/// <summary>Text as it is searched: words in lower case without accents, other scripts in Latin letters, so that both databases find the same.</summary>
internal static class SearchText
{
    private const int LongestWord = 64;

    /// <summary>The words of a text, folded, with single spaces between them.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var range in WordsOf(text))
        {
            var word = FoldWord(text[range]);
            if (word.Length == 0) continue;
            if (folded.Length > 0) folded.Append(' ');
            folded.Append(word);
        }
        return folded.ToString();
    }

    /// <summary>The words of a name as they sound, so that romanisations of one name meet ("Zelensky", "Zelenskyy").</summary>
    public static string FoldName(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var range in WordsOf(name))
        {
            var word = OnlyLettersAndDigits(NameKey.Sound(Cut(name[range]).ToString()));
            if (word.Length == 0 || word == "the") continue;
            if (folded.Length > 0) folded.Append(' ');
            folded.Append(word);
        }
        return folded.ToString();
    }

    /// <summary>What a search asks for; null where it holds no word.</summary>
    /// <param name="asked">A word, a phrase, or a word that ends in "*".</param>
    /// <param name="fold"><see cref="Fold"/> or <see cref="FoldName"/>, as what is searched was folded.</param>
    public static WordPattern? PatternOf(string asked, Func<string, string> fold)
    {
        var words = fold(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : new WordPattern(words, asked.EndsWith('*'));
    }

    /// <summary>Where in a text the words and phrases stand, in text order.</summary>
    public static IReadOnlyList<TextSpan> Find(string text, IReadOnlyList<WordPattern> patterns)
    {
        var ranges = WordsOf(text);
        var words = ranges.ConvertAll(r => FoldWord(text.AsSpan(r)));
        var hits = new List<TextSpan>();
        for (var i = 0; i < words.Count; i++)
            foreach (var pattern in patterns)
                if (StandsAt(words, i, pattern)) hits.Add(new TextSpan(ranges[i].Start.Value, ranges[i + pattern.Words.Count - 1].End.Value));
        return SpanList.Create([.. hits]);
    }

    private static bool StandsAt(List<string> words, int at, WordPattern pattern)
    {
        if (at + pattern.Words.Count > words.Count) return false;
        for (var i = 0; i < pattern.Words.Count; i++)
        {
            var last = i == pattern.Words.Count - 1;
            if (last && pattern.IsPrefix ? !words[at + i].StartsWith(pattern.Words[i], StringComparison.Ordinal) : words[at + i] != pattern.Words[i]) return false;
        }
        return true;
    }

    private static string FoldWord(ReadOnlySpan<char> word)
    {
        word = Cut(word);
        foreach (var c in word)
            if (!char.IsAsciiLetterOrDigit(c)) return OnlyLettersAndDigits(NameKey.Plain(word.ToString()));
        return word.ToString().ToLowerInvariant();
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word) => word.Length > LongestWord ? word[..LongestWord] : word;

    private static string OnlyLettersAndDigits(string word)
    {
        foreach (var c in word)
            if (!char.IsLetterOrDigit(c)) return string.Concat(word.Where(char.IsLetterOrDigit));
        return word;
    }

    private static List<Range> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<Range>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && IsOfWord(text[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add(start..i);
            start = -1;
        }
        return words;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
