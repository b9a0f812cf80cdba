using Counterclaim.Ingest.Dates;
using Counterclaim.Ingest.Plain;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Html;

/// <summary>A paragraph of the article with its kind.</summary>
internal readonly record struct ArticlePart(string Text, ParagraphKind Kind, SocialPost? Post);

/// <summary>A page's blocks, where among them the article lies, and its paragraphs.</summary>
internal sealed record PageArticle(PageBlocks Page, MainContent Content, List<ArticlePart> Parts);

/// <summary>Picks the article's paragraphs out of the blocks around and inside its element.</summary>
internal static class ArticleParts
{
    public static List<ArticlePart> Pick(PageBlocks page, MainContent content, string? title)
    {
        var parts = new List<ArticlePart>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var droppedSinceHeading = false;
        var linkLists = LinkLists(page, content);
        foreach (var block in Standfirst(page, content, title))
            if (seen.Add(block.Text)) parts.Add(new ArticlePart(block.Text, ParagraphKind.Body, null));

        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            if (!content.Contains(block)) continue;
            if (linkLists.Contains(block.Container) || KindOf(block, content.Settled[block.Container], title) is not { } kind)
            {
                droppedSinceHeading = true;
                continue;
            }
            if (block.Text.Length > 30 && !seen.Add(block.Text)) continue;
            // A heading over nothing but what was dropped goes with it.
            if (kind == ParagraphKind.Heading && parts.Count > 0 && parts[^1].Kind == ParagraphKind.Heading && droppedSinceHeading) parts.RemoveAt(parts.Count - 1);
            parts.Add(new ArticlePart(block.Text, kind, block.Post));
            droppedSinceHeading = false;
        }
        while (parts.Count > 0 && parts[^1].Kind == ParagraphKind.Heading) parts.RemoveAt(parts.Count - 1);
        return parts;
    }

    private static ParagraphKind? KindOf(PageBlock block, Hints hints, string? title)
    {
        if (block.Tag == BlockTag.Post) return (hints & (Hints.Navigation | Hints.Footer | Hints.Hidden)) != 0 ? null : ParagraphKind.Social;
        var known = block.Known > 0.6;
        if (title is not null && block.Text.Equals(title, StringComparison.OrdinalIgnoreCase)) return null;
        if (Phrases.IsCredit(Head(block.Text))) return block.Words > 3 ? ParagraphKind.Caption : null;
        if (!known)
        {
            if ((hints & MainContent.Side) != 0) return null;
            if ((hints & Hints.Caption) != 0) return block.Words > 3 && block.Tag != BlockTag.Heading ? ParagraphKind.Caption : null;
            if ((hints & Hints.Byline) != 0 && block.Words <= 40) return null;
            if (block.LinkDensity > 0.5 && (block.Words < 25 || block.LinkDensity > 0.8) && block.Text[^1] != ':') return null;
            if (block.Words <= 60 && Phrases.IsNotice(Head(block.Text), block.Words)) return null;
            if (!block.IsSentence && IsLabel(block, hints)) return null;
        }
        return block.Tag switch
        {
            BlockTag.Heading => Phrases.OpensLinks(Head(block.Text)) ? null : ParagraphKind.Heading,
            BlockTag.Item or BlockTag.Row => ParagraphKind.List,
            _ => (hints & Hints.Quote) != 0 ? ParagraphKind.Quote : ParagraphKind.Body,
        };
    }

    /// <summary>Text that is neither a sentence nor set as a paragraph: times, names of sections, buttons.</summary>
    private static bool IsLabel(PageBlock block, Hints hints)
    {
        if (block.Tag == BlockTag.Loose && block.Words < 8) return true;
        if (block.Text[^1] == ':') return false;
        if (block.Tag == BlockTag.Paragraph && block.Words <= 2) return true;
        if ((hints & Hints.Header) != 0 && block.Tag != BlockTag.Heading && block.Words < 8) return true;
        var head = Head(block.Text);
        return block.Words <= 14 && (DateText.IsDateLine(head) || (LineLook.Traits(head, block.Words) & LineTraits.Byline) != 0 || Phrases.OpensLinks(head));
    }

    private static ReadOnlySpan<char> Head(string text) => text.AsSpan(0, Math.Min(text.Length, 400));

    /// <summary>Lists most of whose text is links: related articles, tags, tables of contents.</summary>
    private static HashSet<int> LinkLists(PageBlocks page, MainContent content)
    {
        var lists = new Dictionary<int, (int Text, int Links, int Known)>();
        foreach (var block in page.Blocks)
        {
            if (block.Tag != BlockTag.Item || !content.Contains(block)) continue;
            var list = block.Container;
            while (list >= 0 && (page.Containers[list].Own & Hints.List) == 0) list = page.Containers[list].Parent;
            var (text, links, known) = lists.GetValueOrDefault(list);
            lists[list] = (text + block.Text.Length, links + block.LinkChars, known + (block.Known > 0.6 ? block.Text.Length : 0));
        }
        var dropped = new HashSet<int>();
        foreach (var (list, (text, links, known)) in lists)
        {
            if (list < 0 || links < text * 0.5 || known > text / 2) continue;
            for (var i = list; i < page.Containers.Count && (i == list || page.Containers[i].Depth > page.Containers[list].Depth); i++) dropped.Add(i);
        }
        return dropped;
    }

    /// <summary>Up to three paragraphs between the headline and the article's element, where that leaves them out.</summary>
    private static IEnumerable<PageBlock> Standfirst(PageBlocks page, MainContent content, string? title)
    {
        int first = page.Blocks.FindIndex(content.Contains), headline = -1;
        if (first < 0 || title is null) return [];
        for (var i = first - 1; i >= 0 && i > first - 60; i--)
            if (page.Blocks[i].Tag == BlockTag.Heading && page.Blocks[i].Text.Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                headline = i;
                break;
            }
        if (headline < 0) return [];
        return page.Blocks.GetRange(headline + 1, first - headline - 1)
            .Where(b => (b.Tag is BlockTag.Paragraph or BlockTag.Loose || b.Tag == BlockTag.Heading && (content.Settled[b.Container] & Hints.Summary) != 0) && b.Words >= 8 && b.LinkDensity < 0.3
                && (content.Settled[b.Container] & (MainContent.Side | Hints.Caption | Hints.Byline)) == 0
                && (b.IsSentence || (content.Settled[b.Container] & Hints.Summary) != 0)
                && !Phrases.IsCredit(Head(b.Text)) && !Phrases.IsNotice(Head(b.Text), b.Words))
            .Take(3);
    }
}
