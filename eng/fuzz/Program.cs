using System.CommandLine;
using System.Text.Json;
using Counterclaim.Language;
using Counterclaim.Fuzz;

var minutes = new Option<double>("--minutes") { Description = "How long to go on.", DefaultValueFactory = _ => 1 };
var seed = new Option<int>("--seed") { Description = "Seed of the first text; each text after it has the next number.", DefaultValueFactory = _ => 1 };
var articles = new Option<string[]>("--articles")
{
    Description = "Ordinary texts to spoil: text files, or JSONL with a field \"text\".",
    AllowMultipleArgumentsPerToken = true,
    Required = true,
};
var keep = new Option<string>("--keep") { Description = "Where texts that fail are kept, cut as short as they still fail.", DefaultValueFactory = _ => "fuzz-failures" };
var replay = new Option<string[]>("--replay") { Description = "Check these kept texts again and stop.", AllowMultipleArgumentsPerToken = true };
var reading = new Option<bool>("--reading") { Description = "Read whole reports, from bytes to statements, instead of analyzing texts." };
var root = new RootCommand(
    "Analyzes hostile texts and checks that no exception is thrown, every character that is not blank lies in exactly one token, sentences part "
    + "the tokens, every sentence is one tree, names lie inside sentences, what is written as CoNLL-U reads back, another thread finds the same, "
    + "and time grows as the text does.") { minutes, seed, articles, keep, replay, reading };
root.SetAction(parsed =>
{
    var budget = TimeSpan.FromMinutes(parsed.GetValue(minutes));
    if (parsed.GetValue(reading))
    {
        var hostile = new HostileTexts([.. parsed.GetValue(articles)!.SelectMany(Texts)]);
        return new ReadingRun(hostile, new FuzzOptions(parsed.GetValue(seed), budget, parsed.GetValue(keep)!, MeasureGrowth: true), Console.Out).Run() == 0 ? 0 : 1;
    }
    var analyzer = Analyzer.Load();
    if (parsed.GetValue(replay) is { Length: > 0 } kept)
    {
        var broken = kept.Select(path => (path, what: AnalysisChecks.Broken(analyzer, FailureFile.Read(path)))).Where(k => k.what is not null).ToList();
        foreach (var (path, what) in broken) Console.WriteLine($"FAILED {path}: {what}");
        Console.WriteLine($"{kept.Length} texts, {broken.Count} failures");
        return broken.Count == 0 ? 0 : 1;
    }
    var texts = new HostileTexts([.. parsed.GetValue(articles)!.SelectMany(Texts)]);
    var options = new FuzzOptions(parsed.GetValue(seed), budget, parsed.GetValue(keep)!, MeasureGrowth: true);
    var run = new FuzzRun(analyzer, texts, options, Console.Out);
    run.Run();
    return run.Failures == 0 ? 0 : 1;
});
return root.Parse(args).Invoke();

static IEnumerable<string> Texts(string path) => path.EndsWith(".jsonl", StringComparison.Ordinal)
    ? File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)
    : [File.ReadAllText(path)];
