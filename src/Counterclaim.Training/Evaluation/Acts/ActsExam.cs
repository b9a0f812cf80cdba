using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Acts;

/// <summary><c>evaluate acts</c>: what statements do, how they are told on and answered, to whom, through what and when they were made.</summary>
internal static class ActsExam
{
    public static Exam Exam { get; } = new("acts", "Speech acts, chains, links and circumstances in short invented reports; predictions are readings as JSON lines.",
        new HashSet<string> { "--given", "--errors" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(ActsFile.Read(options.Gold));
        var readings = options.Predictions is { } path
            ? ReadingLines.Read(gold.Select(g => g.Id), path)
            : Pipeline.ForAll(gold, g => (Model.Reading?)Read(g, pipeline, options.Given));
        if (options.WritePredictions is { } kept) ReadingLines.Write(kept, readings);

        var read = gold.Zip(readings, (g, r) => new ReadStatements(g, r)).ToList();
        var tallies = read.Select(ActsScores.Of).ToList();
        return new ScoreSheet("acts", $"{gold.Count} reports, {gold.Sum(g => g.Statements.Count)} statements", gold.Count,
            Bootstrap.Rows(tallies, Tally.Sum, options.Boot))
        {
            Remarks = [.. read.Take(options.Errors).SelectMany(r => ActsErrors.Lines(r).Prepend(r.Gold.Id).Prepend(""))],
        };
    }

    private static Model.Reading Read(ActsReport gold, Pipeline pipeline, bool given)
    {
        var report = GoldReports.Of(gold.Id, gold.Text, gold.Published);
        return given ? pipeline.Read(report, [.. gold.Statements.Select(s => s.Spans)]) : pipeline.Read(report);
    }
}
