using System.Globalization;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.GazetteerCompiler;

/// <summary>The tables kept beside the compiler: countries, abbreviations of divisions, and what the packages lack.</summary>
internal static class OwnTables
{
    private const double SamePlaceKilometres = 25;

    public static void AddCountries(GazetteerDraft draft, string path)
    {
        using var reader = new StreamReader(path);
        var demonyms = new List<(string Country, string Word)>();
        foreach (var (_, country) in CsvReader.Read(reader))
        {
            var division = draft.Division(country["code"], "");
            draft.Divisions[division].Row = draft.Rows.Count;
            var row = draft.Add(new DraftRow
            {
                Name = country["name"],
                Kind = ToponymKind.Country,
                Division = division,
                Latitude = Number(country["lat"]),
                Longitude = Number(country["lon"]),
            });
            foreach (var name in List(country["alternates"])) row.AddName(name);
            demonyms.AddRange(List(country["demonyms"]).Select(word => (country["code"], word)));
        }
        foreach (var (code, word) in demonyms)
        {
            var country = draft.Rows[draft.Divisions[draft.Division(code, "")].Row];
            var row = draft.Add(new DraftRow
            {
                Name = word,
                Kind = ToponymKind.Demonym,
                Division = country.Division,
                Latitude = country.Latitude,
                Longitude = country.Longitude,
            });
            if (!word.EndsWith('s') && !word.EndsWith("ese", StringComparison.Ordinal) && !word.EndsWith("ish", StringComparison.Ordinal)) row.AddName(word + "s");
        }
    }

    public static void AddAbbreviations(GazetteerDraft draft, string path)
    {
        using var reader = new StreamReader(path);
        foreach (var (line, fields) in CsvReader.Read(reader))
        {
            var name = ToponymNormalizer.Normalize(fields["region"]);
            var row = draft.Rows.FirstOrDefault(r =>
                r.Kind == ToponymKind.Region && draft.CountryOf(r) == fields["country"] && r.Names.ContainsKey(name))
                ?? throw new InvalidDataException($"{path} line {line}: no region \"{fields["region"]}\".");
            foreach (var abbreviation in List(fields["abbreviations"]))
                row.AddName(abbreviation, abbreviation.Length > 8 ? ToponymHitKind.Alternate : ToponymHitKind.Abbreviation);
        }
    }

    /// <summary>
    /// Adds the supplement; a place that the packages hold already only gains its names. A village or the like lies in the first-order division of the
    /// settlement nearest to it.
    /// </summary>
    /// <returns>How many rows the packages held.</returns>
    public static int AddSupplement(GazetteerDraft draft, string path, NearestSettlement divisions)
    {
        var merged = 0;
        var byName = Index(draft);
        using var reader = new StreamReader(path);
        foreach (var (_, fields) in CsvReader.Read(reader))
        {
            var (latitude, longitude) = (Number(fields["lat"]), Number(fields["lon"]));
            var word = fields["kind"];
            var kind = ToponymKinds.Parse(word);
            var names = List(fields["alternates"]).Prepend(fields["name"]).ToList();
            var course = Course(fields.GetValueOrDefault("course") ?? "");
            var radius = fields.GetValueOrDefault("radius_km") is { Length: > 0 } kilometres ? Number(kilometres) : 0;
            if (FindHeld(names, kind, fields["country"], latitude, longitude) is { } held)
            {
                AddSpellings(held, names);
                merged++;
                continue;
            }
            var row = draft.Add(new DraftRow
            {
                Name = fields["name"],
                Kind = kind == ToponymKind.Region ? ToponymKind.Area : kind,
                Division = divisions.Of(fields["country"], latitude, longitude, kind),
                Latitude = latitude,
                Longitude = longitude,
                IsSupplement = true,
                RadiusKm = radius > 0 || course.Length == 0 ? radius : Extents.Of(latitude, longitude, course),
                Course = course,
            });
            AddSpellings(row, names);
        }
        return merged;

        static void AddSpellings(DraftRow row, List<string> names)
        {
            foreach (var name in names) row.AddName(name);
            row.Spellings.AddRange(names);
        }

        DraftRow? FindHeld(List<string> names, ToponymKind kind, string country, double latitude, double longitude) => names
            .SelectMany(n => byName.GetValueOrDefault(ToponymNormalizer.Normalize(GazetteerOverlay.WithoutArticle(n))) ?? [])
            .Where(r => draft.CountryOf(r) == country && (kind == ToponymKind.Region
                ? r.Kind == ToponymKind.Region
                : kind.IsSettlement() && r.Kind.IsSettlement()
                    && GreatCircle.Kilometres(latitude, longitude, r.Latitude, r.Longitude) < SamePlaceKilometres))
            .OrderByDescending(r => r.Population)
            .FirstOrDefault();
    }

    /// <summary>Points by the code of a first-order division ("CA.01").</summary>
    public static Dictionary<string, (double Latitude, double Longitude)> ReadPoints(string path)
    {
        using var reader = new StreamReader(path);
        return CsvReader.Read(reader).ToDictionary(r => r.Item2["code"], r => (Number(r.Item2["lat"]), Number(r.Item2["lon"])));
    }

    private static Dictionary<string, List<DraftRow>> Index(GazetteerDraft draft)
    {
        var byName = new Dictionary<string, List<DraftRow>>(StringComparer.Ordinal);
        foreach (var row in draft.Rows)
            foreach (var name in row.Names.Keys)
            {
                if (!byName.TryGetValue(name, out var rows)) byName[name] = rows = [];
                rows.Add(row);
            }
        return byName;
    }

    private static CoursePoint[] Course(string text) => List(text)
        .Select(vertex => vertex.Split(' '))
        .Select(parts => new CoursePoint(Number(parts[0]), Number(parts[1]))).ToArray();

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] List(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
