using System.Globalization;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Actors.Lists;

/// <summary>
/// Actor dictionaries in the form that TABARI introduced and PETRARCH reads: a name with a code (<c>VIKTOR_ORBAN_ [HUNGOV]</c>), synonyms below it after a plus, and
/// codes for a time below it in brackets (<c>[HUNGOV &gt;100529]</c>, <c>[HUNOPP &lt;100529]</c>, <c>[HUNGOV 980706-020527]</c>). A semicolon or number sign begins a comment.
/// </summary>
/// <remarks>CAMEO codes: three letters of a country (ISO 3166-1 alpha-3) or of a kind of body (IGO, NGO, MNC), then three of a role.</remarks>
internal static class PetrarchDictionary
{
    private const int LongestLine = 4000;
    private const int MostSynonyms = 500;

    private static readonly Dictionary<string, string> Countries3 = DataFile.Rows("actors/country-codes.tsv", 2).ToDictionary(r => r[0], r => r[1]);

    /// <exception cref="InvalidDataException">The message names the line.</exception>
    public static IEnumerable<KnownActor> Read(TextReader reader)
    {
        Entry? entry = null;
        var number = 0;
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length > LongestLine) throw new InvalidDataException($"line {line}: longer than {LongestLine} characters");
            var said = WithoutComment(text);
            if (string.IsNullOrWhiteSpace(said)) continue;
            var (name, codes) = Cut(said, line);
            if (name.StartsWith('+'))
            {
                if (entry is null) throw new InvalidDataException($"line {line}: a synonym before any name");
                if (entry.Synonyms.Count == MostSynonyms) throw new InvalidDataException($"line {line}: more than {MostSynonyms} synonyms");
                if (Words(name[1..]) is { Length: > 0 } synonym) entry.Synonyms.Add(synonym);
                entry.Codes.AddRange(codes);
                continue;
            }
            if (name.Length == 0)
            {
                if (entry is null) throw new InvalidDataException($"line {line}: a code before any name");
                entry.Codes.AddRange(codes);
                continue;
            }
            if (entry?.Actor(++number) is { } actor) yield return actor;
            entry = new Entry(Words(name));
            entry.Codes.AddRange(codes);
        }
        if (entry?.Actor(++number) is { } last) yield return last;
    }

    private static string WithoutComment(string text)
    {
        var end = text.IndexOfAny([';', '#']);
        return end < 0 ? text : text[..end];
    }

    /// <summary>The name and the codes in brackets behind it.</summary>
    private static (string Name, List<Office> Codes) Cut(string text, int line)
    {
        var codes = new List<Office>();
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var name = (open < 0 ? text : text[..open]).Trim();
        while (open >= 0)
        {
            var close = text.IndexOf(']', open);
            if (close < 0) throw new InvalidDataException($"line {line}: a bracket is never closed");
            codes.Add(CodeOf(text[(open + 1)..close], line));
            open = text.IndexOf('[', close);
        }
        return (name, codes);
    }

    private static Office CodeOf(string inside, int line)
    {
        var parts = inside.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return new Office("", null, null, null);
        var (first, when) = char.IsDigit(parts[0][0]) || parts[0][0] is '<' or '>' ? ("", parts[0]) : (parts[0].ToUpperInvariant(), parts.Length > 1 ? string.Concat(parts[1..]) : "");
        return when switch
        {
            "" => new Office(first, null, null, null),
            ['>', .. var after] => new Office(first, null, Day(after, line), null),
            ['<', .. var before] => new Office(first, null, null, Day(before, line)),
            _ when when.Split('-') is [var from, var to] => new Office(first, null, Day(from, line), Day(to, line)),
            _ => new Office(first, null, Day(when, line), Day(when, line)),
        };
    }

    /// <summary>A day as yymmdd, of this century before the year 50, or yyyymmdd.</summary>
    private static string Day(string digits, int line)
    {
        var whole = digits.Length == 6 && int.TryParse(digits.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? (year < 50 ? "20" : "19") + digits : digits;
        return DateOnly.TryParseExact(whole, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"line {line}: \"{digits}\" is no day (yymmdd or yyyymmdd)");
    }

    /// <summary>"VIKTOR_ORBAN_" as "Viktor Orban"; three letters and fewer are an acronym.</summary>
    private static string Words(string name)
    {
        var words = name.Split(['_', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            if (words.Length > 1 || words[i].Length > LongestAcronym) words[i] = char.ToUpperInvariant(words[i][0]) + words[i][1..].ToLowerInvariant();
        return string.Join(' ', words);
    }

    private const int LongestAcronym = 4;

    private sealed record Entry(string Name)
    {
        public List<string> Synonyms { get; } = [];

        public List<Office> Codes { get; } = [];

        /// <summary>The actor it describes; null for one without letters.</summary>
        public KnownActor? Actor(int number)
        {
            if (!Name.Any(char.IsLetter)) return null;
            var codes = Codes.Select(c => c.Role).Where(c => c.Length > 0).ToList();
            var country = codes.Select(c => c.Length >= 3 ? Countries3.GetValueOrDefault(c[..3]) : null).OfType<string>().Distinct().Take(2).ToList();
            var sector = codes.Select(SectorOf).FirstOrDefault(s => s is not null);
            return new KnownActor(FormattableString.Invariant($"{ActorList.Slug(Name)}-{number}"), KindOf(Name, codes, sector), Name)
            {
                Aliases = [.. Synonyms.Distinct()],
                Country = country is [var only] ? only : null,
                Offices = [.. Codes.Where(c => c.Role.Length > 0)],
                Sector = sector,
            };
        }

        private static string? SectorOf(string code) => code.Length >= 6 ? code.Substring(3, 3) : code is "IGO" or "NGO" or "MNC" || code.StartsWith("IGO", StringComparison.Ordinal) || code.StartsWith("NGO", StringComparison.Ordinal) ? code[..3] : null;

        private static ActorKind KindOf(string name, List<string> codes, string? sector)
        {
            if (codes.Count > 0 && codes.TrueForAll(c => c.Length == 3 && Countries3.ContainsKey(c))) return ActorKind.Government;
            if (sector is "MED") return ActorKind.Publication;
            var isBody = name.Split(' ').Any(w => NounLexicon.Default.NameWord(w.ToLowerInvariant()) is not null) || !name.Contains(' ', StringComparison.Ordinal);
            if (sector is "IGO" or "NGO" or "MNC" || codes.Exists(c => c.StartsWith("IGO", StringComparison.Ordinal) || c.StartsWith("NGO", StringComparison.Ordinal))) return ActorKind.Organisation;
            if (!isBody) return ActorKind.Person;
            return sector is "MIL" or "REB" or "UAF" or "INS" or "SEP" or "PRM" ? ActorKind.ArmedForce : sector is "GOV" ? ActorKind.Government : ActorKind.Organisation;
        }
    }
}
