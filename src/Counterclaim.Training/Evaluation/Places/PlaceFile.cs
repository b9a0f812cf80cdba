using System.Text.Encodings.Web;
using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Places;

/// <summary>A text with its places, gold or predicted.</summary>
/// <param name="Text">Null where a prediction does not repeat it.</param>
public sealed record PlaceDocument(string Id, string? Text, IReadOnlyList<PlaceMark> Places)
{
    /// <summary>Publication date of the text (ISO 8601), where the file gives it.</summary>
    public string? Date { get; init; }
}

/// <summary>A place name in a text.</summary>
/// <param name="Type">The gold's own class ("Literal", "met"); null where not given.</param>
/// <param name="Latitude">Degrees; null with <paramref name="Longitude"/> for a name that is not placed.</param>
public sealed record PlaceMark(PointSpan Span, double? Latitude, double? Longitude, string? Type)
{
    public bool IsPlaced => Latitude is not null && Longitude is not null;
}

/// <summary>Reads and writes <c>{"id", "text", "places": [{"start", "end", "lat", "lon", "type"}]}</c>, one document a line.</summary>
public static class PlaceFile
{
    public static IReadOnlyList<PlaceDocument> Read(string path) => JsonLines.Read(path, record =>
        new PlaceDocument(record.Id(), record.Text("text"), [.. record.Items("places").Select(Parse)]) { Date = record.Text("date") });

    public static void Write(string path, IEnumerable<PlaceDocument> documents)
    {
        using var stream = File.Create(path);
        foreach (var document in documents)
        {
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", document.Id);
                json.WriteString("text", document.Text);
                json.WriteStartArray("places");
                foreach (var place in document.Places) Write(json, place);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            stream.WriteByte((byte)'\n');
        }
    }

    private static PlaceMark Parse(JsonElement place) => new(
        new PointSpan(place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32()),
        place.Number("lat"), place.Number("lon"), place.Text("type"));

    private static void Write(Utf8JsonWriter json, PlaceMark place)
    {
        json.WriteStartObject();
        json.WriteNumber("start", place.Span.Start);
        json.WriteNumber("end", place.Span.End);
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteNumber("lat", latitude);
            json.WriteNumber("lon", longitude);
        }
        if (place.Type is { } type) json.WriteString("type", type);
        json.WriteEndObject();
    }
}
