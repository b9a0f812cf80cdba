using System.Globalization;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>Names of places and what they may stand for. Immutable; one instance serves any number of threads.</summary>
public sealed class Gazetteer
{
    // Rows of overlays are numbered from here, above every row the compiled file can hold.
    private const int OverlayRowStart = 1 << 24;

    private readonly GazetteerFile _file;
    private readonly GazetteerOverlay? _overlay;
    private readonly Dictionary<string, int> _countryRows;

    private Gazetteer(GazetteerFile file, GazetteerOverlay? overlay, Dictionary<string, int> countryRows)
    {
        (_file, _overlay, _countryRows) = (file, overlay, countryRows);
    }

    /// <summary>Rows, those of the overlays included.</summary>
    public int Count => _file.RowCount + (_overlay?.Rows.Count ?? 0);

    /// <summary>Opens the gazetteer shipped beside the program.</summary>
    /// <exception cref="FileNotFoundException">The installation lacks it.</exception>
    public static Gazetteer Load() => Load(Path.Combine(AppContext.BaseDirectory, "models", "gazetteer.bin"));

    /// <exception cref="InvalidDataException">The file is not a compiled gazetteer.</exception>
    public static Gazetteer Load(string path)
    {
        var file = GazetteerFile.Open(path);
        var countries = new Dictionary<string, int>(260);
        for (var row = 0; row < file.RowCount && file.Row(row) is { Kind: ToponymKind.Country } country; row++)
            countries.TryAdd(country.Country, row);
        return new Gazetteer(file, null, countries);
    }

    /// <summary>
    /// This gazetteer with a user's own places over it: a name the file holds is looked up in the file alone.
    /// A ".csv" has a header with the columns name, kind, country, lat, lon and, where wanted, population, radius_km, course, alternates and
    /// demonyms (separated by "|" or ";"); a ".geojson" or ".json" has features with the same words as properties.
    /// </summary>
    /// <exception cref="InvalidDataException">The file cannot be read as either; the message names the line or feature.</exception>
    public Gazetteer WithOverlay(string path)
    {
        var overlay = GazetteerOverlay.Read(path, _overlay);
        var countries = new Dictionary<string, int>(_countryRows);
        for (var i = 0; i < overlay.Rows.Count; i++)
            if (overlay.Rows[i] is { Kind: ToponymKind.Country, Country.Length: > 0 } row) countries[row.Country] = OverlayRowStart + i;
        return new Gazetteer(_file, overlay, countries);
    }

    /// <summary>
    /// Adds every meaning of a name to <paramref name="hits"/>; nothing for a name that is not held. A name that is held in no spelling but is another
    /// romanisation of a held one (Ukrainian, Russian, Arabic, Hebrew, Persian, Burmese, Amharic) gives hits of the kind <see cref="ToponymHitKind.Transliteration"/>.
    /// </summary>
    /// <remarks>Case and diacritics do not matter; see <see cref="ToponymNormalizer"/>.</remarks>
    public void Find(ReadOnlySpan<char> name, List<ToponymHit> hits)
    {
        Span<char> buffer = stackalloc char[ToponymNormalizer.MaxLength];
        var length = ToponymNormalizer.Normalize(name, buffer);
        if (length > 0) FindNormalized(buffer[..length], hits);
    }

    /// <summary>A row by its number.</summary>
    public Toponym this[int row] => row >= OverlayRowStart
        ? _overlay!.Rows[row - OverlayRowStart].At(row)
        : _file.Row(row);

    public string NameOf(int row) => row >= OverlayRowStart ? _overlay!.Rows[row - OverlayRowStart].Name : _file.NameOf(row);

    /// <summary>Where a river, road or line runs: a few vertices from one end to the other; empty where that is not known.</summary>
    public IReadOnlyList<CoursePoint> CourseOf(int row) => row >= OverlayRowStart ? _overlay!.Rows[row - OverlayRowStart].Course : _file.CourseOf(row);

    /// <summary>Whether a row is of our own table of places of wars, whose small places carry no population.</summary>
    public bool IsSupplement(int row) => row < OverlayRowStart && _file.IsSupplement(row);

    /// <summary>Whether a row comes from a file of the user's.</summary>
    public bool IsOverlay(int row) => row >= OverlayRowStart;

    /// <summary>
    /// "geonames:706448", "iso3166:UA", "supplement:donbas", "supplement:vodiane,47.82,37.30" (villages share names), "overlay:quillhaven": stable as long as
    /// the source's own.
    /// </summary>
    public string IdOf(int row)
    {
        if (row >= OverlayRowStart) return "overlay:" + Slug(NameOf(row));
        var toponym = _file.Row(row);
        if (_file.IsSupplement(row))
            return "supplement:" + Slug(NameOf(row)) + (toponym.Kind.IsSettlement() ? string.Create(CultureInfo.InvariantCulture, $",{toponym.Latitude:F2},{toponym.Longitude:F2}") : "");
        if (toponym.Kind is ToponymKind.Country or ToponymKind.Demonym) return "iso3166:" + toponym.Country;
        if (_file.Identifier(row) is > 0 and var number) return "geonames:" + number;
        var code = _file.CodeOfDivision(toponym.Region);
        return toponym.Kind == ToponymKind.Region
            ? $"geonames-admin1:{toponym.Country}.{code}"
            : $"geonames-{(toponym.Kind == ToponymKind.District ? "admin2" : "place")}:{toponym.Country}.{code}/{Slug(NameOf(row))}";
    }

    /// <summary>The row of a country by its ISO 3166-1 alpha-2 code; null where it is not held.</summary>
    public Toponym? Country(string code) => _countryRows.TryGetValue(code, out var row) ? this[row] : null;

    /// <summary>The row of the first-order division that a place lies in; null where it has none.</summary>
    public Toponym? RegionOf(Toponym toponym)
    {
        if (toponym.Region < 0 || toponym.Row >= OverlayRowStart) return null;
        var row = _file.RowOfDivision(toponym.Region);
        return row < 0 || _file.Row(row) is not { Kind: ToponymKind.Region } region ? null : region;
    }

    internal void FindNormalized(ReadOnlySpan<char> normalized, List<ToponymHit> hits)
    {
        if (_overlay is not null && _overlay.TryFind(normalized, out var rows))
        {
            foreach (var row in rows) hits.Add(new ToponymHit(OverlayRowStart + row, ToponymHitKind.Name));
            return;
        }
        var before = hits.Count;
        _file.Find(ToponymNormalizer.Hash(normalized), hits);
        if (hits.Count == before) TransliterationKey.Find(normalized, _file, hits);
    }

    private static string Slug(string name) => ToponymNormalizer.Normalize(name).Replace(' ', '-');
}
