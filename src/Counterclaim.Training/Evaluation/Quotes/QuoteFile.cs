using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>A text with its statements, gold or predicted.</summary>
public sealed partial record QuoteDocument(string Id, string Text, IReadOnlyList<QuoteStatement> Statements)
{
    /// <summary>The gold marks role spans only and does not say which belong together.</summary>
    public bool Unlinked { get; init; }

    /// <summary>
    /// The text as a reader sees it, at the same offsets. A corpus that names speakers has a sentence a line: lines are joined but where
    /// one begins with a quotation, as a paragraph of dialogue would.
    /// </summary>
    public string Page => Statements.Any(s => s.Speaker is not null) ? SentenceBreak().Replace(Text, " ") : Text;

    /// <summary>Publication date of the text (ISO 8601), where the file gives it.</summary>
    public string? Date { get; init; }

    [GeneratedRegex("\n(?![\"“‘`'])")]
    private static partial Regex SentenceBreak();
}

/// <summary>The spans of one statement as the file gives them, in code points.</summary>
/// <param name="Type">Kind of quotation in the gold ("DIRECT"); null where not given.</param>
public sealed record QuoteStatement(
    IReadOnlyList<PointSpan> Holder, IReadOnlyList<PointSpan> Cue, IReadOnlyList<PointSpan> Content, string? Type)
{
    /// <summary>Who says it: a name for the speaker, equal for all that the speaker says in the text; null where not given.</summary>
    public string? Speaker { get; init; }

    /// <summary>How sure the one who predicted is, from 0 to 1; null where not given.</summary>
    public double? Confidence { get; init; }

    public IReadOnlyList<PointSpan> this[Role role] => role switch
    {
        Role.Holder => Holder,
        Role.Cue => Cue,
        _ => Content,
    };
}

public enum Role
{
    Holder,
    Cue,
    Content,
}

/// <summary>Reads and writes <c>{"id", "text", "statements": [{"holder", "cue", "content", "type"}]}</c>, one document a line.</summary>
public static class QuoteFile
{
    public static IReadOnlyList<QuoteDocument> Read(string path) => JsonLines.Read(path, Parse);

    public static void Write(string path, IEnumerable<QuoteDocument> documents)
    {
        using var stream = File.Create(path);
        foreach (var document in documents)
        {
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", document.Id);
                json.WriteString("text", document.Text);
                json.WriteStartArray("statements");
                foreach (var statement in document.Statements) Write(json, statement);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            stream.WriteByte((byte)'\n');
        }
    }

    private static QuoteDocument Parse(JsonElement record) =>
        new(record.Id(), record.Text("text") ?? "", [.. record.Items("statements").Select(ParseStatement)])
        {
            Unlinked = record.Flag("unlinked"),
            Date = record.Text("date"),
        };

    private static QuoteStatement ParseStatement(JsonElement statement) => new(
        statement.Spans("holder"), statement.Spans("cue"), statement.Spans("content"), statement.Text("type"))
    {
        Confidence = statement.Number("confidence"),
        Speaker = statement.Text("speaker_entity"),
    };

    private static void Write(Utf8JsonWriter json, QuoteStatement statement)
    {
        json.WriteStartObject();
        foreach (var role in Enum.GetValues<Role>())
        {
            json.WriteStartArray(role.ToString().ToLowerInvariant());
            foreach (var span in statement[role])
            {
                json.WriteStartArray();
                json.WriteNumberValue(span.Start);
                json.WriteNumberValue(span.End);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        if (statement.Speaker is { } speaker) json.WriteString("speaker_entity", speaker);
        if (statement.Confidence is { } confidence) json.WriteNumber("confidence", confidence);
        json.WriteEndObject();
    }
}
