using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>The three arrays that TimeMap is fed (events, associations, sources), by the schemas of its own checks; keys it does not know are not written.</summary>
internal sealed class TimeMapExport : IClaimExport
{
    private readonly Dictionary<string, ClaimReport> _sources = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Association> _associations = new(StringComparer.Ordinal);

    private sealed record Association(string Mode, string Group, string Value);

    public void Write(ExportSource source, ExportOutput output)
    {
        using (var file = output.Open("events.json")) WriteArray(file, json => WriteEvents(json, source));
        using (var file = output.Open("associations.json")) WriteArray(file, WriteAssociations);
        using (var file = output.Open("sources.json")) WriteArray(file, WriteSources);
        output.WriteText("README.txt", ExportReadme.Of(source, """
            Three arrays for TimeMap: serve them as EVENTS_EXT, ASSOCIATIONS_EXT and SOURCES_EXT, with DATE_FMT "MM/DD/YYYY" and TIME_FMT "HH:mm".
            An event is a claim: somebody says so. Its date is when it is said to have happened; where nobody says, time_display tells when it was said or printed.
            """));
    }

    private static void WriteArray(Stream file, Action<Utf8JsonWriter> items) => ExportJson.Document(file, json =>
    {
        json.WriteStartArray();
        items(json);
        json.WriteEndArray();
    });

    private void WriteEvents(Utf8JsonWriter json, ExportSource source)
    {
        foreach (var (claim, _) in source.Claims())
        {
            if (claim.Place?.Pin is null && (claim.Meant?.Interval ?? claim.AsOf) is null)
            {
                source.LeaveOut("neither a date nor a place");
                continue;
            }
            WriteEvent(json, claim);
            ExportJson.FlushWhenLong(json);
        }
    }

    private void WriteEvent(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Ref.ToString());
        json.WriteString("description", claim.Exact);
        if ((claim.Meant?.Interval ?? claim.AsOf) is { } when)
        {
            json.WriteString("date", when.From.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture));
            if ((when.To - when.From).TotalDays < 1) json.WriteString("time", when.From.ToString("HH:mm", CultureInfo.InvariantCulture));
            json.WriteString("time_display", TimeShown(claim));
        }
        if (claim.Place?.Pin is { } pin)
        {
            json.WriteString("latitude", pin.Latitude.ToString("R", CultureInfo.InvariantCulture));
            json.WriteString("longitude", pin.Longitude.ToString("R", CultureInfo.InvariantCulture));
        }
        json.WriteString("location", claim.Place?.Told ?? "");
        json.WriteString("type", "Claim");
        json.WriteString("category", claim.Kind);
        json.WriteString("comments", string.Join(", as told by ", claim.Tellers.Reverse().Select(t => t.Name.Length > 0 ? t.Name : "somebody unnamed")));
        json.WriteStartArray("associations");
        foreach (var association in AssociationsOf(claim)) json.WriteStringValue(association);
        json.WriteEndArray();
        json.WriteStartArray("sources");
        json.WriteStringValue(SourceOf(claim.Report));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>"9 March 2026 – 11 March 2026", or whose time it is where the claim tells none.</summary>
    private static string TimeShown(Claim claim)
    {
        if (claim.Meant is { Interval: { } told })
        {
            string from = Day(told.From), to = Day(told.To.AddTicks(-1));
            return from == to ? from : $"{from} – {to}";
        }
        return $"{(claim.Said?.Interval is null ? "printed" : "said")} {Day(claim.AsOf!.Value.From)}";
    }

    private static string Day(DateTime moment) => moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private IEnumerable<string> AssociationsOf(Claim claim)
    {
        yield return Associate("CATEGORY", "kind", claim.Kind);
        yield return Associate("FILTER", "certainty", JsonNames.Of(claim.Certainty));
        yield return Associate("FILTER", "polarity", claim.Polarity == Model.Polarity.Negative ? "negated" : "affirmed");
        yield return Associate("FILTER", "stance", ClaimNames.Of(claim.Stance));
        yield return Associate("FILTER", "review", ClaimNames.Of(claim.Review));
        yield return Associate("FILTER", "voice", JsonNames.Of(claim.Voice));
        if (claim.Report.Outlet is { Length: > 0 } outlet) yield return Associate("FILTER", "outlet", outlet);
    }

    private string Associate(string mode, string group, string value)
    {
        var id = $"{group}:{value}";
        _associations.TryAdd(id, new Association(mode, group, value));
        return id;
    }

    private string SourceOf(ClaimReport report)
    {
        _sources.TryAdd(report.Id, report);
        return report.Id;
    }

    private void WriteAssociations(Utf8JsonWriter json)
    {
        foreach (var (id, association) in _associations)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("title", association.Value);
            json.WriteString("desc", association.Group);
            json.WriteString("mode", association.Mode);
            json.WriteStartArray("filter_paths");
            json.WriteStringValue(association.Group);
            json.WriteStringValue(association.Value);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private void WriteSources(Utf8JsonWriter json)
    {
        foreach (var report in _sources.Values.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id);
            json.WriteString("title", report.Title ?? report.Outlet ?? report.Id);
            json.WriteString("type", "Article");
            json.WriteString("author", report.Outlet ?? "");
            json.WriteString("date", ClaimColumns.Published(report) ?? "");
            json.WriteString("url", Iris.Address(report.Url) ?? "");
            json.WriteStartArray("paths");
            if (Iris.Address(report.Url) is { } address) json.WriteStringValue(address);
            json.WriteEndArray();
            json.WriteEndObject();
            ExportJson.FlushWhenLong(json);
        }
    }
}
