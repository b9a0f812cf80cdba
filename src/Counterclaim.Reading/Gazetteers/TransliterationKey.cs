using System.Collections.Frozen;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>Languages whose names reach English by several romanisations.</summary>
internal enum RomanisedLanguage
{
    EastSlavic,
    Arabic,
    Hebrew,
    Persian,
    Burmese,
    Ethiopic,
}

/// <summary>
/// What the spellings of one foreign name have in common, by rule: Huliaipole and Gulyaypole, Deir ez-Zor and Dayr az Zawr give one key. The gazetteer
/// holds the keys of the main names of places in countries where these languages are spoken; a name that it does not hold as it is written is looked up by its keys.
/// </summary>
/// <remarks>Keys of little substance are none, as too many words share them; what is looked up must have more than what is held.</remarks>
internal static class TransliterationKey
{
    public const int MaxLength = ToponymNormalizer.MaxLength + 2;
    private const int ShortestName = 5;
    private const int ShortestKey = 5;
    private const int LongName = 8;
    private const int MostWords = 4;

    /// <summary>In the order of <see cref="RomanisedLanguage"/>.</summary>
    private static readonly GraphemeTable[] Tables =
    [
        new(RomanisationTables.EastSlavic),
        new(RomanisationTables.Arabic),
        new(RomanisationTables.Hebrew),
        new(RomanisationTables.Persian),
        new(RomanisationTables.Burmese),
        new(RomanisationTables.Ethiopic),
    ];

    private static readonly string[] Articles = RomanisationTables.ArabicArticles.Split(' ');
    private static readonly string[] Links = RomanisationTables.PersianLinks.Split(' ');
    private static readonly (string From, string To)[] Elements =
        RomanisationTables.EastSlavicElements.Split(' ').Select(e => (e[..e.IndexOf('=')], e[(e.IndexOf('=') + 1)..])).ToArray();

    private static readonly RomanisedLanguage[] None = [];
    private static readonly FrozenDictionary<string, RomanisedLanguage[]> ByCountry = new Dictionary<string, RomanisedLanguage[]>
    {
        ["UA"] = [RomanisedLanguage.EastSlavic],
        ["RU"] = [RomanisedLanguage.EastSlavic],
        ["BY"] = [RomanisedLanguage.EastSlavic],
        ["IL"] = [RomanisedLanguage.Hebrew],
        ["PS"] = [RomanisedLanguage.Arabic, RomanisedLanguage.Hebrew],
        ["IR"] = [RomanisedLanguage.Persian],
        ["AF"] = [RomanisedLanguage.Persian],
        ["PK"] = [RomanisedLanguage.Persian],
        ["TJ"] = [RomanisedLanguage.Persian],
        ["MM"] = [RomanisedLanguage.Burmese],
        ["ET"] = [RomanisedLanguage.Ethiopic],
        ["ER"] = [RomanisedLanguage.Ethiopic],
    }.Concat("SY IQ LB JO YE SA EG LY SD".Split(' ').Select(c => KeyValuePair.Create<string, RomanisedLanguage[]>(c, [RomanisedLanguage.Arabic]))).ToFrozenDictionary();

    public static IReadOnlyList<RomanisedLanguage> LanguagesOf(string country) => ByCountry.GetValueOrDefault(country, None);

