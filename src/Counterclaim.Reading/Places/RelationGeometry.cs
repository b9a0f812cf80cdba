using Counterclaim.Model;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Where on the map the words around a name point: never farther than they say, and wide where they are vague.</summary>
internal static class RelationGeometry
{
    /// <summary>What "near" and "south of" reach, in kilometres beyond a settlement, where no distance is told.</summary>
    private const double Nearby = 10;

    /// <summary>Half the width of what a front named after a town is thought to be.</summary>
    private const double Front = 30;

    /// <summary>Kilometres of radius from which on a side of something is no point of its own.</summary>
    private const double WideAnchor = 100;

    /// <summary>A distance told is right to about a fifth.</summary>
    private const double Inexactness = 0.2;

    /// <param name="course">The line of a river or road; empty where none is held.</param>
    public static (double Latitude, double Longitude, double RadiusKm, GeoPoint[] Path) Of(in FoundRelation relation, Toponym anchor, Toponym? other, IReadOnlyList<CoursePoint> course)
    {
        var radius = Math.Max(1, anchor.RadiusKm);
        switch (relation.Kind)
        {
            case PlaceRelationKind.Part:
                return relation.Bearing is { } side ? Offset(anchor, side, 0.6 * radius, 0.6 * radius) : (anchor.Latitude, anchor.Longitude, radius, []);
            case PlaceRelationKind.Direction:
                if (!anchor.Kind.IsSettlement() && radius > WideAnchor) return (anchor.Latitude, anchor.Longitude, 1.5 * radius, []); // "east of the Euphrates" is no point
                var beyond = anchor.Kind.IsSettlement() ? Nearby : 0.5 * radius;
                return Offset(anchor, relation.Bearing!.Value, radius + beyond, beyond);
            case PlaceRelationKind.Distance when relation.Bearing is { } bearing:
                return Offset(anchor, bearing, relation.Kilometres!.Value, Math.Max(1, Inexactness * relation.Kilometres.Value));
            case PlaceRelationKind.Distance:
                return (anchor.Latitude, anchor.Longitude, radius + relation.Kilometres!.Value, []);
            case PlaceRelationKind.Between or PlaceRelationKind.Route when other is { } end:
                var (latitude, longitude) = GreatCircle.Middle(anchor.Latitude, anchor.Longitude, end.Latitude, end.Longitude);
                return (latitude, longitude, Math.Max(2, anchor.DistanceTo(end) / 2), [new(Round(anchor.Latitude), Round(anchor.Longitude)), new(Round(end.Latitude), Round(end.Longitude))]);
            case PlaceRelationKind.Along:
                return (anchor.Latitude, anchor.Longitude, radius, [.. course.Select(p => new GeoPoint(Round(p.Latitude), Round(p.Longitude)))]);
            case PlaceRelationKind.Axis:
                return (anchor.Latitude, anchor.Longitude, Math.Max(radius, Front), []);
            default:
                return (anchor.Latitude, anchor.Longitude, radius + Nearby, []);
        }
    }

    public static double Round(double degrees) => Math.Round(degrees, 4);

    private static (double, double, double, GeoPoint[]) Offset(Toponym anchor, int bearing, double kilometres, double radius)
    {
        var (latitude, longitude) = GreatCircle.Destination(anchor.Latitude, anchor.Longitude, bearing, kilometres);
        return (latitude, longitude, radius, []);
    }
}
