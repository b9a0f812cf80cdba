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

    private static readonly Option<string?> Without = new("--without")
    {
        Description = "Leave out the articles of this publisher, and examine with its articles alone.",
        HelpName = "PUBLISHER",
    };

    private static readonly Option<double> Share = new("--share")
    {
        Description = "Learn from this share of the articles, for a learning curve.",
        HelpName = "SHARE",
        DefaultValueFactory = _ => 1,
    };

    public static Command Create()
    {
        var command = new Command("statements", "Train what finds attributions: cues, holders, contents.") { Examine, Out, Without, Share };
        command.SetAction(parsed =>
        {
            var data = DataFolder.From(parsed);
            var (without, share) = (parsed.GetValue(Without), parsed.GetValue(Share));
            var all = QuoteCorpus.Read(Path.Combine(data, "quotes", "polnear.train.jsonl")).Where(d => d.Publisher != without).ToList();
            // Taken evenly from the whole, since the corpus is sorted by publisher.
            var documents = all.Where((_, i) => (int)((i + 1) * share) > (int)(i * share)).ToList();
            if (documents.Count == 0)
            {
                Console.Error.WriteLine("counterclaim train: no article is left to learn from; --share takes a number above 0 and up to 1.");
                return ExitCodes.WrongUsage;
            }
            IReadOnlyList<QuoteDocument> examined = parsed.GetValue(Examine) is { } gold
                ? [.. QuoteCorpus.Read(DataFolder.Resolve(parsed, gold)).Where(d => without is null || d.Publisher == without)]
                : [];
            return Run(parsed.GetValue(Out)!, data, documents, examined);
        });
        return command;
    }

    private static int Run(string output, string data, List<QuoteDocument> documents, IReadOnlyList<QuoteDocument> examined)
    {
        void Log(string line) => Console.Error.WriteLine(line);
        var analyzer = Analyzer.Load().WithStates();
        var (keys, leaves) = WordClusters.Build(ClusterFile.Read(Path.Combine(data, "clusters", "glove100d-bisect11.txt")));
        var clusters = new WordClusters(Values<uint>.Pinned(keys), Values<ushort>.Pinned(leaves));
        Log($"{documents.Count} documents");
        var gold = documents.Select(d => new GoldTokens(d, analyzer, clusters)).ToList();
        var length = new StatementTrainer(Log).Train(gold, (keys, leaves)).Write(output);
        Log($"{output}: {length} bytes");
        if (examined.Count > 0) WriteFindings(examined, output, analyzer, StatementModel.Open(output));
        return ExitCodes.Done;
    }

    private static void WriteFindings(IReadOnlyList<QuoteDocument> documents, string output, Analyzer analyzer, StatementModel model)
    {
        var extractor = new StatementExtractor(model);
        using var file = new StreamWriter(Path.ChangeExtension(output, ".found.jsonl"));
        foreach (var document in documents)
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
