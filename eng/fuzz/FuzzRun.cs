using System.Diagnostics;
using Counterclaim.Language;

namespace Counterclaim.Fuzz;

/// <summary>What a run does and where it says so.</summary>
/// <param name="Seed">Of the first text; each following text has the next number.</param>
/// <param name="Time">How long to go on.</param>
/// <param name="FailureFolder">Where texts that fail are kept.</param>
/// <param name="MeasureGrowth">Whether half of the time goes to measuring how time grows.</param>
public sealed record FuzzOptions(int Seed, TimeSpan Time, string FailureFolder, bool MeasureGrowth);

/// <summary>Analyzes one hostile text after another, checks what must hold, and measures how time grows.</summary>
public sealed class FuzzRun(Analyzer analyzer, HostileTexts texts, FuzzOptions options, TextWriter output)
{
    /// <summary>Growth above this is no noise of measuring (a quadratic step gives 8).</summary>
    public const double WorstRatio = 2.5;

    /// <summary>Seconds of one core for a million characters; a million one-character tokens are the worst honest case.</summary>
    public const double WorstSecondsPerMillion = 120;

    private const int ShortestGrowthText = 8_192;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _growthTime;
    private TimeSpan _nextProgress = TimeSpan.FromSeconds(10);
    private (Growth Growth, int Seed) _worstRatio;
    private (Growth Growth, int Seed) _worstTime;

    public int Failures { get; private set; }

    public int Texts { get; private set; }

    public long Characters { get; private set; }

    public int Growths { get; private set; }

    public void Run()
    {
        for (var seed = options.Seed; _watch.Elapsed < options.Time; seed++)
        {
            if (options.MeasureGrowth && _growthTime < _watch.Elapsed / 2) Measure(seed);
            Check(seed);
            if (_watch.Elapsed < _nextProgress) continue;
            output.WriteLine(Progress(seed));
            _nextProgress = _watch.Elapsed + TimeSpan.FromSeconds(10);
        }
        output.WriteLine(Progress(options.Seed + Texts - 1));
    }

    private string Progress(int seed) =>
        string.Create(null, $"{_watch.Elapsed:hh\\:mm\\:ss}  {Texts} texts, {Characters / 1e6:0.0} million characters, {Growths} growths, {Failures} failures; ")
        + string.Create(null, $"worst growth {_worstRatio.Growth.Ratio:0.00} (seed {_worstRatio.Seed}), ")
        + string.Create(null, $"worst time {_worstTime.Growth.SecondsPerMillion:0.0} s a million characters (seed {_worstTime.Seed}); at seed {seed}");

    private void Check(int seed)
    {
        var (kind, text) = texts.Make(seed);
        Texts++;
        Characters += text.Length;
        if (AnalysisChecks.Broken(analyzer, text) is not { } broken) return;
        Fail(seed, kind, broken, FailureFile.Minimised(text, shorter => AnalysisChecks.Broken(analyzer, shorter) is not null));
    }

    private void Measure(int seed)
    {
        var started = _watch.Elapsed;
        var (kind, unit) = texts.MakeUnit(seed);
        var growth = GrowthMeter.Measure(text => analyzer.Analyze(text), unit, ShortestGrowthText);
        // What looks bad is measured again; the better of the two counts.
        if (IsBad(growth) && GrowthMeter.Measure(text => analyzer.Analyze(text), unit, 2 * ShortestGrowthText) is var second && second.Ratio < growth.Ratio) growth = second;
        Growths++;
        if (growth.Ratio > _worstRatio.Growth.Ratio) _worstRatio = (growth, seed);
        if (growth.SecondsPerMillion > _worstTime.Growth.SecondsPerMillion) _worstTime = (growth, seed);
        if (IsBad(growth))
            Fail(seed, kind, string.Create(null, $"eight times the text takes {8 * growth.Ratio:0.0} times as long, {growth.SecondsPerMillion:0.0} s a million characters"), unit);
        _growthTime += _watch.Elapsed - started;
    }

    private static bool IsBad(Growth growth) => growth.Ratio > WorstRatio || growth.SecondsPerMillion > WorstSecondsPerMillion;

    private void Fail(int seed, string kind, string broken, string text)
    {
        Failures++;
        var path = Path.Combine(options.FailureFolder, $"seed-{seed}.txt");
        FailureFile.Write(path, text);
        output.WriteLine($"FAILED seed {seed}, {kind}: {broken}");
        output.WriteLine($"       {text.Length} characters kept in {path}");
    }
}
