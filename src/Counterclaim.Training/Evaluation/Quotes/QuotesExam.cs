using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary><c>evaluate quotes</c>: statements with holder, cue and content.</summary>
internal static class QuotesExam
{
    public static Exam Exam { get; } = new("quotes", "Statements: holder, cue and content.",
        new HashSet<string> { "--punct", "--errors" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(QuoteFile.Read(options.Gold));
        var predicted = options.Predictions is { } path ? QuoteFile.Read(path) : Pipeline.ForAll(gold, g => Predict(g, pipeline));
        if (options.WritePredictions is { } kept) QuoteFile.Write(kept, predicted);
        var byId = JsonLines.ById(predicted, p => p.Id, options.Predictions ?? options.Gold);
        Predictions.WarnOfStrangers(byId.Keys, gold.Select(g => g.Id));

        var scores = Pipeline.ForAll(gold, g => QuoteScores.Of(g, byId.GetValueOrDefault(g.Id), options.Punctuation));
        var heading = $"{gold.Count} documents, {gold.Sum(g => g.Statements.Count)} gold statements, "
            + $"{gold.Sum(g => byId.GetValueOrDefault(g.Id)?.Statements.Count ?? 0)} predicted";
        return new ScoreSheet("quotes", heading, gold.Count, Bootstrap.Rows(scores, Rows, options.Boot))
        {
            Remarks = options.Errors > 0 ? QuoteErrors.Lines(gold, byId, options.Punctuation, options.Errors) : [],
        };
    }

    private static IReadOnlyList<FigureRow> Rows(IReadOnlyList<(Tally Tally, Calibration Calibration)> documents) =>
        [.. Tally.Sum(documents.Select(d => d.Tally)), .. Calibration.Rows(documents.Select(d => d.Calibration))];

    /// <summary>The outermost statements: the corpora mark no statement inside another.</summary>
    private static QuoteDocument Predict(QuoteDocument gold, Pipeline pipeline)
    {
        var map = new CodePointMap(gold.Text);
        var reading = pipeline.Read(gold.Id, gold.Page, gold.Date);
        var actors = reading.Actors.ToDictionary(a => a.Id, a => $"{a.Name}-{a.Id}");
        return gold with
        {
            Statements = [.. reading.Statements.Where(s => s.Via is null).Select(s => new QuoteStatement(
                Pipeline.Points(s.Holder, map), Pipeline.Points(s.Cue, map), Pipeline.Points(s.Content, map), Type: null)
            {
                Confidence = s.Confidence,
                Speaker = s.Actor is { } actor ? actors[actor] : null,
            })],
        };
    }
}
