using System.Globalization;
using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Pages;

/// <summary><c>evaluate pages</c>: main text, title, authors and day of saved pages.</summary>
internal static class PagesExam
{
    public static Exam Exam { get; } = new("pages", "Main text, title, authors and day of saved pages.", new HashSet<string>(), Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(PageFile.Read(options.Gold));
        var predicted = options.Predictions is { } path
            ? PageFile.Read(path)
            : Pipeline.ForAll(gold, g => Predict(g, Path.GetDirectoryName(options.Gold)!));
        if (options.WritePredictions is { } kept) PageFile.Write(kept, predicted);
        var byId = predicted.ToLookup(p => p.Id);
        Predictions.WarnOfStrangers(predicted.Select(p => p.Id), gold.Select(g => g.Id));

        var scores = Pipeline.ForAll(gold, g => PageScores.Of(g, byId[g.Id].LastOrDefault()));
        var heading = $"{gold.Count} pages, {gold.Count(g => byId.Contains(g.Id))} predicted";
        return new ScoreSheet("pages", heading, gold.Count, Bootstrap.Rows(scores, Tally.Sum, options.Boot));
    }

    /// <summary>The main text is what the report holds without its title, captions and furniture.</summary>
    private static PageRecord Predict(PageRecord gold, string folder)
    {
        var file = gold.File ?? throw new InvalidDataException($"page {gold.Id} names no saved page.");
        var prediction = new PageRecord(gold.Id, gold.File, gold.Url);
        if (GoldReports.OfPage(Path.Combine(folder, file)) is not { } report) return prediction;
        var text = report.Paragraphs.Where(p => IsMainText(p.Kind)).Select(p => p.Span.In(report.Text).ToString());
        return prediction with
        {
            Title = report.Title,
            Authors = report.Byline,
            Published = report.Published?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            Text = string.Join('\n', text),
        };
    }

    private static bool IsMainText(ParagraphKind kind) =>
        kind is not (ParagraphKind.Title or ParagraphKind.Caption or ParagraphKind.Furniture);
}
