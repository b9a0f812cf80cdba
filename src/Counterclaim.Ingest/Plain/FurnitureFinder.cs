using Counterclaim.Model;

namespace Counterclaim.Ingest.Plain;

/// <summary>Tells what the page says about itself from what the article says, by wording and by the company a line keeps.</summary>
/// <remarks>
/// Wording alone settles notices, credits and links. The rest is position: outside the stretch from the first sentence
/// of the article to its last, a line that is no sentence is furniture unless it is the title or stands under it; inside,
/// only a run of four or more such lines is, or a shorter one that opens like a list of links. A line after one that
/// ends in a colon belongs to it and is kept.
/// </remarks>
internal static class FurnitureFinder
{
    /// <summary>Shorter runs of lines that are no sentences are headings or short lists of the article.</summary>
    private const int ShortestMenu = 4;

    /// <summary>Words from which on a line below the title reads as its second line rather than as a label.</summary>
    private const int DeckWords = 6;

    public static void Mark(string text, Span<TextBlock> blocks, int title)
    {
        foreach (ref var block in blocks) MarkByWording(ref block);
        MarkLinked(text, blocks);
        MarkLinkSections(blocks);

        int first = FirstSentence(blocks, title), last = LastSentence(blocks);
        if (first < 0) return;
        MarkHead(blocks[..BeginningOf(text, blocks, first, title)], title);
        MarkMiddle(blocks, first, last);
        MarkTail(blocks[(last + 1)..]);
    }

    private static void MarkByWording(ref TextBlock block)
    {
        if (block.Kind is not null) return;
        if (block.Is(LineTraits.Notice) || (block.Is(LineTraits.OpensLinks) && block.Is(LineTraits.Introduces))) block.Kind = ParagraphKind.Furniture;
        else if (block.Is(LineTraits.Credit)) block.Kind = ParagraphKind.Caption;
        else if (block.Is(LineTraits.Date) && !block.Is(LineTraits.Sentence)) block.Kind = ParagraphKind.Furniture;
    }

    /// <summary>
    /// A whole paragraph that a list of links in the same text repeats as the words of a link is itself a link: the
    /// headline or the summary of another article.
    /// </summary>
    private static void MarkLinked(string text, Span<TextBlock> blocks)
    {
        HashSet<string>? labels = null;
        foreach (ref var block in blocks)
            if (block.Is(LineTraits.Link) && LineLook.LinkLabel(block.Span.In(text)) is { IsEmpty: false } label) (labels ??= []).Add(label.ToString());
        if (labels is null) return;
        var lookup = labels.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (ref var block in blocks)
            if (block.Kind is null && block.Words >= 8 && block.Span.Length <= 1000 && lookup.Contains(block.Span.In(text))) block.Kind = ParagraphKind.Furniture;
    }

    /// <summary>Two or more entries in a row that are nothing but links, and the heading above them.</summary>
    private static void MarkLinkSections(Span<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Length;)
        {
            var end = i;
            while (end < blocks.Length && blocks[end].Is(LineTraits.Link)) end++;
            if (end == i) { i++; continue; }
            for (var k = i; k < end; k++) blocks[k].Kind = ParagraphKind.Furniture;
            if (end - i >= 2 && i > 0 && blocks[i - 1].Is(LineTraits.MarkedHeading | LineTraits.OpensLinks)) blocks[i - 1].Kind = ParagraphKind.Furniture;
            i = end;
        }
    }

    /// <summary>
    /// A page whose links stand on lines of their own breaks its first sentence: "Speaking in an interview with the broadcaster", the link's
    /// words, the rest. Such lines belong to the sentence they begin.
    /// </summary>
    private static int BeginningOf(string text, ReadOnlySpan<TextBlock> blocks, int first, int title)
    {
        const int mostLines = 3, fewWords = 4;
        for (var i = first - 1; i > title && i >= first - mostLines && blocks[i].Kind is null; i--)
        {
            if (blocks[i].Words >= fewWords && LineLook.BeginsSentence(blocks[i].Span.In(text))) return i;
            if (blocks[i].Words > fewWords) break;
        }
        return first;
    }

    /// <summary>Before the first sentence: menus, dates, names of writers; the title and a second line under it stay.</summary>
    private static void MarkHead(Span<TextBlock> head, int title)
    {
        var afterTitle = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (i == title) { afterTitle = 1; continue; }
            if (head[i].Kind is not null) continue;
            var deck = title >= 0 ? afterTitle is >= 1 and <= 3 && head[i].Words >= DeckWords : head.Length <= 3;
            if (!deck || head[i].Is(LineTraits.Byline)) head[i].Kind = ParagraphKind.Furniture;
            if (afterTitle > 0) afterTitle++;
        }
    }

    private static void MarkMiddle(Span<TextBlock> blocks, int first, int last)
    {
        for (var i = first; i <= last;)
        {
            if (!IsLabel(blocks[i])) { i++; continue; }
            int end = i, opens = -1, counted = 0;
            while (end <= last && (IsLabel(blocks[end]) || blocks[end].Kind == ParagraphKind.Furniture))
            {
                if (opens < 0 && blocks[end].Is(LineTraits.OpensLinks)) opens = end;
                if (blocks[end].Kind is null) counted++;
                end++;
            }
            var introduced = i > 0 && blocks[i - 1].Is(LineTraits.Introduces) && blocks[i - 1].Kind != ParagraphKind.Furniture;
            var from = opens >= 0 ? opens : counted >= ShortestMenu && !introduced ? i : end;
            for (var k = from; k < end; k++)
                if (blocks[k].Kind is null) blocks[k].Kind = ParagraphKind.Furniture;
            i = end;
        }
    }

    private static void MarkTail(Span<TextBlock> tail)
    {
        foreach (ref var block in tail)
            block.Kind ??= ParagraphKind.Furniture;
    }

    /// <summary>A line that is neither a sentence nor an entry of a list, as menus and headings are.</summary>
    private static bool IsLabel(in TextBlock block) =>
        block.Kind is null && !block.Is(LineTraits.Sentence | LineTraits.Introduces | LineTraits.OpenEnded | LineTraits.MarkedQuote)
        && !(block.Is(LineTraits.Item) && block.Words > 3);

    /// <summary>First block of the article's prose: a whole sentence after the title, or a long one anywhere.</summary>
    private static int FirstSentence(Span<TextBlock> blocks, int title)
    {
        for (var i = title + 1; i < blocks.Length; i++)
            if (IsProse(blocks[i]) || blocks[i].Kind == ParagraphKind.Social) return i;
        return -1;
    }

    private static int LastSentence(Span<TextBlock> blocks)
    {
        for (var i = blocks.Length - 1; i >= 0; i--)
            if (blocks[i].Kind is null or ParagraphKind.Social && blocks[i].Is(LineTraits.Sentence | LineTraits.Introduces | LineTraits.OpenEnded | LineTraits.MarkedQuote)
                || blocks[i].Kind == ParagraphKind.Social || (blocks[i].Kind is null && blocks[i].Is(LineTraits.Item) && blocks[i].Words > 3))
                return i;
        return -1;
    }

    private static bool IsProse(in TextBlock block) =>
        block.Kind is null && block.Words >= 6 && block.Is(LineTraits.Sentence) && !block.Is(LineTraits.Link | LineTraits.MarkedHeading);
}
