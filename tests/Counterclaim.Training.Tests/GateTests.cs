using Counterclaim.Training.Evaluation.Gate;

namespace Counterclaim.Training.Tests;

public sealed class GateTests : IDisposable
{
    private const string LinkedContent = "B linked token content / F1";
    private readonly string _folder = Directory.CreateTempSubdirectory("counterclaim-gate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0.7, 0.7, Outcome.Passed)]
    [InlineData(0.7, 0.6996, Outcome.Passed)]
    [InlineData(0.7, 0.6994, Outcome.Failed)]
    [InlineData(0.0, double.NaN, Outcome.Passed)]
    [InlineData(0.7, double.NaN, Outcome.Failed)]
    public void Given_AFloor_When_AFigureIsJudged_Then_OnlyAFallFails(double floor, double value, Outcome expected) =>
        Assert.Equal(expected, GateVerdict.Judge("run", "figure", floor, value).Outcome);

    [Fact]
    public void Given_NoSuchFigure_When_Judged_Then_ItFails() =>
        Assert.Equal(Outcome.Failed, GateVerdict.Judge("run", "figure", 0, value: null).Outcome);

    [Fact]
    public void Given_NoDataFolder_When_TheGateRuns_Then_EveryMeasureIsSkippedAloud()
    {
        var run = new GateRun("quotes", "quotes", "quotes/absent.jsonl", new() { [LinkedContent] = 0.7 });
        var (verdicts, measured) = new GateRunner(_folder, new()).Judge(run, acceptNewGold: false);
        var verdict = Assert.Single(verdicts);
        Assert.Equal(Outcome.Skipped, verdict.Outcome);
        Assert.Contains("absent.jsonl", verdict.ToString(), StringComparison.Ordinal);
        Assert.Same(run, measured);
    }

    [Fact]
    public void Given_AnotherGoldFile_When_TheGateRuns_Then_ItFailsRatherThanCompare()
    {
        File.WriteAllText(Path.Combine(_folder, "gold.jsonl"), "{}");
        var run = new GateRun("quotes", "quotes", "gold.jsonl", new() { [LinkedContent] = 0 }) { Sha256 = "0123" };
        var (verdicts, _) = new GateRunner(_folder, new()).Judge(run, acceptNewGold: false);
        Assert.Equal(Outcome.Failed, Assert.Single(verdicts).Outcome);
    }

    [Fact]
    public void Given_ABaseline_When_WrittenAndRead_Then_ItIsTheSame()
    {
        var path = Path.Combine(_folder, "baseline.json");
        var baseline = new Baseline([new GateRun("places gwn", "places", "geo/gwn.dev.jsonl", new() { ["end to end @161km / F1"] = 0.5 }) { Types = "Literal,Mixed", Every = 3 }]);
        baseline.Write(path);
        var read = Baseline.Read(path);
        Assert.Equal(baseline.Runs[0].Floors, read.Runs[0].Floors);
        Assert.Equal(baseline.Runs[0] with { Floors = read.Runs[0].Floors }, read.Runs[0]);
    }

    [Fact]
    public void TheDocumentedFloorsAreTheCommittedOnes()
    {
        var document = File.ReadAllText(FloorTable.Path);
        var baseline = Baseline.Read(Path.Combine(RepositoryFolder.Path, "eval", "baseline.json"));
        Assert.Equal(FloorTable.Replace(document, baseline), document);
        Assert.Contains(baseline.Runs[0].Gold, document, StringComparison.Ordinal);
    }

    /// <summary>The committed floors name examinations and figures that exist.</summary>
    [Fact]
    public void TheCommittedBaselineIsWellFormed()
    {
        var baseline = Baseline.Read(Path.Combine(RepositoryFolder.Path, "eval", "baseline.json"));
        Assert.NotEmpty(baseline.Runs);
        Assert.Equal(baseline.Runs.Count, baseline.Runs.Select(r => r.Name).Distinct().Count());
        foreach (var run in baseline.Runs)
        {
            Assert.Contains(Counterclaim.Training.Evaluation.Exam.All, e => e.Step == run.Step);
            Assert.All(run.Floors, f => Assert.InRange(f.Value, 0, 1));
        }
    }
}
