using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Counterclaim.Model.Json;

/// <summary>The JSON form of a <see cref="Reading"/>, described in docs/json.md.</summary>
/// <remarks>
/// Offsets in JSON are Unicode code points into <c>text</c>, end exclusive. Writing what <see cref="Parse(ReadOnlyMemory{byte})"/>
/// gave from a written form yields the same bytes.
/// </remarks>
public static class ReadingJson
{
    public const string Schema = "counterclaim.reading/1";

    /// <summary>Characters stay as they are: the form is data, never pasted into a page or a script unescaped.</summary>
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonWriterOptions Compact = new() { Encoder = Encoder, SkipValidation = true };

    private static readonly JsonWriterOptions Indented = new() { Encoder = Encoder, SkipValidation = true, Indented = true, NewLine = "\n" };

    /// <summary>Writes a reading on one line, without a line end and without its explanations.</summary>
    public static void Write(Reading reading, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Compact);
        new ReadingJsonWriter(json, reading).Write(withExplanations: false);
    }

    /// <summary>Writes a reading over several lines, with its explanations where it has any.</summary>
    public static void WriteIndented(Reading reading, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Indented);
        new ReadingJsonWriter(json, reading).Write(withExplanations: true);
    }

    /// <summary>Reads a written reading back.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a reading; the message says where they fail.</exception>
    public static Reading Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return ReadingJsonReader.Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Not JSON: {e.Message}", e);
        }
    }
}
