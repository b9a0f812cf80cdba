using System.Text.Json;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>Where a GeoJSON feature lies: a point as it is, of any other geometry the middle of its bounds.</summary>
/// <param name="RadiusKm">From the middle to a corner of the bounds; 0 for a point.</param>
/// <param name="Course">The vertices of a LineString; empty for all else.</param>
internal sealed record OverlayGeometry(double Latitude, double Longitude, double RadiusKm, CoursePoint[] Course)
{
    private const int MaxCourse = 200;

    /// <summary>Null for a geometry that is missing or null.</summary>
    /// <exception cref="InvalidDataException">Coordinates that are no degrees, or none at all.</exception>
    public static OverlayGeometry? Of(JsonElement geometry, string where)
    {
        if (geometry.ValueKind == JsonValueKind.Null) return null;
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var coordinates))
            throw new InvalidDataException($"{where}: a geometry without coordinates.");
        var points = new List<CoursePoint>();
        Collect(coordinates, points, where);
        if (points.Count == 0) throw new InvalidDataException($"{where}: a geometry without coordinates.");
        if (points.Count == 1) return new OverlayGeometry(points[0].Latitude, points[0].Longitude, 0, []);
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        var (west, east) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude));
        var (latitude, longitude) = ((south + north) / 2, (west + east) / 2);
        var isLine = geometry.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "LineString";
        return new OverlayGeometry(latitude, longitude, GreatCircle.Kilometres(latitude, longitude, north, east), isLine ? Thinned(points) : []);
    }

    private static void Collect(JsonElement element, List<CoursePoint> points, string where)
    {
        if (element.ValueKind != JsonValueKind.Array) throw new InvalidDataException($"{where}: coordinates are no list of numbers.");
        if (element.GetArrayLength() == 0) return;
        if (element[0].ValueKind == JsonValueKind.Array)
        {
            foreach (var part in element.EnumerateArray()) Collect(part, points, where);
            return;
        }
        if (element.GetArrayLength() < 2) throw new InvalidDataException($"{where}: coordinates are no list of numbers.");
        points.Add(new CoursePoint(Degrees(element[1], 90, where), Degrees(element[0], 180, where)));
    }

    private static double Degrees(JsonElement value, double limit, string where) =>
        OverlayFields.Degrees(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.ValueKind.ToString().ToLowerInvariant(), limit, where);

    /// <summary>Every so manieth vertex of a long line, the ends always.</summary>
    private static CoursePoint[] Thinned(List<CoursePoint> points)
    {
        if (points.Count <= MaxCourse) return [.. points];
        var thinned = new CoursePoint[MaxCourse];
        for (var i = 0; i < MaxCourse; i++) thinned[i] = points[(int)((long)i * (points.Count - 1) / (MaxCourse - 1))];
        return thinned;
    }
}
