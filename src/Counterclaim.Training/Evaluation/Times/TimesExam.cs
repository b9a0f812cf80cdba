using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Times;

/// <summary><c>evaluate times</c>: expressions of time, their type and value.</summary>
internal static class TimesExam
{
    public static Exam Exam { get; } = new("times", "Expressions of time, their type and value.", new HashSet<string> { "--split" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(Read(options.Gold, options.Split));
        var predicted = options.Predictions is { } path ? Read(path, options.Split) : Pipeline.ForAll(gold, g => Predict(g, pipeline));
        if (options.WritePredictions is { } kept) TimeFile.Write(kept, predicted);
        var byKey = predicted.ToLookup(Key);

        var scores = Pipeline.ForAll(gold, g => TimeScores.Of(g, byKey[Key(g)].LastOrDefault()));
        var heading = $"{gold.Count} documents, {gold.Sum(g => g.Times.Count)} gold expressions, {predicted.Sum(p => p.Times.Count)} predicted";
        return new ScoreSheet("times", heading, gold.Count, Bootstrap.Rows(scores, Tally.Sum, options.Boot));
    }

    private static TimeDocument[] Read(string path, string? split) =>
        [.. TimeFile.Read(path).Where(d => split is null || d.Split == split)];

    /// <summary>Ids are unique only within a split, and long texts come in parts under one id.</summary>
    private static (string?, string, string) Key(TimeDocument document) => (document.Split, document.Id, document.Text);

    private static TimeDocument Predict(TimeDocument gold, Pipeline pipeline)
    {
        var map = new CodePointMap(gold.Text);
        var reading = pipeline.Read(gold.Id, gold.Text, gold.Date);
        return gold with
        {
            Times = [.. reading.Times.Select(t => new TimeMark(
                Pipeline.Points(t.Span, map), t.Type.ToString().ToUpperInvariant(), t.Value))],
        };
    }
}
