using Counterclaim.Model.Names;

namespace Counterclaim.Reading.Actors.Known;

/// <summary>Keys under which the name of a body is looked up.</summary>
internal static class BodyName
{
    private static readonly char[] Apart = [' ', '-', '\u2010', '\u2011', '\u2013', '/', ',', '(', ')'];

    private static readonly Dictionary<string, string> Spellings = new()
    {
        ["defense"] = "defence",
        ["center"] = "centre",
        ["organization"] = "organisation",
        ["mobilization"] = "mobilisation",
        ["program"] = "programme",
        ["labor"] = "labour",
        ["theater"] = "theatre",
        ["mechanized"] = "mechanised",
        ["armoured"] = "armored",
    };

    private static readonly HashSet<string> Little = ["the", "of", "for", "and", "a", "an", "in", "s"];

    /// <summary>The whole name, whatever its case, article and spelling of English.</summary>
    public static string Whole(string name) => string.Join(' ', Words(name).Select(Folded));

    /// <summary>
    /// The words of a name in alphabetical order, without the country they tell: "Ministry of Defence of Ukraine", "Ukraine's Defense Ministry"
    /// and "Ukrainian defence ministry" are all "defence ministry" of UA.
    /// </summary>
    public static (string Bag, string? Country) WithoutCountry(string name)
    {
        var words = Words(name);
        var kept = new List<string>(words.Length);
        string? country = null;
        for (var i = 0; i < words.Length;)
        {
            var (length, code) = CountryAt(words, i);
            if (length > 0 && (country is null || country == code))
            {
                country = code;
                i += length;
                continue;
            }
            var folded = Folded(words[i++]);
            if (folded.Length > 0 && !Little.Contains(folded)) kept.Add(folded);
        }
        kept.Sort(StringComparer.Ordinal);
        return (string.Join(' ', kept), country);
    }

    private const int LongestCountry = 5;

    private static (int Length, string? Code) CountryAt(string[] words, int start)
    {
        if (!char.IsUpper(words[start][0]) || !Countries.Default.MayBegin(NameKey.Plain(words[start]))) return (0, null);
        for (var length = Math.Min(LongestCountry, words.Length - start); length > 0; length--)
        {
            var phrase = length == 1 ? words[start] : string.Join(' ', words, start, length);
            if ((Countries.Default.ByDemonym(phrase) ?? Countries.Default.ByName(phrase) ?? Countries.Default.ByCapital(phrase)) is { } code) return (length, code);
        }
        return (0, null);
    }

    private static string[] Words(string name)
    {
        var words = name.Split(Apart, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].EndsWith("'s", StringComparison.Ordinal) || words[i].EndsWith("’s", StringComparison.Ordinal)) words[i] = words[i][..^2];
            if (words[i].Length == 0) words[i] = "s";
        }
        return words.Length > 1 && words[0].Equals("the", StringComparison.OrdinalIgnoreCase) ? words[1..] : words;
    }

    private static string Folded(string word)
    {
        var plain = NameKey.Plain(word);
        return Spellings.GetValueOrDefault(plain, plain);
    }
}
