namespace Counterclaim.Ingest.Html;

/// <summary>Compares blocks with the copy of the article that a page keeps for search engines.</summary>
internal static class KnownArticle
{
    private const int Shingle = 4;

    /// <summary>A copy shorter than this is a summary or cut off by a paywall.</summary>
    private const int ShortestCopy = 400;

    /// <summary>
    /// Sets <see cref="PageBlock.Known"/> to the share of a block's runs of four words that the copy has too. Nothing is
    /// set where the page shows less than half of the copy, for then it is a copy of something else, nor where the copy
    /// is much shorter than the article appears to be, for then it is only its beginning.
    /// </summary>
    /// <param name="score">Of the article as it is found without the copy.</param>
    public static bool Mark(PageBlocks page, string? copy, double score)
    {
        if (copy is null || copy.Length < ShortestCopy || copy.Length < score * 0.6) return false;
        var known = new HashSet<int>();
        Hash(copy, hash => known.Add(hash));
        var shares = new double?[page.Blocks.Count];
        var covered = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            int all = 0, hits = 0;
            Hash(page.Blocks[i].Text, hash =>
            {
                all++;
                if (known.Contains(hash)) hits++;
            });
            if (all == 0) continue;
            shares[i] = (double)hits / all;
            if (shares[i] > 0.6) covered += page.Blocks[i].Text.Length;
        }
        if (covered < copy.Length / 2) return false;
        for (var i = 0; i < shares.Length; i++) page.Blocks[i].Known = shares[i];
        return true;
    }

    private static void Hash(string text, Action<int> take)
    {
        Span<int> window = stackalloc int[Shingle];
        int words = 0, start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start < 0) continue;
            window[words++ % Shingle] = string.GetHashCode(text.AsSpan(start, i - start), StringComparison.OrdinalIgnoreCase);
            start = -1;
            if (words < Shingle) continue;
            var hash = 17;
            for (var k = 0; k < Shingle; k++) hash = (hash * 31) + window[(words + k) % Shingle];
            take(hash);
        }
    }
}
