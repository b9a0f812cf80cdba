using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Comparison;

/// <summary>How the places of two claims lie to each other.</summary>
public enum PlaceMatch
{
    /// <summary>One of the claims names no place, or one that was not located.</summary>
    Unknown,
    Same,

    /// <summary>The first lies in the second.</summary>
    Within,

    /// <summary>The second lies in the first.</summary>
    Around,
    Apart,
}

/// <summary>Compares places by gazetteer, name, container, and distance against radius.</summary>
public static class PlaceMatching
{
    private const double EarthRadiusKm = 6371.0088;

    public static PlaceMatch Compare(ClaimPlace? one, ClaimPlace? other)
    {
        if (one is null || other is null) return PlaceMatch.Unknown;
        if (one.Key == other.Key) return (one.Relation?.Kind, other.Relation?.Kind) switch
        {
            (PlaceRelationKind.Part, null) => PlaceMatch.Within,
            (null, PlaceRelationKind.Part) => PlaceMatch.Around,
            _ => PlaceMatch.Same,
        };
        if (string.Equals(one.Container, other.Name, StringComparison.OrdinalIgnoreCase)) return PlaceMatch.Within;
        if (string.Equals(other.Container, one.Name, StringComparison.OrdinalIgnoreCase)) return PlaceMatch.Around;
        if (one.Kind == "country" || other.Kind == "country")
        {
            if (one.Country is null || other.Country is null) return PlaceMatch.Unknown;
            if (one.Country != other.Country) return PlaceMatch.Apart;
            return one.Kind == "country" ? PlaceMatch.Around : PlaceMatch.Within;
        }
        if (PointOf(one) is not { } here || PointOf(other) is not { } there) return PlaceMatch.Unknown;
        var distance = DistanceKm(here.Point, there.Point);
        if (distance + here.RadiusKm <= there.RadiusKm * 1.2 || distance < there.RadiusKm && there.RadiusKm > 2 * here.RadiusKm) return PlaceMatch.Within;
        if (distance + there.RadiusKm <= here.RadiusKm * 1.2 || distance < here.RadiusKm && here.RadiusKm > 2 * there.RadiusKm) return PlaceMatch.Around;
        return PlaceMatch.Apart;
    }

    /// <summary>Great-circle distance in kilometres (haversine).</summary>
    public static double DistanceKm(GeoPoint one, GeoPoint other)
    {
        var latitude = double.DegreesToRadians(other.Latitude - one.Latitude) / 2;
        var longitude = double.DegreesToRadians(other.Longitude - one.Longitude) / 2;
        var chord = Math.Pow(Math.Sin(latitude), 2)
            + Math.Cos(double.DegreesToRadians(one.Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * Math.Pow(Math.Sin(longitude), 2);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static (GeoPoint Point, double RadiusKm)? PointOf(ClaimPlace place) => place.Point is { } point ? (point, place.RadiusKm ?? 5) : null;
}
