using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>
/// A CSV in the columns of ACLED's export, for programs that read those. The coding is ours: it is not ACLED's data, and what ACLED's coders would add by hand stays
/// empty. Only claims that something happened are events; the rest are left out, and counted.
/// </summary>
internal sealed class AcledExport : IClaimExport
{
    /// <summary>A claim and its codes.</summary>
    private sealed record Row(ExportClaim Exported, EventCode Code)
    {
        public Claim Claim => Exported.Claim;
    }

    private static readonly (string Name, Func<Row, object?> Of)[] Columns =
    [
        ("event_id_cnty", r => r.Claim.Ref.ToString()),
        ("event_date", r => DayOf(r.Claim)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("year", r => DayOf(r.Claim)?.Year),
        ("time_precision", r => DayOf(r.Claim) is null ? null : TimePrecision(r.Claim.Meant!)),
        ("disorder_type", r => r.Code.AcledDisorder),
        ("event_type", r => r.Code.AcledEvent),
        ("sub_event_type", r => r.Code.AcledSubEvent),
        ("actor1", r => ActorOf(r.Claim.Agent, r.Claim.AgentWords)),
        ("assoc_actor_1", _ => null),
        ("inter1", _ => null),
        ("actor2", r => ActorOf(r.Claim.Patient, r.Claim.PatientWords)),
        ("assoc_actor_2", _ => null),
        ("inter2", _ => null),
        ("interaction", _ => null),
        ("civilian_targeting", _ => null),
        ("iso", _ => null),
        ("region", _ => null),
        ("country", r => EventCodes.CountryName(r.Claim.Place?.Country)),
        ("admin1", _ => null),
        ("admin2", _ => null),
        ("admin3", _ => null),
        ("location", r => r.Claim.Place?.Name),
        ("latitude", r => r.Claim.Place?.Pin?.Latitude),
        ("longitude", r => r.Claim.Place?.Pin?.Longitude),
        ("geo_precision", r => GeoPrecision(r.Claim.Place)),
        ("source", r => r.Claim.Report.Outlet),
        ("source_scale", _ => null),
        ("notes", r => Notes(r.Claim)),
        ("fatalities", r => r.Claim is { Kind: "casualties", Position: "killed", Quantity: { } quantity } ? quantity.Value : null),
        ("tags", r => Tags(r.Claim)),
        ("timestamp", _ => null),
        ("reader", r => r.Exported.Origin.Reader),
        ("extraction", r => r.Exported.Origin.Extraction),
        ("program", _ => ExportHead.Program),
    ];

    public static IEnumerable<string> ColumnNames => [.. Columns.Select(c => c.Name), "query"];

    public void Write(ExportSource source, ExportOutput output) =>
        ListLayouts.WriteCsv(output.Whole, Rows(source), new RowLayout<Row>("events", [.. Columns, ("query", _ => source.Head.Query)]));

    private static IEnumerable<Row> Rows(ExportSource source)
    {
        foreach (var exported in source.Claims())
        {
            if (EventCodes.Of(exported.Claim) is not { AcledDisorder: not null } code) source.LeaveOut("ACLED has no event for the kind or position");
            else if (!EventCodes.SaysItHappened(exported.Claim)) source.LeaveOut("not said to have happened: denied, negated, not committed to, or merely possible");
            else yield return new Row(exported, code);
        }
    }

    /// <summary>Somebody of the ledger, else people as the words name them ("two nurses"); what is no actor ("a grain store") has no column.</summary>
    private static string? ActorOf(ClaimActor? actor, SlotWords? words) => actor?.Name ?? (People.ClassOf(words?.Exact) is null ? null : words!.Telling);

    /// <summary>The first day it is said to have happened; null where the report does not say: no day of printing stands in for it.</summary>
    private static DateTime? DayOf(Claim claim) => claim.Meant?.Interval?.From;

    /// <summary>ACLED: 1 the day is known, 2 a week or weekend, 3 less.</summary>
    private static object TimePrecision(ClaimTime when) => (when.Interval!.Value.To - when.Interval.Value.From).TotalDays switch { <= 1 => 1, <= 7 => 2, _ => 3 };

    /// <summary>ACLED: 1 the place itself, 2 near it or part of a region, 3 a region.</summary>
    private static object? GeoPrecision(ClaimPlace? place) => place?.Pin is null ? null
        : place.Relation is not null ? 2
        : place.Precision switch { PlacePrecision.Exact => 1, PlacePrecision.Near or PlacePrecision.District => 2, PlacePrecision.Region or PlacePrecision.Country => 3, _ => null };

    private static string Notes(Claim claim) => $"{claim.Exact} [{string.Join(", as told by ", claim.Tellers.Reverse().Select(t => t.Name.Length > 0 ? t.Name : "somebody unnamed"))}]";

    private static string Tags(Claim claim)
    {
        var tags = new List<string> { "kind=" + claim.Kind };
        if (claim.Position is { } position) tags.Add("position=" + position);
        if (claim.Quantity is { } quantity)
        {
            var value = quantity.Value.ToString("R", CultureInfo.InvariantCulture);
            var to = quantity.To is { } end ? "-" + end.ToString("R", CultureInfo.InvariantCulture) : "";
            tags.Add($"count={(quantity.Approximate ? "about " : "")}{quantity.Bound switch { QuantityBound.AtLeast => "at least ", QuantityBound.AtMost => "at most ", _ => "" }}{value}{to}");
        }
        if (ActorOf(claim.Agent, claim.AgentWords) is null && claim.AgentName is { } agent) tags.Add("agent=" + agent);
        if (ActorOf(claim.Patient, claim.PatientWords) is null && claim.PatientName is { } patient) tags.Add("patient=" + patient);
        if (claim.Review != ReviewState.Proposed) tags.Add("review=" + ClaimNames.Of(claim.Review));
        tags.Add("said by=" + claim.FirstTeller.Name);
        return string.Join("; ", tags);
    }
}
