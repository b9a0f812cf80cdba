using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Counterclaim.Ingest.Bytes;

namespace Counterclaim.Ingest.Web;

/// <summary>What an address answered.</summary>
/// <param name="Url">Where the answer came from, after redirects.</param>
internal sealed record FetchedPage(string Url, ReadOnlyMemory<byte> Bytes, string? MediaType, string? Charset);

/// <summary>Fetches pages and feeds, within bounds of size, time and redirects, and never from inside the network.</summary>
/// <remarks>
/// A name is resolved once and the connection goes to the very address that was checked, at every redirect, so that a
/// name that changes its mind between check and use gains nothing. For the same reason no proxy is used.
/// </remarks>
internal sealed class PageFetcher : IDisposable
{
    private readonly IngestOptions _options;
    private readonly HttpClient _client;

    public PageFetcher(IngestOptions options)
    {
        _options = options;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Counterclaim", "0.1"));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5");
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en,*;q=0.5");
    }

    /// <exception cref="SourceException">The address is refused or does not answer as it should.</exception>
    public async Task<FetchedPage> FetchAsync(string url, CancellationToken cancel)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(_options.Limits.FetchTime);
        try
        {
            return await Follow(url, clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SourceException(SourceErrorCode.Timeout, $"no whole answer within {_options.Limits.FetchTime.TotalSeconds:0.#} seconds; try again later, or save the page and read the file");
        }
        catch (HttpRequestException e)
        {
            throw Explain(e);
        }
        catch (IOException e)
        {
            throw new SourceException(SourceErrorCode.NoConnection, "the connection broke off: " + OneLine.Of(e.Message));
        }
        catch (InvalidDataException e)
        {
            throw new SourceException(SourceErrorCode.BadCompression, "the answer is damaged: " + OneLine.Of(e.Message));
        }
    }

    private async Task<FetchedPage> Follow(string url, CancellationToken cancel)
    {
        var target = Check(url, null);
        for (var hop = 0; ; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location)
            {
                if (hop == _options.Limits.Redirects)
                    throw new SourceException(SourceErrorCode.TooManyRedirects, $"more than {_options.Limits.Redirects} redirects; the last led to {OneLine.Of(location.ToString())}");
                target = Check(location.OriginalString, target);
                continue;
            }
            if (!answer.IsSuccessStatusCode)
                throw new SourceException(SourceErrorCode.HttpStatus, $"the server answered {(int)answer.StatusCode} {OneLine.Of(answer.ReasonPhrase ?? "")}".TrimEnd());

            var limit = _options.Limits.PageBytes;
            if (answer.Content.Headers.ContentLength > limit) throw BoundedBytes.TooLarge(limit, answer.Content.Headers.ContentLength);
            var body = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            await using var _ = body.ConfigureAwait(false);
            var bytes = await BoundedBytes.ReadAsync(default, body, limit, cancel).ConfigureAwait(false);
            var type = answer.Content.Headers.ContentType;
            return new FetchedPage(target.AbsoluteUri, bytes, type?.MediaType, type?.CharSet);
        }
    }

    private static Uri Check(string url, Uri? from)
    {
        if (!Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var target) || (!target.IsAbsoluteUri && from is null))
            throw new SourceException(SourceErrorCode.BadUrl, "this is not a URL");
        if (!target.IsAbsoluteUri) target = new Uri(from!, target);
        if (target.Scheme is not ("http" or "https"))
            throw new SourceException(SourceErrorCode.BadUrl, $"only http and https are fetched, not {target.Scheme}{(from is null ? "" : " (after a redirect)")}");
        if (target.UserInfo.Length > 0) throw new SourceException(SourceErrorCode.BadUrl, "a URL with a user name in it is not fetched");
        return target;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel).ConfigureAwait(false);
        var allowed = _options.AllowPrivateAddresses ? addresses : Array.FindAll(addresses, AddressPolicy.IsPublic);
        if (addresses.Length == 0) throw new SourceException(SourceErrorCode.HostUnknown, $"the host {host} has no address");
        if (allowed.Length == 0)
            throw new SourceException(SourceErrorCode.PrivateAddress, $"{host} leads to {addresses[0]}, inside the network or this machine; give --allow-private if you mean it");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static SourceException Explain(HttpRequestException e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is SourceException known) return known;
            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery })
                return new SourceException(SourceErrorCode.HostUnknown, "the host's name is not known; check it, and that there is a network");
        }
        return e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new SourceException(SourceErrorCode.HostUnknown, "the host's name is not known; check it, and that there is a network"),
            HttpRequestError.SecureConnectionError => new SourceException(SourceErrorCode.NoConnection, "no secure connection: " + OneLine.Of(e.InnerException?.Message ?? e.Message)),
            _ => new SourceException(SourceErrorCode.NoConnection, "no connection: " + OneLine.Of(e.InnerException?.Message ?? e.Message)),
        };
    }

    public void Dispose() => _client.Dispose();
}
