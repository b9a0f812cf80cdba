using System.Text;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>Records of a comma-separated file with a header (RFC 4180), fields by column name.</summary>
internal static class CsvReader
{
    /// <summary>Every record with the number of the line it starts on.</summary>
    /// <exception cref="InvalidDataException">A quotation mark is left open or a record has more fields than the header.</exception>
    public static IEnumerable<(int Line, Dictionary<string, string> Fields)> Read(TextReader reader)
    {
        string[]? header = null;
        var line = 0;
        while (ReadRecord(reader, ref line) is { } record)
        {
            var startLine = line;
            if (record.Count == 1 && record[0].Length == 0) continue;
            if (header is null)
            {
                header = record.Select(f => f.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToArray();
                continue;
            }
            if (record.Count > header.Length)
                throw new InvalidDataException($"line {startLine}: {record.Count} fields where the header has {header.Length}.");
            var fields = new Dictionary<string, string>(header.Length);
            for (var i = 0; i < record.Count; i++) fields[header[i]] = record[i].Trim();
            yield return (startLine, fields);
        }
    }

    private static List<string>? ReadRecord(TextReader reader, ref int line)
    {
        if (reader.ReadLine() is not { } text) return null;
        line++;
        var startLine = line;
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; ; i++)
        {
            if (i == text.Length)
            {
                if (!quoted) break;
                text = reader.ReadLine()
                    ?? throw new InvalidDataException($"line {startLine}: a quotation mark is never closed.");
                line++;
                field.Append('\n');
                i = -1;
                continue;
            }
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) (_, field) = (Flush(), new StringBuilder());
            else field.Append(c);
        }
        Flush();
        return fields;

        bool Flush()
        {
            fields.Add(field.ToString());
            return true;
        }
    }
}