    /// <summary>Every key that a held name is found by; none for one too slight.</summary>
    public static IEnumerable<string> HeldKeys(string normalized, RomanisedLanguage language)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var length = IsName(normalized) ? Write(normalized, language, buffer) : 0;
        if (length < ShortestKey || Consonants(buffer[..length]) < 3) return [];
        if (!IsAmbiguous(buffer[..length], language)) return [new string(buffer[..length])];
        Span<char> withA = stackalloc char[MaxLength], withI = stackalloc char[MaxLength];
        return [new string(withA[..Read(buffer[..length], 'a', withA)]), new string(withI[..Read(buffer[..length], 'i', withI)])];
    }

    /// <summary>Adds the rows that share a key with a name.</summary>
    public static void Find(ReadOnlySpan<char> normalized, GazetteerFile file, List<ToponymHit> hits)
    {
        if (!IsName(normalized)) return;
        Span<char> buffer = stackalloc char[MaxLength], reading = stackalloc char[MaxLength];
        for (var language = RomanisedLanguage.EastSlavic; language <= RomanisedLanguage.Ethiopic; language++)
        {
            var length = Write(normalized, language, buffer);
            if (length < ShortestKey || !HasSubstance(buffer[..length], normalized, language) || OpensInEnglish(normalized, language)) continue;
            if (!IsAmbiguous(buffer[..length], language))
            {
                file.Find(Hash(buffer[..length], language), hits);
                continue;
            }
            foreach (var vowel in "ai") file.Find(Hash(reading[..Read(buffer[..length], vowel, reading)], language), hits);
        }
    }

    /// <summary>Hash of a key, apart from that of any name.</summary>
    public static ulong Hash(ReadOnlySpan<char> key, RomanisedLanguage language)
    {
        Span<char> marked = stackalloc char[key.Length + 2];
        marked[0] = '~';
        marked[1] = (char)('0' + (int)language);
        key.CopyTo(marked[2..]);
        return ToponymNormalizer.Hash(marked);
    }

    /// <summary>Arabic has no e: where a romanisation writes one it means a or i.</summary>
    private static bool IsAmbiguous(ReadOnlySpan<char> key, RomanisedLanguage language) => language == RomanisedLanguage.Arabic && key.Contains('e');

    private static int Read(ReadOnlySpan<char> key, char vowel, Span<char> destination)
    {
        var reading = new KeyBuilder(destination);
        foreach (var sound in key) reading.Append([sound == 'e' ? vowel : sound]);
        return reading.Length;
    }

    private static bool IsName(ReadOnlySpan<char> normalized)
    {
        var (letters, words) = (0, 1);
        foreach (var c in normalized)
        {
            if (c == ' ') words++;
            else if (char.IsAsciiLetterLower(c)) letters++;
            else return false;
        }
        return letters >= ShortestName && words <= MostWords;
    }

    /// <summary>Whether a key tells its name from the ordinary words and surnames that would share a shorter one.</summary>
    private static bool HasSubstance(ReadOnlySpan<char> key, ReadOnlySpan<char> normalized, RomanisedLanguage language)
    {
        var consonants = Consonants(key);
        var space = normalized.IndexOf(' ');
        var hasArticle = language == RomanisedLanguage.Arabic && space > 0 && Is(normalized[..space], Articles);
        var least = language is RomanisedLanguage.EastSlavic or RomanisedLanguage.Arabic or RomanisedLanguage.Persian ? 7 : 6;
        return consonants >= 4
            ? hasArticle || normalized.Length >= LongName || key.TrimEnd("*AEI").Length >= least
            : consonants == 3 && (hasArticle || normalized.Length >= LongName);
    }

    /// <summary>"An Alexandria", "As Raqqa": before any letter but their own these are no articles but English words.</summary>
    private static bool OpensInEnglish(ReadOnlySpan<char> normalized, RomanisedLanguage language) =>
        language == RomanisedLanguage.Arabic && normalized.Length > 3 && normalized[2] == ' ' && normalized[..2] is "an" or "as" or "at" or "us" && normalized[3] != normalized[1];

    private static int Consonants(ReadOnlySpan<char> key)
    {
        var count = 0;
        foreach (var c in key)
            if (!"aeiou*AEI".Contains(c)) count++;
        return count;
    }

    /// <summary>Writes the key of a name in one language and gives its length; 0 where a letter is foreign to its romanisations.</summary>
    internal static int Write(ReadOnlySpan<char> normalized, RomanisedLanguage language, Span<char> destination)
    {
        var key = new KeyBuilder(destination);
        var whole = language switch
        {
            RomanisedLanguage.EastSlavic => WriteEastSlavic(normalized, ref key),
            RomanisedLanguage.Arabic => WriteArabic(normalized, ref key),
            RomanisedLanguage.Persian => WritePersian(normalized, ref key),
            _ => WriteJoined(normalized, Tables[(int)language], language, ref key),
        };
        if (!whole) return 0;
        return language == RomanisedLanguage.EastSlavic ? WithElements(destination, key.Length) : key.Length;
    }

    /// <summary>Word by word; the vowel that ends one tells feminine from neuter and masculine, no more: Robotyne and Robotino, Velyka and Velikaya.</summary>
    private static bool WriteEastSlavic(ReadOnlySpan<char> name, ref KeyBuilder key)
    {
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            key.StartWord();
            if (!Tables[(int)RomanisedLanguage.EastSlavic].Write(word, ref key)) return false;
            if (key.TrimEnd("aiu")) key.Append(word[^1] switch { 'a' => "A", 'e' or 'o' => "E", _ => "I" });
        }
        return true;
    }

    private static int WithElements(Span<char> key, int length)
    {
        foreach (var (from, to) in Elements)
        {
            if (key[..length].IndexOf(from) is not (>= 0 and var at) || length - from.Length + to.Length > key.Length) continue;
            key[(at + from.Length)..length].CopyTo(key[(at + to.Length)..]);
            to.CopyTo(key[at..]);
            length += to.Length - from.Length;
        }
        return length;
    }

    /// <summary>Articles fall away, also one grown into its word ("Ezzor"); w is a vowel where no vowel follows, and u before w goes unwritten as often as not.</summary>
    private static bool WriteArabic(ReadOnlySpan<char> name, ref KeyBuilder key)
    {
        Span<char> buffer = stackalloc char[ToponymNormalizer.MaxLength];
        var several = name.Contains(' ');
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (several && Is(word, Articles)) continue;
            if (word.Length >= 5 && word[0] is 'e' or 'a' && word[1] == word[2] && "szrndt".Contains(word[1])) word = word[2..];
            var length = 0;
            for (var i = 0; i < word.Length; i++)
            {
                var next = i + 1 < word.Length ? word[i + 1] : ' ';
                if (word[i] == 'w' && i > 0 && word[i - 1] is 'a' or 'o' or 'u' && !"aeiouy".Contains(next)) buffer[length++] = 'u';
                else if (word[i] == 'u' && next == 'w' && i > 0 && !IsVowel(word[i - 1]) && i + 2 < word.Length && IsVowel(word[i + 2])) continue;
                else buffer[length++] = word[i];
            }
            key.StartWord();
            if (!Tables[(int)RomanisedLanguage.Arabic].Write(buffer[..length], ref key)) return false;
            var marked = key.TrimEnd("*");
            if (key.TrimEnd(marked ? "aeu" : "aeiu") || marked) key.Append("*");
        }
        return true;
    }

    private static bool WritePersian(ReadOnlySpan<char> name, ref KeyBuilder key)
    {
        var several = name.Contains(' ');
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (several && Is(word, Links)) continue;
            key.StartWord();
            if (!Tables[(int)RomanisedLanguage.Persian].Write(word, ref key)) return false;
            if (key.TrimEnd("*aiu") && range.End.Value == name.Length) key.Append("*");
        }
        return true;
    }

    /// <summary>Languages whose names are written as one word or several alike.</summary>
    private static bool WriteJoined(ReadOnlySpan<char> name, GraphemeTable table, RomanisedLanguage language, ref KeyBuilder key)
    {
        Span<char> joined = stackalloc char[ToponymNormalizer.MaxLength];
        var length = 0;
        foreach (var c in name)
            if (c != ' ') joined[length++] = c;
        if (!table.Write(joined[..length], ref key)) return false;
        if (language != RomanisedLanguage.Burmese && key.TrimEnd("aiu")) key.Append("*");
        return true;
    }

    private static bool IsVowel(char c) => "aeiou".Contains(c);

    private static bool Is(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var other in words)
            if (word.SequenceEqual(other)) return true;
        return false;
    }
}
