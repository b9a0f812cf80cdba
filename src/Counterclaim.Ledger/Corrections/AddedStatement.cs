using System.Text.Json;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Corrections;

/// <summary>A statement that a person marked, as the log keeps it: {"holder": spans, "cue": spans, "content": spans, "act": name, "actor"?: somebody}.</summary>
internal static class AddedStatement
{
    /// <summary>Its id in the reading: "s*12", by the number of its entry, so that it keeps it whatever else is added or taken back.</summary>
    public static string IdOf(Correction entry) => IdOf(entry.Id);

    public static string IdOf(long entry) => FormattableString.Invariant($"s*{entry}");

    public static Statement Read(JsonElement json, string id, Report report)
    {
        var length = report.Text.Length;
        var content = StatementFields.Spans(json.GetProperty(StatementFields.Content), length);
        return new Statement(id, StatementFields.Spans(json.GetProperty("holder"), length), StatementFields.Spans(json.GetProperty(StatementFields.Cue), length), content)
        {
            Mode = QuotationMarks.ModeOf(content, report),
            Act = CorrectionValues.Act(json.GetProperty("act").GetString()!),
            Confidence = 1, // a careful reader has marked it
        };
    }

    /// <summary>What a person gave, as the log keeps it, and from where to where it goes.</summary>
    /// <param name="given">"content", and if they like "holder" (its words, or who it is), "cue" and "act".</param>
    /// <param name="parsed">Parses a field that is neither words nor spans.</param>
    /// <exception cref="CorrectionException">There is no content, or a value is none for its field.</exception>
    public static (TextSpan Hull, string Json) Parse(IReadOnlyList<(string Field, string Value)> given, Model.Reading reading, Func<string, string, string?> parsed)
    {
        if (given.FirstOrDefault(g => g.Field == StatementFields.Content).Value is not { Length: > 0 } words || words == "none") throw new CorrectionException("A statement needs a content: what is said.");
        if (given.Select(g => g.Field).FirstOrDefault(f => f is not ("content" or "holder" or "cue" or "act")) is { } other) throw new CorrectionException($"A statement is added with content, holder, cue and act, not with {other}.");
        var statement = new Statement("", SpanList.Empty, SpanList.Empty, SpanList.Empty) { Mode = StatementMode.Indirect, Act = SpeechAct.Assert, Confidence = 1 };
        var (parts, length) = (new Dictionary<string, string>(StringComparer.Ordinal), reading.Report.Text.Length);
        var (act, actor) = (JsonNames.Of(SpeechAct.Assert), default(string));
        // The other words are looked for near those of the content.
        foreach (var (field, value) in given.OrderBy(g => g.Field == StatementFields.Content ? 0 : 1))
        {
            if (value.Length == 0 || value == "none") continue;
            if (StatementFields.Parse(field, value, reading, statement) is { } part)
            {
                parts[part.Field] = part.Value!;
                if (field == StatementFields.Content) statement = statement with { Content = Spans(part.Value!, length) };
            }
            else if (field == "act") act = parsed(field, value)!.Trim('"');
            else actor = parsed(field, value);
        }
        var hull = SpanList.Create([.. parts.Values.SelectMany(p => Spans(p, length))]).Hull;
        return (hull, CorrectionValues.Write(json =>
        {
            json.WriteStartObject();
            foreach (var (name, field) in (ReadOnlySpan<(string, string)>)[("holder", StatementFields.HolderWords), (StatementFields.Cue, StatementFields.Cue), (StatementFields.Content, StatementFields.Content)])
            {
                json.WritePropertyName(name);
                json.WriteRawValue(parts.GetValueOrDefault(field, "[]"));
            }
            json.WriteString("act"u8, act);
            if (actor is not null)
            {
                json.WritePropertyName("actor"u8);
                json.WriteRawValue(actor);
            }
            json.WriteEndObject();
        }));
    }

    private static SpanList Spans(string json, int length)
    {
        using var document = JsonDocument.Parse(json);
        return StatementFields.Spans(document.RootElement, length);
    }
}
