using System.Globalization;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>Makes rows of the fields of a line or feature; refuses what cannot be meant.</summary>
internal static class OverlayFields
{
    private const int MaxRows = 500_000;
    private const int MaxWords = 200;
    private const int MaxVertices = 2_000;
    private const int ShownLength = 40;
    private const double MaxRadius = 20_000;
    private static readonly char[] ListSeparators = ['|', ';'];

    /// <param name="field">The text of a column or property; null for none.</param>
    /// <param name="geometry">Where the feature lies; null to take latitude and longitude from the fields.</param>
    /// <param name="where">"line 7": named in front of every fault.</param>
    public static void Add(List<OverlayRow> rows, Func<string, string?> field, OverlayGeometry? geometry, string where)
    {
        if (rows.Count >= MaxRows) throw new InvalidDataException($"{where}: more than {MaxRows} places.");
        var name = (field("name") ?? "").Trim();
        if (name.Length == 0) throw new InvalidDataException($"{where}: a place needs a name.");
        if (ToponymNormalizer.Normalize(name).Length == 0) throw new InvalidDataException($"{where}: {Shown(name)} is no name: too long, or without letters.");
        var kindWord = field("kind") ?? "";
        var kind = ToponymKinds.Parse(kindWord);
        geometry ??= new OverlayGeometry(Degrees(field("lat") ?? field("latitude"), 90, where), Degrees(field("lon") ?? field("longitude"), 180, where), 0, []);
        var course = geometry.Course.Length > 0 ? geometry.Course : Course(field("course"), where);
        var population = (int)Number(field("population"), "population", int.MaxValue, where);
        var radius = Number(field("radius_km"), "radius_km", MaxRadius, where);
        if (radius == 0) radius = geometry.RadiusKm;
        if (radius == 0) radius = course.Length > 0 ? Extents.Of(geometry.Latitude, geometry.Longitude, course) : Extents.Typical(kind, population);
        var row = new OverlayRow(
            name, kind, (field("country") ?? "").Trim().ToUpperInvariant(), geometry.Latitude, geometry.Longitude, population,
            kindWord.Trim().Equals("capital", StringComparison.OrdinalIgnoreCase), Words(field("alternates"), where), radius, course);
        rows.Add(row);
        foreach (var demonym in Words(field("demonyms"), where))
            rows.Add(row with { Name = demonym, Kind = ToponymKind.Demonym, Alternates = [], Course = [] });
    }

    public static double Degrees(string? text, double limit, string where) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= limit
            ? degrees
            : throw new InvalidDataException($"{where}: {Shown(text)} is no number of degrees between -{limit} and {limit}.");

    private static double Number(string? text, string column, double limit, string where)
    {
        if (string.IsNullOrWhiteSpace(text)) return 0;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= limit
            ? number
            : throw new InvalidDataException($"{where}: {Shown(text)} is no {column} between 0 and {limit}.");
    }

    private static string[] Words(string? list, string where)
    {
        var words = list?.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return words.Length <= MaxWords ? words : throw new InvalidDataException($"{where}: more than {MaxWords} names for one place.");
    }

    /// <summary>"48.6 37.9;48.5 38.0": latitude and longitude of each vertex.</summary>
    private static CoursePoint[] Course(string? text, string where)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var vertices = text.Split(ListSeparators, MaxVertices + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (vertices.Length > MaxVertices) throw new InvalidDataException($"{where}: a course of more than {MaxVertices} vertices.");
        return Array.ConvertAll(vertices, vertex => vertex.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var latitude, var longitude]
            ? new CoursePoint(Degrees(latitude, 90, where), Degrees(longitude, 180, where))
            : throw new InvalidDataException($"{where}: {Shown(vertex)} is no latitude and longitude with a space between."));
    }

    /// <summary>A text as an error shows it: in quotation marks, cut short, without control characters.</summary>
    private static string Shown(string? text)
    {
        var shown = string.Concat((text ?? "").Take(ShownLength).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return text?.Length > ShownLength ? $"\"{shown}…\"" : $"\"{shown}\"";
    }
}
