using Counterclaim.Language;
using Counterclaim.Language.Bio;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Names;

/// <summary><c>evaluate names</c>: names and their classes.</summary>
internal static class NamesExam
{
    public static Exam Exam { get; } = new("names", "Names and their classes (token and BIO tag).", new HashSet<string> { "--raw" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(BioFile.Read(options.Gold));
        var classes = NameClasses.For(gold.SelectMany(g => g.Tags).Select(NameScores.Label).OfType<string>().ToHashSet());
        var predicted = options.Predictions is { } path
            ? [.. options.Chosen(BioFile.Read(path)).Select(d => NameScores.Marks(d, classes).ToList())]
            : Pipeline.ForAll(gold, g => Predict(g, options.Raw, classes, pipeline.Analyzer));
        if (predicted.Length != gold.Count)
            throw new InvalidDataException($"{options.Predictions}: {predicted.Length} documents where {options.Gold} has {gold.Count}.");
        if (options.WritePredictions is { } kept) BioFile.Write(kept, gold.Zip(predicted, WithTags));

        var marks = gold.Select(g => NameScores.Marks(g, classes).ToList()).ToList();
        var scores = marks.Zip(predicted, NameScores.Of).ToList();
        var heading = $"{gold.Count} documents, {marks.Sum(m => m.Count)} gold names, {predicted.Sum(p => p.Count)} predicted, classes of {classes.Name}"
            + (options.Raw ? ", from raw text" : "");
        return new ScoreSheet("names", heading, gold.Count, Bootstrap.Rows(scores, Tally.Sum, options.Boot));
    }

    private static List<NameMark> Predict(BioDocument gold, bool raw, NameClasses classes, Analyzer analyzer)
    {
        var analysis = raw ? analyzer.Analyze(gold.Text) : analyzer.Analyze(gold.Text, [.. gold.Tokens], [.. gold.SentenceRanges]);
        return [.. analysis.Names
            .Where(n => classes.Of(UniversalNames.Of(n.Kind)) is not null)
            .Select(n => new NameMark(analysis.SpanOf(n.Tokens), classes.Of(UniversalNames.Of(n.Kind))!))];
    }

    /// <summary>The document with tags of the predicted names; a name that parts a token takes the whole of it.</summary>
    private static BioDocument WithTags(BioDocument document, IReadOnlyList<NameMark> names)
    {
        var tags = Enumerable.Repeat("O", document.Tokens.Count).ToArray();
        foreach (var name in names)
        {
            var inside = false;
            for (var i = 0; i < tags.Length; i++)
            {
                if (!document.Tokens[i].Overlaps(name.Span)) continue;
                tags[i] = (inside ? "I-" : "B-") + name.Class;
                inside = true;
            }
        }
        return document with { Tags = tags };
    }
}
