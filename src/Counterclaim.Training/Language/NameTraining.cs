using System.CommandLine;
using Counterclaim.Language.Models;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary><c>train names</c>: the name tagger, on the tags of models/language.bin, written to models/names.bin.</summary>
public static class NameTraining
{
    private const int NameBytes = 2_000_000;

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the order in which sentences are learned.", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the corpora.", DefaultValueFactory = _ => 7 };
        var licensed = new Option<bool>("--licensed-only") { Description = "Leave out the corpus that states no licence (Worldwide)." };
        var language = new Option<string?>("--language") { Description = "The model that tags (default: models/language.bin).", HelpName = "FILE" };
        var output = new Option<string?>("--output") { Description = "Where to write the model (default: models/names.bin).", HelpName = "FILE" };
        var command = new Command("names", "Train the name tagger on the corpora under names/. Needs the model that train language writes.") { seed, epochs, licensed, language, output };
        command.SetAction(parsed =>
        {
            var models = Path.Combine(RepositoryFolder.Path, "models");
            var tags = ModelFile.Open(parsed.GetValue(language) ?? Path.Combine(models, "language.bin"));
            Run(DataFolder.From(parsed), tags, parsed.GetValue(seed), parsed.GetValue(epochs), parsed.GetValue(licensed),
                parsed.GetValue(output) ?? Path.Combine(models, "names.bin"), Console.Out.WriteLine);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Run(string data, ModelFile language, int seed, int epochs, bool licensedOnly, string path, Action<string> progress)
    {
        var lexicons = new Lexicons(HashTable16.From(language, "clusters"), HashTable16.From(language, "usual"));
        var tags = new TagSet(language.Lines("tags"));
        var tagger = new Tagger(SparseWeights.From(language, "tagger", tags.Names.Length), tags);

        List<NamedDocument> documents = [.. NameCorpus.UniversalNer(data, "train"), .. NameCorpus.WikiGold(data), .. NameCorpus.Wnut(data, "train")];
        if (!licensedOnly) documents.AddRange(NameCorpus.Worldwide(data, "train"));
        List<NamedSentence> sentences = [.. documents.SelectMany(d => d.Sentences)];
        progress($"{sentences.Count:N0} sentences, {sentences.Sum(s => s.Count):N0} words");
        var (weights, transitions) = new NameTrainer(tagger, lexicons, seed).Train(sentences, epochs, NameBytes, progress);
        progress($"  names: {weights.Features:N0} features, {weights.Bytes / 1e6:F1} MB");

        var writer = new ModelWriter();
        weights.WriteTo(writer, "names");
        writer.Add<short>("transitions", transitions);
        progress($"{path}: {writer.Write(path) / 1e6:F2} MB");

        var dev = new NameFigures(tagger, new Counterclaim.Language.Names.NameTagger(weights.Runtime(), Values<short>.Pinned(transitions)), lexicons);
        progress("Worldwide dev, all kinds:\n" + dev.Measure(NameCorpus.Worldwide(data, "dev")));
        progress("UNER EWT dev:\n" + dev.Measure(NameCorpus.UniversalNer(data, "dev")));
        progress("WNUT-17 dev:\n" + dev.Measure(NameCorpus.Wnut(data, "dev")));
    }
}
