namespace Counterclaim.Reading.Gazetteers;

/// <summary>How far a place reaches where its source does not say.</summary>
internal static class Extents
{
    private const double LargestSettlement = 35;

    /// <summary>
    /// A settlement's radius grows with the root of its population, as its area does with the population: 0.5 + 0.0095·√n km (500 people 0.7 km, 100,000
    /// 3.5 km, three million 17 km). Of other kinds a typical radius.
    /// </summary>
    public static double Typical(ToponymKind kind, int population) => kind switch
    {
        ToponymKind.Neighbourhood => Math.Max(1.5, Settlement(population)),
        _ when kind.IsSettlement() => population > 0 ? Settlement(population) : kind switch { ToponymKind.City => 3, ToponymKind.Town => 2, _ => 1 },
        ToponymKind.Continent => 3000,
        ToponymKind.Country => 250,
        ToponymKind.Region or ToponymKind.Area => 80,
        ToponymKind.District => 20,
        ToponymKind.Sea => 300,
        ToponymKind.River or ToponymKind.Road or ToponymKind.Mountain or ToponymKind.Desert or ToponymKind.Peninsula => 50,
        ToponymKind.Strait or ToponymKind.Canal or ToponymKind.Lake or ToponymKind.Island => 15,
        ToponymKind.Facility or ToponymKind.Camp or ToponymKind.Crossing => 1.5,
        ToponymKind.Seat => 0.3,
        _ => 5,
    };

    /// <summary>The distance from a point that holds a share of others; 0 for no others.</summary>
    public static double Holding(double share, (double Latitude, double Longitude) point, IEnumerable<(double Latitude, double Longitude)> others)
    {
        var distances = others.Select(o => GreatCircle.Kilometres(point.Latitude, point.Longitude, o.Latitude, o.Longitude)).Order().ToList();
        return distances.Count == 0 ? 0 : distances[Math.Min(distances.Count - 1, (int)Math.Ceiling(distances.Count * share) - 1)];
    }

    /// <summary>The distance from a point to the farthest vertex of a course.</summary>
    public static double Of(double latitude, double longitude, IEnumerable<CoursePoint> course) =>
        course.Max(v => GreatCircle.Kilometres(latitude, longitude, v.Latitude, v.Longitude));

    private static double Settlement(int population) => Math.Min(LargestSettlement, 0.5 + 0.0095 * Math.Sqrt(population));
}
