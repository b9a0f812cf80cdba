using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Places;
using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>What a reading says, in the terms of the labelled reports.</summary>
internal static class ReadingLabels
{
    /// <param name="reading">A reading of the gold's own text.</param>
    public static ConflictReport Of(ConflictReport gold, Model.Reading reading)
    {
        var map = new CodePointMap(gold.Text);
        var actors = reading.Actors.ToDictionary(a => a.Id);
        PointSpan Points(TextSpan span) => Pipeline.Points(span, map);
        return new ConflictReport(gold.Id, gold.Text, gold.Range)
        {
            Statements = [.. reading.Statements.Select(s => Statement(s, actors, map))],
            Own = [.. reading.Assertions.Where(a => a.Voice == Model.Voice.Own).DistinctBy(a => a.Span)
                .Select(a => new OwnClause(Points(a.Span), JsonNames.Of(a.Certainty), Pipeline.Points(a.Loaded.Select(l => l.Span), map)))],
            Places = [.. reading.Places.Select(p => new PlaceMark(Points(p.Span), p.Latitude, p.Longitude, JsonNames.Of(p.Role)))],
            Consequences = [.. reading.Consequences.Select(c => new CausalMark(Points(c.Cause), Points(c.Effect), JsonNames.Of(c.Relation)))],
            Kinds = [.. reading.Assertions.Where(a => a.Kind is not null).Select(a => new KindMark(Points(a.Span), a.Kind!))],
            Furniture = [.. reading.Report.Paragraphs.Where(p => p.Kind == ParagraphKind.Furniture).Select(p => Points(p.Span))],
        };
    }

    private static ConflictStatement Statement(Statement s, Dictionary<string, Actor> actors, CodePointMap map) =>
        new(s.Id,
            new QuoteStatement(Pipeline.Points(s.Holder, map), Pipeline.Points(s.Cue, map), Pipeline.Points(s.Content, map), Type: null),
            s.Via, s.Actor is { } actor ? actors.GetValueOrDefault(actor)?.Name : null)
        {
            Mode = JsonNames.Of(s.Mode),
            Act = JsonNames.Of(s.Act),
            Channel = s.Channel,
            NegatedOrHypothetical = s.NegatedOrHypothetical,
        };
}
