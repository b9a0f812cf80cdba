using System.Runtime.InteropServices;
using Counterclaim.Ingest.Dates;
using Counterclaim.Ingest.Posts;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Plain;

/// <summary>What a plain text shows of its structure; every span is an offset into the text, which stays as it is.</summary>
internal sealed record PlainStructure(IReadOnlyList<Paragraph> Paragraphs, string? Title, IReadOnlyList<string> Byline, WrittenDate? Published);

/// <summary>Finds the paragraphs of a text taken verbatim, and their kinds.</summary>
internal static class PlainTextReader
{
    /// <summary>A title is looked for among this many first paragraphs where a page's menus come before it.</summary>
    private const int HeadBlocks = 400;

    private const int LongestTitleWords = 35;

    /// <param name="knownTitle">The title given beside the text, if any.</param>
    public static PlainStructure Read(string text, string? knownTitle = null)
    {
        var blocks = BlockSplitter.Split(text);
        foreach (ref var block in CollectionsMarshal.AsSpan(blocks))
        {
            var content = block.Span.In(text);
            block.Words = LineLook.CountWords(content);
            block.Traits = LineLook.Traits(content, block.Words);
        }
        PostFinder.Find(text, blocks);
        JoinSpeakers(text, blocks);

        var span = CollectionsMarshal.AsSpan(blocks);
        var title = FindTitle(text, span, knownTitle);
        if (title >= 0) span[title].Kind = ParagraphKind.Title;
        var (byline, published) = FindHead(text, span, title);
        FurnitureFinder.Mark(text, span, title);

        var paragraphs = new Paragraph[blocks.Count];
        for (var i = 0; i < span.Length; i++)
            paragraphs[i] = new Paragraph(span[i].Span, span[i].Kind ?? Settle(span, i)) { Post = span[i].Post };
        var titleText = title < 0 ? null : span[title].Span.In(text).TrimStart("# ").Trim().ToString();
        return new PlainStructure(paragraphs, titleText, byline, published);
    }

    /// <summary>A line that names the speaker after a quotation, "– Name", belongs to the quotation.</summary>
    private static void JoinSpeakers(string text, List<TextBlock> blocks)
    {
        var kept = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (kept > 0 && block.Kind is null && block.Words is >= 1 and <= 12 && text[block.Span.Start] is '–' or '—' or '―' && !block.Is(LineTraits.Sentence)
                && blocks[kept - 1] is { Kind: null } quotation && text[quotation.Span.Start] is '"' or '“' or '«' or '„')
            {
                quotation.Span = quotation.Span.Hull(block.Span);
                quotation.Kind = ParagraphKind.Quote;
                blocks[kept - 1] = quotation;
                continue;
            }
            blocks[kept++] = block;
        }
        blocks.RemoveRange(kept, blocks.Count - kept);
    }

    private static ParagraphKind Settle(Span<TextBlock> blocks, int i)
    {
        var block = blocks[i];
        if (block.Is(LineTraits.MarkedHeading)) return ParagraphKind.Heading;
        if (block.Is(LineTraits.MarkedQuote)) return ParagraphKind.Quote;
        if (block.Is(LineTraits.Item)) return ParagraphKind.List;
        if (block.Is(LineTraits.OpenEnded)) return block.Words <= 30 ? ParagraphKind.List : ParagraphKind.Body;
        if (block.Is(LineTraits.Sentence | LineTraits.Introduces)) return ParagraphKind.Body;
        // A heading stands above something it heads; the last line of a text is not one.
        return block.Words <= 15 && i + 1 < blocks.Length ? ParagraphKind.Heading : ParagraphKind.Body;
    }

    /// <summary>
    /// The block that equals the known title; else the last block before the prose that an earlier one repeats with the
    /// site's name after it; else a first line that reads as a headline.
    /// </summary>
    private static int FindTitle(string text, ReadOnlySpan<TextBlock> blocks, string? known)
    {
        var head = Math.Min(blocks.Length, HeadBlocks);
        if (head == 0) return -1;
        var found = -1;
        var first = blocks[0].Span.In(text).TrimStart("# ").TrimEnd();
        for (var i = 0; i < head; i++)
        {
            if (blocks[i].Kind is not null || blocks[i].Words > LongestTitleWords) continue;
            var content = blocks[i].Span.In(text).TrimStart("# ").TrimEnd();
            if (!string.IsNullOrWhiteSpace(known) && content.Equals(known.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)) found = i;
            else if (i > 0 && content.Length >= 15 && found <= i && Repeats(first, content)) found = i;
        }
        if (found >= 0) return found;
        var headline = blocks.Length > 1 && blocks[0].Kind is null && blocks[0].Words is >= 2 and <= LongestTitleWords
            && !blocks[0].Is(LineTraits.Introduces | LineTraits.Item | LineTraits.Link | LineTraits.Date | LineTraits.Byline | LineTraits.Notice | LineTraits.Credit | LineTraits.OpenEnded)
            && (!blocks[0].Is(LineTraits.Sentence) || blocks[0].Is(LineTraits.MarkedHeading) || first[^1] == '?');
        return headline ? 0 : -1;
    }

    /// <summary>Whether the page's first line is this line, alone or followed by the name of the site.</summary>
    private static bool Repeats(ReadOnlySpan<char> pageTitle, ReadOnlySpan<char> line)
    {
        if (!pageTitle.StartsWith(line, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = pageTitle[line.Length..].TrimStart();
        return rest.IsEmpty || rest[0] is '|' or '-' or '–' or '—' or '·' or '»' or ':';
    }

    /// <summary>The writers and the date, only where the lines around the title say so in so many words.</summary>
    private static (IReadOnlyList<string>, WrittenDate?) FindHead(string text, ReadOnlySpan<TextBlock> blocks, int title)
    {
        IReadOnlyList<string> byline = [];
        WrittenDate? published = null;
        var from = Math.Max(title, 0);
        for (var i = from; i < Math.Min(blocks.Length, from + 12); i++)
        {
            var block = blocks[i];
            if (i != title && block.Words >= 8 && block.Is(LineTraits.Sentence) && !block.Is(LineTraits.Byline | LineTraits.Credit)) break;
            var content = block.Span.In(text);
            if (byline.Count == 0 && block.Is(LineTraits.Byline))
            {
                var names = Bylines.Split(content);
                if (names.Count == 0 && i + 1 < blocks.Length && blocks[i + 1].Words <= 5) names = Bylines.Split(blocks[i + 1].Span.In(text));
                byline = names;
            }
            if (published is null && block.Is(LineTraits.Date)) published = DateText.Find(content);
        }
        return (byline, published);
    }
}
