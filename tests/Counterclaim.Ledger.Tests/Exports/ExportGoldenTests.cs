using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Exports;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>Every format over the one fixture, as reviewed; binary ones as an independent reader, or the unpacked files, show them.</summary>
public sealed class ExportGoldenTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly TestLedger _ledger = ExportFixture.Open();

    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_format_is_written_as_reviewed(string format) => GoldenFile.Check($"{format}.txt", Shown(format, ExportFixture.Export(_ledger.Store, format)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_ledger_and_query_give_the_same_bytes(string format)
    {
        var first = ExportFixture.Export(_ledger.Store, format);
        _ledger.Reopen();
        Assert.Equal(first, ExportFixture.Export(_ledger.Store, format));
    }

    [Fact]
    public void Both_databases_export_alike()
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        using var postgres = Counterclaim.Ledger.Store.LedgerStore.Open(server.NewDatabase(), new StoppedClock());
        postgres.Add(ExportFixture.Readings, TestLedger.Version);
        postgres.Correct($"{ExportFixture.Readings[0].Report.Id}/c2", Ledger.Corrections.CorrectionAction.Accept, [], "desk");
        postgres.Correct($"{ExportFixture.Readings[2].Report.Id}/c5", Ledger.Corrections.CorrectionAction.Reject, [], "desk", "no claim");
        foreach (var format in ExportFormat.All) Assert.Equal(ExportFixture.Export(_ledger.Store, format.Name), ExportFixture.Export(postgres, format.Name));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Nothing_found_is_a_whole_file_of_nothing(string format)
    {
        var bytes = ExportFixture.Export(_ledger.Store, format, "kind:nothing");
        if (format is not ("jsonl" or "plover")) Assert.NotEmpty(bytes);
        Assert.NotNull(Shown(format, bytes));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_left_out_is_counted(string format)
    {
        using var output = new MemoryStream();
        var told = new List<(long Done, long Of)>();
        var result = _ledger.Store.Export(QueryParser.Parse(ExportFixture.Query), ExportFormat.Find(format)!, output, (done, of) => told.Add((done, of)), TestContext.Current.CancellationToken);
        Assert.Equal((12, (12L, 12L)), (result.Claims, told[^1]));
        Assert.Equal(format switch { "acled" => 8, "plover" => 6, "timemap" => 9, _ => 12 }, result.Written);
    }

    [Fact]
    public void Rejected_claims_are_left_out_unless_asked_for_and_an_order_holds()
    {
        var lines = Encoding.UTF8.GetString(ExportFixture.Export(_ledger.Store, "csv", "sort:largest")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12, lines.Length);
        Assert.Contains("At least 40 fighters", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l.Contains("barbaric", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_holds_what_the_archive_holds()
    {
        var folder = Directory.CreateTempSubdirectory("counterclaim-export-");
        try
        {
            _ledger.Store.ExportToFolder(QueryParser.Parse(ExportFixture.Query), ExportFormat.Find("brat")!, folder.FullName, cancel: TestContext.Current.CancellationToken);
            foreach (var (name, text) in Unzipped(ExportFixture.Export(_ledger.Store, "brat"))) Assert.Equal(text, File.ReadAllText(Path.Combine(folder.FullName, name)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Many_claims_are_read_in_parts_and_all_are_written()
    {
        using var ledger = TestLedger.WithDemo();
        var total = ledger.Store.Counts().Claims;
        var lines = Encoding.UTF8.GetString(ExportFixture.Export(ledger.Store, "jsonl", "")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(total, lines.Length);
        Assert.Equal(total, lines.Distinct().Count());
        Assert.Equal(ledger.Store.Claims(LedgerQuery.Empty, new PageRequest(PageRequest.MostAtOnce)).Items.Count, lines.Length);
    }

    /// <summary>Tables of a newer version are no other export.</summary>
    private static string Shown(string format, byte[] bytes) => Regex.Replace(Text(format, bytes), """(ledger_schema(?:":"| = |: ))\d+""", "$1N");

    private static string Text(string format, byte[] bytes) => format switch
    {
        "parquet" => ParquetText.Of(bytes),
        "timemap" or "brat" => string.Concat(Unzipped(bytes).Select(f => $"=== {f.Name}\n{f.Text}")),
        "csv" or "acled" => Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n"), // the line ends have a test of their own
        _ => Encoding.UTF8.GetString(bytes),
    };

    internal static List<(string Name, string Text)> Unzipped(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(e => (e.FullName, new StreamReader(e.Open()).ReadToEnd()))];
    }

    public void Dispose() => _ledger.Dispose();
}
