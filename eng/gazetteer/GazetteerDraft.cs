using System.Globalization;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.GazetteerCompiler;

/// <summary>A row while the gazetteer is put together.</summary>
internal sealed class DraftRow
{
    public required string Name { get; init; }

    public required ToponymKind Kind { get; init; }

    public required int Division { get; init; }

    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public int Population { get; init; }

    public int Identifier { get; init; }

    public bool IsCapital { get; init; }

    public bool IsRegionalSeat { get; init; }

    public bool IsSupplement { get; init; }

    /// <summary>Kilometres; 0 for the typical radius of its kind and population.</summary>
    public double RadiusKm { get; set; }

    public IReadOnlyList<CoursePoint> Course { get; init; } = [];

    /// <summary>Normalised names with what each is.</summary>
    public Dictionary<string, ToponymHitKind> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Spellings of the press that the supplement adds: these too are looked up by their transliteration.</summary>
    public List<string> Spellings { get; } = [];

    public void AddName(string name, ToponymHitKind kind = ToponymHitKind.Alternate)
    {
        var normalized = ToponymNormalizer.Normalize(GazetteerOverlay.WithoutArticle(name.Trim()));
        if (normalized.Length < 2) return;
        Names.TryAdd(normalized, kind);
        foreach (var (from, to) in Contractions)
            if (normalized.StartsWith(from, StringComparison.Ordinal)) Names.TryAdd(to + normalized[from.Length..], kind);
    }

    private static readonly (string From, string To)[] Contractions =
        [("saint ", "st "), ("st ", "saint "), ("fort ", "ft "), ("ft ", "fort "), ("mount ", "mt ")];
}

internal sealed record DraftDivision(string Country, string Code)
{
    public int Row { get; set; } = -1;
}

/// <summary>Everything that goes into the compiled gazetteer, in the order in which it is written.</summary>
internal sealed class GazetteerDraft
{
    private readonly Dictionary<(string Country, string Code), int> _divisions = [];

    public List<DraftRow> Rows { get; } = [];

    public List<DraftDivision> Divisions { get; } = [];

    /// <summary>Number of a first-order division; of the whole country for an empty code; made on first use.</summary>
    public int Division(string country, string code)
    {
        if (_divisions.TryGetValue((country, code), out var index)) return index;
        Divisions.Add(new DraftDivision(country, code));
        return _divisions[(country, code)] = Divisions.Count - 1;
    }

    public int? ExistingDivision(string country, string code) =>
        _divisions.TryGetValue((country, code), out var index) ? index : null;

    public string CountryOf(DraftRow row) => Divisions[row.Division].Country;

    public DraftRow Add(DraftRow row)
    {
        Rows.Add(row);
        row.AddName(row.Name, ToponymHitKind.Name);
        return row;
    }

    public string Summary(long bytes) => string.Create(CultureInfo.InvariantCulture,
        $"{Rows.Count} rows ({string.Join(", ", Rows.GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}"))}), {Rows.Count(r => r.Identifier == 0)} unnumbered, {Rows.Sum(r => r.Names.Count)} names, {Divisions.Count} divisions, {bytes} bytes");
}
