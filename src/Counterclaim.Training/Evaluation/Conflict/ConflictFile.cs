using System.Text.Json;
using Counterclaim.Training.Evaluation.Places;
using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>Reads the labelled war reports, one JSON object a line.</summary>
internal static class ConflictFile
{
    public static IReadOnlyList<ConflictReport> Read(string path) => JsonLines.Read(path, record =>
        new ConflictReport(record.Id(), record.Text("text") ?? "", JsonLines.Span(record.GetProperty("range")))
        {
            Title = record.Text("title"),
            Publisher = record.Text("publisher"),
            Published = record.Text("published"),
            Statements = [.. record.Items("statements").Select(Statement)],
            Own = [.. record.Items("own").Select(o =>
                new OwnClause(JsonLines.Span(o.GetProperty("span")), o.Text("certainty") ?? "", o.Spans("loaded")))],
            Places = [.. record.Items("places").Select(p =>
                new PlaceMark(JsonLines.Span(p.GetProperty("span")), p.Number("lat"), p.Number("lon"), p.Text("role")))],
            Consequences = [.. record.Items("consequences").Select(c => new CausalMark(
                JsonLines.Span(c.GetProperty("cause")), JsonLines.Span(c.GetProperty("effect")), c.Text("relation") ?? ""))],
            Kinds = [.. record.Items("assertions").Where(a => a.Text("kind") is not null)
                .Select(a => new KindMark(JsonLines.Span(a.GetProperty("span")), a.Text("kind")!))],
            Furniture = record.Spans("furniture"),
        });

    private static ConflictStatement Statement(JsonElement s) =>
        new(s.Id(), new QuoteStatement(s.Spans("holder"), s.Spans("cue"), s.Spans("content"), Type: null), s.Text("via"), s.Text("actor"))
        {
            Mode = s.Text("mode") ?? "",
            Act = s.Text("act") ?? "",
            Channel = s.Text("channel"),
            NegatedOrHypothetical = s.Flag("negated_or_hypothetical"),
        };
}
