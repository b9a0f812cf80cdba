using System.Text.Json;
using System.Text.Json.Nodes;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Claims;

/// <summary>What surrounds a claim as the ledger keeps it: JSON with short names, without what is not known.</summary>
internal static class SettingForm
{
    private const string Minute = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>Null where nothing is known.</summary>
    public static string? Write(ClaimSetting setting)
    {
        var json = new JsonObject();
        if (setting.Place is { } place) json["p"] = Of(place);
        if (setting.Time is { } time) json["t"] = Of(time);
        if (Words(setting.Happening.Targets) is { } targets) json["ht"] = targets;
        if (Words(setting.Happening.Means) is { } means) json["hm"] = means;
        if (Words(setting.Around.Targets) is { } aroundTargets) json["at"] = aroundTargets;
        if (Words(setting.Around.Means) is { } aroundMeans) json["am"] = aroundMeans;
        if (setting.Scope != CountScope.Happening) json["s"] = (int)setting.Scope;
        if (setting.IsPart) json["part"] = true;
        if (setting.IsGrowing) json["grows"] = true;
        if (Words(setting.Companions) is { } companions) json["c"] = companions;
        return json.Count == 0 ? null : json.ToJsonString();
    }

    public static ClaimSetting Read(string? text)
    {
        if (text is null) return ClaimSetting.None;
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return new ClaimSetting(
            json.TryGetProperty("p", out var place) ? Place(place) : null,
            json.TryGetProperty("t", out var time) ? Time(time) : null,
            HappeningOf(json, "ht", "hm"), HappeningOf(json, "at", "am"),
            json.TryGetProperty("s", out var scope) ? (CountScope)scope.GetInt32() : CountScope.Happening,
            json.TryGetProperty("part", out _), json.TryGetProperty("grows", out _), Words(json, "c"));
    }

    private static JsonObject Of(ClaimPlace place)
    {
        var json = new JsonObject { ["n"] = place.Name, ["k"] = place.Kind };
        if (place.Gazetteer is { } gazetteer) json["g"] = gazetteer;
        if (place.Country is { } country) json["c"] = country;
        if (place.Point is { } point) json["p"] = new JsonArray(point.Latitude, point.Longitude);
        if (place.RadiusKm is { } radius) json["r"] = radius;
        if (place.Precision is { } precision) json["x"] = JsonNames.Of(precision);
        if (place.Role != PlaceRole.Literal) json["o"] = JsonNames.Of(place.Role);
        if (place.Container is { } container) json["in"] = container;
        if (place.Relation is { } relation) json["rel"] = new JsonArray(JsonNames.Of(relation.Kind), relation.Words, relation.Point.Latitude, relation.Point.Longitude, relation.RadiusKm);
        return json;
    }

    private static ClaimPlace Place(JsonElement json) => new(json.GetProperty("n").GetString()!, json.GetProperty("k").GetString()!)
    {
        Gazetteer = Text(json, "g"),
        Country = Text(json, "c"),
        Point = json.TryGetProperty("p", out var point) ? new GeoPoint(point[0].GetDouble(), point[1].GetDouble()) : null,
        RadiusKm = json.TryGetProperty("r", out var radius) ? radius.GetDouble() : null,
        Precision = Text(json, "x") is { } precision ? Spelling<PlacePrecision>.Value(JsonNames.Of, precision) : null,
        Role = Text(json, "o") is { } role ? Spelling<PlaceRole>.Value(JsonNames.Of, role) : PlaceRole.Literal,
        Container = Text(json, "in"),
        Relation = json.TryGetProperty("rel", out var relation)
            ? new ClaimPlaceRelation(JsonNames.PlaceRelationKind(relation[0].GetString()!), relation[1].GetString()!, new GeoPoint(relation[2].GetDouble(), relation[3].GetDouble()), relation[4].GetDouble())
            : null,
    };

    private static JsonObject Of(ClaimTime time)
    {
        var json = new JsonObject { ["w"] = time.Words };
        if (time.Value is { } value) json["v"] = value;
        if (time.Interval is { } interval)
        {
            json["f"] = interval.From.ToString(Minute, System.Globalization.CultureInfo.InvariantCulture);
            json["t"] = interval.To.ToString(Minute, System.Globalization.CultureInfo.InvariantCulture);
        }
        if (time.Granularity is { } granularity) json["g"] = JsonNames.Of(granularity);
        if (time.Modifier is { } modifier) json["m"] = JsonNames.Of(modifier);
        return json;
    }

    private static ClaimTime Time(JsonElement json) => new(
        json.GetProperty("w").GetString()!, Text(json, "v"), Text(json, "f") is { } from ? new TimeInterval(At(from), At(Text(json, "t")!)) : null,
        Text(json, "g") is { } granularity ? Spelling<TimeGranularity>.Value(JsonNames.Of, granularity) : null)
    {
        Modifier = Text(json, "m") is { } modifier ? Spelling<TimeModifier>.Value(JsonNames.Of, modifier) : null,
    };

    private static DateTime At(string text) => DateTime.ParseExact(text, Minute, System.Globalization.CultureInfo.InvariantCulture);

    private static Happening HappeningOf(JsonElement json, string targets, string means)
    {
        string[] what = Words(json, targets), how = Words(json, means);
        return what.Length + how.Length == 0 ? Happening.Unknown : new Happening(what, how);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonArray? Words(IReadOnlyList<string> words) => words.Count == 0 ? null : new JsonArray([.. words.Select(w => (JsonNode)w)]);

    private static string[] Words(JsonElement json, string name) => json.TryGetProperty(name, out var words) ? [.. words.EnumerateArray().Select(w => w.GetString()!)] : [];
}
