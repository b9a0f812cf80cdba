using System.Text;
using System.Text.Json;

namespace Counterclaim.Training.Evaluation.Texts;

/// <summary>Reads gold and prediction files: one JSON object a line, blank lines skipped.</summary>
public static class JsonLines
{
    /// <exception cref="InvalidDataException">A line is not a JSON object of the expected form; names file and line.</exception>
    public static IReadOnlyList<T> Read<T>(string path, Func<JsonElement, T> parse)
    {
        var records = new List<T>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(WithoutNotANumber(line));
                records.Add(parse(document.RootElement));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new InvalidDataException($"{path} line {number}: {e.Message}", e);
            }
        }
        return records;
    }

    /// <summary>Records by id. Ids may be strings or numbers.</summary>
    /// <exception cref="InvalidDataException">An id occurs twice.</exception>
    public static Dictionary<string, T> ById<T>(IReadOnlyList<T> records, Func<T, string> id, string path)
    {
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var record in records)
            if (!byId.TryAdd(id(record), record)) throw new InvalidDataException($"{path}: the id \"{id(record)}\" occurs twice.");
        return byId;
    }

    public static string Id(this JsonElement record) => record.GetProperty("id") is { ValueKind: JsonValueKind.Number } number
        ? number.GetRawText()
        : record.GetProperty("id").GetString()!;

    /// <summary>A string property; null where it is absent or null.</summary>
    public static string? Text(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static double? Number(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static bool Flag(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The elements of an array property; none where it is absent or null.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>A list of <c>[start, end]</c> pairs.</summary>
    public static IReadOnlyList<PointSpan> Spans(this JsonElement record, string name) => [.. record.Items(name).Select(Span)];

    /// <summary>A <c>[start, end]</c> pair.</summary>
    public static PointSpan Span(JsonElement pair) => new(pair[0].GetInt32(), pair[1].GetInt32());

    /// <summary>Python writes <c>NaN</c>, which is not JSON, for a missing value; reads it as null.</summary>
    private static string WithoutNotANumber(string line)
    {
        const string notANumber = "NaN";
        if (!line.Contains(notANumber, StringComparison.Ordinal)) return line;
        var clean = new StringBuilder(line.Length);
        var inString = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') inString = !inString;
            if (inString && line[i] == '\\') clean.Append(line[i++]);
            if (!inString && string.CompareOrdinal(line, i, notANumber, 0, notANumber.Length) == 0)
            {
                clean.Append("null");
                i += notANumber.Length - 1;
            }
            else if (i < line.Length)
            {
                clean.Append(line[i]);
            }
        }
        return clean.ToString();
    }
}
