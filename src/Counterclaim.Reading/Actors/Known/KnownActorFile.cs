using Counterclaim.Model.Json;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Actors.Known;

/// <summary>
/// Reads the seed list, <c>Actors/Data/known-actors-*.tsv</c>: id, kind, name, aliases, country, role, affiliation, from, to, sector.
/// Offices held one after the other stand with bars between them, in role, affiliation, from and to alike.
/// </summary>
internal static class KnownActorFile
{
    /// <summary>What stands before the ids of the seed list in a reading.</summary>
    public const string Prefix = "known:";

    private const int Columns = 10;

    /// <summary>The rows of all files of the seed list.</summary>
    /// <exception cref="FormatException">A row has another form; the message names the file and the line.</exception>
    public static IEnumerable<KnownActor> Seed()
    {
        foreach (var file in SeedFiles)
            foreach (var row in DataFile.Rows(file, Columns))
                yield return Read(row);
    }

    public static IEnumerable<string> SeedFiles { get; } =
        [.. typeof(DataFile).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("actors/known-actors-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static KnownActor Read(string[] row) => new(Prefix + row[0], JsonNames.ActorKind(row[1]), row[2])
    {
        Aliases = row[3].Length == 0 ? [] : row[3].Split('|'),
        Country = OrNull(row[4]),
        Offices = Offices(row[5], row[6], row[7], row[8]),
        Sector = OrNull(row[9]),
    };

    /// <summary>Offices from columns in which bars part one from the next.</summary>
    public static IReadOnlyList<Office> Offices(string role, string affiliation, string from, string to)
    {
        if (role.Length == 0 && affiliation.Length == 0) return [];
        string[] roles = role.Split('|'), affiliations = affiliation.Split('|'), begins = from.Split('|'), ends = to.Split('|');
        return [.. roles.Select((r, i) => new Office(r, At(affiliations, i), At(begins, i), At(ends, i)))];
    }

    private static string? At(string[] column, int i) => i < column.Length ? OrNull(column[i]) : null;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
