namespace Counterclaim.Ingest;

/// <summary>How much of a source is read before it is refused. Sizes are bytes.</summary>
public sealed record IngestLimits
{
    /// <summary>For input that nobody vouches for; what everything uses unless told otherwise.</summary>
    public static IngestLimits Untrusted { get; } = new();

    /// <summary>A plain text, a Markdown file, or one line of a JSONL file.</summary>
    public int TextBytes { get; init; } = 16 << 20;

    /// <summary>A page or a feed, after decompression.</summary>
    public int PageBytes { get; init; } = 32 << 20;

    /// <summary>Elements inside elements of a page; browsers flatten from 512 on.</summary>
    public int HtmlDepth { get; init; } = 5_000;

    /// <summary>Elements of a page; more than this is no article.</summary>
    public int HtmlElements { get; init; } = 1_000_000;

    /// <summary>Items of one feed.</summary>
    public int FeedItems { get; init; } = 1_000;

    /// <summary>From the first look-up to the last byte of an answer, redirects included.</summary>
    public TimeSpan FetchTime { get; init; } = TimeSpan.FromSeconds(20);

    public int Redirects { get; init; } = 5;
}
