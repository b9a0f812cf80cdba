using System.Text;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>Records of a comma-separated file with a header (RFC 4180), fields by column name.</summary>
internal static class CsvReader
{
    private const int MaxColumns = 256;

    /// <summary>Every record with the number of the line it starts on.</summary>
    /// <exception cref="InvalidDataException">A quotation mark is left open, the header names a column twice or too many, or a record has more fields than it.</exception>
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
                header = Header(record, startLine);
                continue;
            }
            if (record.Count > header.Length)
                throw new InvalidDataException($"line {startLine}: {record.Count} fields where the header has {header.Length}.");
            var fields = new Dictionary<string, string>(record.Count);
            for (var i = 0; i < record.Count; i++) fields[header[i]] = record[i].Trim();
            yield return (startLine, fields);
        }
    }

    private static string[] Header(List<string> record, int line)
    {
        if (record.Count > MaxColumns) throw new InvalidDataException($"line {line}: a header of more than {MaxColumns} columns.");
        var header = record.Select(f => f.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToArray();
        var twice = header.Where(f => f.Length > 0).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1)?.Key;
        return twice is null ? header : throw new InvalidDataException($"line {line}: the header names a column twice: {twice[..Math.Min(twice.Length, 40)]}.");
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
