using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Exports;

/// <summary>What event data calls a kind of claim; null where it has no name for it.</summary>
/// <param name="Plover">One of the sixteen of the PLOVER manual of 2021.</param>
/// <param name="Cameo">Code of the older scheme.</param>
internal sealed record EventCode(string? Plover, string? Cameo, string? AcledDisorder, string? AcledEvent, string? AcledSubEvent);

/// <summary>Looks claims up in Data/event-codes.tsv, and countries in the codes of event data.</summary>
internal static class EventCodes
{
    private const string AnyPosition = "*";

    private static readonly string[] MaterialConflict = ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];
    private static readonly string[] VerbalConflict = ["REQUEST", "ACCUSE", "REJECT", "THREATEN"];
    private static readonly string[] MaterialCooperation = ["COOPERATE", "AID", "RETREAT"];

    private static readonly Dictionary<(string Kind, string Position), EventCode> Codes = Rows("event-codes.tsv", 7).ToDictionary(
        r => (r[0], r[1]), r => new EventCode(OrNull(r[2]), OrNull(r[3]), OrNull(r[4]), OrNull(r[5]), OrNull(r[6])));

    private static readonly Dictionary<string, string> Countries = Rows("country-codes.tsv", 2).GroupBy(r => r[1], r => r[0]).ToDictionary(g => g.Key, g => g.First());

    private static readonly Dictionary<string, string> CountryNames = Lines("countries.csv").Skip(1).Select(l => l.Split(',', 3)).ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>All names of events used.</summary>
    public static IEnumerable<EventCode> All => Codes.Values;

    /// <summary>The codes of a claim; null where its kind, or its position, is no event.</summary>
    public static EventCode? Of(Claim claim) =>
        Codes.TryGetValue((claim.Kind, claim.Position ?? AnyPosition), out var code) || Codes.TryGetValue((claim.Kind, AnyPosition), out code) ? code : null;

    /// <summary>
    /// Whether a claim says that something happened. An event table has no column for "denied", "not so" or "if": a row of it is read as a thing that took place.
    /// </summary>
    public static bool SaysItHappened(Claim claim) =>
        claim is { Stance: ClaimStance.Asserts, Polarity: Polarity.Positive, Certainty: Certainty.Certain or Certainty.Probable };

    /// <summary>PLOVER's quad code: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static int Quad(string plover) =>
        MaterialConflict.Contains(plover) ? 4 : VerbalConflict.Contains(plover) ? 3 : MaterialCooperation.Contains(plover) ? 2 : 1;

    /// <summary>ISO 3166-1 alpha-3 of a country's alpha-2; null where unknown.</summary>
    public static string? Country(string? alpha2) => alpha2 is not null && Countries.TryGetValue(alpha2, out var alpha3) ? alpha3 : null;

    /// <summary>English name of a country's alpha-2; the code itself where it is none of a country.</summary>
    public static string? CountryName(string? alpha2) => alpha2 is null ? null : CountryNames.GetValueOrDefault(alpha2, alpha2);

    private static string? OrNull(string cell) => cell == "-" ? null : cell;

    private static IEnumerable<string[]> Rows(string file, int columns)
    {
        foreach (var line in Lines(file))
        {
            var row = line.Split('\t');
            if (row.Length != columns) throw new FormatException($"{file}: {columns} columns expected, {row.Length} found: {line}");
            yield return row;
        }
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(EventCodes).Assembly.GetManifestResourceStream("exports/" + file)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
