using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Store;

/// <summary>The ends of a way as a column holds them: a list of [name, degrees north, degrees east].</summary>
internal static class WayColumn
{
    /// <summary>Null for what is no way.</summary>
    public static string? Write(ClaimPlaceRelation? relation)
    {
        if (relation is not { Ends.Count: > 0 }) return null;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var (name, point) in relation.Ends)
            {
                json.WriteStartArray();
                json.WriteStringValue(name);
                json.WriteNumberValue(point.Latitude);
                json.WriteNumberValue(point.Longitude);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static IReadOnlyList<WayEnd> Read(string? column)
    {
        if (column is null) return [];
        using var json = JsonDocument.Parse(column);
        return [.. json.RootElement.EnumerateArray().Select(end => new WayEnd(end[0].GetString()!, new GeoPoint(end[1].GetDouble(), end[2].GetDouble())))];
    }
}
