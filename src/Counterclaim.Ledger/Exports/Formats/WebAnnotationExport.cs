using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>
/// The W3C Web Annotation Data Model: one collection with one page; an annotation for each claim and for each statement one of them was told in. Targets are given
/// twice, by their words and by their place in the text, in code points; the state names the text that the places hold for.
/// </summary>
internal sealed class WebAnnotationExport : IClaimExport
{
    /// <summary>Code points before and behind a quotation.</summary>
    public const int ContextLength = 32;

    public void Write(ExportSource source, ExportOutput output) => ExportJson.Document(output.Whole, json =>
    {
        var id = "urn:counterclaim:export:" + (source.Head.Query.Length == 0 ? "all" : Uri.EscapeDataString(source.Head.Query));
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", id);
        json.WriteString("type", "AnnotationCollection");
        json.WriteString("label", $"The claims that \"{source.Head.Query}\" finds; {string.Join("; ", source.Head.Facts.Select(f => $"{f.Name}: {f.Value}"))}");
        WriteGenerator(json);
        json.WriteNumber("total", source.Head.Claims == 0 ? 0 : WritePage(json, id, source));
        json.WriteEndObject();
    });

    /// <returns>How many annotations it has; never none, which a page may not.</returns>
    private static long WritePage(Utf8JsonWriter json, string collection, ExportSource source)
    {
        long total = 0;
        json.WriteStartObject("first");
        json.WriteString("id", collection + ":page");
        json.WriteString("type", "AnnotationPage");
        json.WriteString("partOf", collection);
        json.WriteNumber("startIndex", 0);
        json.WriteStartArray("items");
        foreach (var report in source.Reports()) total += WriteReport(json, report);
        json.WriteEndArray();
        json.WriteEndObject();
        return total;
    }

    private static long WriteReport(Utf8JsonWriter json, ExportReport report)
    {
        var told = report.Claims.SelectMany(c => c.Claim.Tellers).Select(t => t.Statement).OfType<string>().ToHashSet(StringComparer.Ordinal);
        long written = 0;
        foreach (var statement in report.Reading.Statements.Where(s => told.Contains(s.Id) && !s.Content.IsEmpty))
        {
            WriteStatement(json, report, statement);
            written++;
        }
        foreach (var claim in report.Claims)
        {
            WriteClaim(json, report, claim);
            ExportJson.FlushWhenLong(json);
        }
        return written + report.Claims.Count;
    }

    private static void WriteClaim(Utf8JsonWriter json, ExportReport report, ExportClaim exported)
    {
        var claim = exported.Claim;
        json.WriteStartObject();
        json.WriteString("id", Iris.Of(claim.Ref));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "classifying");
        WriteGenerator(json, exported.Origin);
        json.WriteStartArray("body");
        foreach (var (name, value) in TagsOf(claim)) WriteTag(json, name, value);
        if (claim.FirstTeller.Statement is { } statement) WriteIri(json, Iris.Of(claim.Ref.Report, statement));
        json.WriteEndArray();
        json.WritePropertyName("target");
        WriteTarget(json, report, claim.Span);
        json.WriteEndObject();
    }

    /// <summary>What is known of a claim, in the words that a query would ask for it.</summary>
    private static IEnumerable<(string Name, string? Value)> TagsOf(Claim claim) =>
    [
        ("kind", claim.Kind), ("position", claim.Position), ("polarity", JsonNames.Of(claim.Polarity)), ("certainty", JsonNames.Of(claim.Certainty)),
        ("stance", ClaimNames.Of(claim.Stance)), ("voice", JsonNames.Of(claim.Voice)), ("review", ClaimNames.Of(claim.Review)),
        ("agent", claim.AgentName), ("patient", claim.PatientName), ("place", claim.Place?.Name), ("when", claim.Meant?.Value),
        ("count", claim.Quantity is { } quantity ? CountOf(quantity) : null), ("unit", claim.Quantity?.Unit),
        ("holder", claim.FirstTeller.IsPublisher ? null : claim.FirstTeller.Name),
    ];

    private static string CountOf(Quantity quantity)
    {
        var value = quantity.Value.ToString("R", CultureInfo.InvariantCulture);
        return quantity.To is { } to ? $"{value}..{to.ToString("R", CultureInfo.InvariantCulture)}"
            : quantity.Bound switch { QuantityBound.AtLeast => ">=", QuantityBound.AtMost => "<=", _ => "" } + value;
    }

    private static void WriteStatement(Utf8JsonWriter json, ExportReport report, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("id", Iris.Of(report.Report.Id, statement.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "identifying");
        WriteGenerator(json, report.Origin);
        json.WriteStartArray("body");
        var actor = report.Reading.Actors.FirstOrDefault(a => a.Id == statement.Actor)?.Name;
        WriteTag(json, "holder", actor ?? (statement.Holder.IsEmpty ? null : statement.Holder.TextIn(report.Report.Text)));
        WriteTag(json, "act", JsonNames.Of(statement.Act));
        WriteTag(json, "mode", JsonNames.Of(statement.Mode));
        json.WriteEndArray();
        json.WriteStartArray("target");
        foreach (var part in statement.Content) WriteTarget(json, report, part);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTag(Utf8JsonWriter json, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", "tagging");
        json.WriteString("format", "text/plain");
        json.WriteString("value", $"{name}:{value}");
        json.WriteEndObject();
    }

    private static void WriteIri(Utf8JsonWriter json, string iri)
    {
        json.WriteStartObject();
        json.WriteString("id", iri);
        json.WriteEndObject();
    }

    private static void WriteGenerator(Utf8JsonWriter json, ReportOrigin? origin = null)
    {
        json.WriteStartObject("generator");
        json.WriteString("id", "urn:" + ExportHead.Program.Replace('/', ':'));
        json.WriteString("type", "Software");
        json.WriteString("name", origin is null ? ExportHead.Program : string.Create(CultureInfo.InvariantCulture, $"{ExportHead.Program}, reader {origin.Reader}, extraction {origin.Extraction}"));
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, ExportReport report, TextSpan span)
    {
        var text = report.Report.Text;
        int start = report.Points.ToCodePoint(span.Start), end = report.Points.ToCodePoint(span.End);
        json.WriteStartObject();
        json.WriteString("source", Iris.OfReport(report.Claims[0].Claim.Report));
        json.WriteStartObject("state");
        json.WriteString("type", "TimeState");
        if (report.Report is { Published: { } published, PublishedIsDay: false })
            json.WriteString("sourceDate", published.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("cached", Iris.OfText(report.Origin.TextHash));
        json.WriteEndObject();
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", span.In(text));
        json.WriteString("prefix", text.AsSpan(report.Points.ToUtf16(Math.Max(0, start - ContextLength))..span.Start));
        json.WriteString("suffix", text.AsSpan(span.End..report.Points.ToUtf16(Math.Min(report.Points.ToCodePoint(text.Length), end + ContextLength))));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", start);
        json.WriteNumber("end", end);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
