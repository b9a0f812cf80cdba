using System.IO.Compression;
using System.Runtime.CompilerServices;
using Counterclaim.Ingest.Bytes;
using Counterclaim.Ingest.Html;
using Counterclaim.Ingest.Jsonl;
using Counterclaim.Ingest.Sources;
using Counterclaim.Ingest.Web;

namespace Counterclaim.Ingest;

/// <summary>Reads every kind of source the command takes into reports, one at a time and in order.</summary>
/// <remarks>A source that cannot be read becomes a <see cref="SourceError"/>; the rest go on.</remarks>
public sealed class SourceReader : IDisposable
{
    private const int PeekLength = 64 << 10;

    private readonly IngestOptions _options;
    private readonly ReportFactory _factory;
    private readonly PageFetcher _fetcher;
    private readonly DocumentReader _documents;
    private readonly Func<Stream> _standardInput;

    /// <param name="standardInput">Opens what "-" stands for; the process's own standard input where null.</param>
    public SourceReader(IngestOptions options, Func<Stream>? standardInput = null)
    {
        _options = options;
        _factory = new ReportFactory(options);
        _fetcher = new PageFetcher(options);
        _documents = new DocumentReader(options, _factory, new PageReader(options), _fetcher);
        _standardInput = standardInput ?? Console.OpenStandardInput;
    }

