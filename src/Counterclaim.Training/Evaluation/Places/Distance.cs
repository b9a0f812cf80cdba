namespace Counterclaim.Training.Evaluation.Places;

/// <summary>How far a place was put from where it lies.</summary>
internal static class Distance
{
    /// <summary>Half the circumference of the earth in km: the error of a place that was not found or not placed.</summary>
    public const double Farthest = 20039;

    /// <summary>100 miles in km: the field's limit for "placed right".</summary>
    public const double Near = 161;

    private const double EarthRadius = 6371.0088;

    /// <summary>Great-circle distance in km (haversine formula on a sphere).</summary>
    public static double Kilometres(PlaceMark a, PlaceMark b)
    {
        var (from, to) = (Radians(a.Latitude!.Value), Radians(b.Latitude!.Value));
        var h = Math.Pow(Math.Sin((to - from) / 2), 2)
            + Math.Cos(from) * Math.Cos(to) * Math.Pow(Math.Sin(Radians(b.Longitude!.Value - a.Longitude!.Value) / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
