using System.Text.Encodings.Web;
using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Certainty;

/// <summary>A sentence with events whose factuality people have judged.</summary>
/// <param name="Split">Corpus and part ("UW:dev").</param>
/// <param name="Tokens">As the corpus cuts them.</param>
public sealed record FactualitySentence(string Split, string Id, IReadOnlyList<string> Tokens, IReadOnlyList<FactualityTarget> Targets);

/// <param name="Start">Index of the first token of the event.</param>
/// <param name="End">One after its last token.</param>
/// <param name="Value">From −3 (certainly did not happen) over 0 (open) to 3 (certainly happened).</param>
public sealed record FactualityTarget(int Start, int End, string Word, double Value);

/// <summary>Reads and writes <c>{"split", "id", "tokens", "targets": [{"token_start", "token_end", "word", "factuality"}]}</c>.</summary>
public static class FactualityFile
{
    public static IReadOnlyList<FactualitySentence> Read(string path) => JsonLines.Read(path, record => new FactualitySentence(
        record.Text("split") ?? "", record.Id(), [.. record.Items("tokens").Select(t => t.GetString() ?? "")],
        [.. record.Items("targets").Select(t => new FactualityTarget(
            t.GetProperty("token_start").GetInt32(), t.GetProperty("token_end").GetInt32(), t.Text("word") ?? "", t.Number("factuality") ?? 0))]));

    public static void Write(string path, IEnumerable<FactualitySentence> sentences)
    {
        using var stream = File.Create(path);
        foreach (var sentence in sentences)
        {
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("split", sentence.Split);
                json.WriteString("id", sentence.Id);
                json.WriteString("text", string.Join(' ', sentence.Tokens));
                json.WriteStartArray("tokens");
                foreach (var token in sentence.Tokens) json.WriteStringValue(token);
                json.WriteEndArray();
                json.WriteStartArray("targets");
                foreach (var target in sentence.Targets) Write(json, target);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            stream.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter json, FactualityTarget target)
    {
        json.WriteStartObject();
        json.WriteNumber("token_start", target.Start);
        json.WriteNumber("token_end", target.End);
        json.WriteString("word", target.Word);
        json.WriteNumber("factuality", target.Value);
        json.WriteEndObject();
    }
}