    /// <param name="sources">Files, folders, globs, URLs, or "-".</param>
    public async IAsyncEnumerable<SourceResult> ReadAsync(IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var unit in Expand(sources))
            await foreach (var result in unit.ReadAsync(cancel).ConfigureAwait(false))
                yield return result;
    }

    /// <summary>Reads what somebody handed over: an upload, a pasted text.</summary>
    /// <param name="name">How reports and errors name it; its ending tells the format where the bytes do not.</param>
    public IAsyncEnumerable<SourceResult> ReadAsync(Stream given, string name, CancellationToken cancel = default) => Guard(new GivenItem(given, name), cancel);

    /// <summary>What the sources stand for, in order; units may be read at the same time by several threads.</summary>
    public IEnumerable<SourceUnit> Expand(IEnumerable<string> sources)
    {
        foreach (var source in sources)
            foreach (var item in SourceWalker.Expand(source))
                yield return new SourceUnit(HoldsOne: item is FileItem && Promised(item.Name) == InputFormat.Html, cancel => Guard(item, cancel));
    }

    /// <summary>How many files the sources stand for; null where that shows only on reading (standard input, JSONL, feeds, URLs).</summary>
    public int? CountKnown(IEnumerable<string> sources)
    {
        var count = 0;
        foreach (var item in sources.SelectMany(SourceWalker.Expand))
        {
            if (item is not (FileItem or FailedItem)) return null;
            if (item is FileItem file && Promised(file.Name) is InputFormat.Jsonl or InputFormat.Feed) return null;
            count++;
        }
        return count;
    }

    /// <summary>Reads one item; whatever goes wrong ends the item, not the caller.</summary>
    private async IAsyncEnumerable<SourceResult> Guard(SourceItem item, [EnumeratorCancellation] CancellationToken cancel)
    {
        var results = Read(item, cancel).GetAsyncEnumerator(cancel);
        await using var _ = results.ConfigureAwait(false);
        while (true)
        {
            SourceError? error = null;
            try
            {
                if (!await results.MoveNextAsync().ConfigureAwait(false)) yield break;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e)
            {
                error = Explain(item.Name, e);
            }
            if (error is not null)
            {
                yield return error;
                yield break;
            }
            yield return results.Current;
        }
    }

    private static SourceError Explain(string source, Exception e) => e switch
    {
        SourceException known => known.At(source),
        InvalidDataException => new(source, SourceErrorCode.BadCompression, "the compressed data is damaged: " + OneLine.Of(e.Message)),
        UnauthorizedAccessException => new(source, SourceErrorCode.NoAccess, "no permission to read it"),
        IOException => new(source, SourceErrorCode.Unreadable, "it cannot be read: " + OneLine.Of(e.Message)),
        _ => new(source, SourceErrorCode.Defect, $"a defect of this program, please report it: {e.GetType().Name}: {OneLine.Of(e.Message)}"),
    };

    private IAsyncEnumerable<SourceResult> Read(SourceItem item, CancellationToken cancel) => item switch
    {
        FailedItem failed => One(failed.Error),
        FileItem file => ReadFile(file.Path, cancel),
        GivenItem given => ReadStream(given.Bytes, given.Name, Promised(given.Name), null, cancel),
        StandardInputItem => ReadStream(_standardInput(), "-", _options.Format, null, cancel),
        UrlItem url => ReadUrl(url.Url, cancel),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    private async IAsyncEnumerable<SourceResult> ReadUrl(string url, [EnumeratorCancellation] CancellationToken cancel)
    {
        var page = await _fetcher.FetchAsync(url, cancel).ConfigureAwait(false);
        if (page.Bytes.IsEmpty) throw new SourceException(SourceErrorCode.Empty, "the server sent an empty page");
        var promised = _options.Format != InputFormat.Auto ? _options.Format
            : FormatSniffer.FromMediaType(page.MediaType) is not InputFormat.Auto and var declared ? declared
            : FormatSniffer.FromName(new Uri(page.Url).AbsolutePath);
        var stream = new MemoryStream(page.Bytes.ToArray());
        await using var _ = stream.ConfigureAwait(false);
        await foreach (var result in ReadStream(stream, url, promised, page, cancel).ConfigureAwait(false)) yield return result;
    }

    private async IAsyncEnumerable<SourceResult> ReadFile(string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        var promised = Promised(path);
        var file = File.OpenRead(path);
        await using var _ = file.ConfigureAwait(false);
        if (file.CanSeek && promised != InputFormat.Jsonl && !path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && file.Length > Limit(promised, []))
            throw BoundedBytes.TooLarge(Limit(promised, []), file.Length);
        await foreach (var result in ReadStream(file, path, promised, null, cancel).ConfigureAwait(false)) yield return result;
    }

    private async IAsyncEnumerable<SourceResult> ReadStream(
        Stream stream, string name, InputFormat promised, FetchedPage? online, [EnumeratorCancellation] CancellationToken cancel)
    {
        var start = await Peek(stream, cancel).ConfigureAwait(false);
        if (ByteKind.IsGzip(start.Span))
        {
            stream = new GZipStream(new PrefixedStream(start, stream), CompressionMode.Decompress);
            start = await Peek(stream, cancel).ConfigureAwait(false);
        }
        await using var _ = stream.ConfigureAwait(false);
        if (start.IsEmpty) throw new SourceException(SourceErrorCode.Empty, "it is empty: there is nothing to read");

        if (promised == InputFormat.Jsonl || (promised == InputFormat.Auto && FormatSniffer.LooksLikeArticleLine(start.Span)))
        {
            await foreach (var result in new ArticleStream(_factory, _options.Limits).ReadAsync(start, stream, name, cancel).ConfigureAwait(false))
                yield return result;
            yield break;
        }
        var bytes = await BoundedBytes.ReadAsync(start, stream, Limit(promised, start.Span), cancel).ConfigureAwait(false);
        await foreach (var result in _documents.ReadAsync(bytes, name, promised, online, cancel).ConfigureAwait(false)) yield return result;
    }

    private InputFormat Promised(string name) => _options.Format == InputFormat.Auto ? FormatSniffer.FromName(name) : _options.Format;

    private int Limit(InputFormat promised, ReadOnlySpan<byte> start) =>
        promised is InputFormat.Html or InputFormat.Feed || DocumentReader.StartsWithTag(start) ? _options.Limits.PageBytes
        : start.IsEmpty && promised == InputFormat.Auto ? _options.Limits.PageBytes
        : _options.Limits.TextBytes;

    private static async Task<ReadOnlyMemory<byte>> Peek(Stream stream, CancellationToken cancel)
    {
        var start = new byte[PeekLength];
        var read = await stream.ReadAtLeastAsync(start, PeekLength, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        return start.AsMemory(0, read);
    }

    private static async IAsyncEnumerable<SourceResult> One(SourceResult result)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return result;
    }

    public void Dispose() => _fetcher.Dispose();
}
