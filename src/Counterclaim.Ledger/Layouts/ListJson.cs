using System.Text.Json;
using Counterclaim.Ledger.Asking;

namespace Counterclaim.Ledger.Layouts;

/// <summary>A list as one JSON document with its counts: what was asked, how many there are in all, where the list goes on.</summary>
public static class ListJson
{
    public static void Write<T>(Stream output, Page<T> page, LedgerQuery query, RowLayout<T> layout)
    {
        using (var json = new Utf8JsonWriter(output, ClaimJson.Options with { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("query"u8, query.Text);
            json.WriteNumber("total"u8, page.Total);
            json.WriteNumber("offset"u8, page.Offset);
            json.WriteString("next"u8, page.Next);
            json.WriteStartArray(layout.Name);
            foreach (var item in page.Items) layout.WriteJson(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
