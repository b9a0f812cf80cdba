using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Counterclaim.Ingest;
using Counterclaim.Ledger.Store;
using Counterclaim.Reading;
using Counterclaim.Web.Adding;
using Counterclaim.Web.Tests.Samples;

namespace Counterclaim.Web.Tests;

/// <summary>Two rooms on loopback, made once: the demo's week, and reports that mean harm.</summary>
[CollectionDefinition(nameof(RoomFixture))]
public sealed class RoomFixture : ICollectionFixture<RoomFixture>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("counterclaim-web-").FullName;
    private readonly List<IDisposable> _ledgers = [];
    private readonly List<WebRoom> _rooms = [];

    /// <summary>The reader with the demo's gazetteer.</summary>
    public Lazy<ReportReader> Reader { get; } = new(() => ReportReader.Load(new ReaderOptions { GazetteerOverlays = [Path.Combine(Repository.Root, "demo", "gazetteer.csv")] }));

    public WebRoom Demo { get; private set; } = null!;

    public LedgerStore DemoLedger { get; private set; } = null!;

    public WebRoom Hostile { get; private set; } = null!;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        DemoLedger = Open("demo.db");
        DemoLedger.Add(await ReadDemoAsync(), new ReaderVersion("test", 1));
        Demo = await StartAsync(DemoLedger);
        var hostile = Open("hostile.db");
        hostile.Add(HostileReports.All(Reader.Value), new ReaderVersion("test", 1));
        Hostile = await StartAsync(hostile);
    }

    /// <summary>A room of its own for a test that changes something.</summary>
    /// <param name="clock">By which reports are added and looked at; null for this machine's.</param>
    public async Task<(WebRoom Room, LedgerStore Ledger)> FreshDemoAsync(string name, TimeProvider? clock = null)
    {
        var ledger = Open(name + ".db", clock);
        ledger.Add(await ReadDemoAsync(), new ReaderVersion("test", 1));
        return (await StartAsync(ledger, clock: clock), ledger);
    }

    /// <summary>Reads a text into a ledger, as of 12 March 2026.</summary>
    public async Task AddAsync(LedgerStore ledger, string text, string publisher = "Tolvane Echo")
    {
        using var sources = new SourceReader(new IngestOptions { Published = new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero), PublishedIsDay = true, Publisher = publisher });
        await foreach (var result in sources.ReadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "added")) ledger.Add([Reader.Value.Read(result.Report!)], new ReaderVersion("test", 1));
    }

    public LedgerStore Open(string file, TimeProvider? clock = null)
    {
        var ledger = LedgerStore.Open(Path.Combine(_folder, file), clock ?? TimeProvider.System);
        _ledgers.Add(ledger);
        return ledger;
    }

    public async Task<WebRoom> StartAsync(LedgerStore ledger, string? token = null, TimeProvider? clock = null)
    {
        var room = await WebRoom.StartAsync(new WebOptions { Ledger = ledger, Port = 0, Token = token, Clock = clock ?? TimeProvider.System, Author = "tester", Reader = new Lazy<LoadedReader>(() => new LoadedReader(Reader.Value, new ReaderVersion("test", 1))) });
        _rooms.Add(room);
        return room;
    }

    public Task<HttpResponseMessage> GetAsync(WebRoom room, string path) => Client.GetAsync(new Uri(room.Address, path), TestContext.Current.CancellationToken);

    /// <summary>A page, parsed; fails unless it is one.</summary>
    public async Task<IHtmlDocument> PageAsync(WebRoom room, string path, int status = 200)
    {
        using var response = await GetAsync(room, path);
        Assert.Equal((status, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    private readonly SemaphoreSlim _reading = new(1);
    private List<Model.Reading>? _demo;

    private async Task<List<Model.Reading>> ReadDemoAsync()
    {
        await _reading.WaitAsync();
        try
        {
            if (_demo is not null) return _demo;
            var demo = new List<Model.Reading>();
            using var sources = new SourceReader(new IngestOptions());
            await foreach (var result in sources.ReadAsync([Path.Combine(Repository.Root, "demo", "reports")])) demo.Add(Reader.Value.Read(result.Report!));
            return _demo = demo;
        }
        finally
        {
            _reading.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var room in _rooms) await room.DisposeAsync();
        foreach (var ledger in _ledgers) ledger.Dispose();
        Client.Dispose();
        _reading.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
