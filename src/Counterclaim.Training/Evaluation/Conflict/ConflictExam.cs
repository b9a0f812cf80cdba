using Counterclaim.Model;
using Counterclaim.Reading.Statements;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Places;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary><c>evaluate conflict</c>: a whole reading against war reports labelled by hand.</summary>
internal static class ConflictExam
{
    public static Exam Exam { get; } = new("conflict", "Whole readings of war reports labelled by hand; predictions are readings as JSON lines.",
        new HashSet<string> { "--given", "--errors" }, Run);

    private static readonly HashSet<string> WithoutModifiers = ["literal", "metonym"];

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(ConflictFile.Read(options.Gold));
        var readings = options.Predictions is { } path ? ReadingLines.Read(gold.Select(g => g.Id), path) : Pipeline.ForAll(gold, g => (Model.Reading?)Read(g, pipeline, options.Given));
        if (options.WritePredictions is { } kept) ReadingLines.Write(kept, readings);

        var predicted = gold.Zip(readings, (g, r) => r is null ? new ConflictReport(g.Id, g.Text, g.Range) : ReadingLabels.Of(g, r)).ToList();
        var scores = gold.Zip(predicted, Score).ToList();
        var heading = $"{gold.Count} reports, {gold.Sum(g => g.Statements.Count)} gold statements, {gold.Sum(g => g.Own.Count)} own-voice clauses, "
            + $"{gold.Sum(g => g.Places.Count)} places, {gold.Sum(g => g.Consequences.Count)} consequences";
        return new ScoreSheet("conflict", heading, gold.Count, Bootstrap.Rows(scores, Rows, options.Boot))
        {
            Remarks = [.. gold.Zip(predicted).Take(options.Errors)
                .SelectMany(p => ConflictErrors.Lines(p.First, p.Second.Within(p.First.Range)).Prepend(p.First.Id).Prepend(""))],
        };
    }

    /// <summary>Reads the text as the command would, with the title, publisher and date that the gold gives.</summary>
    private static Model.Reading Read(ConflictReport gold, Pipeline pipeline, bool given)
    {
        var report = GoldReports.Of(gold.Id, gold.Text, gold.Published, gold.Title, gold.Publisher);
        return given ? pipeline.Read(report, Given(gold)) : pipeline.Read(report);
    }

    private static IReadOnlyList<AttributionSpans> Given(ConflictReport gold)
    {
        var map = new CodePointMap(gold.Text);
        return [.. gold.Statements.Select(s => new AttributionSpans(
            Spans(s.Spans.Holder), Spans(s.Spans.Cue), Spans(s.Spans.Content), Confidence: 1, "gold", Reason: null))];

        SpanList Spans(IEnumerable<PointSpan> points) =>
            SpanList.Create([.. points.Select(p => new TextSpan(map.ToUtf16(p.Start), map.ToUtf16(p.End)))]);
    }

    private static ConflictScore Score(ConflictReport gold, ConflictReport whole)
    {
        var tokens = new GoldTokens(gold.Text, countPunctuation: false);
        var predicted = whole.Within(gold.Range);
        var tally = new Tally();
        StatementScores.Add(tally, gold, predicted, tokens);
        OwnVoiceScores.Add(tally, gold, predicted, tokens);
        ConsequenceScores.Add(tally, gold, predicted, tokens);
        AddKinds(tally, gold, predicted, tokens);
        FurnitureScores.Add(tally, gold, whole, tokens);
        return new ConflictScore(tally, PlaceScores.Of(Places(gold), Places(predicted), types: null),
            PlaceScores.Of(Places(gold), PlacesExam.OfRoles(Places(predicted), WithoutModifiers), WithoutModifiers));
    }

    /// <summary>Of the assertions whose kind is labelled, those on which we have one of that kind; not all are labelled, so precision has no sense.</summary>
    private static void AddKinds(Tally tally, ConflictReport gold, ConflictReport predicted, GoldTokens tokens)
    {
        var found = gold.Kinds.Count(g => predicted.Kinds.Any(p => p.Kind == g.Kind && tokens.In([p.Span]).Touches(tokens.In([g.Span]))));
        tally.Share("assertion kind recall", "", found, gold.Kinds.Count);
    }

    private static IReadOnlyList<FigureRow> Rows(IReadOnlyList<ConflictScore> scores) =>
    [
        .. Tally.Sum(scores.Select(s => s.Tally)),
        .. Rows("places", scores.Select(s => s.AllPlaces)),
        .. Rows("places but modifiers", scores.Select(s => s.PlacesButModifiers)),
    ];

    private static IEnumerable<FigureRow> Rows(string prefix, IEnumerable<PlaceScore> scores) =>
        PlaceScores.Rows([.. scores]).Select(r => r with { Measure = $"{prefix}: {r.Measure}" });

    private static PlaceDocument Places(ConflictReport report) => new(report.Id, report.Text, report.Places);

    /// <param name="AllPlaces">With the names that only modify ("Russian drones"), which are labelled too.</param>
    private sealed record ConflictScore(Tally Tally, PlaceScore AllPlaces, PlaceScore PlacesButModifiers);
}
