using System.CommandLine;

namespace Counterclaim.Training.Evaluation.Gate;

/// <summary><c>evaluate gate</c>: no figure may fall below the floor it once reached.</summary>
internal static class GateCommand
{
    private static string DefaultBaseline => Path.Combine(RepositoryFolder.Path, "eval", "baseline.json");

    public static Command Create()
    {
        var update = new Option<bool>("--update") { Description = "Raise the floors to today's figures." };
        var allowLower = new Option<bool>("--allow-lower") { Description = "With --update: lower floors too." };
        var only = new Option<string?>("--only") { Description = "Only the runs whose name contains this.", HelpName = "NAME" };
        var baseline = new Option<string>("--baseline")
        {
            Description = "The file with the floors.",
            HelpName = "FILE",
            DefaultValueFactory = _ => DefaultBaseline,
        };
        var command = new Command("gate", "Hold every measure against its floor; the last line counts passed, failed and skipped.")
        {
            update, allowLower, only, baseline,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(baseline)!, DataFolder.From(parsed), parsed.GetValue(only), parsed.GetValue(update), parsed.GetValue(allowLower)));
        return command;
    }

    private static int Run(string path, string dataFolder, string? only, bool update, bool allowLower)
    {
        var baseline = Baseline.Read(path);
        var runner = new GateRunner(dataFolder, new Pipeline());
        var verdicts = new List<GateVerdict>();
        var measured = new List<GateRun>();
        foreach (var run in baseline.Runs)
        {
            if (only is not null && !run.Name.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                measured.Add(run);
                continue;
            }
            var (judged, after) = runner.Judge(run, acceptNewGold: update && allowLower);
            foreach (var verdict in judged) Console.WriteLine(verdict);
            verdicts.AddRange(judged);
            measured.Add(Raise(after, judged, allowLower));
        }
        var failed = verdicts.Count(v => v.Outcome == Outcome.Failed);
        if (update) failed = Update(path, new Baseline(measured), verdicts, allowLower);
        Console.WriteLine($"{verdicts.Count(v => v.Outcome == Outcome.Passed)} passed, {failed} failed, "
            + $"{verdicts.Count(v => v.Outcome == Outcome.Skipped)} skipped");
        return failed == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static int Update(string path, Baseline raised, List<GateVerdict> verdicts, bool allowLower)
    {
        var fallen = verdicts.Where(v => v.Outcome == Outcome.Failed && (v.Value is null || !allowLower)).ToList();
        if (fallen.Count > 0)
        {
            Console.Error.WriteLine($"counterclaim: {fallen.Count} figures fell below their floor or were not measured; the floors stay. "
                + "Say --allow-lower to lower them on purpose.");
            return fallen.Count;
        }
        raised.Write(path);
        if (path == DefaultBaseline) File.WriteAllText(FloorTable.Path, FloorTable.Replace(File.ReadAllText(FloorTable.Path), raised));
        return 0;
    }

    private static GateRun Raise(GateRun run, IReadOnlyList<GateVerdict> verdicts, bool allowLower)
    {
        var floors = new SortedDictionary<string, double>(run.Floors, StringComparer.Ordinal);
        foreach (var verdict in verdicts)
        {
            if (verdict.Value is not { } value) continue;
            var floor = Math.Floor(value * 10000) / 10000;
            floors[verdict.Figure] = allowLower ? floor : Math.Max(verdict.Floor, floor);
        }
        return run with { Floors = floors };
    }
}
