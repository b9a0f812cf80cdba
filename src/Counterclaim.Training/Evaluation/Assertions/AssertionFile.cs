using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Assertions;

/// <summary>An article with the sentences of it that were labelled.</summary>
internal sealed record LabelledArticle(string Id, string Text, string? Published, string? Title, string Corpus, IReadOnlyList<LabelledSentence> Sentences);

/// <param name="Span">Code points of the article's text.</param>
internal sealed record LabelledSentence(PointSpan Span, IReadOnlyList<LabelledAssertion> Assertions);

/// <summary>A proposition that a sentence tells. Spans are code points of the article's text; null where the sentence names nothing for the slot.</summary>
/// <param name="Kinds">Its kind, and others that would be as right.</param>
/// <param name="IsOptional">Neither missed where it is absent nor a false alarm where it is found.</param>
internal sealed record LabelledAssertion(IReadOnlyList<string> Kinds, bool IsOptional, PointSpan? Agent, PointSpan? Patient, PointSpan? Place, PointSpan? Time, double? Value, string? Position, bool Negative);

/// <summary>Reads <c>eval/assertions</c>, one sentence a line; the texts of public corpora lie in the data folder, our own in <c>own.jsonl</c> beside it.</summary>
internal static class AssertionFile
{
    /// <exception cref="IOException">A corpus is not there.</exception>
    public static IReadOnlyList<LabelledArticle> Read(string path, string dataFolder)
    {
        var sentences = JsonLines.Read(path, s => (Corpus: s.Text("corpus")!, Article: s.Text("article")!, Sentence: Sentence(s)));
        var texts = sentences.Select(s => s.Corpus).Distinct().ToDictionary(c => c, c => Texts(c == "own" ? Path.Combine(Path.GetDirectoryName(path)!, "own.jsonl") : Path.Combine(dataFolder, "corpora", c + ".jsonl")));
        return [.. sentences.GroupBy(s => (s.Corpus, s.Article)).Select(g => texts[g.Key.Corpus][g.Key.Article] with { Corpus = g.Key.Corpus, Sentences = [.. g.Select(s => s.Sentence)] })];
    }

    private static Dictionary<string, LabelledArticle> Texts(string path) =>
        JsonLines.Read(path, a => new LabelledArticle(a.Id(), a.Text("text")!, a.Text("published")?[..10], a.Text("title"), "", [])).DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);

    private static LabelledSentence Sentence(JsonElement s) =>
        new(new PointSpan(s.GetProperty("start").GetInt32(), s.GetProperty("end").GetInt32()), [.. s.Items("assertions").Select(Assertion)]);

    private static LabelledAssertion Assertion(JsonElement a) => new(
        [a.Text("kind")!, .. a.Items("alt").Select(k => k.GetString()!)], a.Flag("optional"), Span(a, "agent"), Span(a, "patient"), Span(a, "place"), Span(a, "time"), a.Number("value"), a.Text("position"), a.Text("polarity") == "-");

    private static PointSpan? Span(JsonElement a, string name) => a.TryGetProperty(name, out var span) && span.ValueKind == JsonValueKind.Array ? JsonLines.Span(span) : null;
}
