using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Layouts;

/// <summary>A claim as one flat row: the columns of CSV and the properties of GeoJSON (docs/ledger.md).</summary>
public static class ClaimColumns
{
    /// <summary>Names and values, in their order; a value is a string, a number, a truth value or null.</summary>
    public static IReadOnlyList<(string Name, Func<Claim, object?> Of)> All { get; } =
    [
        ("id", c => c.Ref.ToString()),
        ("kind", c => c.Kind),
        ("position", c => c.Position),
        ("polarity", c => JsonNames.Of(c.Polarity)),
        ("certainty", c => JsonNames.Of(c.Certainty)),
        ("stance", c => ClaimNames.Of(c.Stance)),
        ("quantity", c => c.Quantity?.Value),
        ("quantity_to", c => c.Quantity?.To),
        ("bound", c => c.Quantity is { } q ? JsonNames.Of(q.Bound) : null),
        ("approximate", c => c.Quantity?.Approximate),
        ("unit", c => c.Quantity?.Unit),
        ("agent", c => c.Agent?.Name),
        ("agent_id", c => c.Agent?.Cluster),
        ("patient", c => c.Patient?.Name),
        ("patient_id", c => c.Patient?.Cluster),
        ("place", c => c.Place?.Name),
        ("place_id", c => c.Place?.Gazetteer),
        ("place_relation", c => c.Place?.Relation?.Words),
        ("country", c => c.Place?.Country),
        ("latitude", c => c.Place?.Pin?.Latitude),
        ("longitude", c => c.Place?.Pin?.Longitude),
        ("radius_km", c => c.Place?.PinRadiusKm),
        ("precision", c => c.Place?.Precision is { } p ? JsonNames.Of(p) : null),
        ("when_from", c => c.Meant?.Interval is { } i ? Minute(i.From) : null),
        ("when_to", c => c.Meant?.Interval is { } i ? Minute(i.To) : null),
        ("when_words", c => c.Meant?.Words),
        ("as_of", c => c.AsOf is { } i ? Minute(i.From) : null),
        ("voice", c => JsonNames.Of(c.Voice)),
        ("first_teller", c => c.FirstTeller.Name),
        ("first_teller_id", c => c.FirstTeller.Actor?.Cluster),
        ("tellers", c => string.Join(" > ", c.Tellers.Select(t => t.Name))),
        ("act", c => JsonNames.Of(c.FirstTeller.Act)),
        ("mode", c => c.FirstTeller.Mode is { } m ? JsonNames.Of(m) : null),
        ("confidence", c => c.Confidence is { } value ? Math.Round(value, 3) : null),
        ("loaded", c => string.Join("; ", c.Loaded.Select(w => LoadedText(c, w.Span)))),
        ("text", c => c.Exact),
        ("start", c => c.CodePoints.Start),
        ("end", c => c.CodePoints.End),
        ("outlet", c => c.Report.Outlet),
        ("title", c => c.Report.Title),
        ("published", c => Published(c.Report)),
        ("url", c => c.Report.Url),
        ("review", c => ClaimNames.Of(c.Review)),
        ("corrected", c => c.IsCorrected),
    ];

    /// <summary>ISO 8601 to the minute, without a zone: the text's own.</summary>
    internal static string Minute(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day where only that is known, else ISO 8601 with the source's offset.</summary>
    internal static string? Published(ClaimReport report) => report.Published is not { } published ? null
        : published.ToString(report.PublishedIsDay ? "yyyy-MM-dd" : published.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal static string LoadedText(Claim claim, TextSpan span) =>
        claim.Span.Contains(span) ? claim.Exact.Substring(span.Start - claim.Span.Start, span.Length) : "";
}
