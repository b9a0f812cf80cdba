using System.Net;
using System.Net.Sockets;
using System.Text;
using Counterclaim.Ingest.Web;

namespace Counterclaim.Ingest.Tests;

public class FetchTests
{
    private const string Article = "<html><head><title>Quay held overnight - The Lantern</title></head><body><article><h1>Quay held overnight</h1><p>The quay is held, the mayor said on Monday evening, and will be held tomorrow.</p></article></body></html>";

    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.31.255.1"), InlineData("192.168.0.10"), InlineData("169.254.169.254"), InlineData("100.64.0.1")]
    [InlineData("0.0.0.0"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("198.18.0.1"), InlineData("::1"), InlineData("::"), InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1"), InlineData("fe80::1"), InlineData("fd00::1"), InlineData("ff02::1"), InlineData("64:ff9b::7f00:1"), InlineData("2002:7f00:1::"), InlineData("2001::1"), InlineData("2001:db8::1"), InlineData("::7f00:1")]
    public void Addresses_inside_are_closed(string address) => Assert.False(AddressPolicy.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8"), InlineData("172.32.0.1"), InlineData("100.128.0.1"), InlineData("2606:4700::1111"), InlineData("::ffff:8.8.8.8"), InlineData("2001:4860:4860::8888")]
    public void Addresses_of_the_open_internet_are_open(string address) => Assert.True(AddressPolicy.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:9/"), InlineData("http://[::1]/"), InlineData("http://localhost/"), InlineData("http://[::ffff:127.0.0.1]/"), InlineData("http://2130706433/"), InlineData("http://0x7f.1/")]
    public async Task A_URL_that_points_inside_is_refused(string url)
    {
        var error = (await Read(url, new IngestOptions())).Error;
        Assert.Equal(SourceErrorCode.PrivateAddress, error?.Code);
    }

    [Theory]
    [InlineData("ftp://example.org/a"), InlineData("file:///etc/passwd"), InlineData("http://user:word@example.org/"), InlineData("http:///"), InlineData("gopher://x")]
    public async Task Only_plain_web_addresses_are_fetched(string url) => Assert.Equal(SourceErrorCode.BadUrl, (await Read(url, new IngestOptions())).Error?.Code);

    [Fact]
    public async Task A_page_is_read_with_the_address_it_came_from()
    {
        await using var server = new LoopbackServer(path => path == "/old" ? LoopbackServer.Redirect("/2031/05/04/quay") : LoopbackServer.Ok("text/html", Article));
        var report = (await Read(server.Url + "old")).Report!;
        Assert.Equal(("Quay held overnight", server.Url + "2031/05/04/quay", "127.0.0.1"), (report.Title, report.Url, report.Publisher));
        Assert.Equal(new DateTimeOffset(2031, 5, 4, 0, 0, 0, TimeSpan.Zero), report.Published);
    }

    [Fact]
    public async Task Redirects_without_end_are_given_up()
    {
        await using var server = new LoopbackServer(path => LoopbackServer.Redirect(path + "x"));
        Assert.Equal(SourceErrorCode.TooManyRedirects, (await Read(server.Url)).Error?.Code);
        Assert.Equal(6, server.Requests);
    }

    [Fact]
    public async Task A_redirect_to_another_scheme_is_refused()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Redirect("file:///etc/passwd"));
        Assert.Equal(SourceErrorCode.BadUrl, (await Read(server.Url)).Error?.Code);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_after_the_time_allowed()
    {
        await using var server = new LoopbackServer(_ => null);
        var error = (await Read(server.Url, Allowed with { Limits = IngestLimits.Untrusted with { FetchTime = TimeSpan.FromSeconds(0.5) } })).Error;
        Assert.Equal(SourceErrorCode.Timeout, error?.Code);
    }

    [Fact]
    public async Task A_server_that_trickles_is_left_after_the_time_allowed()
    {
        await using var server = new LoopbackServer(_ => "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nContent-Type: text/html\r\n\r\n<p>"u8.ToArray(), keepOpen: true);
        var error = (await Read(server.Url, Allowed with { Limits = IngestLimits.Untrusted with { FetchTime = TimeSpan.FromSeconds(0.5) } })).Error;
        Assert.Equal(SourceErrorCode.Timeout, error?.Code);
    }

    [Fact]
    public async Task An_answer_over_the_limit_is_refused()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("text/html", new string('x', 100_000)));
        var error = (await Read(server.Url, Allowed with { Limits = IngestLimits.Untrusted with { PageBytes = 50_000 } })).Error;
        Assert.Equal(SourceErrorCode.TooLarge, error?.Code);
    }

    [Fact]
    public async Task An_error_of_the_server_is_passed_on()
    {
        await using var server = new LoopbackServer(_ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        Assert.Contains("404", (await Read(server.Url)).Error!.Message);
    }

    [Fact]
    public async Task A_feed_from_the_network_fetches_the_pages_it_only_sums_up()
    {
        LoopbackServer? server = null;
        server = new LoopbackServer(path => path switch
        {
            "/feed" => LoopbackServer.Ok("application/rss+xml", $"<rss version='2.0'><channel><title>Lantern</title><item><title>Quay held</title><link>{server!.Url}quay</link><description>In short.</description></item><item><title>Gone</title><link>{server.Url}gone</link><description>What the feed says of it.</description></item></channel></rss>"),
            "/quay" => LoopbackServer.Ok("text/html", Article),
            _ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray(),
        });
        await using var _ = server;
        var results = new List<SourceResult>();
        using var reader = new SourceReader(Allowed);
        await foreach (var result in reader.ReadAsync([server.Url + "feed"], TestContext.Current.CancellationToken)) results.Add(result);
        Assert.Equal(["Quay held overnight", "Gone"], results.Select(r => r.Report?.Title));
        Assert.Contains("What the feed says of it.", results[1].Report!.Text);
    }

    private static IngestOptions Allowed { get; } = new() { AllowPrivateAddresses = true };

    private static async Task<SourceResult> Read(string url, IngestOptions? options = null)
    {
        var results = new List<SourceResult>();
        using var reader = new SourceReader(options ?? Allowed);
        await foreach (var result in reader.ReadAsync([url])) results.Add(result);
        return Assert.Single(results);
    }

    /// <summary>Answers every request on a free port of this machine; null hangs.</summary>
    private sealed class LoopbackServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _loop;
        private int _requests;

        public LoopbackServer(Func<string, byte[]?> answer, bool keepOpen = false)
        {
            _listener.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";
            _loop = Task.Run(async () =>
            {
                while (!_stop.IsCancellationRequested)
                {
                    TcpClient client;
                    try { client = await _listener.AcceptTcpClientAsync(_stop.Token); }
                    catch (OperationCanceledException) { return; }
                    _ = Serve(client, answer, keepOpen);
                }
            });
        }

        public string Url { get; }

        public int Requests => _requests;

        public static byte[] Ok(string type, string body) =>
            Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

        public static byte[] Redirect(string to) => Encoding.UTF8.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        private async Task Serve(TcpClient client, Func<string, byte[]?> answer, bool keepOpen)
        {
            using (client)
            {
                try
                {
                    var stream = client.GetStream();
                    using var reader = new StreamReader(stream, leaveOpen: true);
                    var path = (await reader.ReadLineAsync(_stop.Token))?.Split(' ')[1] ?? "/";
                    while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 }) { }
                    Interlocked.Increment(ref _requests);
                    var bytes = answer(path);
                    if (bytes is not null) await stream.WriteAsync(bytes, _stop.Token);
                    if (bytes is null || keepOpen) await Task.Delay(Timeout.Infinite, _stop.Token);
                }
                catch (Exception e) when (e is OperationCanceledException or IOException)
                {
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            _listener.Stop();
            await _loop;
            _stop.Dispose();
        }
    }
}
