using System.Runtime.CompilerServices;
using Counterclaim.Ingest.Bytes;
using Counterclaim.Ingest.Feeds;
using Counterclaim.Ingest.Html;
using Counterclaim.Ingest.Web;

namespace Counterclaim.Ingest;

/// <summary>Turns the bytes of one document into its reports: one for a page or a text, one an entry for a feed.</summary>
internal sealed class DocumentReader(IngestOptions options, ReportFactory factory, PageReader pages, PageFetcher fetcher)
{
    /// <summary>A feed's entry shorter than this (in characters of markup) is a summary, whatever the feed calls it.</summary>
    private const int ShortestArticle = 1_500;

    /// <param name="online">The answer the bytes came with, where they were fetched.</param>
    public async IAsyncEnumerable<SourceResult> ReadAsync(
        ReadOnlyMemory<byte> bytes, string name, InputFormat promised, FetchedPage? online, [EnumeratorCancellation] CancellationToken cancel)
    {
        var markup = promised is InputFormat.Html or InputFormat.Feed || StartsWithTag(bytes.Span);
        var text = TextDecoder.Decode(bytes.Span, online?.Charset, markup);
        if (string.IsNullOrWhiteSpace(text)) throw new SourceException(SourceErrorCode.Empty, "there is no text in it");
        var format = options.Format == InputFormat.Auto ? FormatSniffer.Settle(promised, text) : options.Format;
        switch (format)
        {
            case InputFormat.Feed:
                await foreach (var result in ReadFeed(text, name, online, cancel).ConfigureAwait(false)) yield return result;
                break;
            case InputFormat.Html:
                yield return pages.Read(text, ReportFactory.Id(bytes.Span), name, online?.Url);
                break;
            default:
                yield return factory.FromText(ReportFactory.Id(bytes.Span), name, text, online?.Url);
                break;
        }
    }

    public static bool StartsWithTag(ReadOnlySpan<byte> start) => start.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);

    private async IAsyncEnumerable<SourceResult> ReadFeed(string xml, string name, FetchedPage? online, [EnumeratorCancellation] CancellationToken cancel)
    {
        var feed = FeedParser.Parse(xml, options.Limits);
        if (feed.Items.Count == 0 && feed.Broken is null) throw new SourceException(SourceErrorCode.Empty, "the feed has no entries");
        for (var i = 0; i < feed.Items.Count; i++)
            yield return await ReadItem(feed, feed.Items[i], $"{name}#{i + 1}", online is not null, cancel).ConfigureAwait(false);
        if (feed.Broken is not null) yield return new SourceError(name, SourceErrorCode.BadFeed, "the rest of this feed is broken: " + feed.Broken);
    }

    /// <summary>
    /// The linked page of an entry that only sums it up, if the feed itself came from the network; else, and when the
    /// page cannot be had, what the feed says.
    /// </summary>
    private async Task<SourceResult> ReadItem(Feed feed, FeedItem item, string source, bool online, CancellationToken cancel)
    {
        SourceError? missed = null;
        if (online && item.Link is { } link && (!item.IsWhole || item.Content!.Length < ShortestArticle))
        {
            try
            {
                var page = await fetcher.FetchAsync(link, cancel).ConfigureAwait(false);
                if (pages.Read(page.Bytes, source, page.Url, page.Charset) is { Report: { } read })
                    return factory.Known(read with { Published = read.Published ?? item.Published?.Value, PublishedIsDay = read.Published is null ? item.Published?.IsDay ?? false : read.PublishedIsDay });
            }
            catch (SourceException e)
            {
                missed = e.At(source);
            }
        }
        try
        {
            return pages.ReadEntry(feed, item, source);
        }
        catch (SourceException e)
        {
            return missed ?? e.At(source);
        }
    }
}
