using Counterclaim.Ledger.Layouts;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>CSV: a row a claim; the last two columns name the program and the query.</summary>
internal sealed class CsvExport : IClaimExport
{
    public void Write(ExportSource source, ExportOutput output)
    {
        var layout = ExportColumns.Layout(("program", _ => ExportHead.Program), ("query", _ => source.Head.Query));
        ListLayouts.WriteCsv(output.Whole, source.Claims(), layout);
    }
}

/// <summary>JSON Lines: the claims as every list gives them, each with what made it.</summary>
internal sealed class JsonLinesExport : IClaimExport
{
    public void Write(ExportSource source, ExportOutput output)
    {
        var layout = ExportColumns.Layout() with
        {
            Json = (json, exported) => ClaimJson.Write(json, exported.Claim, more =>
            {
                more.WriteStartObject("made");
                more.WriteString("program", ExportHead.Program);
                more.WriteString("query", source.Head.Query);
                more.WriteString("reader", exported.Origin.Reader);
                more.WriteNumber("extraction", exported.Origin.Extraction);
                more.WriteString("text_hash", exported.Origin.TextHash);
                more.WriteString("language", exported.Origin.Language);
                more.WriteEndObject();
            }),
        };
        ListLayouts.WriteJsonLines(output.Whole, source.Claims(), layout);
    }
}

/// <summary>GeoJSON (RFC 7946): the columns of CSV as properties; query and versions as the foreign member "counterclaim".</summary>
internal sealed class GeoJsonExport : IClaimExport
{
    public void Write(ExportSource source, ExportOutput output) => ListLayouts.WriteGeoJson(output.Whole, source.Claims(), ExportColumns.Layout(), json =>
    {
        json.WriteStartObject("counterclaim"u8);
        source.Head.Write(json);
        json.WriteEndObject();
    });
}
