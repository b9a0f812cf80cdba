using System.IO.Compression;
using System.Runtime.CompilerServices;
using Counterclaim.Ingest.Bytes;
using Counterclaim.Ingest.Html;
using Counterclaim.Ingest.Jsonl;
using Counterclaim.Ingest.Sources;

namespace Counterclaim.Ingest;

/// <summary>Reads every kind of source the command takes into reports, one at a time and in order.</summary>
/// <remarks>A source that cannot be read becomes a <see cref="SourceError"/>; the rest go on.</remarks>
public sealed class SourceReader
{
    private const int PeekLength = 64 << 10;

    private readonly IngestOptions _options;
    private readonly ReportFactory _factory;
    private readonly PageReader _pages;
    private readonly Func<Stream> _standardInput;

    /// <param name="standardInput">Opens what "-" stands for; the process's own standard input where null.</param>
    public SourceReader(IngestOptions options, Func<Stream>? standardInput = null)
    {
        _options = options;
        _factory = new ReportFactory(options);
        _pages = new PageReader(options);
        _standardInput = standardInput ?? Console.OpenStandardInput;
    }

    /// <param name="sources">Files, folders, globs, URLs, or "-".</param>
    public async IAsyncEnumerable<SourceResult> ReadAsync(IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var source in sources)
            foreach (var item in SourceWalker.Expand(source))
                await foreach (var result in Guard(item, cancel).ConfigureAwait(false))
                    yield return result;
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
        StandardInputItem => ReadStream(_standardInput(), "-", cancel),
        _ => One(new SourceError(item.Name, SourceErrorCode.BadUrl, "this kind of source is not known")),
    };

    private async IAsyncEnumerable<SourceResult> ReadFile(string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        var promised = Promised(path);
        var file = File.OpenRead(path);
        await using var _ = file.ConfigureAwait(false);
        if (file.CanSeek && promised != InputFormat.Jsonl && !path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && file.Length > Limit(promised, []))
            throw BoundedBytes.TooLarge(Limit(promised, []), file.Length);
        await foreach (var result in ReadStream(file, path, cancel).ConfigureAwait(false)) yield return result;
    }

    private async IAsyncEnumerable<SourceResult> ReadStream(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancel)
    {
        var start = await Peek(stream, cancel).ConfigureAwait(false);
        if (ByteKind.IsGzip(start.Span))
        {
            stream = new GZipStream(new PrefixedStream(start, stream), CompressionMode.Decompress);
            start = await Peek(stream, cancel).ConfigureAwait(false);
        }
        await using var _ = stream.ConfigureAwait(false);
        if (start.IsEmpty) throw new SourceException(SourceErrorCode.Empty, "it is empty: there is nothing to read");

        var promised = Promised(name);
        if (promised == InputFormat.Jsonl || (promised == InputFormat.Auto && FormatSniffer.LooksLikeArticleLine(start.Span)))
        {
            await foreach (var result in new ArticleStream(_factory, _options.Limits).ReadAsync(start, stream, name, cancel).ConfigureAwait(false))
                yield return result;
            yield break;
        }
        var bytes = await BoundedBytes.ReadAsync(start, stream, Limit(promised, start.Span), cancel).ConfigureAwait(false);
        foreach (var result in ReadDocument(bytes, name, promised)) yield return result;
    }

    private IEnumerable<SourceResult> ReadDocument(ReadOnlyMemory<byte> bytes, string name, InputFormat promised)
    {
        var text = TextDecoder.Decode(bytes.Span, lookForMeta: promised is InputFormat.Html or InputFormat.Feed || StartsWithTag(bytes.Span));
        var format = _options.Format == InputFormat.Auto ? FormatSniffer.Settle(promised, text) : _options.Format;
        var id = ReportFactory.Id(bytes.Span);
        return format switch
        {
            InputFormat.Html => [_pages.Read(text, id, name)],
            _ => [_factory.FromText(id, name, text)],
        };
    }

    private InputFormat Promised(string name) => _options.Format == InputFormat.Auto ? FormatSniffer.FromName(name) : _options.Format;

    private int Limit(InputFormat promised, ReadOnlySpan<byte> start) =>
        promised is InputFormat.Html or InputFormat.Feed || StartsWithTag(start) ? _options.Limits.PageBytes
        : start.IsEmpty && promised == InputFormat.Auto ? _options.Limits.PageBytes
        : _options.Limits.TextBytes;

    private static bool StartsWithTag(ReadOnlySpan<byte> start) => start.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);

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
}
