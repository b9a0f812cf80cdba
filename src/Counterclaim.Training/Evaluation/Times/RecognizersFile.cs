using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Times;

/// <summary>A case of the date-time suite of microsoft/Recognizers-Text (MIT): a sentence and what it should give.</summary>
/// <param name="Suite">"DateTimeModel".</param>
/// <param name="Reference">The moment that "today" is counted from (ISO 8601); null if none is given.</param>
internal sealed record RecognizerCase(string Suite, string Id, string Text, string? Reference, IReadOnlyList<RecognizerResult> Results);

/// <param name="Kind">"daterange".</param>
/// <param name="Span">Code points.</param>
/// <param name="Meanings">The readings that are right, any of them.</param>
internal sealed record RecognizerResult(string Kind, PointSpan Span, IReadOnlyList<RecognizerMeaning> Meanings);

/// <param name="Value">"2016-11-07", "21:10:00", seconds of a duration; null for ranges.</param>
internal sealed record RecognizerMeaning(string? Timex, string? Modifier, string? Value, string? Start, string? End);

/// <summary>Reads <c>recognizers-text.dev.jsonl</c>: those suites whose results have a span, a kind and values.</summary>
internal static class RecognizersFile
{
    private const string KindPrefix = "datetimeV2.";

    public static IReadOnlyList<RecognizerCase> Read(string path) => JsonLines.Read(path, record =>
    {
        var suite = record.Text("split") ?? "";
        return new RecognizerCase(
            suite[(suite.LastIndexOf('/') + 1)..], record.Id(), record.Text("text") ?? "",
            record.TryGetProperty("context", out var context) && context.ValueKind == JsonValueKind.Object ? context.Text("ReferenceDateTime") : null,
            [.. record.Items("results").Where(HasValues).Select(Result)]);
    });

    private static bool HasValues(JsonElement result) =>
        result.Text("TypeName") is { } kind && kind.StartsWith(KindPrefix, StringComparison.Ordinal) && result.Number("End") is not null
        && result.TryGetProperty("Resolution", out var resolution) && resolution.ValueKind == JsonValueKind.Object && resolution.Items("values").Any();

    private static RecognizerResult Result(JsonElement result) => new(
        result.Text("TypeName")![KindPrefix.Length..],
        new PointSpan((int)result.Number("Start")!.Value, (int)result.Number("End")!.Value + 1), // their ends are inclusive
        [.. result.GetProperty("Resolution").Items("values").Select(v => new RecognizerMeaning(v.Text("timex"), v.Text("Mod"), v.Text("value"), v.Text("start"), v.Text("end")))]);
}
