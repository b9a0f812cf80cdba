using Counterclaim.Ingest.Dates;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Plain;

/// <summary>Finds embedded posts by their last line, "— Name (@handle) November 10, 2025", and the paragraphs above that belong to them.</summary>
internal static class PostFinder
{
    /// <summary>A post with several paragraphs is looked for no further up than this.</summary>
    private const int MostParagraphs = 6;

    /// <summary>Code units; the longest post usually embedded.</summary>
    private const int LongestRun = 1200;

    /// <summary>Joins each post with its signature into one block of kind <see cref="ParagraphKind.Social"/>.</summary>
    public static void Join(string text, List<TextBlock> blocks)
    {
        var kept = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (!LineLook.IsSignature(block.Span.In(text)))
            {
                if (SignatureAtEnd(text, block.Span) is { } inside)
                {
                    block.Kind = ParagraphKind.Social;
                    block.Post = Post(text, inside);
                }
                blocks[kept++] = block;
                continue;
            }
            var first = FirstOfPost(text, blocks, kept, block);
            var start = first < kept ? blocks[first] : block;
            start.Span = start.Span.Hull(block.Span);
            start.Kind = ParagraphKind.Social;
            start.Post = Post(text, block.Span);
            kept = first;
            blocks[kept++] = start;
        }
        blocks.RemoveRange(kept, blocks.Count - kept);
    }

    /// <summary>The post's author, handle and day as its signature gives them.</summary>
    public static SocialPost Post(string text, TextSpan signature, string? network = null)
    {
        var match = LineLook.SignatureIn(text[signature.Start..signature.End]);
        var posted = match.Groups["date"].Success ? DateText.Find(match.Groups["date"].ValueSpan)?.Value : null;
        return new SocialPost(match.Groups["author"].Value.Trim(), match.Groups["handle"].Value, network, posted, signature);
    }

    /// <summary>A paragraph whose last words, after its last dash, are a signature: the post and its author on one line.</summary>
    private static TextSpan? SignatureAtEnd(string text, TextSpan span)
    {
        var paragraph = span.In(text);
        var handle = paragraph.LastIndexOf("(@");
        if (handle < 0 || paragraph.Length - handle > 100) return null;
        var dash = paragraph[..handle].LastIndexOfAny('—', '―');
        if (dash <= 0 || !LineLook.IsSignature(paragraph[dash..])) return null;
        var signature = paragraph[dash..];
        return LineLook.SignatureIn(signature.ToString()).Groups["date"].Success ? new TextSpan(span.Start + dash, span.End) : null;
    }

    /// <summary>
    /// The post begins after the nearest line that introduces it (it ends in a colon); without one, after the nearest
    /// empty line if what stands between is short enough for a post; else it is the paragraph before the signature.
    /// </summary>
    private static int FirstOfPost(string text, List<TextBlock> blocks, int count, TextBlock signature)
    {
        if (count == 0) return count;
        int afterBlank = -1, adjacent = count - 1;
        for (var i = adjacent; i >= 0 && count - i <= MostParagraphs; i--)
        {
            var block = blocks[i];
            if (signature.Span.End - block.Span.Start > LongestRun || block.Kind == ParagraphKind.Social) break;
            if (block.Is(LineTraits.Introduces) && i < adjacent) return i + 1;
            if (i < adjacent && OpensQuotation(block.Span.In(text))) break;
            if (block.AfterBlank && afterBlank < 0) afterBlank = i;
        }
        if (blocks[adjacent].Kind == ParagraphKind.Social || blocks[adjacent].Is(LineTraits.Introduces)) return count;
        if (signature.AfterBlank || afterBlank < 0) return adjacent;
        var length = blocks[adjacent].Span.End - blocks[afterBlank].Span.Start;
        return length <= LongestRun / 2 ? afterBlank : adjacent;
    }

    private static bool OpensQuotation(ReadOnlySpan<char> paragraph) => paragraph[0] is '"' or '“' or '«' or '„';
}
