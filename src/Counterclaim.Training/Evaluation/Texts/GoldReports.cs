using System.Text.Json;
using Counterclaim.Ingest;
using Counterclaim.Model;

namespace Counterclaim.Training.Evaluation.Texts;

/// <summary>Makes reports of gold texts and saved pages as the command does: a text comes in as a line of a JSONL of articles.</summary>
internal static class GoldReports
{
    /// <param name="published">When it was published (ISO 8601); null if unknown.</param>
    /// <exception cref="InvalidDataException">The text cannot be read.</exception>
    public static Report Of(string id, string text, string? published, string? title = null, string? publisher = null)
    {
        var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("text", text);
            if (published is not null) json.WriteString("published", published);
            if (title is not null) json.WriteString("title", title);
            if (publisher is not null) json.WriteString("publisher", publisher);
            json.WriteEndObject();
        }
        line.Position = 0;
        var options = new IngestOptions { Format = InputFormat.Jsonl };
        var result = Read(new SourceReader(options, () => line), "-");
        return result.IsReport ? result.Report : throw new InvalidDataException($"gold text {id}: {result.Error.Message}");
    }

    /// <summary>The report of a saved page; null where our reader finds no article in it.</summary>
    public static Report? OfPage(string path) => Read(new SourceReader(new IngestOptions { Format = InputFormat.Html }), path).Report;

    private static SourceResult Read(SourceReader reader, string source) =>
        reader.ReadAsync([source]).ToBlockingEnumerable().First();
}
