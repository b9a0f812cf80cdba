using System.Globalization;
using System.Text;

namespace Counterclaim.Model.Names;

/// <summary>Folds names so that spellings of one name meet, whatever the scheme they were romanised by.</summary>
public static class NameKey
{
    /// <summary>Lower case without article, marks and full stops: "The U.S." → "us".</summary>
    public static string Plain(string name)
    {
        var builder = new StringBuilder(name.Length);
        var previousSpace = true;
        foreach (var c in name)
        {
            if (c == '.') continue;
            if (char.IsWhiteSpace(c))
            {
                if (!previousSpace) builder.Append(' ');
                previousSpace = true;
                continue;
            }
            previousSpace = false;
            AppendLatin(builder, char.ToLowerInvariant(c));
        }
        while (builder.Length > 0 && builder[^1] == ' ') builder.Length--;
        var text = builder.ToString();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }

    /// <summary>
    /// A key equal for the spellings that transliterations of Cyrillic and Arabic names differ by ("Zelensky", "Zelenskyy",
    /// "Zelenskiy"; "Haftar", "Hafter" stay apart). For one word of a name.
    /// </summary>
    public static string Sound(string word)
    {
        var plain = Plain(Romanization.WithoutArabicArticle(word));
        if (plain.StartsWith("al-", StringComparison.Ordinal) || plain.StartsWith("el-", StringComparison.Ordinal)) plain = plain[3..];
        var key = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var (folded, length) = FoldAt(plain, i);
            i += length - 1;
            foreach (var c in folded)
                if (key.Length == 0 || key[^1] != c) key.Append(c);
        }
        return key.ToString();
    }

    /// <summary>The consonants of a word's key: for given names, whose vowels vary most ("Mohammed", "Muhammad").</summary>
    public static string Skeleton(string soundKey)
    {
        var builder = new StringBuilder(soundKey.Length);
        foreach (var c in soundKey)
            if (!"aeiou".Contains(c, StringComparison.Ordinal)) builder.Append(c);
        return builder.ToString();
    }

    /// <summary>
    /// A key that also survives scripts which write few vowels and lack some consonants: what is left of Arabic, Persian, Hebrew and
    /// Cyrillic spellings of one name ("Zelensky", "Зеленський", "زيلينسكي"; "Putin", "بوتين"; "Serhii", "Sergei"). Coarse: a key to look
    /// under, not a sign that two names are one.
    /// </summary>
    public static string CrossScript(string soundKey)
    {
        var builder = new StringBuilder(soundKey.Length);
        foreach (var c in soundKey)
        {
            var folded = c switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' => '\0',
                'p' => 'b',
                'v' => 'f',
                'g' or 'h' => 'h',
                'z' or 'c' => 's',
                _ => c,
            };
            if (folded != '\0' && (builder.Length == 0 || builder[^1] != folded)) builder.Append(folded);
        }
        return builder.Length > 0 ? builder.ToString() : soundKey;
    }

    private static (string Folded, int Length) FoldAt(string s, int i)
    {
        var rest = s.AsSpan(i);
        if (BeginsDigraph.Contains(s[i]))
            foreach (var (from, to) in Digraphs)
                if (rest.StartsWith(from, StringComparison.Ordinal)) return (to, from.Length);
        return s[i] switch
        {
            'y' or 'j' => ("i", 1),
            'w' => ("v", 1),
            'q' or 'c' => ("k", 1),
            'x' => ("ks", 1),
            '\'' or '\u2019' or '\u2018' or '`' or '-' or 'ʼ' => ("", 1),
            var c => (c.ToString(), 1),
        };
    }

    private const string BeginsDigraph = "stckzgpdoiy";

    private static readonly (string From, string To)[] Digraphs =
    [
        ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("ch", "ch"), ("kh", "h"), ("zh", "z"), ("gh", "g"), ("ph", "f"), ("dh", "d"),
        ("ts", "c"), ("tz", "c"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("oo", "u"), ("ou", "u"), ("ye", "e"), ("ie", "i"), ("yu", "iu"), ("ya", "ia"),
    ];

    private static void AppendLatin(StringBuilder builder, char c)
    {
        if (c < 0x80)
        {
            builder.Append(c);
            return;
        }
        var index = Accented.IndexOf(c, StringComparison.Ordinal);
        if (index >= 0)
        {
            builder.Append(Bare[index]);
            return;
        }
        if (Romanization.Of(c) is { } latin) builder.Append(latin);
        else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) builder.Append(c);
    }

    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķłľļñńňņòóôõöøōőŕřśşšșťţțùúûüūůűųýÿźżžħ";
    private const string Bare = "aaaaaaaaacccddeeeeeeeeggiiiiiiiklllnnnnoooooooorrsssstttuuuuuuuuyyzzzh";
}
