using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Counterclaim.Ingest.Jsonl;

/// <summary>One line of a JSONL of articles; <see cref="Text"/> is verbatim.</summary>
internal sealed partial record ArticleLine(string? Id, string Text, string? Title, string? Publisher, string? Published, string? Url)
{
    /// <exception cref="SourceException">The line is no JSON object or has no text.</exception>
    public static ArticleLine Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return Read(line);
        }
        catch (JsonException e)
        {
            throw new SourceException(SourceErrorCode.BadJson, $"not a JSON object at byte {e.BytePositionInLine}: each line must be one object with \"id\" and \"text\"");
        }
        catch (InvalidOperationException)
        {
            return Mend(line);
        }
    }

    private static ArticleLine Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException(null, null, 0, 0);
        string? id = null, text = null, title = null, publisher = null, published = null, url = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "id": id = Value(ref reader); break;
                case "text": text = Value(ref reader); break;
                case "title": title = Value(ref reader); break;
                case "publisher": publisher = Value(ref reader); break;
                case "published": published = Value(ref reader); break;
                case "url": url = Value(ref reader); break;
                default: reader.Skip(); break;
            }
        }
        if (reader.Read()) throw new JsonException(null, null, 0, reader.BytesConsumed);
        if (text is null) throw new SourceException(SourceErrorCode.MissingField, "the article has no \"text\"; it must be a string");
        return new ArticleLine(id, text, title, publisher, published, url);
    }

    private static string? Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.Number: return Encoding.UTF8.GetString(reader.ValueSpan);
            default: reader.Skip(); return null;
        }
    }

    /// <summary>Bytes that are no UTF-8 and escaped halves of surrogate pairs become U+FFFD, as in any other text.</summary>
    private static ArticleLine Mend(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        text = LoneSurrogate().Replace(text, match => match.Groups["pair"].Success || match.Groups["escaped"].Success ? match.Value : "\\uFFFD");
        try
        {
            return Read(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new SourceException(SourceErrorCode.BadJson, "not valid JSON: each line must be one object with \"id\" and \"text\"");
        }
    }

    [GeneratedRegex(@"(?<escaped>\\\\)|(?<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex LoneSurrogate();
}
