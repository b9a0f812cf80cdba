using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;

namespace Counterclaim.Ledger.Layouts;

/// <summary>A question in JSON: its positions, each with its claims whole.</summary>
internal static class QuestionJson
{
    public static void Write(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, question.Id);
        json.WriteString("key"u8, question.Key);
        json.WriteString("kind"u8, question.Kind);
        json.WriteString("question"u8, question.Wording);
        json.WriteNumber("contested"u8, Math.Round(question.Contested, 3));
        json.WriteString("from"u8, question.Period is { } period ? ClaimColumns.Minute(period.From) : null);
        json.WriteString("to"u8, question.Period is { } until ? ClaimColumns.Minute(until.To) : null);
        json.WriteString("place"u8, question.Place?.Name);
        json.WriteStartArray("positions"u8);
        foreach (var position in question.Positions) Write(json, position);
        json.WriteEndArray();
        Write(json, "apart"u8, question.Apart);
        if (question.History.Count > 0) WriteHistory(json, question.History);
        json.WriteEndObject();
    }

    private static void WriteHistory(Utf8JsonWriter json, IReadOnlyList<QuestionDay> history)
    {
        json.WriteStartArray("history"u8);
        foreach (var day in history)
        {
            json.WriteStartObject();
            json.WriteString("day"u8, day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("position"u8, day.Position);
            json.WriteNumber("claims"u8, day.Claims);
            json.WriteNumber("origins"u8, day.Origins);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Position position)
    {
        json.WriteStartObject();
        json.WriteString("position"u8, position.Label);
        if (position.At is { } at) json.WriteNumber("at"u8, at);
        if (position.Range is { } range)
        {
            json.WriteNumber("low"u8, range.Low);
            if (double.IsFinite(range.High)) json.WriteNumber("high"u8, range.High);
        }
        json.WriteNumber("origins"u8, position.Origins);
        json.WriteNumber("claim_count"u8, position.ClaimCount);
        Write(json, "first_tellers"u8, position.FirstTellers);
        Write(json, "outlets"u8, position.Outlets);
        json.WriteString("since"u8, position.Since is { } since ? ClaimColumns.Minute(since) : null);
        json.WriteString("last"u8, position.Last is { } last ? ClaimColumns.Minute(last) : null);
        Write(json, "claims"u8, position.Claims);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<Claim> claims)
    {
        json.WriteStartArray(name);
        foreach (var claim in claims) ClaimJson.Write(json, claim);
        json.WriteEndArray();
    }
}
