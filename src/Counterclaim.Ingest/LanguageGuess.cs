using System.Collections.Frozen;
using Counterclaim.Model;

namespace Counterclaim.Ingest;

/// <summary>Guesses the language of a text: by its script, and among those in Latin letters by their commonest words.</summary>
/// <remarks>
/// Function words make up some four in ten words of running text in any of these languages, and few are shared: after Grefenstette,
/// "Comparing two language identification schemes" (JADT 1995). A text too short or too mixed is left open.
/// </remarks>
internal static class LanguageGuess
{
    private const int WordsLookedAt = 400;
    private const int LettersLookedAt = 4000;
    private const int FewestWords = 12;

    /// <summary>English prose has four such words in ten; other languages share a few of them by chance, below one in seven.</summary>
    private const double EnoughOfThem = 0.2;

    private static readonly (string Language, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words)[] Common =
    [
        Set("en", "the of and to in a that is was for on it with as his he be by at have are this not but had from they which or we an their has were will would been who said its after more about when than there what into over she her you i if"),
        Set("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir"),
        Set("fr", "le la les de des du et en un une que qui dans pour par sur au aux avec est il elle ce se ne pas plus sont son sa ses nous vous ils ont été cette mais ou leur à été après entre selon"),
        Set("es", "el la los las de del y en un una que se por con para su al es lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde"),
        Set("it", "il lo la i gli le di del della dei delle e in un una che per con su non si da dal dalla al alla è sono come più anche ha ma nel nella questo questa hanno dopo stato"),
        Set("pt", "o a os as de do da dos das e em um uma que no na nos nas por para com se não ao à mais como mas foi são ele ela seu sua ou quando muito já também só pelo pela até isso entre"),
        Set("nl", "de het een en van in is dat op te zijn met voor niet aan er om ook als die dan maar bij nog naar heeft ze hij wordt door uit over tot worden was werd hebben geen meer deze dit we"),
        Set("pl", "i w na z do się nie że to jest o za po przez jak od dla co ale są był była było tym tego ich jego jej tylko oraz już przed które który która może ze"),
        Set("tr", "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne var her ise ya olduğu değil ama göre o şu tarafından etti"),
        Set("sv", "och att det i en som på är av för med till den har de inte om ett han men var jag sig från vi så kan när efter hon också eller under vid mot"),
        Set("ro", "și în de la cu pe a că nu din o un este pentru se au mai care ce să fost prin după sau dar sunt al ale"),
        Set("cs", "a se v na je že s z do o to i za k po jako pro ale by si jsou od které který jeho také byl nebo podle"),
    ];

    private static readonly (string Language, string Name)[] Names =
    [
        ("en", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish"), ("it", "Italian"), ("pt", "Portuguese"), ("nl", "Dutch"), ("pl", "Polish"), ("tr", "Turkish"), ("sv", "Swedish"),
        ("ro", "Romanian"), ("cs", "Czech"), ("ru", "Russian"), ("uk", "Ukrainian"), ("ar", "Arabic"), ("fa", "Persian"), ("he", "Hebrew"), ("el", "Greek"), ("zh", "Chinese"), ("ja", "Japanese"),
        ("ko", "Korean"), ("hi", "Hindi"), ("th", "Thai"), ("hy", "Armenian"), ("ka", "Georgian"), ("und-Cyrl", "a language in Cyrillic letters"),
    ];

    /// <summary>BCP 47 code of the language the article in the text is in; null where that is not plain.</summary>
    public static string? Of(string text, IReadOnlyList<Paragraph> paragraphs)
    {
        var read = paragraphs.Where(p => p.Kind is not (ParagraphKind.Furniture or ParagraphKind.Social));
        return OfScript(text, read) ?? OfWords(text, read);
    }

    /// <summary>"German" for "de", "de-AT"; the code itself where it has no name here.</summary>
    public static string NameOf(string language)
    {
        foreach (var (code, name) in Names)
            if (language.Equals(code, StringComparison.OrdinalIgnoreCase) || language.StartsWith(code + "-", StringComparison.OrdinalIgnoreCase)) return name;
        return language;
    }

    private static string? OfWords(string text, IEnumerable<Paragraph> paragraphs)
    {
        var words = 0;
        Span<int> counts = stackalloc int[Common.Length];
        foreach (var paragraph in paragraphs)
        {
            if (words >= WordsLookedAt) break;
            Count(paragraph.Span.In(text), ref words, counts);
        }
        if (words == 0) return null;
        if (counts[0] >= words * EnoughOfThem) return "en";
        if (words < FewestWords) return null;
        int best = 0, second = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) (second, best) = (best, i);
            else if (i != best && counts[i] > counts[second] || second == best) second = i;
        }
        return counts[best] >= words * EnoughOfThem && counts[best] > counts[second] ? Common[best].Language : null;
    }

    private static void Count(ReadOnlySpan<char> text, ref int words, Span<int> counts)
    {
        var start = -1;
        for (var i = 0; i <= text.Length && words < WordsLookedAt; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start < 0) continue;
            words++;
            var word = text[start..i];
            if (word.Length <= 12)
                for (var language = 0; language < counts.Length; language++)
                    if (Common[language].Words.Contains(word)) counts[language]++;
            start = -1;
        }
    }

    /// <summary>The language, where most letters are of a script that few share; null for Latin letters.</summary>
    private static string? OfScript(string text, IEnumerable<Paragraph> paragraphs)
    {
        int letters = 0, ukrainian = 0, russian = 0, persian = 0, kana = 0;
        Span<int> scripts = stackalloc int[Scripts.Length];
        foreach (var paragraph in paragraphs)
            foreach (var c in paragraph.Span.In(text))
            {
                if (letters >= LettersLookedAt) break;
                if (!char.IsLetter(c)) continue;
                letters++;
                if (c < '\u0370') continue;
                for (var s = 0; s < scripts.Length; s++)
                    if (c >= Scripts[s].First && c <= Scripts[s].Last) scripts[s]++;
                if (c is 'і' or 'ї' or 'є' or 'ґ') ukrainian++;
                else if (c is 'ы' or 'э' or 'ё' or 'ъ') russian++;
                else if (c is 'پ' or 'چ' or 'ژ' or 'گ') persian++;
                else if (c is >= '\u3040' and <= '\u30FF') kana++;
            }
        for (var s = 0; s < scripts.Length; s++)
        {
            if (scripts[s] * 2 <= letters) continue;
            return Scripts[s].Language switch
            {
                "und-Cyrl" => ukrainian > russian ? "uk" : russian > 0 ? "ru" : "und-Cyrl",
                "ar" => persian * 50 > letters ? "fa" : "ar",
                "zh" => kana * 10 > letters ? "ja" : "zh",
                var language => language,
            };
        }
        return null;
    }

    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0400', '\u052F', "und-Cyrl"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u077F', "ar"), ('\u0900', '\u097F', "hi"),
        ('\u0E00', '\u0E7F', "th"), ('\u10A0', '\u10FF', "ka"), ('\u3040', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"),
    ];

    private static (string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>) Set(string language, string words) =>
        (language, FrozenSet.Create(StringComparer.OrdinalIgnoreCase, words.Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>());
}
