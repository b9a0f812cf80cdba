using System.Text;
using System.Text.Json;

namespace Counterclaim.Ledger.Layouts;

/// <summary>Writes lists in the formats that other programs read.</summary>
public static class ListLayouts
{
    private const int MostPending = 1 << 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void WriteCsv<T>(Stream output, IEnumerable<T> rows, RowLayout<T> layout)
    {
        using var text = new StreamWriter(output, Utf8, leaveOpen: true);
        CsvRow.Write(text, layout.Columns.Select(c => (object?)c.Name));
        foreach (var row in rows) CsvRow.Write(text, layout.Columns.Select(c => c.Of(row)));
    }

    /// <summary>One row a line.</summary>
    public static void WriteJsonLines<T>(Stream output, IEnumerable<T> rows, RowLayout<T> layout)
    {
        foreach (var row in rows)
        {
            using (var json = new Utf8JsonWriter(output, ClaimJson.Options)) layout.WriteJson(json, row);
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>A FeatureCollection (RFC 7946): a point for each row that has one, a null geometry for each that has none.</summary>
    /// <param name="head">Writes what a reader should know of the whole, as members beside "features"; nothing where null.</param>
    public static void WriteGeoJson<T>(Stream output, IEnumerable<T> rows, RowLayout<T> layout, Action<Utf8JsonWriter>? head = null)
    {
        using (var json = new Utf8JsonWriter(output, ClaimJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            head?.Invoke(json);
            json.WriteStartArray("features"u8);
            foreach (var row in rows)
            {
                WriteFeature(json, row, layout);
                if (json.BytesPending > MostPending) json.Flush(); // the writer keeps everything until then
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteFeature<T>(Utf8JsonWriter json, T row, RowLayout<T> layout)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        if (layout.Id is { } id) json.WriteString("id"u8, id(row));
        if (layout.Pin?.Invoke(row) is { } pin)
        {
            json.WriteStartObject("geometry"u8);
            json.WriteString("type"u8, "Point"u8);
            json.WriteStartArray("coordinates"u8);
            json.WriteNumberValue(pin.Longitude);
            json.WriteNumberValue(pin.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else json.WriteNull("geometry"u8);
        json.WriteStartObject("properties"u8);
        layout.WriteColumns(json, row);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
