using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>
/// PLOVER events (manual of 2021), one JSON object a line. The event is what is claimed; that and by whom it is claimed, which PLOVER has no field for, stands in
/// fields of our own. Only claims that something happened are events; the rest are left out, and counted.
/// </summary>
internal sealed class PloverExport : IClaimExport
{
    public void Write(ExportSource source, ExportOutput output)
    {
        foreach (var exported in source.Claims())
        {
            var claim = exported.Claim;
            if (EventCodes.Of(claim) is not { Plover: { } name } code) source.LeaveOut("PLOVER has no event for the kind or position");
            else if (!EventCodes.SaysItHappened(claim)) source.LeaveOut("not said to have happened: denied, negated, not committed to, or merely possible");
            else if ((claim.Meant?.Interval ?? claim.AsOf) is not { } when) source.LeaveOut("no date, which PLOVER requires");
            else ExportJson.Line(output.Whole, json => WriteEvent(json, exported, name, code.Cameo, when, source.Head));
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, ExportClaim exported, string name, string? cameo, TimeInterval when, ExportHead head)
    {
        var claim = exported.Claim;
        json.WriteString("id", claim.Ref.ToString());
        json.WriteString("date", Day(when.From));
        if (claim.Meant?.Interval is { } told && (told.To - told.From).TotalDays > 1) json.WriteString("enddate", Day(told.To.AddTicks(-1)));
        json.WriteString("date_basis", claim.Meant?.Interval is not null ? "told" : claim.Said?.Interval is not null ? "said" : "published");
        WriteEntities(json, "actor", claim.Agent, claim.AgentName);
        WriteEntities(json, "recipient", claim.Patient, claim.PatientName);
        json.WriteStartArray("event");
        json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteNumber("quad_code", EventCodes.Quad(name));
        json.WriteIfAny("cameo", cameo);
        json.WriteString("event_text", claim.Exact);
        WriteLocation(json, claim.Place);
        WriteSize(json, claim);
        json.WriteStartObject("text_info");
        json.WriteNumber("start", claim.CodePoints.Start);
        json.WriteNumber("end", claim.CodePoints.End);
        json.WriteString("text_hash", exported.Origin.TextHash);
        json.WriteEndObject();
        WriteCitation(json, exported);
        json.WriteString("coder", string.Create(CultureInfo.InvariantCulture, $"{ExportHead.Program}, reader {exported.Origin.Reader}, extraction {exported.Origin.Extraction}"));
        json.WriteString("query", head.Query);
        json.WriteString("speech_act", JsonNames.Of(claim.FirstTeller.Act));
        json.WriteString("certainty", JsonNames.Of(claim.Certainty));
        json.WriteString("voice", JsonNames.Of(claim.Voice));
        json.WriteString("review", ClaimNames.Of(claim.Review));
        json.WriteStartArray("tellers");
        foreach (var teller in claim.Tellers) json.WriteStringValue(teller.Name);
        json.WriteEndArray();
    }

    private static string Day(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A list of entities: one, or none where the clause names nobody.</summary>
    private static void WriteEntities(Utf8JsonWriter json, string field, ClaimActor? actor, string? text)
    {
        json.WriteStartArray(field);
        if (text is not null)
        {
            json.WriteStartObject();
            json.WriteIfAny("code", EventCodes.Country(actor?.Country));
            json.WriteIfAny("sector", actor?.Kind switch { ActorKind.ArmedForce => "MIL", ActorKind.Government => "GOV", ActorKind.Publication => "JRN", _ => null });
            json.WriteString("entity_text", text);
            json.WriteIfAny("identifier_id", actor?.Identity ?? actor?.Cluster);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, ClaimPlace? place)
    {
        if (place is null) return;
        json.WriteStartObject("event_loc");
        json.WriteString("resolved_place", place.Name);
        json.WriteIfAny("extracted_place", place.Relation is null ? null : place.Told);
        json.WriteIfAny("geonameid", place.Gazetteer is { } id && id.StartsWith("geonames:", StringComparison.Ordinal) ? id["geonames:".Length..] : null);
        json.WriteIfAny("lat", place.Pin?.Latitude);
        json.WriteIfAny("lon", place.Pin?.Longitude);
        json.WriteIfAny("country_code", EventCodes.Country(place.Country));
        if (Resolution(place) is { } resolution) json.WriteNumber("resolution", resolution);
        json.WriteEndObject();
    }

    /// <summary>PLOVER: 5 within a city, 4 city, 3 district, 2 province, 1 country; null where it was not located.</summary>
    private static int? Resolution(ClaimPlace place) => place.Precision switch
    {
        PlacePrecision.Exact when place.Kind is "neighbourhood" or "facility" or "road" => 5,
        PlacePrecision.Exact or PlacePrecision.Near => 4,
        PlacePrecision.District => 3,
        PlacePrecision.Region => 2,
        PlacePrecision.Country => 1,
        _ => null,
    };

    /// <summary>"size" has numbers alone; whether a number is a bound or a guess stands beside it.</summary>
    private static void WriteSize(Utf8JsonWriter json, Claim claim)
    {
        if (claim.Quantity is not { } quantity) return;
        var counted = claim is { Kind: "casualties" } ? claim.Position switch { "killed" => "dead", "wounded" => "injured", "captured" => "arrested", _ => null } : null;
        if (counted is not null)
        {
            json.WriteStartObject("size");
            json.WriteNumber(counted, quantity.Value);
            json.WriteEndObject();
        }
        json.WriteStartObject("quantity");
        json.WriteNumber("value", quantity.Value);
        json.WriteIfAny("to", quantity.To);
        json.WriteString("bound", JsonNames.Of(quantity.Bound));
        json.WriteBoolean("approximate", quantity.Approximate);
        json.WriteIfAny("unit", quantity.Unit);
        json.WriteEndObject();
    }

    private static void WriteCitation(Utf8JsonWriter json, ExportClaim exported)
    {
        var report = exported.Claim.Report;
        json.WriteStartObject("cite_info");
        json.WriteIfAny("url", report.Url);
        json.WriteIfAny("title", report.Title);
        json.WriteIfAny("publisher", report.Outlet);
        json.WriteIfAny("language", exported.Origin.Language);
        json.WriteString("codebook", "PLOVER");
        json.WriteString("version", "2021");
        json.WriteEndObject();
    }
}
