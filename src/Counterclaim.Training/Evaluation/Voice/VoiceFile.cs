using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Voice;

/// <summary>A short report whose clauses are labelled: whose voice, how certain, affirmed or denied.</summary>
/// <param name="Loaded">Words of the publisher that judge while they tell, without phrases in quotation marks.</param>
public sealed record VoiceReport(string Id, string Text, IReadOnlyList<LabelledClause> Clauses, IReadOnlyList<PointSpan> Loaded, IReadOnlyList<LabelledQuote> Quotes);

/// <param name="Voice">"own", "attributed", or "frame" for words that only attribute and carry a loaded word.</param>
/// <param name="Certainty">Null for a frame.</param>
/// <param name="Polarity">"+" or "-"; null for a frame.</param>
public sealed record LabelledClause(PointSpan Span, string Voice, string? Certainty, string? Polarity);

/// <summary>A short phrase in quotation marks, without the marks.</summary>
/// <param name="Kind">"scare", "speech", or "name" for titles, nicknames and words as words.</param>
public sealed record LabelledQuote(PointSpan Span, string Kind);

/// <summary>
/// Reads <c>{"id", "text", "clauses": [{"start", "end", "voice", "certainty", "polarity"}], "loaded": [[s, e]], "quotes": [{"start", "end",
/// "kind"}]}</c>, one report a line, code points. A clause inside another is no part of it.
/// </summary>
public static class VoiceFile
{
    public static IReadOnlyList<VoiceReport> Read(string path) => JsonLines.Read(path, record => new VoiceReport(
        record.Id(), record.Text("text") ?? "",
        [.. record.Items("clauses").Select(c => new LabelledClause(Range(c), c.Text("voice") ?? "", c.Text("certainty"), c.Text("polarity")))],
        record.Spans("loaded"),
        [.. record.Items("quotes").Select(q => new LabelledQuote(Range(q), q.Text("kind") ?? ""))]));

    private static PointSpan Range(System.Text.Json.JsonElement item) => new(item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32());
}
