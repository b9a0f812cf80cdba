using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Layouts;

/// <summary>What a column holds wherever types are kept apart.</summary>
public enum ColumnType
{
    Text,
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A minute of the text's own local time.</summary>
    Moment,
}

/// <summary>One column of a claim.</summary>
/// <param name="Of">A string, double, int, bool or DateTime as <paramref name="Type"/> says, or null where unknown.</param>
public sealed record ClaimColumn(string Name, ColumnType Type, Func<Claim, object?> Of);

/// <summary>A claim as one flat row, in the order of CSV: also the properties of GeoJSON and the columns of Parquet (docs/exports.md).</summary>
public static class ClaimColumns
{
    public static IReadOnlyList<ClaimColumn> All { get; } =
    [
        new("id", ColumnType.Text, c => c.Ref.ToString()),
        new("kind", ColumnType.Text, c => c.Kind),
        new("position", ColumnType.Text, c => c.Position),
        new("polarity", ColumnType.Text, c => JsonNames.Of(c.Polarity)),
        new("certainty", ColumnType.Text, c => JsonNames.Of(c.Certainty)),
        new("stance", ColumnType.Text, c => ClaimNames.Of(c.Stance)),
        new("quantity", ColumnType.Number, c => c.Quantity?.Value),
        new("quantity_to", ColumnType.Number, c => c.Quantity?.To),
        new("bound", ColumnType.Text, c => c.Quantity is { } q ? JsonNames.Of(q.Bound) : null),
        new("approximate", ColumnType.Truth, c => c.Quantity?.Approximate),
        new("unit", ColumnType.Text, c => c.Quantity?.Unit),
        new("agent", ColumnType.Text, c => c.Agent?.Name),
        new("agent_id", ColumnType.Text, c => c.Agent?.Cluster),
        new("agent_words", ColumnType.Text, c => c.AgentWords?.Exact),
        new("patient", ColumnType.Text, c => c.Patient?.Name),
        new("patient_id", ColumnType.Text, c => c.Patient?.Cluster),
        new("patient_words", ColumnType.Text, c => c.PatientWords?.Exact),
        new("place", ColumnType.Text, c => c.Place?.Name),
        new("place_id", ColumnType.Text, c => c.Place?.Gazetteer),
        new("place_relation", ColumnType.Text, c => c.Place?.Relation?.Words),
        new("country", ColumnType.Text, c => c.Place?.Country),
        new("latitude", ColumnType.Number, c => c.Place?.Pin?.Latitude),
        new("longitude", ColumnType.Number, c => c.Place?.Pin?.Longitude),
        new("radius_km", ColumnType.Number, c => c.Place?.PinRadiusKm),
        new("precision", ColumnType.Text, c => c.Place?.Precision is { } p ? JsonNames.Of(p) : null),
        new("when_from", ColumnType.Moment, c => c.Meant?.Interval?.From),
        new("when_to", ColumnType.Moment, c => c.Meant?.Interval?.To),
        new("when_words", ColumnType.Text, c => c.Meant?.Words),
        new("as_of", ColumnType.Moment, c => c.AsOf?.From),
        new("voice", ColumnType.Text, c => JsonNames.Of(c.Voice)),
        new("first_teller", ColumnType.Text, c => c.FirstTeller.Name),
        new("first_teller_id", ColumnType.Text, c => c.FirstTeller.Actor?.Cluster),
        new("tellers", ColumnType.Text, c => string.Join(" > ", c.Tellers.Select(t => t.Name))),
        new("act", ColumnType.Text, c => JsonNames.Of(c.FirstTeller.Act)),
        new("mode", ColumnType.Text, c => c.FirstTeller.Mode is { } m ? JsonNames.Of(m) : null),
        new("confidence", ColumnType.Number, c => c.Confidence is { } value ? Math.Round(value, 3) : null),
        new("loaded", ColumnType.Text, c => c.Loaded.Count == 0 ? null : string.Join("; ", c.Loaded.Select(w => LoadedText(c, w.Span)))),
        new("text", ColumnType.Text, c => c.Exact),
        new("start", ColumnType.Whole, c => c.CodePoints.Start),
        new("end", ColumnType.Whole, c => c.CodePoints.End),
        new("outlet", ColumnType.Text, c => c.Report.Outlet),
        new("title", ColumnType.Text, c => c.Report.Title),
        new("published", ColumnType.Text, c => Published(c.Report)),
        new("url", ColumnType.Text, c => c.Report.Url),
        new("review", ColumnType.Text, c => ClaimNames.Of(c.Review)),
        new("corrected", ColumnType.Truth, c => c.IsCorrected),
    ];

    /// <summary>ISO 8601 to the minute, without a zone: the text's own.</summary>
    internal static string Minute(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day where only that is known, else ISO 8601 with the source's offset.</summary>
    internal static string? Published(ClaimReport report) => report.Published is not { } published ? null
        : published.ToString(report.PublishedIsDay ? "yyyy-MM-dd" : published.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal static string LoadedText(Claim claim, TextSpan span) =>
        claim.Span.Contains(span) ? claim.Exact.Substring(span.Start - claim.Span.Start, span.Length) : "";
}
