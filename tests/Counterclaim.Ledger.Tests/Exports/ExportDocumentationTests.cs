using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Counterclaim.Ledger.Exports;
using Counterclaim.Ledger.Tests.Store;

namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>docs/exports.md names every format, and in its part every column, field, type and file that the fixture's export has.</summary>
public sealed class ExportDocumentationTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/exports.md"));

    private readonly TestLedger _ledger = ExportFixture.Open();

    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Everything_a_format_writes_is_documented(string format)
    {
        var documented = Regex.Matches(PartOf(format), "`([^`]+)`").Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(documented);
        Assert.Contains($"| `{format}` |", Page, StringComparison.Ordinal);
        Assert.All(NamesIn(format).Distinct(), name => Assert.Contains(name, documented));
    }

    private IEnumerable<string> NamesIn(string format)
    {
        var bytes = ExportFixture.Export(_ledger.Store, format);
        var text = Encoding.UTF8.GetString(bytes);
        return format switch
        {
            "csv" or "acled" => CsvReader.Read(text)[0],
            "parquet" => Regex.Matches(ParquetText.Of(bytes), @"^(?:(counterclaim\.\w+) =|(\w+) : \w+ \w+)", RegexOptions.Multiline).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value),
            "jsonl" => Lines(text).SelectMany(l => Members(l.GetProperty("made"))).Append("made"),
            "plover" or "ftm" => Lines(text).SelectMany(Members).Where(m => m is not ("schema" or "properties" or "id")),
            "geojson" => JsonDocument.Parse(text).RootElement.GetProperty("features").EnumerateArray().SelectMany(f => Members(f.GetProperty("properties"))).Append("counterclaim"),
            "webannotation" or "claim" => Members(JsonDocument.Parse(text).RootElement),
            "timemap" => ExportGoldenTests.Unzipped(bytes).SelectMany(f => f.Name.EndsWith(".json", StringComparison.Ordinal) ? Members(JsonDocument.Parse(f.Text).RootElement).Append(f.Name) : [f.Name]),
            _ => Regex.Matches(ExportGoldenTests.Unzipped(bytes).Single(f => f.Name == "annotation.conf").Text, @"^(\w+)(?:\t|$)", RegexOptions.Multiline).Select(m => m.Groups[1].Value)
                .Where(name => !ExportFixture.Readings.SelectMany(r => r.Assertions).Any(a => a.Kind == name.ToLowerInvariant())),
        };
    }

    /// <summary>csv, parquet and geojson share a part.</summary>
    private static string PartOf(string format)
    {
        var heading = format is "csv" or "parquet" or "geojson" ? "## csv, parquet, geojson" : "## " + format;
        var start = Page.IndexOf(heading + "\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"there is no part \"{heading}\"");
        var end = Page.IndexOf("\n## ", start + 3, StringComparison.Ordinal);
        return Page[start..(end < 0 ? Page.Length : end)];
    }

    private static IEnumerable<JsonElement> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private static IEnumerable<string> Members(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(m => Members(m.Value).Prepend(m.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Members),
        _ => [],
    };

    private static string Here([CallerFilePath] string file = "") => file;

    public void Dispose() => _ledger.Dispose();
}
