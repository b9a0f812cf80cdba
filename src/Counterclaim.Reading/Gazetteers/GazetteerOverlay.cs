using System.Globalization;
using System.Text.Json;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>Places of a user's own, held in memory.</summary>
internal sealed class GazetteerOverlay
{
    private const long MaxFileBytes = 64 << 20;
    private static readonly char[] ListSeparators = ['|', ';'];

    private readonly Dictionary<string, List<int>> _rowsByName = new();
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private GazetteerOverlay() => _lookup = _rowsByName.GetAlternateLookup<ReadOnlySpan<char>>();

    public List<OverlayRow> Rows { get; } = [];

    /// <summary>Reads a file on top of another overlay, whose names it hides where it holds them itself.</summary>
    public static GazetteerOverlay Read(string path, GazetteerOverlay? below)
    {
        if (new FileInfo(path).Length > MaxFileBytes)
            throw new InvalidDataException($"{path}: larger than {MaxFileBytes >> 20} MB.");
        var overlay = new GazetteerOverlay();
        if (below is not null) overlay.Rows.AddRange(below.Rows);
        var first = overlay.Rows.Count;
        try
        {
            if (Path.GetExtension(path).ToLowerInvariant() is ".geojson" or ".json") overlay.ReadGeoJson(path);
            else overlay.ReadCsv(path);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
        overlay.Index(first);
        if (below is not null)
            foreach (var (name, rows) in below._rowsByName) overlay._rowsByName.TryAdd(name, rows);
        return overlay;
    }

    public bool TryFind(ReadOnlySpan<char> normalized, out List<int> rows) => _lookup.TryGetValue(normalized, out rows!);

    private void ReadCsv(string path)
    {
        using var reader = new StreamReader(path);
        foreach (var (line, fields) in CsvReader.Read(reader))
            Add(column => fields.GetValueOrDefault(column), null, $"line {line}");
    }

    private void ReadGeoJson(string path)
    {
        using var stream = File.OpenRead(path);
        using var document = JsonDocument.Parse(stream);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            throw new InvalidDataException("not a GeoJSON FeatureCollection.");
        var number = 0;
        foreach (var feature in features.EnumerateArray())
        {
            number++;
            if (feature.ValueKind != JsonValueKind.Object
                || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException($"feature {number} has no properties.");
            var point = feature.TryGetProperty("geometry", out var geometry) ? Centre(geometry) : null;
            Add(name => Word(properties, name), point, $"feature {number}");
        }
    }

    private void Add(Func<string, string?> field, (double Latitude, double Longitude)? point, string where)
    {
        var name = field("name");
        if (string.IsNullOrWhiteSpace(name)) throw new InvalidDataException($"{where}: a place needs a name.");
        var kindWord = field("kind") ?? "";
        point ??= (Degrees(field("lat") ?? field("latitude"), 90, where), Degrees(field("lon") ?? field("longitude"), 180, where));
        _ = int.TryParse(field("population"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var population);
        Rows.Add(new OverlayRow(
            name.Trim(), ToponymKinds.Parse(kindWord), (field("country") ?? "").Trim().ToUpperInvariant(),
            point.Value.Latitude, point.Value.Longitude, Math.Max(0, population),
            kindWord.Equals("capital", StringComparison.OrdinalIgnoreCase),
            Words(field("alternates"))));
        foreach (var demonym in Words(field("demonyms")))
            Rows.Add(Rows[^1] with { Name = demonym, Kind = ToponymKind.Demonym, Alternates = [] });
    }

    private void Index(int first)
    {
        for (var i = first; i < Rows.Count; i++)
        {
            AddName(Rows[i].Name, i);
            foreach (var alternate in Rows[i].Alternates) AddName(alternate, i);
        }

        void AddName(string name, int row)
        {
            var normalized = ToponymNormalizer.Normalize(WithoutArticle(name));
            if (normalized.Length == 0) return;
            if (!_rowsByName.TryGetValue(normalized, out var rows)) _rowsByName[normalized] = rows = [];
            if (!rows.Contains(row)) rows.Add(row);
        }
    }

    internal static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string[] Words(string? list) =>
        list?.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static double Degrees(string? text, double limit, string where) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= limit
            ? degrees
            : throw new InvalidDataException($"{where}: \"{text}\" is no number of degrees between -{limit} and {limit}.");

    private static string? Word(JsonElement properties, string name)
    {
        if (!properties.TryGetProperty(name, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => string.Join('|', value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString())),
            _ => null,
        };
    }

    /// <summary>A point, or the middle of the bounds of any other geometry.</summary>
    private static (double Latitude, double Longitude)? Centre(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var coordinates)) return null;
        double south = double.MaxValue, north = double.MinValue, west = double.MaxValue, east = double.MinValue;
        Extend(coordinates);
        return south <= north && Math.Abs(south + north) <= 180 && Math.Abs(west + east) <= 360
            ? ((south + north) / 2, (west + east) / 2)
            : null;

        void Extend(JsonElement element)
        {
            if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0) return;
            if (element[0].ValueKind != JsonValueKind.Number)
            {
                foreach (var part in element.EnumerateArray()) Extend(part);
                return;
            }
            if (element.GetArrayLength() < 2 || element[1].ValueKind != JsonValueKind.Number) return;
            var (longitude, latitude) = (element[0].GetDouble(), element[1].GetDouble());
            (south, north) = (Math.Min(south, latitude), Math.Max(north, latitude));
            (west, east) = (Math.Min(west, longitude), Math.Max(east, longitude));
        }
    }
}

internal sealed record OverlayRow(
    string Name, ToponymKind Kind, string Country, double Latitude, double Longitude, int Population, bool IsCapital, string[] Alternates)
{
    public Toponym At(int row) => new(row, Kind, Country, -1, Latitude, Longitude, Population) { IsCapital = IsCapital };
}
