namespace Counterclaim.Reading.Gazetteers;

/// <summary>What a gazetteer row is. The values are part of the compiled format: append, never reorder.</summary>
public enum ToponymKind : byte
{
    Other,
    Country,

    /// <summary>First-order division: state, oblast, province, governorate.</summary>
    Region,

    /// <summary>Second-order division: county, raion, district.</summary>
    District,
    City,
    Town,
    Village,
    Neighbourhood,
    Continent,

    /// <summary>A region without borders of its own: Donbas, Sahel, Middle East.</summary>
    Area,
    Sea,
    Strait,
    River,
    Lake,
    Island,
    Mountain,
    Desert,
    Peninsula,
    Canal,
    Crossing,
    Facility,
    Camp,

    /// <summary>A building or street that stands for a government: Kremlin, White House.</summary>
    Seat,

    /// <summary>Not a place: the word for people or things of a country ("Ukrainian").</summary>
    Demonym,
    Road,
}

public static class ToponymKinds
{
    /// <summary>The word for a kind in a <see cref="Model.Place"/>.</summary>
    public static string Word(this ToponymKind kind) => kind switch
    {
        ToponymKind.Area => "region",
        ToponymKind.Seat => "facility",
        ToponymKind.Other => "place",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static bool IsSettlement(this ToponymKind kind) =>
        kind is ToponymKind.City or ToponymKind.Town or ToponymKind.Village or ToponymKind.Neighbourhood;

    public static bool IsDivision(this ToponymKind kind) =>
        kind is ToponymKind.Country or ToponymKind.Region or ToponymKind.District or ToponymKind.Area;

    public static bool IsNatural(this ToponymKind kind) => kind is >= ToponymKind.Sea and <= ToponymKind.Peninsula;

    /// <summary>Reads a kind as gazetteer files word it; <see cref="ToponymKind.Other"/> for an unknown word.</summary>
    public static ToponymKind Parse(string word) => word.Trim().ToLowerInvariant() switch
    {
        "country" or "state" => ToponymKind.Country,
        "region" or "province" or "oblast" or "governorate" => ToponymKind.Region,
        "district" or "county" or "raion" => ToponymKind.District,
        "city" or "capital" => ToponymKind.City,
        "town" => ToponymKind.Town,
        "village" or "hamlet" => ToponymKind.Village,
        "neighbourhood" or "neighborhood" or "quarter" or "suburb" => ToponymKind.Neighbourhood,
        "continent" => ToponymKind.Continent,
        "area" or "valley" or "forest" => ToponymKind.Area,
        "sea" or "ocean" or "bay" or "gulf" => ToponymKind.Sea,
        "strait" => ToponymKind.Strait,
        "river" => ToponymKind.River,
        "lake" or "reservoir" => ToponymKind.Lake,
        "island" or "islands" => ToponymKind.Island,
        "mountain" or "hill" => ToponymKind.Mountain,
        "desert" => ToponymKind.Desert,
        "peninsula" or "cape" => ToponymKind.Peninsula,
        "canal" => ToponymKind.Canal,
        "crossing" or "bridge" => ToponymKind.Crossing,
        "facility" or "base" or "airport" or "airfield" or "port" or "harbour" or "dam" or "plant" or "hospital" or "prison" => ToponymKind.Facility,
        "camp" => ToponymKind.Camp,
        "seat" => ToponymKind.Seat,
        "demonym" => ToponymKind.Demonym,
        "road" or "highway" => ToponymKind.Road,
        _ => ToponymKind.Other,
    };
}

/// <summary>A row of a gazetteer, without its name.</summary>
/// <param name="Row">Number of the row; <see cref="Gazetteer.NameOf"/> and <see cref="Gazetteer.IdOf"/> take it.</param>
/// <param name="Country">ISO 3166-1 alpha-2; empty where a place lies in several countries or none.</param>
/// <param name="Region">Number of the first-order division within the gazetteer; −1 for none. Comparable, not showable.</param>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="Population">Inhabitants, within 4 %; 0 where unknown.</param>
public readonly record struct Toponym(
    int Row, ToponymKind Kind, string Country, int Region, double Latitude, double Longitude, int Population)
{
    /// <summary>Seat of a country's government.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Seat of a first-order division.</summary>
    public bool IsRegionalSeat { get; init; }

    /// <summary>
    /// Kilometres around the point within which most of the place lies, within 3 %: what a map should draw so that nobody takes the point for more than it
    /// is. Of a division the distance that holds 95 % of its settlements; of a settlement an estimate from its population; see docs/gazetteer.md.
    /// </summary>
    public double RadiusKm { get; init; }

    /// <summary>Great-circle distance in kilometres.</summary>
    public double DistanceTo(Toponym other) => GreatCircle.Kilometres(Latitude, Longitude, other.Latitude, other.Longitude);
}

/// <summary>One meaning of a name.</summary>
public readonly record struct ToponymHit(int Row, ToponymHitKind Kind);

public enum ToponymHitKind : byte
{
    /// <summary>The gazetteer's own name of the place.</summary>
    Name,

    /// <summary>Another spelling, an older or foreign name.</summary>
    Alternate,

    /// <summary>An abbreviation that is only clear beside a place within ("Fla", "TX").</summary>
    Abbreviation,

    /// <summary>No spelling that is held, but one that another romanisation of a held name gives.</summary>
    Transliteration,
}

/// <summary>A vertex of the course of a river, road or line.</summary>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
public readonly record struct CoursePoint(double Latitude, double Longitude);

internal static class GreatCircle
{
    private const double EarthRadiusKilometres = 6371.0088;

    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (phi1, phi2) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var sinLatitude = Math.Sin((phi2 - phi1) / 2);
        var sinLongitude = Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2);
        var h = sinLatitude * sinLatitude + Math.Cos(phi1) * Math.Cos(phi2) * sinLongitude * sinLongitude;
        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>The point a distance away on a bearing (degrees clockwise from north), along a great circle.</summary>
    public static (double Latitude, double Longitude) Destination(double latitude, double longitude, double bearing, double kilometres)
    {
        var (phi, lambda, theta, delta) = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude), double.DegreesToRadians(bearing), kilometres / EarthRadiusKilometres);
        var phi2 = Math.Asin(Math.Clamp(Math.Sin(phi) * Math.Cos(delta) + Math.Cos(phi) * Math.Sin(delta) * Math.Cos(theta), -1, 1));
        var lambda2 = lambda + Math.Atan2(Math.Sin(theta) * Math.Sin(delta) * Math.Cos(phi), Math.Cos(delta) - Math.Sin(phi) * Math.Sin(phi2));
        return (double.RadiansToDegrees(phi2), Wrapped(double.RadiansToDegrees(lambda2)));
    }

    /// <summary>The point half way between two along a great circle.</summary>
    public static (double Latitude, double Longitude) Middle(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (phi1, phi2) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var difference = double.DegreesToRadians(longitude2 - longitude1);
        var (x, y) = (Math.Cos(phi2) * Math.Cos(difference), Math.Cos(phi2) * Math.Sin(difference));
        var phi = Math.Atan2(Math.Sin(phi1) + Math.Sin(phi2), Math.Sqrt((Math.Cos(phi1) + x) * (Math.Cos(phi1) + x) + y * y));
        return (double.RadiansToDegrees(phi), Wrapped(longitude1 + double.RadiansToDegrees(Math.Atan2(y, Math.Cos(phi1) + x))));
    }

    private static double Wrapped(double longitude) => longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
}
