namespace Counterclaim.Model;

/// <summary>A toponym and what it was resolved to.</summary>
/// <param name="Name">The gazetteer's name, or the text's own where none was found.</param>
/// <param name="Kind">"city", "village", "neighbourhood", "region", "country", "river", "sea", "facility", "road"…</param>
public sealed record Place(string Id, TextSpan Span, string Name, string Kind)
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north, WGS 84; null with <see cref="Longitude"/> where the place was not located.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>"geonames:706448", "supplement:donbas".</summary>
    public string? Gazetteer { get; init; }

    /// <summary>What the name does in its sentence; only literal places belong on a map.</summary>
    public PlaceRole Role { get; init; }

    /// <summary>How exactly the text tells where; null where it was not located.</summary>
    public PlacePrecision? Precision { get; init; }

    /// <summary>Kilometres around the point within which the place, or the one it lies in, is to be thought; null where it was not located.</summary>
    public double? RadiusKm { get; init; }

    /// <summary>
    /// The place it lies in, because no gazetteer holds it itself; its point and radius are that place's, but a country's, which is no place for a pin.
    /// Null where it was located as itself, or not at all.
    /// </summary>
    public string? Container { get; init; }

    /// <summary>Where something is said to be with regard to it ("20 km east of X"); null where it is X itself.</summary>
    public PlaceRelation? Relation { get; init; }

    /// <summary>The name stands for a government or a force ("Kyiv says").</summary>
    public bool Metonym => Role == PlaceRole.Metonym;
}

/// <summary>What the name of a place does in its sentence.</summary>
public enum PlaceRole
{
    /// <summary>It is the place: "shells fell on Kharkiv".</summary>
    Literal,

    /// <summary>It stands for a government, a force or the people there: "Kyiv says".</summary>
    Metonym,

    /// <summary>It tells whose or from where somebody or something is: "Russian troops", "US drones".</summary>
    Origin,

    /// <summary>It is part of an organisation's name: "the Gaza Health Ministry".</summary>
    Organisation,
}

/// <summary>How exactly a place is told, in the sense of ACLED's geo_precision (1 exact, 2 near or district, 3 region), with countries apart.</summary>
public enum PlacePrecision
{
    Exact,

    /// <summary>Beside, outside, a distance away from a place that is held.</summary>
    Near,
    District,
    Region,
    Country,
}

/// <summary>A place told by others: where the text says something is with regard to them.</summary>
/// <param name="Span">The words that say so, the anchor's name not included: "20 km east of".</param>
/// <param name="Of">Ids of the anchors, in text order; of "between A and B" two.</param>
/// <param name="Latitude">Degrees north of the middle of what is meant.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="RadiusKm">Kilometres around that point.</param>
public sealed record PlaceRelation(PlaceRelationKind Kind, TextSpan Span, IReadOnlyList<string> Of, double Latitude, double Longitude, double RadiusKm)
{
    /// <summary>The line meant, as points of latitude and longitude in degrees; empty where it is no line.</summary>
    public IReadOnlyList<GeoPoint> Path { get; init; } = [];

    public bool Equals(PlaceRelation? other) =>
        other is not null && Kind == other.Kind && Span == other.Span && Latitude == other.Latitude && Longitude == other.Longitude && RadiusKm == other.RadiusKm
        && Of.SequenceEqual(other.Of) && Path.SequenceEqual(other.Path);

    public override int GetHashCode() => HashCode.Combine(Kind, Span, Latitude, Longitude, RadiusKm);
}

public enum PlaceRelationKind
{
    /// <summary>"near X", "outside X", "on the approaches to X".</summary>
    Near,

    /// <summary>"the southern outskirts of X", "eastern X": a part of it.</summary>
    Part,

    /// <summary>"south of X": beyond it, no distance told.</summary>
    Direction,

    /// <summary>"20 km east of X", "20 km from X".</summary>
    Distance,

    /// <summary>"between A and B".</summary>
    Between,

    /// <summary>"the road from A to B", "the A–B highway".</summary>
    Route,

    /// <summary>"along the X river", "on the banks of X".</summary>
    Along,

    /// <summary>"on the X axis", "the X direction": the front that is named after it.</summary>
    Axis,
}

/// <summary>Degrees, WGS 84.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude);
