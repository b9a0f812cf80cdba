using System.Text.Json;
using Counterclaim.Ledger.Layouts;

namespace Counterclaim.Ledger.Exports;

/// <summary>JSON that is written bit by bit: a writer keeps everything until it is flushed.</summary>
internal static class ExportJson
{
    private const int MostPending = 1 << 16;

    /// <summary>One JSON document and a line end.</summary>
    public static void Document(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, ClaimJson.Options)) write(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>One object on a line of its own.</summary>
    public static void Line(Stream output, Action<Utf8JsonWriter> members) => Document(output, json =>
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    });

    public static void FlushWhenLong(Utf8JsonWriter json)
    {
        if (json.BytesPending > MostPending) json.Flush();
    }

    /// <summary>A string, unless it is null or empty.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    /// <summary>A number, unless it is null.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }
}
