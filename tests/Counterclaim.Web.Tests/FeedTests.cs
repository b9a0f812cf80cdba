using System.Net;
using System.Net.Sockets;
using System.Text;
using Counterclaim.Ingest;
using Counterclaim.Ledger.Store;
using Counterclaim.Web.Adding;
using Counterclaim.Web.Notes;

namespace Counterclaim.Web.Tests;

/// <summary>Feeds that are followed: read on asking, told of with what failed, asked for by nobody else.</summary>
[Collection(nameof(RoomFixture))]
public sealed class FeedTests : IDisposable
{
    private readonly RoomFixture _rooms;
    private readonly HttpListener _server = new();
    private readonly string _feed;
    private volatile string _answer = "";
    private int _asked;

    public FeedTests(RoomFixture rooms)
    {
        _rooms = rooms;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        _feed = $"http://127.0.0.1:{port}/feed.xml";
        _server.Prefixes.Add($"http://127.0.0.1:{port}/");
        _server.Start();
        _ = ServeAsync();
    }

    private async Task ServeAsync()
    {
        while (_server.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await _server.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            Interlocked.Increment(ref _asked);
            asked.Response.StatusCode = _answer.Length == 0 ? 500 : 200;
            asked.Response.ContentType = "application/rss+xml";
            asked.Response.OutputStream.Write(Encoding.UTF8.GetBytes(_answer));
            asked.Response.Close();
        }
    }

    private static string Feed(params string[] towns)
    {
        const string Filler = " The mayor said that the ferries would sail again when the harbour office allowed it, and that bread was being handed out at the school until then.";
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Tolvane Echo</title>" + string.Concat(towns.Select(t =>
            $"<item><title>Shells hit {t}</title><pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;Shells hit {t} on Wednesday, the mayor said. Three people were killed.{string.Concat(Enumerable.Repeat(Filler, 8))}&lt;/p&gt;</description></item>")) + "</channel></rss>";
    }

    private async Task<(WebRoom Room, LedgerStore Ledger)> RoomAsync(string name, bool allowsPrivate = true)
    {
        var ledger = _rooms.Open(name + ".db");
        var room = await WebRoom.StartAsync(new WebOptions
        {
            Ledger = ledger,
            Port = 0,
            Ingest = new IngestOptions { AllowPrivateAddresses = allowsPrivate },
            Reader = new Lazy<LoadedReader>(() => new LoadedReader(_rooms.Reader.Value, new ReaderVersion("test", 1))),
        });
        return (room, ledger);
    }

    /// <summary>The page when nothing is being read any more.</summary>
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> QuietAsync(Visitor visitor)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var page = await visitor.OpenAsync("/feeds");
            if (page.QuerySelector("meta[http-equiv=refresh]") is null) return page;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("The feed is being read for ever.");
    }

    [Fact]
    public async Task A_feed_is_followed_read_again_on_asking_and_tells_what_it_gave_and_what_failed()
    {
        _answer = Feed("Brandry", "Tolvane");
        var (room, ledger) = await RoomAsync(nameof(A_feed_is_followed_read_again_on_asking_and_tells_what_it_gave_and_what_failed));
        await using var _ = room;
        using var visitor = new Visitor(room);
        Assert.Contains("No feed is followed", (await visitor.OpenAsync("/feeds")).QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/feeds?noted=1", (await visitor.SendAsync("/feeds", "/feeds", ("url", _feed))).Location);
        var page = await QuietAsync(visitor);
        Assert.Equal(_feed, page.QuerySelector(".feeds .title")!.TextContent);
        Assert.Contains("2 reports added, 0 there already", page.QuerySelector(".feeds .about")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, ledger.Counts().Reports);
        Assert.Equal(2, (await visitor.OpenAsync(page.QuerySelector(".feeds .about a")!.GetAttribute("href")!)).QuerySelectorAll(".reports > .row").Length);

        _answer = Feed("Quillhaven", "Brandry", "Tolvane");
        await visitor.SendAsync("/feeds", "/feeds/1/read");
        Assert.Contains("1 report added, 2 there already", (await QuietAsync(visitor)).QuerySelector(".feeds .about")!.TextContent, StringComparison.Ordinal);

        _answer = "";
        await visitor.SendAsync("/feeds", "/feeds/read");
        page = await QuietAsync(visitor);
        Assert.Contains("1 not read", page.QuerySelector(".feeds .about")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("500", page.QuerySelector(".feeds .reasons")!.TextContent, StringComparison.Ordinal);

        var removed = await visitor.SendAsync("/feeds", "/feeds/1/remove");
        Assert.Empty((await visitor.OpenAsync(removed.Location!)).QuerySelectorAll(".feeds > .row"));
        await visitor.SendAsync("/feeds", "/notes/2/undo", ("back", "/feeds"));
        Assert.Single((await visitor.OpenAsync("/feeds")).QuerySelectorAll(".feeds > .row"));
        Assert.Equal(3, ledger.Counts().Reports);
    }

    [Fact]
    public async Task An_interval_reads_what_is_due_and_without_one_nothing_is_asked()
    {
        _answer = Feed("Brandry");
        var clock = new SteppedClock();
        var notes = Notebook.Open(null, clock);
        notes.Follow(_feed);
        await using var intake = new Intake(_rooms.Open("interval.db"), new Lazy<LoadedReader>(() => new LoadedReader(_rooms.Reader.Value, new ReaderVersion("test", 1))));
        await using var feeds = new FeedDesk(notes, intake, new IngestOptions { AllowPrivateAddresses = true }, clock);
        feeds.ReadDue();
        Assert.False(feeds.IsReading(notes.Feeds[0]));
        Assert.Equal(0, _asked);

        notes.ReadFeedsEvery(6);
        feeds.ReadDue();
        feeds.ReadDue();
        await feeds.Read(notes.Feeds[0])!; // the same reading
        Assert.Equal((1, 1, clock.Now), (_asked, notes.Feeds[0].Last!.Added, notes.Feeds[0].Last!.Began));
        clock.Now += TimeSpan.FromHours(5);
        feeds.ReadDue();
        Assert.Equal(1, _asked);
        clock.Now += TimeSpan.FromHours(1);
        feeds.ReadDue();
        await feeds.Read(notes.Feeds[0])!;
        Assert.Equal((2, 0, 1), (_asked, notes.Feeds[0].Last!.Added, notes.Feeds[0].Last!.There));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Only_addresses_of_the_web_are_followed(string address)
    {
        var (room, _) = await RoomAsync("only-web-" + address.Length);
        await using var closing = room;
        using var visitor = new Visitor(room);
        Assert.Equal(400, (await visitor.SendAsync("/feeds", "/feeds", ("url", address))).Status);
        Assert.Empty((await visitor.OpenAsync("/feeds")).QuerySelectorAll(".feeds > .row"));
    }

    [Fact]
    public async Task A_private_address_is_refused_and_the_adding_page_follows_too()
    {
        var (room, _) = await RoomAsync("private-feed", allowsPrivate: false);
        await using var closing = room;
        using var visitor = new Visitor(room);
        var seal = (await visitor.OpenAsync("/add")).QuerySelector("input[name=seal]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(seal), "seal" }, { new StringContent(_feed), "url" }, { new StringContent("yes"), "follow" } };
        Assert.Equal("/feeds", (await visitor.PostAsync("/add", form)).Location);
        Assert.Contains("private", (await QuietAsync(visitor)).QuerySelector(".feeds .reasons")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, _asked);
        Assert.Contains("1 feed followed", (await visitor.OpenAsync("/add")).QuerySelector(".follow a")!.TextContent, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _server.Stop();
        _server.Close();
    }
}
