using Counterclaim.Language;
using Counterclaim.Language.Conllu;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Trees;

/// <summary><c>evaluate trees</c>: tags, features, lemmas and dependency trees, and with <c>--raw</c> tokens and sentences too.</summary>
internal static class TreesExam
{
    public static Exam Exam { get; } = new("trees", "Tags, features, lemmas and dependency trees (CoNLL-U).", new HashSet<string> { "--raw" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(TreeFile.Read(options.Gold));
        if (options.WritePredictions is not null) throw new InvalidDataException("trees: use 'parse --format conllu' to keep the trees.");
        var system = options.Predictions is { } path
            ? [.. options.Chosen(TreeFile.Read(path)).Select(d => d.Trees)]
            : Pipeline.ForAll(gold, g => Predict(g, options.Raw, pipeline.Analyzer));
        if (system.Length != gold.Count)
            throw new InvalidDataException($"{options.Predictions}: {system.Length} documents where {options.Gold} has {gold.Count}.");

        var scores = Pipeline.ForAll([.. gold.Zip(system)], pair => TreeScores.Of(pair.First.Trees, pair.Second));
        var heading = $"{gold.Count} documents, {gold.Sum(g => g.Trees.Sentences.Count)} sentences, {gold.Sum(g => g.Trees.Words.Count)} words"
            + (options.Predictions is not null ? "" : options.Raw ? ", from raw text" : ", with the gold's tokens");
        return new ScoreSheet("trees", heading, gold.Count, Bootstrap.Rows(scores, Tally.Sum, options.Boot));
    }

    private static TreeDocument Predict(TreeFileDocument gold, bool raw, Analyzer analyzer)
    {
        var given = ConlluReader.Read(new StringReader(gold.Source));
        return raw
            ? FromText(analyzer.Analyze(given.Text))
            : OnGoldWords(gold.Trees, analyzer.Analyze(given.Text, given.Tokens, given.Sentences));
    }

    private static TreeDocument OnGoldWords(TreeDocument gold, Analysis analysis) => gold with
    {
        Words = [.. gold.Words.Select((word, i) => word with
        {
            Lemma = analysis.Lemma(i),
            Upos = UniversalNames.Of(analysis.Upos[i]),
            Xpos = analysis.Xpos(i),
            Features = analysis.Features(i),
            Head = analysis.Heads[i],
            Deprel = UniversalNames.Of(analysis.Deprels[i]),
        })],
    };

    /// <summary>Our tokens are syntactic words, each a token of its own: contractions are parted without a multiword token around them.</summary>
    private static TreeDocument FromText(Analysis analysis)
    {
        var lines = new StringWriter();
        ConlluWriter.Write(lines, analysis, "");
        return TreeFile.Parse(lines.ToString().Split('\n'));
    }
}
