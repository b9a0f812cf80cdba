using System.CommandLine;
using Counterclaim.Language.Features;
using Counterclaim.Language.Parsing;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary><c>train language</c>: tagger and parser from the treebanks, written to models/language.bin.</summary>
public static class LanguageTraining
{
    private const int Folds = 5;
    private const int TaggerBytes = 1_800_000;
    private const int ParserBytes = 5_500_000;

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the order in which sentences are learned.", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 6 };
        var output = new Option<string?>("--output") { Description = "Where to write the model (default: models/language.bin).", HelpName = "FILE" };
        var command = new Command("language", "Train the tagger and the parser on the treebanks under ud/.") { seed, epochs, output };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output) ?? Path.Combine(RepositoryFolder.Path, "models", "language.bin");
            Run(DataFolder.From(parsed), parsed.GetValue(seed), parsed.GetValue(epochs), path, Console.Out.WriteLine);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Run(string data, int seed, int epochs, string path, Action<string> progress)
    {
        List<GoldSentence> train = [.. Treebank.Ewt(data, "train"), .. Treebank.Gum(data, "train", freeOnly: true)];
        progress($"{train.Count:N0} sentences, {train.Sum(s => s.Count):N0} words (EWT, and GUM's free genres)");
        var tags = TaggerTrainer.TagsOf(train);
        var clusters = LexiconBuilder.Clusters(Path.Combine(data, "clusters", "glove100d-bisect11.txt"));
        var usual = LexiconBuilder.UsualTags(train, tags);
        var lexicons = new Lexicons(ModelWriter.InMemory(clusters), ModelWriter.InMemory(usual));

        var tagger = new TaggerTrainer(tags, lexicons, seed).Train(train, epochs, TaggerBytes, progress);
        progress($"  tagger: {tagger.Features:N0} features, {tagger.Bytes / 1e6:F1} MB");
        var given = CrossTagged(train, tags, lexicons, seed, epochs, progress);
        var parser = new ParserTrainer(tags, lexicons, seed).Train(given, epochs, ParserBytes, progress);
        progress($"  parser: {parser.Features:N0} features, {parser.Bytes / 1e6:F1} MB");

        var writer = new ModelWriter();
        writer.Add("tags", tags.Names);
        writer.Add("clusters", clusters);
        writer.Add("usual", usual);
        tagger.WriteTo(writer, "tagger");
        parser.WriteTo(writer, "parser");
        progress($"{path}: {writer.Write(path) / 1e6:F2} MB");

        var dev = new TreeFigures(new Tagger(tagger.Runtime(), tags), new Parser(parser.Runtime()), lexicons);
        progress("On given tokens:");
        progress("  EWT dev              " + dev.Measure(Treebank.Ewt(data, "dev")));
        progress("  GUM dev, free genres " + dev.Measure(Treebank.Gum(data, "dev", freeOnly: true)));
        progress("  GUM dev, all         " + dev.Measure(Treebank.Gum(data, "dev", freeOnly: false)));
    }

    /// <summary>Tags every sentence by a tagger that has not seen it, so that the parser learns from tags as good as it will get.</summary>
    private static List<(GoldSentence Gold, byte[] Tags)> CrossTagged(List<GoldSentence> train, TagSet tags, Lexicons lexicons, int seed,
        int epochs, Action<string> progress)
    {
        var result = new (GoldSentence, byte[])[train.Count];
        // Neighbouring sentences share words: folds are runs of fifty.
        int FoldOf(int i) => i / 50 % Folds;
        var sentence = new Sentence();
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = train.Where((_, i) => FoldOf(i) != fold).ToList();
            var tagger = new Tagger(new TaggerTrainer(tags, lexicons, seed).Train(others, Math.Min(4, epochs), TaggerBytes, _ => { }).Runtime(), tags);
            for (var i = 0; i < train.Count; i++)
            {
                if (FoldOf(i) != fold) continue;
                sentence.Read(train[i].Source.Text, train[i].Spans, lexicons.Clusters, lexicons.Usual);
                tagger.Tag(sentence);
                result[i] = (train[i], sentence.Tag[..train[i].Count]);
            }
            progress($"  fold {fold + 1} of {Folds} tagged by the others");
        }
        return [.. result];
    }
}
