using System.Text.Encodings.Web;
using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Layouts;

/// <summary>The JSON form of a claim (docs/ledger.md). Offsets are code points of the report's text; what is unknown is null.</summary>
public static class ClaimJson
{
    /// <summary>Characters stay as they are: the form is data, never pasted into a page or a script unescaped.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, Claim claim) => Write(json, claim, null);

    /// <param name="more">Writes further members behind those of the claim.</param>
    internal static void Write(Utf8JsonWriter json, Claim claim, Action<Utf8JsonWriter>? more)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, claim.Ref.ToString());
        WriteReport(json, claim.Report);
        json.WriteString("kind"u8, claim.Kind);
        json.WriteNumber("start"u8, claim.CodePoints.Start);
        json.WriteNumber("end"u8, claim.CodePoints.End);
        json.WriteString("text"u8, claim.Exact);
        WriteActor(json, "agent"u8, claim.Agent);
        WriteWords(json, "agent_words"u8, claim.AgentWords);
        WriteActor(json, "patient"u8, claim.Patient);
        WriteWords(json, "patient_words"u8, claim.PatientWords);
        WritePlace(json, claim.Place);
        WriteTime(json, "when"u8, claim.Meant);
        WriteTime(json, "said"u8, claim.Said);
        WriteInterval(json, "as_of"u8, claim.AsOf);
        WriteQuantity(json, claim.Quantity);
        json.WriteString("position"u8, claim.Position);
        json.WriteString("polarity"u8, JsonNames.Of(claim.Polarity));
        json.WriteString("certainty"u8, JsonNames.Of(claim.Certainty));
        json.WriteString("voice"u8, JsonNames.Of(claim.Voice));
        json.WriteString("stance"u8, ClaimNames.Of(claim.Stance));
        json.WriteStartArray("tellers"u8);
        foreach (var teller in claim.Tellers) WriteTeller(json, teller);
        json.WriteEndArray();
        WriteNumber(json, "confidence"u8, claim.Confidence is { } confidence ? Math.Round(confidence, 3) : null);
        WriteLoaded(json, claim);
        json.WriteString("review"u8, ClaimNames.Of(claim.Review));
        json.WriteBoolean("corrected"u8, claim.IsCorrected);
        more?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter json, ClaimReport report)
    {
        json.WriteStartObject("report"u8);
        json.WriteString("id"u8, report.Id);
        json.WriteString("title"u8, report.Title);
        json.WriteString("outlet"u8, report.Outlet);
        json.WriteString("url"u8, report.Url);
        json.WriteString("published"u8, ClaimColumns.Published(report));
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, ReadOnlySpan<byte> name, ClaimActor? actor)
    {
        json.WritePropertyName(name);
        if (actor is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("name"u8, actor.Name);
        json.WriteString("kind"u8, JsonNames.Of(actor.Kind));
        json.WriteString("country"u8, actor.Country);
        json.WriteString("identity"u8, actor.Identity);
        json.WriteString("actor"u8, actor.Cluster);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, ReadOnlySpan<byte> name, SlotWords? words)
    {
        json.WritePropertyName(name);
        if (words is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteNumber("start"u8, words.CodePoints.Start);
        json.WriteNumber("end"u8, words.CodePoints.End);
        json.WriteString("text"u8, words.Exact);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, ClaimPlace? place)
    {
        if (place is null)
        {
            json.WriteNull("place"u8);
            return;
        }
        json.WriteStartObject("place"u8);
        json.WriteString("name"u8, place.Name);
        json.WriteString("kind"u8, place.Kind);
        json.WriteString("country"u8, place.Country);
        json.WriteString("gazetteer"u8, place.Gazetteer);
        json.WriteString("role"u8, JsonNames.Of(place.Role));
        json.WriteString("container"u8, place.Container);
        json.WriteString("relation"u8, place.Relation?.Words);
        json.WriteString("precision"u8, place.Precision is { } precision ? JsonNames.Of(precision) : null);
        WriteNumber(json, "lat"u8, place.Pin?.Latitude);
        WriteNumber(json, "lon"u8, place.Pin?.Longitude);
        WriteNumber(json, "radius_km"u8, place.PinRadiusKm);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, ClaimTime? time)
    {
        json.WritePropertyName(name);
        if (time is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("words"u8, time.Words);
        json.WriteString("value"u8, time.Value);
        json.WriteString("from"u8, time.Interval is { } from ? ClaimColumns.Minute(from.From) : null);
        json.WriteString("to"u8, time.Interval is { } to ? ClaimColumns.Minute(to.To) : null);
        json.WriteString("granularity"u8, time.Granularity is { } granularity ? JsonNames.Of(granularity) : null);
        if (time.Modifier is { } modifier) json.WriteString("mod"u8, JsonNames.Of(modifier));
        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeInterval? interval)
    {
        json.WritePropertyName(name);
        if (interval is not { } known)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("from"u8, ClaimColumns.Minute(known.From));
        json.WriteString("to"u8, ClaimColumns.Minute(known.To));
        json.WriteEndObject();
    }

    private static void WriteQuantity(Utf8JsonWriter json, Quantity? quantity)
    {
        if (quantity is null)
        {
            json.WriteNull("quantity"u8);
            return;
        }
        json.WriteStartObject("quantity"u8);
        json.WriteNumber("value"u8, quantity.Value);
        WriteNumber(json, "to"u8, quantity.To);
        json.WriteString("bound"u8, JsonNames.Of(quantity.Bound));
        json.WriteBoolean("approximate"u8, quantity.Approximate);
        json.WriteString("unit"u8, quantity.Unit);
        json.WriteEndObject();
    }

    private static void WriteTeller(Utf8JsonWriter json, ClaimTeller teller)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, teller.Name);
        json.WriteString("statement"u8, teller.Statement);
        json.WriteString("act"u8, JsonNames.Of(teller.Act));
        json.WriteString("mode"u8, teller.Mode is { } mode ? JsonNames.Of(mode) : null);
        json.WriteBoolean("held_back"u8, teller.IsHeldBack);
        json.WriteString("channel"u8, teller.Channel);
        WriteNumber(json, "confidence"u8, teller.Confidence is { } confidence ? Math.Round(confidence, 3) : null);
        json.WriteString("kind"u8, teller.Actor is { } actor ? JsonNames.Of(actor.Kind) : null);
        json.WriteString("country"u8, teller.Actor?.Country);
        json.WriteString("identity"u8, teller.Actor?.Identity);
        json.WriteString("actor"u8, teller.Actor?.Cluster);
        json.WriteEndObject();
    }

    private static void WriteLoaded(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartArray("loaded"u8);
        foreach (var (span, category, reason) in claim.Loaded)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, ClaimColumns.LoadedText(claim, span));
            json.WriteString("category"u8, category);
            json.WriteString("reason"u8, reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
