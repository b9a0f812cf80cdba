using System.Text;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Tests;

/// <summary>Runs the reader over bytes as if they came through standard input.</summary>
internal static class Reading
{
    public static async Task<List<SourceResult>> Of(byte[] bytes, IngestOptions? options = null)
    {
        var results = new List<SourceResult>();
        await foreach (var result in new SourceReader(options ?? new IngestOptions(), () => new MemoryStream(bytes)).ReadAsync(["-"]))
            results.Add(result);
        return results;
    }

    public static async Task<Report> Text(string text, InputFormat format = InputFormat.Auto) =>
        Assert.Single(await Of(Encoding.UTF8.GetBytes(text), new IngestOptions { Format = format })).Report
            ?? throw new InvalidOperationException("no report");

    public static IEnumerable<string> Paragraphs(this Report report) =>
        report.Paragraphs.Select(p => $"{p.Kind}: {p.Span.In(report.Text)}");
}
