using System.Text;
using Counterclaim.Model;
using Counterclaim.Model.Names;

namespace Counterclaim.Ledger.Identity;

/// <summary>The name of a person in its parts, as keys.</summary>
/// <param name="Given">Given names and patronymics in order; empty where the report has none.</param>
/// <param name="Surname">The last part, or the only one.</param>
/// <param name="Suffix">"jr", "sr", "ii"…; empty where there is none.</param>
internal sealed record PersonForm(string[] Given, string Surname, string Suffix)
{
    private static readonly HashSet<string> Suffixes = ["jr", "sr", "ii", "iii", "iv", "junior", "senior"];

    private static readonly HashSet<string> Honorifics =
        ["mr", "mrs", "ms", "dr", "prof", "u", "daw", "ko", "sheikh", "sayyid", "haji", "mullah", "lord", "sir", "dame", "hon"];

    /// <summary>The parts of a name; null for a description.</summary>
    public static PersonForm? Of(string name)
    {
        if (!NameWords.IsNameOfPerson(name)) return null;
        var keys = new List<string>();
        var suffix = "";
        foreach (var word in name.Split([' ', '-', '\u00a0', '"', '“', '”', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var lower = word.Trim('.').ToLowerInvariant();
            if (lower is "al" or "el" or "the") continue;
            if (Suffixes.Contains(lower)) suffix = lower[0] == 'j' ? "jr" : lower[0] == 's' ? "sr" : lower;
            else if (keys.Count > 0 || !Honorifics.Contains(lower))
            {
                var bare = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
                var key = NameKey.Sound(bare);
                if (key.Length > 0) keys.Add(key);
            }
            if (keys.Count == MostParts) break;
        }
        return keys.Count == 0 ? null : new PersonForm([.. keys[..^1]], keys[^1], suffix);
    }

    /// <summary>Whether given names tell two people apart.</summary>
    public bool ContradictsGiven(PersonForm other) =>
        (Suffix.Length > 0 && other.Suffix.Length > 0 && Suffix != other.Suffix) || (Given.Length > 0 && other.Given.Length > 0 && GivenSign(other) == "other-given");

    /// <summary>How the given names compare, as a sign of the weight table; null where one has none.</summary>
    public string? GivenSign(PersonForm other)
    {
        if (Given.Length == 0 || other.Given.Length == 0) return null;
        if (Given[0] == other.Given[0]) return "same-given";
        var (few, many) = Given.Length <= other.Given.Length ? (Given, other.Given) : (other.Given, Given);
        if (few.All(f => many.Any(m => SameGiven(f, m) == "same-given"))) return "same-given";
        return SameGiven(Given[0], other.Given[0]) ?? "other-given";
    }

    /// <summary>How surnames compare, in the order of the parts or with the family name first; null where they do not meet.</summary>
    public string? SurnameSign(PersonForm other)
    {
        if (Surname == other.Surname) return "same-surname";
        if (NameKey.CrossScript(Surname) is { Length: > 1 } cross && cross == NameKey.CrossScript(other.Surname)) return "like-surname";
        if (WithoutArticle(Surname) is { } bare && NameKey.CrossScript(bare) == NameKey.CrossScript(other.Surname)
            || WithoutArticle(other.Surname) is { } otherBare && NameKey.CrossScript(otherBare) == NameKey.CrossScript(Surname)) return "like-surname";
        return OneLetterApart(Surname, other.Surname) ? "near-surname" : null;
    }

    /// <summary>A surname that an Arabic article may be written on to ("Elnour"), without it; null for any other.</summary>
    public static string? WithoutArticle(string surname) =>
        surname.Length > 4 && (surname.StartsWith("el", StringComparison.Ordinal) || surname.StartsWith("al", StringComparison.Ordinal)) && !"aeiou".Contains(surname[2], StringComparison.Ordinal) ? surname[2..] : null;

    private static string? SameGiven(string a, string b)
    {
        if (a == b) return "same-given";
        if (a.Length == 1 && b[0] == a[0] || b.Length == 1 && a[0] == b[0]) return "initial";
        var cross = NameKey.CrossScript(a);
        return cross.Length > 1 && cross == NameKey.CrossScript(b) || OneLetterApart(a, b) ? "like-given" : null;
    }

    private const int MostParts = 8;
    private const int LongKey = 5;

    /// <summary>One letter more, less or other, but for the first; short words differ too easily.</summary>
    public static bool OneLetterApart(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        if (a.Length < LongKey || b.Length - a.Length > 1 || a[0] != b[0]) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        return a.AsSpan(a.Length == b.Length ? Math.Min(start + 1, a.Length) : start).SequenceEqual(b.AsSpan(Math.Min(start + 1, b.Length)));
    }
}

/// <summary>The name of a body: its words, and the acronym they make.</summary>
/// <param name="Type">What it is by its own words ("ministry", "army", "unit"); null where they do not tell.</param>
internal sealed record BodyForm(NameWord[] Words, string Initials, bool IsAcronym, string? Type)
{
    private static readonly Dictionary<string, string> Types = IdentityData.Rows("body-types.tsv", 2).ToDictionary(r => NameKey.Sound(r[0]), r => r[1]);

    public static BodyForm Of(string name, ActorKind kind)
    {
        var words = NameWords.Of(name);
        var initials = new StringBuilder();
        foreach (var word in words)
            if (char.IsUpper(word.Text[0])) initials.Append(char.ToLowerInvariant(word.Text[0]));
        var isAcronym = words.Length == 1 && words[0].Text.Length is > 1 and < 8 && words[0].Text.Skip(1).Any(char.IsUpper);
        string? type = null;
        foreach (var word in words)
            if (Types.TryGetValue(word.Key, out var told)) type = told;
        return new BodyForm(words, initials.ToString(), isAcronym, type ?? (kind == ActorKind.Government ? "government" : kind == ActorKind.Publication ? "media" : null));
    }

    /// <summary>The acronym it is, or makes; null for one word.</summary>
    public string? Acronym => IsAcronym ? Words[0].Text.ToLowerInvariant() : Words.Length > 2 || Initials.Length > 2 ? Initials : null;
}
