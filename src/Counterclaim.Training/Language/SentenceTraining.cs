using System.CommandLine;
using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Training.Language;

/// <summary><c>train sentences</c>: where sentences end, from the treebanks, written to models/sentences.bin.</summary>
public static class SentenceTraining
{
    private const int WeightBytes = 200_000;
    private const int MostWords = 13_000;

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the order in which decisions are learned.", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 8 };
        var output = new Option<string?>("--output") { Description = "Where to write the model (default: models/sentences.bin).", HelpName = "FILE" };
        var command = new Command("sentences", "Train the decision on sentence ends on the treebanks under ud/.") { seed, epochs, output };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output) ?? Path.Combine(RepositoryFolder.Path, "models", "sentences.bin");
            Run(DataFolder.From(parsed), parsed.GetValue(seed), parsed.GetValue(epochs), path, Console.Out.WriteLine);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Run(string data, int seed, int epochs, string path, Action<string> progress)
    {
        var ewt = Path.Combine(data, "ud", "ewt", "en_ewt-ud-");
        var gum = Path.Combine(data, "ud", "gum", "en_gum-ud-");
        var table = WordClasses.Of([.. Treebank.Ewt(data, "train"), .. Treebank.Gum(data, "train", freeOnly: true)],
            Path.Combine(data, "clusters", "glove100d-bisect11.txt"), MostWords);
        var classes = ModelWriter.InMemory(table);
        // Each document twice, the second time in one paragraph: headlines and lists do run together.
        List<RawDocument> train = [.. RawDocument.Read(ewt + "train.conllu", _ => true), .. RawDocument.Read(gum + "train.conllu", Treebank.IsFree)];
        progress($"{train.Count:N0} documents, {train.Sum(d => d.Ends.Count):N0} sentences (EWT, and GUM's free genres)");
        train.AddRange([.. train.Select(d => d.Flat())]);
        var weights = new SentenceTrainer(classes, seed).Train(train, epochs, WeightBytes, progress);
        progress($"  {table.Count:N0} words, {weights.Features:N0} features, {weights.Bytes / 1e3:F0} KB");

        var writer = new ModelWriter();
        writer.Add(SentenceSplitter.ClassTable, table);
        weights.WriteTo(writer, SentenceSplitter.Weights);
        progress($"{path}: {writer.Write(path) / 1e3:F0} KB");

        var splitter = new SentenceSplitter(classes, weights.Runtime());
        var ewtDev = RawDocument.Read(ewt + "dev.conllu", _ => true);
        var gumDev = RawDocument.Read(gum + "dev.conllu", _ => true);
        progress("Sentences F1:");
        progress("  EWT dev                     " + Figures(splitter, ewtDev));
        progress("  EWT dev, lines wrapped      " + Figures(splitter, [.. ewtDev.Select(d => d.Wrapped())]));
        progress("  EWT dev, without paragraphs " + Figures(splitter, [.. ewtDev.Select(d => d.Flat())]));
        progress("  GUM dev, all                " + Figures(splitter, gumDev));
        progress("  GUM dev, news and interview " + Figures(splitter, [.. gumDev.Where(d => d.Id.Contains("_news_") || d.Id.Contains("_interview_"))]));
    }

    private static string Figures(SentenceSplitter splitter, List<RawDocument> documents)
    {
        int right = 0, found = 0, gold = 0;
        foreach (var document in documents)
        {
            var tokens = new List<TextSpan>();
            var sentences = new List<TokenRange>();
            Tokenizer.Tokenize(document.Text, document.Span, tokens);
            splitter.Split(document.Text, document.Span, tokens, 0, sentences, new TokenLooks());
            var ends = document.Ends.Order().ToArray();
            HashSet<(int, int)> spans = [.. ends.Select((end, i) => (i == 0 ? 0 : ends[i - 1], end))];
            var last = 0;
            foreach (var sentence in sentences)
            {
                var end = tokens[sentence.End - 1].End;
                if (spans.Contains((last, end))) right++;
                last = end;
            }
            found += sentences.Count;
            gold += ends.Length;
        }
        return string.Create(CultureInfo.InvariantCulture, $"P {1.0 * right / found:F4}  R {1.0 * right / gold:F4}  F1 {2.0 * right / (found + gold):F4}");
    }
}
