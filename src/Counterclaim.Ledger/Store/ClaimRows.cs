using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Words;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Store;

/// <summary>Writes claims; <see cref="ClaimReader"/> reads them back.</summary>
internal sealed class ClaimRows(WriteSession session, PlaceRows places)
{
    public const int AgentRole = 1;
    public const int PatientRole = 2;
    public const int TellerRole = 3;

    private const string Columns =
        "id, report, local, kind, span_start, span_end, point_start, point_end, passage, exact, statement, agent, patient, "
        + "place, place_role, place_precision, relation, relation_words, relation_latitude, relation_longitude, relation_radius_km, relation_ends, pin_latitude, pin_longitude, "
        + "meant_words, meant_value, meant_from, meant_to, meant_granularity, meant_modifier, as_of, as_of_end, "
        + "quantity, quantity_to, bound, approximate, unit, position, polarity, certainty, voice, stance, act, mode, confidence, loaded, review, corrected, origin, setting, "
        + "agent_words, agent_start, agent_point, patient_words, patient_start, patient_point, set_at";

    public void Write(ReportRows report, Claim claim, Assertion assertion)
    {
        var id = report.KeptClaims.TryGetValue(claim.Ref.Assertion, out var kept) ? kept : session.NextId("claims");
        var place = claim.Place;
        var pin = place?.Pin;
        session.Insert(
            "claims", Columns,
            id, report.Id, claim.Ref.Assertion, session.Term(claim.Kind), claim.Span.Start, claim.Span.End, claim.CodePoints.Start, claim.CodePoints.End,
            PassageIds.Of(report.Id, report.Reading.Report.Paragraphs, claim.Span), claim.Exact,
            claim.FirstTeller.Statement is { } told && report.Statements.TryGetValue(told, out var statement) ? statement.Id : null,
            claim.Agent is null ? null : assertion.Agent, claim.Patient is null ? null : assertion.Patient,
            place is null ? null : places.IdOf(place), session.Term(place is null ? null : JsonNames.Of(place.Role)),
            session.Term(place?.Precision is { } precision ? JsonNames.Of(precision) : null),
            session.Term(place?.Relation is { } relation ? JsonNames.Of(relation.Kind) : null), place?.Relation?.Words,
            place?.Relation?.Point.Latitude, place?.Relation?.Point.Longitude, place?.Relation?.RadiusKm, WayColumn.Write(place?.Relation), pin?.Latitude, pin?.Longitude,
            claim.Meant?.Words, claim.Meant?.Value, From(claim.Meant), To(claim.Meant), session.Term(Granularity(claim.Meant)), session.Term(Modifier(claim.Meant)),
            claim.AsOf is { } asOf ? TimeColumns.Seconds(asOf.From) : TimeColumns.Unknown, claim.AsOf is { } end ? TimeColumns.Seconds(end.To) : TimeColumns.Unknown,
            claim.Quantity?.Value, claim.Quantity?.To, session.Term(claim.Quantity is { } quantity ? JsonNames.Of(quantity.Bound) : null),
            claim.Quantity is null ? null : claim.Quantity.Approximate ? 1 : 0, session.Term(claim.Quantity?.Unit),
            session.Term(claim.Position), session.Term(JsonNames.Of(claim.Polarity)), session.Term(JsonNames.Of(claim.Certainty)), session.Term(JsonNames.Of(claim.Voice)),
            session.Term(ClaimNames.Of(claim.Stance)), claim.FirstTeller.IsPublisher ? null : session.Term(JsonNames.Of(claim.FirstTeller.Act)),
            session.Term(claim.FirstTeller.Mode is { } mode ? JsonNames.Of(mode) : null), claim.Confidence is { } confidence ? Math.Round(confidence, 3) : null, LoadedJson(claim.Loaded),
            session.Term(ClaimNames.Of(claim.Review)), claim.IsCorrected ? 1 : 0, report.Text.OriginOf(claim.Span), SettingForm.Write(claim.Setting),
            claim.AgentWords?.Exact, claim.AgentWords?.Span.Start, claim.AgentWords?.CodePoints.Start, claim.PatientWords?.Exact, claim.PatientWords?.Span.Start, claim.PatientWords?.CodePoints.Start,
            claim.SetAt is { } at ? places.IdOf(at) : null);
        session.InsertWords("claim_words", id, SearchText.Fold(claim.Exact));
        // Words that name an actor are looked for among actors' names.
        if (claim is { Agent: null, AgentWords: { } agent }) session.InsertWords("slot_words", SlotWordIds.Of(id, AgentRole), SearchText.Fold(agent.Exact));
        if (claim is { Patient: null, PatientWords: { } patient }) session.InsertWords("slot_words", SlotWordIds.Of(id, PatientRole), SearchText.Fold(patient.Exact));
        foreach (var (actor, role) in RolesIn(report, claim, assertion)) session.Insert("claim_actors", "actor, role, claim", actor, role, id);
    }

    private static HashSet<(long Actor, int Role)> RolesIn(ReportRows report, Claim claim, Assertion assertion)
    {
        var roles = new HashSet<(long, int)>();
        if (report.ActorOf(assertion.Agent) is { } agent) roles.Add((agent, AgentRole));
        if (report.ActorOf(assertion.Patient) is { } patient) roles.Add((patient, PatientRole));
        foreach (var teller in claim.Tellers)
            if (teller.Statement is { } told && report.ActorOf(report.Statements[told].Statement.Actor) is { } holder) roles.Add((holder, TellerRole));
        return roles;
    }

    public static object? From(ClaimTime? time) => time?.Interval is { } interval ? TimeColumns.Seconds(interval.From) : null;

    public static object? To(ClaimTime? time) => time?.Interval is { } interval ? TimeColumns.Seconds(interval.To) : null;

    public static string? Granularity(ClaimTime? time) => time?.Granularity is { } granularity ? JsonNames.Of(granularity) : null;

    public static string? Modifier(ClaimTime? time) => time?.Modifier is { } modifier ? JsonNames.Of(modifier) : null;

    /// <summary>Loaded words as [start, end, category, reason], offsets in UTF-16 code units; null where there are none.</summary>
    private static string? LoadedJson(IReadOnlyList<LoadedWord> loaded)
    {
        if (loaded.Count == 0) return null;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var (span, category, reason) in loaded)
            {
                json.WriteStartArray();
                json.WriteNumberValue(span.Start);
                json.WriteNumberValue(span.End);
                json.WriteStringValue(category);
                json.WriteStringValue(reason);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static IReadOnlyList<LoadedWord> Loaded(string? json)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(w => new LoadedWord(new TextSpan(w[0].GetInt32(), w[1].GetInt32()), w[2].GetString(), w[3].GetString()))];
    }
}
