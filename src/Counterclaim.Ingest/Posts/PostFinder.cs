using Counterclaim.Ingest.Plain;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Posts;

/// <summary>Finds the posts in a plain text: those signed behind, and the paragraphs above that belong to them, and those headed or labelled.</summary>
internal static class PostFinder
{
    /// <summary>A post with several paragraphs is looked for no further up than this.</summary>
    private const int MostParagraphs = 6;

    /// <summary>Code units; the longest post usually embedded.</summary>
    private const int LongestRun = 1200;

    /// <summary>Marks posts as <see cref="ParagraphKind.Social"/>; one that is signed behind becomes one block with its signature.</summary>
    public static void Find(string text, List<TextBlock> blocks)
    {
        HeadedPosts.Mark(text, blocks);
        JoinSigned(text, blocks);
        LabelledPosts(text, blocks);
        FramedPosts(text, blocks);
    }

    private static void JoinSigned(string text, List<TextBlock> blocks)
    {
        var kept = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind is not null || !PostSignature.Closes(block.Span.In(text)))
            {
                if (block.Kind is null && SignatureAtEnd(text, block.Span) is { } inside)
                {
                    block.Kind = ParagraphKind.Social;
                    block.Post = PostSignature.ReadBehind(inside.In(text).ToString(), inside);
                }
                blocks[kept++] = block;
                continue;
            }
            var first = FirstOfPost(text, blocks, kept, block);
            var start = first < kept ? blocks[first] : block;
            start.Span = start.Span.Hull(block.Span);
            start.Kind = ParagraphKind.Social;
            start.Post = PostSignature.ReadBehind(block.Span.In(text).ToString(), block.Span);
            kept = first;
            blocks[kept++] = start;
        }
        blocks.RemoveRange(kept, blocks.Count - kept);
    }

    /// <summary>A paragraph whose last words, after its last dash, are a signature: the post and its author on one line.</summary>
    private static TextSpan? SignatureAtEnd(string text, TextSpan span)
    {
        var paragraph = span.In(text);
        var handle = paragraph.LastIndexOf("(@");
        if (handle < 0 || paragraph.Length - handle > 120) return null;
        var dash = paragraph[..handle].LastIndexOfAny('—', '―');
        if (dash <= 0 || !PostSignature.Closes(paragraph[dash..])) return null;
        return PostSignature.ReadBehind(paragraph[dash..].ToString(), default) is { Posted: not null } ? new TextSpan(span.Start + dash, span.End) : null;
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

    /// <summary>"Name on X: what the post says": a paragraph in which a whole sentence follows the label. A title is none.</summary>
    private static void LabelledPosts(string text, List<TextBlock> blocks)
    {
        for (var i = 1; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind is not null || block.Words < 4 || !block.Is(LineTraits.Sentence)) continue;
            var paragraph = block.Span.In(text);
            var skipped = LineLook.ItemMark(paragraph);
            var length = PostSignature.LabelLength(paragraph[skipped..]);
            if (length == 0) continue;
            var label = new TextSpan(block.Span.Start + skipped, block.Span.Start + skipped + length);
            block.Kind = ParagraphKind.Social;
            block.Post = PostSignature.ReadLabel(label.In(text).ToString(), label);
            blocks[i] = block;
        }
    }

    /// <summary>A paragraph right above "View on X" is a post whose author the text does not name.</summary>
    private static void FramedPosts(string text, List<TextBlock> blocks)
    {
        for (var i = 1; i < blocks.Count; i++)
        {
            var (post, link) = (blocks[i - 1], blocks[i]);
            if (link.AfterBlank || link.Kind is not null || PostSignature.LinkedNetwork(link.Span.In(text)) is not { } network) continue;
            link.Kind = ParagraphKind.Furniture;
            blocks[i] = link;
            if (i < 2 || post.Kind is not null || !post.Is(LineTraits.Sentence)) continue;
            post.Kind = ParagraphKind.Social;
            post.Post = new SocialPost(null, null, network, null, null);
            blocks[i - 1] = post;
        }
    }
}
