using System.Text.Encodings.Web;
using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Pages;

/// <summary>What a saved page should give, or did give. Null: not judged in gold, not found in a prediction.</summary>
/// <param name="File">The saved page, gzipped, beside the gold file.</param>
public sealed record PageRecord(string Id, string? File, string? Url)
{
    public string? Title { get; init; }

    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>ISO 8601; only the day is judged.</summary>
    public string? Published { get; init; }

    public IReadOnlyList<string>? Paragraphs { get; init; }

    public string? Text { get; init; }
}

/// <summary>Reads gold and predictions of pages, one JSON object a line.</summary>
public static class PageFile
{
    public static IReadOnlyList<PageRecord> Read(string path) => JsonLines.Read(path, record =>
        new PageRecord(record.Id(), record.Text("file"), record.Text("url"))
        {
            Title = record.Text("title"),
            Authors = Strings(record, "authors"),
            Published = record.Text("published"),
            Paragraphs = Strings(record, "paragraphs"),
            Text = record.Text("text"),
        });

    public static void Write(string path, IEnumerable<PageRecord> records)
    {
        using var stream = File.Create(path);
        foreach (var record in records)
        {
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", record.Id);
                json.WriteString("title", record.Title);
                json.WriteStartArray("authors");
                foreach (var author in record.Authors ?? []) json.WriteStringValue(author);
                json.WriteEndArray();
                json.WriteString("published", record.Published);
                json.WriteString("text", record.Text);
                json.WriteEndObject();
            }
            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>Null for an absent, null or empty list: nothing to judge.</summary>
    private static IReadOnlyList<string>? Strings(JsonElement record, string name) =>
        record.Items(name).Select(e => e.GetString() ?? "").ToList() is { Count: > 0 } strings ? strings : null;
}
