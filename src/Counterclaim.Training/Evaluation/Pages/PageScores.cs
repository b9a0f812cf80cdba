using System.Runtime.InteropServices;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Pages;

/// <summary>
/// Main text by shingles of four words as the article-extraction-benchmark of Zyte defines it, by words, and by whole
/// paragraphs; title, authors and day of publication by equality. All but the paragraphs are means over pages.
/// </summary>
public static class PageScores
{
    private const int ShingleWords = 4;
    private const int ShortestParagraph = 20;
    private const int DayLength = 10;

    /// <param name="predicted">Null where the page was not predicted; counts as empty.</param>
    public static Tally Of(PageRecord gold, PageRecord? predicted)
    {
        var tally = new Tally();
        var body = !string.IsNullOrEmpty(gold.Text) ? gold.Text : gold.Paragraphs is { } parts ? string.Join('\n', parts) : null;
        if (!string.IsNullOrEmpty(body)) AddText(tally, body, predicted?.Text);
        if (gold.Paragraphs is { } paragraphs) AddParagraphs(tally, paragraphs, predicted?.Text);
        if (!string.IsNullOrEmpty(gold.Title))
            tally.Share("title", "", Words(predicted?.Title) == Words(gold.Title) ? 1 : 0, 1);
        if (gold.Authors is { } authors)
            tally.Share("authors", "", authors.Select(Words).ToHashSet().SetEquals((predicted?.Authors ?? []).Select(Words)) ? 1 : 0, 1);
        if (!string.IsNullOrEmpty(gold.Published))
        {
            tally.Share("day", "", Day(predicted?.Published) == Day(gold.Published) ? 1 : 0, 1);
            tally.Share("day none", "", string.IsNullOrEmpty(predicted?.Published) ? 1 : 0, 1);
        }
        return tally;
    }

    private static void AddText(Tally tally, string gold, string? predicted)
    {
        var goldShingles = Bag(Shingles(PythonText.Words(gold)));
        var predictedShingles = Bag(Shingles(PythonText.Words(predicted)));
        int shared = Shared(goldShingles, predictedShingles), found = predictedShingles.Values.Sum(), wanted = goldShingles.Values.Sum();
        var (precision, recall) = found == 0 && wanted == 0 ? (1.0, 1.0)
            : shared == 0 ? (0.0, 0.0) : (shared / (double)found, shared / (double)wanted);
        // Pages without any prediction do not count against precision, as in the benchmark's own script.
        tally.Matches("shingle", "", new MatchCount(found > 0 ? precision : 0, found > 0 ? 1 : 0, recall, 1));

        var goldWords = Bag(PythonText.Words(gold, lower: true));
        var predictedWords = Bag(PythonText.Words(predicted, lower: true));
        var words = goldWords.Values.Sum() + predictedWords.Values.Sum();
        tally.Share("word F1", "", words == 0 ? 1 : 2.0 * Shared(goldWords, predictedWords) / words, 1);
    }

    private static void AddParagraphs(Tally tally, IReadOnlyList<string> paragraphs, string? predicted)
    {
        var text = Words(predicted);
        var wanted = paragraphs.Select(Words).Where(p => PythonText.CodePoints(p).Length > ShortestParagraph).ToList();
        tally.Share("verbatim", "", wanted.Count(p => text.Contains(p, StringComparison.Ordinal)), wanted.Count);
    }

    /// <summary>A text shorter than a shingle is one shingle.</summary>
    private static IEnumerable<string> Shingles(List<string> words)
    {
        if (words.Count == 0) yield break;
        for (var i = 0; i < Math.Max(1, words.Count - ShingleWords + 1); i++)
            yield return string.Join(' ', CollectionsMarshal.AsSpan(words).Slice(i, Math.Min(ShingleWords, words.Count - i))!);
    }

    private static Dictionary<string, int> Bag(IEnumerable<string> items)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items) CollectionsMarshal.GetValueRefOrAddDefault(bag, item, out _)++;
        return bag;
    }

    private static int Shared(Dictionary<string, int> a, Dictionary<string, int> b) =>
        a.Sum(item => Math.Min(item.Value, b.GetValueOrDefault(item.Key)));

    private static string Words(string? text) => string.Join(' ', PythonText.Words(text, lower: true));

    private static string Day(string? time) => time is null ? "" : time[..Math.Min(DayLength, time.Length)];
}
