using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Claims;

namespace Counterclaim.Ledger.Layouts;

/// <summary>Writes claims in the formats that other programs read.</summary>
public static class ClaimLayouts
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void WriteCsv(Stream output, IEnumerable<Claim> claims)
    {
        using var text = new StreamWriter(output, Utf8, leaveOpen: true);
        CsvRow.Write(text, ClaimColumns.All.Select(c => (object?)c.Name));
        foreach (var claim in claims) CsvRow.Write(text, ClaimColumns.All.Select(c => c.Of(claim)));
    }

    /// <summary>One claim a line.</summary>
    public static void WriteJsonLines(Stream output, IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            using (var json = new Utf8JsonWriter(output, ClaimJson.Options)) ClaimJson.Write(json, claim);
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>A FeatureCollection (RFC 7946): a point for each claim that has a pin, a null geometry for each that has none.</summary>
    public static void WriteGeoJson(Stream output, IEnumerable<Claim> claims)
    {
        using (var json = new Utf8JsonWriter(output, ClaimJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            json.WriteStartArray("features"u8);
            foreach (var claim in claims) WriteFeature(json, claim);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteFeature(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, claim.Ref.ToString());
        if (claim.Place?.Pin is { } pin)
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
        foreach (var (name, of) in ClaimColumns.All)
        {
            if (name == "id") continue;
            json.WritePropertyName(name);
            switch (of(claim))
            {
                case null: json.WriteNullValue(); break;
                case double number: json.WriteNumberValue(number); break;
                case int number: json.WriteNumberValue(number); break;
                case bool truth: json.WriteBooleanValue(truth); break;
                case var text: json.WriteStringValue((string)text); break;
            }
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
