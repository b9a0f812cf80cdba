using System.Buffers;
using System.Text;
using Counterclaim.Ingest;
using Counterclaim.Model.Json;
using Counterclaim.Reading;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Cli.Tests;

/// <summary>The readings of the shipped week, kept whole; demo/REVIEW.md says where they fall short of a careful reader's.</summary>
public class DemoTests
{
    private static readonly string Demo = Path.Combine(Repository.Root, "demo");

    [Fact]
    public async Task Every_report_of_the_demo_reads_as_reviewed()
    {
        var reader = ReportReader.Load(new ReaderOptions { GazetteerOverlays = [Path.Combine(Demo, "gazetteer.csv")] });
        var number = 0;
        await foreach (var result in new SourceReader(new IngestOptions(), () => Stream.Null).ReadAsync([Path.Combine(Demo, "reports")], TestContext.Current.CancellationToken))
        {
            Assert.Null(result.Error);
            var reading = reader.Read(result.Report! with { Source = $"demo report {++number}" });
            GoldenFile.Check($"demo.{number:D2}.json", Written(reading));
        }
        Assert.Equal(13, number);
    }

    private static string Written(Model.Reading reading)
    {
        var bytes = new ArrayBufferWriter<byte>();
        ReadingJson.WriteIndented(reading, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }
}
