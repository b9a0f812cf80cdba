using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Gate;

/// <summary>Runs the examinations of a baseline whose data is at hand and holds their figures against the floors.</summary>
internal sealed class GateRunner(string dataFolder, Pipeline pipeline)
{
    /// <summary>Verdicts of one run, and the run as it would stand with what was measured.</summary>
    public (IReadOnlyList<GateVerdict> Verdicts, GateRun Measured) Judge(GateRun run, bool acceptNewGold)
    {
        var gold = Path.Combine(dataFolder, run.Gold);
        if (!File.Exists(gold)) gold = Path.Combine(RepositoryFolder.Path, run.Gold);
        if (!File.Exists(gold)) return (All(run, Outcome.Skipped, $"{run.Gold} is neither in the data folder nor in the repository"), run);
        if (run.Texts?.FirstOrDefault(corpus => !File.Exists(Path.Combine(dataFolder, corpus))) is { } corpus)
            return (All(run, Outcome.Skipped, $"{corpus} is not in the data folder"), run);
        var hash = GateRun.Hash(gold);
        if (run.Sha256 is { } known && known != hash && !acceptNewGold)
            return (All(run, Outcome.Failed, $"{run.Gold} is not the file the floor was measured on"), run);

        ScoreSheet sheet;
        try
        {
            sheet = Examine(run, gold);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            return (All(run, Outcome.Failed, e.Message), run);
        }
        var verdicts = run.Floors.Select(f => GateVerdict.Judge(run.Name, f.Key, f.Value, sheet[f.Key])).ToList();
        return (verdicts, run with { Sha256 = hash, Documents = sheet.Documents });
    }

    private ScoreSheet Examine(GateRun run, string gold)
    {
        var exam = Exam.All.FirstOrDefault(e => e.Step == run.Step) ?? throw new InvalidDataException($"there is no examination \"{run.Step}\"");
        return exam.Run(new ExamOptions(gold) { DataFolder = dataFolder, Types = run.Types?.Split(',').ToHashSet(), Roles = run.Roles?.Split(',').ToHashSet(), Raw = run.Raw, Given = run.Given, Every = run.Every }, pipeline);
    }

    private static List<GateVerdict> All(GateRun run, Outcome outcome, string reason) =>
        [.. run.Floors.Select(f => new GateVerdict(run.Name, f.Key, outcome, f.Value, null, reason))];
}
