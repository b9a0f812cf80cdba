using System.Text;
using System.Text.Json;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>Places of a user's own, held in memory.</summary>
internal sealed class GazetteerOverlay
{
    private const long MaxFileBytes = 64 << 20;

    private readonly Dictionary<string, List<int>> _rowsByName = new();
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private GazetteerOverlay() => _lookup = _rowsByName.GetAlternateLookup<ReadOnlySpan<char>>();

    public List<OverlayRow> Rows { get; } = [];

    /// <summary>Reads a file on top of another overlay, whose names it hides where it holds them itself.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read; the message is one line that names the fault and where it is.</exception>
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
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"{path}: not UTF-8.", e);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw new InvalidDataException($"{path}: {e.Message.ReplaceLineEndings(" ")}", e);
        }
        overlay.Index(first);
        if (below is not null)
            foreach (var (name, rows) in below._rowsByName) overlay._rowsByName.TryAdd(name, rows);
        return overlay;
    }

    public bool TryFind(ReadOnlySpan<char> normalized, out List<int> rows) => _lookup.TryGetValue(normalized, out rows!);

    private void ReadCsv(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        foreach (var (line, fields) in CsvReader.Read(reader))
            OverlayFields.Add(Rows, column => fields.GetValueOrDefault(column), null, $"line {line}");
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
            var where = $"feature {++number}";
            if (feature.ValueKind != JsonValueKind.Object
                || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException($"{where} has no properties.");
            var geometry = feature.TryGetProperty("geometry", out var shape) ? OverlayGeometry.Of(shape, where) : null;
            OverlayFields.Add(Rows, name => Word(properties, name), geometry, where);
        }
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
            if (rows.Count == 0 || rows[^1] != row) rows.Add(row);
        }
    }

    internal static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

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
}

internal sealed record OverlayRow(
    string Name, ToponymKind Kind, string Country, double Latitude, double Longitude, int Population, bool IsCapital, string[] Alternates,
    double RadiusKm, CoursePoint[] Course)
{
    public Toponym At(int row) => new(row, Kind, Country, -1, Latitude, Longitude, Population) { IsCapital = IsCapital, RadiusKm = RadiusKm };
}
