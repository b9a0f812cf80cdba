using Counterclaim.Ledger.Exports.Formats;

namespace Counterclaim.Ledger.Exports;

/// <summary>A format that the claims of a query are taken away in (docs/exports.md).</summary>
/// <param name="Name">As <c>--format</c> names it.</param>
/// <param name="MediaType">Of what is written.</param>
/// <param name="Extension">Of its file, with the dot.</param>
/// <param name="IsText">Whether a terminal can show it.</param>
/// <param name="Meaning">For people, in a few words.</param>
public sealed record ExportFormat(string Name, string MediaType, string Extension, bool IsText, string Meaning)
{
    /// <summary>Whether it is several files: a zip archive as a stream, else a folder.</summary>
    public bool IsFolder { get; private init; }

    internal Func<IClaimExport> Make { get; private init; } = null!;

    /// <summary>All of them, the plainest first.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "text/csv; charset=utf-8", ".csv", true, "one flat row a claim") { Make = () => new CsvExport() },
        new("jsonl", "application/x-ndjson", ".jsonl", true, "one claim a line, whole") { Make = () => new JsonLinesExport() },
        new("parquet", "application/vnd.apache.parquet", ".parquet", false, "the columns of csv, typed") { Make = () => new ParquetExport() },
        new("geojson", "application/geo+json", ".geojson", true, "features for a map, claims without a pin with a null geometry") { Make = () => new GeoJsonExport() },
        new("webannotation", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", ".jsonld", true, "W3C Web Annotations on the reports' texts") { Make = () => new WebAnnotationExport() },
        new("claim", "application/ld+json", ".jsonld", true, "schema.org Claim") { Make = () => new SchemaOrgExport() },
        new("acled", "text/csv; charset=utf-8", ".csv", true, "events in the columns of ACLED; our coding, not ACLED's data") { Make = () => new AcledExport() },
        new("plover", "application/x-ndjson", ".jsonl", true, "events in PLOVER's form") { Make = () => new PloverExport() },
        new("ftm", "application/x-ndjson", ".ftm.jsonl", true, "FollowTheMoney entities") { Make = () => new FollowTheMoneyExport() },
        new("timemap", "application/zip", ".zip", false, "events, associations and sources for TimeMap") { IsFolder = true, Make = () => new TimeMapExport() },
        new("brat", "application/zip", ".zip", false, "brat standoff: a text and its annotations for each report") { IsFolder = true, Make = () => new BratExport() },
    ];

    /// <summary>The format of this name; null where there is none.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}

/// <summary>What an export did.</summary>
/// <param name="Claims">How many the query found.</param>
/// <param name="LeftOut">Those of them that the format has no place for, by reason.</param>
public sealed record ExportResult(long Claims, IReadOnlyList<(string Reason, long Claims)> LeftOut)
{
    /// <summary>How many were written.</summary>
    public long Written => Claims - LeftOut.Sum(l => l.Claims);
}

/// <summary>Writes claims in one format.</summary>
internal interface IClaimExport
{
    /// <summary>Writes all claims of the source; the caller closes the output.</summary>
    void Write(ExportSource source, ExportOutput output);
}
