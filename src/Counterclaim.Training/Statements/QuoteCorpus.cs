using System.Text.Json;
using Counterclaim.Model;

namespace Counterclaim.Training.Statements;

/// <summary>A document with its attributions marked by hand; spans in UTF-16.</summary>
/// <param name="Publisher">Empty where the corpus names none.</param>
internal sealed record QuoteDocument(string Id, string Publisher, string Text, IReadOnlyList<GoldStatement> Statements);

/// <param name="Nested">Inside the content of another statement.</param>
internal sealed record GoldStatement(SpanList Holder, SpanList Cue, SpanList Content, bool Nested);

/// <summary>Reads attribution corpora: one document a line, offsets in code points.</summary>
internal static class QuoteCorpus
{
    /// <exception cref="InvalidDataException">A line is not a document.</exception>
    public static IReadOnlyList<QuoteDocument> Read(string path)
    {
        var documents = new List<QuoteDocument>();
        foreach (var line in File.ReadLines(path))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                documents.Add(Document(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
            {
                throw new InvalidDataException($"{path}, line {documents.Count + 1}: {e.Message}", e);
            }
        }
        return documents;
    }

    private static QuoteDocument Document(JsonElement json)
    {
        var text = json.GetProperty("text").GetString()!;
        var map = new CodePointMap(text);
        SpanList Spans(JsonElement statement, string role) => statement.TryGetProperty(role, out var list) && list.ValueKind == JsonValueKind.Array
            ? SpanList.Create([.. list.EnumerateArray().Select(s => new TextSpan(map.ToUtf16(s[0].GetInt32()), map.ToUtf16(s[1].GetInt32())))])
            : SpanList.Empty;
        var statements = json.GetProperty("statements").EnumerateArray().Select(s => new GoldStatement(
            Spans(s, "holder"), Spans(s, "cue"), Spans(s, "content"),
            s.TryGetProperty("via", out var via) && via.ValueKind == JsonValueKind.String));
        var publisher = json.TryGetProperty("publisher", out var name) ? name.GetString() : null;
        return new QuoteDocument(json.GetProperty("id").GetString()!, publisher ?? "", text, [.. statements]);
    }
}
