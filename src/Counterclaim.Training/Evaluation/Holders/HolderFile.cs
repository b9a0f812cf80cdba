using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Holders;

/// <summary>
/// Reads <c>{"id", "text", "publisher"?, "published"?, "holders": [{"class", "holder"?, "cue"?, "content"?, "is": [[s, e]…]}]}</c>, one
/// document a line. A text that may not be copied is named by <c>"corpus"</c>, a JSONL file of the data folder, and <c>"sha256"</c> of its UTF-8.
/// </summary>
public static class HolderFile
{
    /// <exception cref="FileNotFoundException">A corpus is not in the data folder.</exception>
    /// <exception cref="InvalidDataException">A line is malformed, or a text is not the one that was labelled.</exception>
    public static IReadOnlyList<HolderDocument> Read(string path, string dataFolder)
    {
        var corpora = new Dictionary<string, Dictionary<string, string>>();
        return JsonLines.Read(path, record => new HolderDocument(record.Id(), TextOf(record, corpora, dataFolder), [.. record.Items("holders").Select(Label)])
        {
            Publisher = record.Text("publisher"),
            Published = record.Text("published"),
        });
    }

    private static HolderLabel Label(JsonElement label) => new(
        label.Text("class") ?? "", Span(label, "holder"), Span(label, "cue"), Span(label, "content"), label.Spans("is"));

    private static PointSpan? Span(JsonElement label, string name) =>
        label.TryGetProperty(name, out var pair) && pair.ValueKind == JsonValueKind.Array ? JsonLines.Span(pair) : null;

    private static string TextOf(JsonElement record, Dictionary<string, Dictionary<string, string>> corpora, string dataFolder)
    {
        if (record.Text("text") is { } own) return own;
        var corpus = record.Text("corpus") ?? throw new FormatException("there is neither a text nor the corpus that has it");
        if (!corpora.TryGetValue(corpus, out var texts)) corpora[corpus] = texts = Texts(Path.Combine(dataFolder, corpus));
        var text = texts.GetValueOrDefault(record.Id()) ?? throw new FormatException($"{corpus} has no document {record.Id()}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return hash == record.Text("sha256") ? text : throw new FormatException($"{corpus}: document {record.Id()} is not the text that was labelled");
    }

    private static Dictionary<string, string> Texts(string path)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (id, text) in JsonLines.Read(path, r => (r.Id(), r.Text("text") ?? ""))) texts.TryAdd(id, text);
        return texts;
    }
}
