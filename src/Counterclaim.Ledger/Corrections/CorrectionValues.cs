using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Corrections;

/// <summary>The values of corrected fields as the log keeps them: JSON, in the fields of docs/ledger.md.</summary>
internal static class CorrectionValues
{
    public static Certainty Certainty(string name) => Spelling<Certainty>.Value(JsonNames.Of, name);

    public static SpeechAct Act(string name) => Spelling<SpeechAct>.Value(JsonNames.Of, name);

    /// <summary>JSON of an object, made by its writer.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ClaimJson.Options)) write(json);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static Quantity? Quantity(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null
        : new Quantity(json.GetProperty("value").GetDouble(), json.GetProperty("approximate").GetBoolean(), Text(json, "unit"))
        {
            To = Number(json, "to"),
            Bound = Spelling<QuantityBound>.Value(JsonNames.Of, json.GetProperty("bound").GetString()!),
        };

    public static void Write(Utf8JsonWriter json, Quantity quantity)
    {
        json.WriteStartObject();
        json.WriteNumber("value"u8, quantity.Value);
        if (quantity.To is { } to) json.WriteNumber("to"u8, to);
        json.WriteString("bound"u8, JsonNames.Of(quantity.Bound));
        json.WriteBoolean("approximate"u8, quantity.Approximate);
        json.WriteString("unit"u8, quantity.Unit);
        json.WriteEndObject();
    }

    /// <summary>A span as [start, end] in UTF-16 code units; null where it does not lie in the text.</summary>
    public static TextSpan? Span(JsonElement json, int length)
    {
        int start = json[0].GetInt32(), end = json[1].GetInt32();
        return start >= 0 && end > start && end <= length ? new TextSpan(start, end) : null;
    }

    public static Place Place(JsonElement json, string id, TextSpan span) => new(id, span, json.GetProperty("name").GetString()!, Text(json, "kind") ?? "place")
    {
        Country = Text(json, "country"),
        Gazetteer = Text(json, "gazetteer"),
        Latitude = Number(json, "lat"),
        Longitude = Number(json, "lon"),
        RadiusKm = Number(json, "radius_km"),
        Precision = Number(json, "lat") is null ? null : PlacePrecision.Exact,
    };

    public static void Write(Utf8JsonWriter json, ClaimPlace place)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, place.Name);
        json.WriteString("kind"u8, place.Kind);
        json.WriteString("country"u8, place.Country);
        json.WriteString("gazetteer"u8, place.Gazetteer);
        if (place.Point is { } point)
        {
            json.WriteNumber("lat"u8, point.Latitude);
            json.WriteNumber("lon"u8, point.Longitude);
        }
        if (place.RadiusKm is { } radius) json.WriteNumber("radius_km"u8, radius);
        json.WriteEndObject();
    }

    public static Actor Actor(JsonElement json, string id, TextSpan span) => new(id, json.GetProperty("name").GetString()!, JsonNames.ActorKind(Text(json, "kind") ?? "group"), [span])
    {
        Country = Text(json, "country"),
        Identity = Text(json, "identity"),
    };

    public static TimeExpression Time(JsonElement json, string id, TextSpan span) => new(id, span, TimeType.Date, Text(json, "value"))
    {
        Interval = new TimeInterval(Local(json, "from"), Local(json, "to")),
        Granularity = Text(json, "granularity") is { } granularity ? Spelling<TimeGranularity>.Value(JsonNames.Of, granularity) : null,
    };

    private static DateTime Local(JsonElement json, string name) => DateTime.ParseExact(json.GetProperty(name).GetString()!, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
