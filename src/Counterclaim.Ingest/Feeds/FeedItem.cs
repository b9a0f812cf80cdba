using Counterclaim.Ingest.Dates;

namespace Counterclaim.Ingest.Feeds;

/// <summary>One entry of a feed.</summary>
/// <param name="Raw">The entry as XML, for its identity.</param>
/// <param name="Content">HTML of the whole article or of its summary.</param>
/// <param name="IsWhole">Whether the feed gives <paramref name="Content"/> as the article itself.</param>
internal sealed record FeedItem(string Raw, string? Title, string? Link, WrittenDate? Published, IReadOnlyList<string> Authors, string? Content, bool IsWhole);

/// <summary>A feed's own name and language, with its entries in their order.</summary>
/// <param name="Broken">What is wrong with the rest of the feed, where it could be read only in part.</param>
internal sealed record Feed(string? Title, string? Language, IReadOnlyList<FeedItem> Items, string? Broken);
