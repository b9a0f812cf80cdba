using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Web.Words;

internal static class Coordinates
{
    /// <summary>"38.05° S 21.31° W".</summary>
    public static string Of(GeoPoint point) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(point.Latitude):0.00}° {(point.Latitude < 0 ? 'S' : 'N')} {Math.Abs(point.Longitude):0.00}° {(point.Longitude < 0 ? 'W' : 'E')}");
}
