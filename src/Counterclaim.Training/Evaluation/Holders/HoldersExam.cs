using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Holders;

/// <summary><c>evaluate holders</c>: whose words each attributed statement is, apart from whether the statement was found.</summary>
internal static class HoldersExam
{
    public static Exam Exam { get; } = new("holders", "Who holds each statement, by name, description or pronoun; predictions are readings as JSON lines.",
        new HashSet<string> { "--errors" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(HolderFile.Read(options.Gold, options.DataFolder));
        var readings = options.Predictions is { } path
            ? ReadingLines.Read(gold.Select(g => g.Id), path)
            : Pipeline.ForAll(gold, g => (Model.Reading?)pipeline.Read(GoldReports.Of(g.Id, g.Text, g.Published, title: null, g.Publisher)));
        if (options.WritePredictions is { } kept) ReadingLines.Write(kept, readings);

        IReadOnlyList<HolderVerdict>[] verdicts = [.. gold.Zip(readings, (g, r) => new HolderJudge(g, r).Judge())];
        var scores = verdicts.Select(HolderScores.Of).ToList();
        var heading = $"{gold.Count} documents, {gold.Sum(g => g.Holders.Count)} holders, {gold.Sum(g => g.Holders.Count(h => h.PointsElsewhere))} of them named elsewhere";
        return new ScoreSheet("holders", heading, gold.Count, Bootstrap.Rows(scores, Tally.Sum, options.Boot))
        {
            Remarks = options.Errors > 0 ? HolderErrors.Lines(gold, verdicts, options.Errors) : [],
        };
    }
}
