using System.Text.Encodings.Web;
using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Times;

/// <summary>A text with its expressions of time, gold or predicted.</summary>
/// <param name="Split">The part of the corpus it belongs to.</param>
/// <param name="Date">When the text was written (ISO 8601), which relative times are resolved against; null if unknown.</param>
public sealed record TimeDocument(string Id, string? Split, string Text, string? Date, IReadOnlyList<TimeMark> Times);

/// <param name="Type">TIMEX3 type ("DATE").</param>
/// <param name="Value">TIMEX3 value ("1998-08-07"); null where unresolved.</param>
public sealed record TimeMark(PointSpan Span, string? Type, string? Value);

/// <summary>Reads and writes <c>{"split", "id", "dct", "text", "timex": [{"start", "end", "type", "value"}]}</c>, one document a line.</summary>
public static class TimeFile
{
    public static IReadOnlyList<TimeDocument> Read(string path) => JsonLines.Read(path, record => new TimeDocument(
        record.Id(), record.Text("split"), record.Text("text") ?? "", record.Text("dct"), [.. record.Items("timex").Select(Parse)]));

    public static void Write(string path, IEnumerable<TimeDocument> documents)
    {
        using var stream = File.Create(path);
        foreach (var document in documents)
        {
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("split", document.Split);
                json.WriteString("id", document.Id);
                json.WriteString("text", document.Text);
                json.WriteStartArray("timex");
                foreach (var time in document.Times) Write(json, time);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            stream.WriteByte((byte)'\n');
        }
    }

    private static TimeMark Parse(JsonElement time) => new(
        new PointSpan(time.GetProperty("start").GetInt32(), time.GetProperty("end").GetInt32()), time.Text("type"), time.Text("value"));

    private static void Write(Utf8JsonWriter json, TimeMark time)
    {
        json.WriteStartObject();
        json.WriteNumber("start", time.Span.Start);
        json.WriteNumber("end", time.Span.End);
        json.WriteString("type", time.Type);
        json.WriteString("value", time.Value);
        json.WriteEndObject();
    }
}
