using System.Text.Json;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Layouts;

/// <summary>A correction as training data: the text, the characters, what stood there and what should. Offsets are code points of the text.</summary>
public static class CorrectionJson
{
    /// <param name="entry">One that has an anchor.</param>
    /// <param name="text">The text of its report.</param>
    public static void Write(Utf8JsonWriter json, Correction entry, string text)
    {
        var anchor = entry.Anchor!;
        var points = new CodePointMap(text);
        json.WriteStartObject();
        json.WriteNumber("id"u8, entry.Id);
        json.WriteString("report"u8, anchor.Report);
        json.WriteString("item"u8, CorrectionLog.Name(anchor.Item));
        json.WriteNumber("start"u8, points.ToCodePoint(anchor.Span.Start));
        json.WriteNumber("end"u8, points.ToCodePoint(anchor.Span.End));
        json.WriteString("exact"u8, anchor.Exact);
        json.WriteString("kind"u8, anchor.Kind);
        json.WriteString("action"u8, CorrectionLog.Name(entry.Action));
        json.WriteString("field"u8, entry.Field);
        WriteValue(json, "old"u8, entry, entry.OldValue, points);
        WriteValue(json, "new"u8, entry, entry.NewValue, points);
        json.WriteString("author"u8, entry.Author);
        json.WriteString("made"u8, entry.Made);
        json.WriteString("reason"u8, entry.Reason);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, ReadOnlySpan<byte> name, Correction entry, string? value, CodePointMap points)
    {
        json.WritePropertyName(name);
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }
        using var document = JsonDocument.Parse(value);
        if (entry.Action == CorrectionAction.Add) WriteAdded(json, document.RootElement, points);
        else if (entry.Field == "span") WriteSpan(json, document.RootElement, points);
        else if (StatementFields.IsOfWords(entry.Field)) WriteSpans(json, document.RootElement, points);
        else if (entry.Field == StatementFields.Link) WriteLink(json, document.RootElement, points);
        else json.WriteRawValue(value);
    }

    private static void WriteAdded(Utf8JsonWriter json, JsonElement added, CodePointMap points)
    {
        json.WriteStartObject();
        foreach (var member in added.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Array) member.WriteTo(json);
            else
            {
                json.WritePropertyName(member.Name);
                WriteSpans(json, member.Value, points);
            }
        }
        json.WriteEndObject();
    }

    private static void WriteSpans(Utf8JsonWriter json, JsonElement spans, CodePointMap points)
    {
        json.WriteStartArray();
        foreach (var span in spans.EnumerateArray()) WriteSpan(json, span, points);
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, JsonElement span, CodePointMap points)
    {
        json.WriteStartArray();
        foreach (var offset in span.EnumerateArray()) json.WriteNumberValue(points.ToCodePoint(offset.GetInt32()));
        json.WriteEndArray();
    }

    private static void WriteLink(Utf8JsonWriter json, JsonElement link, CodePointMap points)
    {
        json.WriteStartObject();
        foreach (var member in link.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Number) json.WriteNumber(member.Name, points.ToCodePoint(member.Value.GetInt32()));
            else member.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
