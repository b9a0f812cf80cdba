using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Consequences;

namespace Counterclaim.Training.Consequences;

/// <summary><c>train consequences</c>: weights for the wordings of cause and effect.</summary>
internal static class TrainConsequencesCommand
{
    public static Command Create()
    {
        var threshold = new Option<double>("--threshold") { Description = "Least probability of a pair that is shown.", DefaultValueFactory = _ => 0.5 };
        var predictions = new Option<string?>("--write-predictions") { Description = "Keep what is found in the fifth set aside, in the corpus's own form.", HelpName = "FILE" };
        var command = new Command("consequences", "Learn from cause/cnc.train.jsonl which wordings join cause and effect; writes models/consequences.tsv.") { threshold, predictions };
        command.SetAction(parsed => Run(DataFolder.Resolve(parsed, "cause/cnc.train.jsonl"), parsed.GetValue(threshold), parsed.GetValue(predictions)));
        return command;
    }

    private static int Run(string corpus, double threshold, string? predictions)
    {
        var sentences = CausalNews.Read(corpus);
        var examples = new ConsequenceTrainer(Analyzer.Load()).Examples(sentences);
        var training = examples.Where(e => !e.Sentence.HeldOut).ToList();
        var heldOut = examples.Where(e => e.Sentence.HeldOut).ToList();
        var aside = sentences.Where(s => s.HeldOut).ToList();
        Console.WriteLine($"{sentences.Count - aside.Count} sentences train with {training.Count} candidates; {aside.Count} are set aside with {heldOut.Count}.");
        var weights = ConsequenceTrainer.Train(training, threshold);
        foreach (var at in new[] { 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, threshold }.Distinct().Order())
            foreach (var line in ConsequenceTrainer.Figures(aside, heldOut, weights with { Threshold = at })) Console.WriteLine(line);
        Write(weights);
        if (predictions is not null) WritePredictions(predictions, aside, heldOut, weights);
        return ExitCodes.Done;
    }

    private static void Write(ConsequenceWeights weights)
    {
        var path = Path.Combine(RepositoryFolder.Path, "models", "consequences.tsv");
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("# Weights of the features of a pair of passages, learnt by: counterclaim train consequences (models/consequences.md)");
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threshold\t{weights.Threshold}"));
        foreach (var (feature, weight) in weights.Weights.OrderBy(w => w.Key, StringComparer.Ordinal))
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature}\t{weight:F3}"));
        Console.WriteLine($"{path}: {weights.Weights.Count} features");
    }

    private static void WritePredictions(string path, IReadOnlyList<CausalSentence> sentences, IReadOnlyList<ConsequenceTrainer.Example> examples, ConsequenceWeights weights)
    {
        var bySentence = examples.Select(e => (Example: e, Probability: weights.Probability(e.Features))).Where(e => e.Example.Candidate.Sure || e.Probability >= weights.Threshold).ToLookup(e => e.Example.Sentence.Id);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var sentence in sentences)
        {
            var found = bySentence[sentence.Id].OrderByDescending(e => e.Probability).Select(e => e.Example).ToList();
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                id = sentence.Id,
                split = sentence.Split,
                text = sentence.Text,
                causal = found.Count > 0 ? 1 : 0,
                relations = found.Select(e => new { spans = Spans(sentence.Text, e) }),
            }));
        }
    }

    private static List<object> Spans(string text, ConsequenceTrainer.Example example)
    {
        var map = new CodePointMap(text);
        var spans = new List<object> { Span("cause", example.Cause), Span("effect", example.Effect) };
        if (example.Marker is { } marker) spans.Add(Span("signal", marker));
        return spans;

        object Span(string role, TextSpan span) => new { role, start = map.ToCodePoint(span.Start), end = map.ToCodePoint(span.End) };
    }
}
