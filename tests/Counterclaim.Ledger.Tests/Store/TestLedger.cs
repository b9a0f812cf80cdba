using System.Runtime.CompilerServices;
using Counterclaim.Ledger.Store;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Tests.Store;

/// <summary>A ledger in a folder of its own, gone with the test; and the readings of the demo, as they are kept whole beside the command's tests.</summary>
internal sealed class TestLedger : IDisposable
{
    private static readonly Lazy<IReadOnlyList<Model.Reading>> Readings = new(() =>
        [.. Directory.GetFiles(Golden(), "demo.*.json").Order(StringComparer.Ordinal).Select(file => ReadingJson.Parse(File.ReadAllBytes(file)))]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("counterclaim-");

    public TestLedger() => Store = LedgerStore.Open(Path, new StoppedClock());

    public static ReaderVersion Version { get; } = new("test", 1);

    public static IReadOnlyList<Model.Reading> Demo => Readings.Value;

    public string Path => System.IO.Path.Combine(_folder.FullName, "ledger.db");

    public LedgerStore Store { get; private set; }

    /// <summary>A ledger with the demo's thirteen reports.</summary>
    public static TestLedger WithDemo()
    {
        var ledger = new TestLedger();
        ledger.Store.Add(Demo, Version);
        return ledger;
    }

    public void Reopen(Action<long, long>? broughtUp = null)
    {
        Store.Dispose();
        Store = LedgerStore.Open(Path, new StoppedClock(), broughtUp);
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Golden([CallerFilePath] string file = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "../../Counterclaim.Cli.Tests/Golden");
}

/// <summary>Always the same moment.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2026, 3, 16, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
