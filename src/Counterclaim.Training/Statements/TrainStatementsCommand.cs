using System.CommandLine;
using System.Text.Json;
using Counterclaim.Language;
using Counterclaim.Language.Models;
using Counterclaim.Model;
using Counterclaim.Reading.Statements;
using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Training.Statements;

/// <summary><c>train statements</c>: cues, their holders and contents.</summary>
internal static class TrainStatementsCommand
{
    private static readonly Option<string?> Examine = new("--examine")
    {
        Description = "Also read this corpus with the new model and write what it finds beside the weights, for a scorer.",
        HelpName = "GOLD",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Where the weights go.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.Combine(RepositoryFolder.Path, "models", "statements.bin"),
    };

    public static Command Create()
    {
        var command = new Command("statements", "Train what finds attributions: cues, holders, contents.") { Examine, Out };
        command.SetAction(parsed => Run(
            parsed.GetValue(Out)!, DataFolder.From(parsed), parsed.GetValue(Examine) is { } gold ? DataFolder.Resolve(parsed, gold) : null));
        return command;
    }

    private static int Run(string output, string data, string? examine)
    {
        void Log(string line) => Console.Error.WriteLine(line);
        var analyzer = Analyzer.Load().WithStates();
        var (keys, leaves) = WordClusters.Build(ClusterFile.Read(Path.Combine(data, "clusters", "glove100d-bisect11.txt")));
        var clusters = new WordClusters(Values<uint>.Pinned(keys), Values<ushort>.Pinned(leaves));
        var documents = QuoteCorpus.Read(Path.Combine(data, "quotes", "polnear.train.jsonl"));
        Log($"{documents.Count} documents");
        var gold = documents.Select(d => new GoldTokens(d, analyzer, clusters)).ToList();
        var length = new StatementTrainer(Log).Train(gold, (keys, leaves)).Write(output);
        Log($"{output}: {length} bytes");
        if (examine is not null) WriteFindings(examine, output, analyzer, StatementModel.Open(output));
        return ExitCodes.Done;
    }

    private static void WriteFindings(string goldPath, string output, Analyzer analyzer, StatementModel model)
    {
        var extractor = new StatementExtractor(model);
        using var file = new StreamWriter(Path.ChangeExtension(output, ".found.jsonl"));
        foreach (var document in QuoteCorpus.Read(goldPath))
        {
            var report = GoldTokens.AsReport(document);
            var analysis = analyzer.Analyze(document.Text, [.. report.Paragraphs.Select(p => p.Span)]);
            var map = new CodePointMap(document.Text);
            int[][] Points(SpanList spans) => [.. spans.Select(s => new[] { map.ToCodePoint(s.Start), map.ToCodePoint(s.End) })];
            file.WriteLine(JsonSerializer.Serialize(new
            {
                id = document.Id,
                statements = extractor.Extract(report, analysis, explain: false).Where(s => s.Producer != StatementExtractor.Nested).Select(s => new
                {
                    holder = Points(s.Holder),
                    cue = Points(s.Cue),
                    content = Points(s.Content),
                    confidence = s.Confidence,
                }),
            }));
        }
    }
}
