using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>"The minister wrote:" above a block quotation: all of the block is what was written.</summary>
internal static class BlockQuotes
{
    /// <summary>A paragraph that announces a quotation ends soon after the words that say so.</summary>
    private const int LongestTail = 12;

    /// <summary>Extends the statement that announces a block quotation over all of it; what was found inside becomes a telling inside it.</summary>
    public static void Extend(TokenTable table, List<Candidate> chosen)
    {
        if (!table.Paragraphs.Any(p => p.Kind == ParagraphKind.Quote)) return;
        var start = 0;
        var announcing = new TokenRange(0, 0);
        var tellerOf = new Candidate?[table.Count];
        for (var p = 0; p < table.Paragraphs.Count; p++)
        {
            var end = start;
            while (end < table.Count && table.ParagraphOf[end] == p) end++;
            var paragraph = new TokenRange(start, end);
            start = end;
            if (paragraph.IsEmpty) continue;
            if (table.Paragraphs[p].Kind != ParagraphKind.Quote)
            {
                announcing = table.Analysis.Form(paragraph.End - 1) is ":" ? paragraph : new TokenRange(0, 0);
                continue;
            }
            if (announcing.IsEmpty) continue;
            for (; p + 1 < table.Paragraphs.Count && table.Paragraphs[p + 1].Kind == ParagraphKind.Quote; p++)
                while (end < table.Count && table.ParagraphOf[end] == p + 1) end++;
            start = end;
            if (TellerIn(chosen, announcing) is { } teller) Give(table, teller, new TokenRange(paragraph.Start, end), tellerOf);
            announcing = new TokenRange(0, 0);
        }
        bool Repeats(Candidate c, TokenRange run) => !run.IsEmpty && run.Start < tellerOf.Length && (Other(c, tellerOf[run.Start]) || Other(c, tellerOf[run.End - 1]));
        chosen.RemoveAll(c => Repeats(c, c.Cue) || c.Content.Exists(run => Repeats(c, run)));
    }

    private static bool Other(Candidate statement, Candidate? teller) => teller is not null && teller != statement;

    /// <summary>The last statement told in a paragraph, if its cue stands near the end; statements are in the order of their cues.</summary>
    private static Candidate? TellerIn(List<Candidate> chosen, TokenRange announcing)
    {
        int low = 0, high = chosen.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (chosen[middle].Cue.Start < announcing.End) low = middle + 1;
            else high = middle;
        }
        return low > 0 && chosen[low - 1].Cue is var cue && cue.Start >= announcing.Start && announcing.End - cue.End is >= 0 and <= LongestTail ? chosen[low - 1] : null;
    }

    private static void Give(TokenTable table, Candidate teller, TokenRange block, Candidate?[] tellerOf)
    {
        while (block.Count > 1 && IsMarkdown(table.Analysis.Form(block.Start))) block = new TokenRange(block.Start + 1, block.End);
        if (teller.HolderIsIn(block)) return;
        teller.Content.Clear();
        teller.Content.Add(block);
        tellerOf.AsSpan(block.Start, block.Count).Fill(teller);
    }

    private static bool IsMarkdown(ReadOnlySpan<char> form) => form.TrimStart('>').IsEmpty;
}
