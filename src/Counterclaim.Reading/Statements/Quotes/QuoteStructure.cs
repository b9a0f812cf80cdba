using Counterclaim.Model;

namespace Counterclaim.Reading.Statements.Quotes;

/// <summary>A passage in quotation marks, the marks included.</summary>
/// <param name="Closed">Its closing mark was found; otherwise its end is a guess.</param>
/// <param name="Continues">It goes on in the next paragraph, which opens with a mark again.</param>
/// <param name="Continued">It began in the paragraph before.</param>
internal readonly record struct QuotedPassage(TextSpan Span, int OpenLength, int CloseLength, bool Closed, bool Continues, bool Continued);

/// <summary>Pairs the quotation marks of a text, paragraph by paragraph.</summary>
/// <remarks>
/// Direction comes from the form of a mark where it has one, otherwise from the spaces around it. A passage left open at
/// the end of a paragraph goes on when the next one opens with a mark again (the printers' convention); otherwise it
/// ends with its paragraph when it began it, else with its sentence. Time is linear in the text; nesting is followed
/// four deep.
/// </remarks>
internal static class QuoteStructure
{
    private const int MaxDepth = 4;

    /// <summary>All passages, outer before inner, in text order.</summary>
    public static List<QuotedPassage> Find(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        var passages = new List<QuotedPassage>();
        var marks = new List<QuotationMark>();
        var open = false;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var next = p + 1 < paragraphs.Count ? FirstMark(text, paragraphs[p + 1]) : null;
            open = ReadParagraph(text, paragraphs[p], next, open, marks, passages);
        }
        return passages;
    }

    private static MarkFamily? FirstMark(string text, TextSpan paragraph)
    {
        var i = paragraph.Start;
        while (i < paragraph.End && char.IsWhiteSpace(text[i])) i++;
        return i < paragraph.End && QuotationMark.TryRead(text, i, paragraph.Start, paragraph.End, out var mark) && mark.CanOpen
            ? mark.Family
            : null;
    }

    private static bool ReadParagraph(
        string text, TextSpan paragraph, MarkFamily? nextOpensWith, bool continued, List<QuotationMark> marks, List<QuotedPassage> passages)
    {
        marks.Clear();
        var lastSingleClose = -1;
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            if (!QuotationMark.TryRead(text, i, paragraph.Start, paragraph.End, out var mark)) continue;
            marks.Add(mark);
            if (mark.Family == MarkFamily.Single && mark.CanClose) lastSingleClose = mark.Start;
            i = mark.End - 1;
        }
        var first = passages.Count;
        Span<(QuotationMark Mark, int Slot)> stack = stackalloc (QuotationMark, int)[MaxDepth];
        var depth = 0;
        var dropped = false;
        foreach (var mark in marks)
        {
            var match = MatchOf(stack[..depth], mark);
            if (match >= 0)
            {
                var (opener, slot) = stack[match];
                passages[slot] = passages[slot] with
                {
                    Span = new TextSpan(opener.Start, mark.End),
                    CloseLength = mark.Length,
                    Closed = true,
                };
                for (var d = match + 1; d < depth; d++, dropped = true) Drop(passages, stack[d].Slot);
                depth = match;
            }
            else if (mark.CanOpen && depth < MaxDepth && !(mark.Family == MarkFamily.Single && lastSingleClose <= mark.Start))
            {
                stack[depth] = (mark, passages.Count);
                passages.Add(new QuotedPassage(new TextSpan(mark.Start, mark.End), mark.Length, 0, false, false, false));
                depth++;
            }
        }
        if (continued && passages.Count > first)
            passages[first] = passages[first] with { Continued = true };
        var goesOn = CloseRest(text, paragraph, nextOpensWith, stack[..depth], passages);
        if (dropped || depth > 0) RemoveDropped(passages, first);
        return goesOn;
    }

    /// <summary>The open passage that a mark closes, or −1.</summary>
    private static int MatchOf(ReadOnlySpan<(QuotationMark Mark, int Slot)> stack, QuotationMark mark)
    {
        if (!mark.CanClose) return -1;
        for (var d = stack.Length - 1; d >= 0; d--)
        {
            var opener = stack[d].Mark;
            if (opener.Family == mark.Family)
                return opener.End < mark.Start || !mark.CanOpen ? d : -1;
            if (mark.Family == MarkFamily.Single) return -1; // a possessive apostrophe must not close across a double mark
        }
        return -1;
    }

    /// <summary>Settles what is still open at the end of a paragraph; true when it goes on in the next.</summary>
    private static bool CloseRest(
        string text, TextSpan paragraph, MarkFamily? nextOpensWith, ReadOnlySpan<(QuotationMark Mark, int Slot)> open,
        List<QuotedPassage> passages)
    {
        var goesOn = false;
        for (var d = open.Length - 1; d >= 0; d--)
        {
            var (opener, slot) = open[d];
            var passage = passages[slot];
            if (opener.Family is MarkFamily.Single)
            {
                Drop(passages, slot); // an apostrophe after all
                continue;
            }
            var continues = d == 0 && nextOpensWith == opener.Family;
            var begins = IsBlank(text, paragraph.Start, opener.Start);
            var end = continues || begins ? TrimmedEnd(text, paragraph) : SentenceEnd(text, opener.End, paragraph.End);
            if (!continues && LostBefore(text, opener, slot, passages) is >= 0 and var lost) end = lost;
            for (var inner = slot + 1; inner < passages.Count && passages[inner].Span.Start < end; inner++)
                end = Math.Max(end, passages[inner].Span.End); // never cut through a passage inside
            passages[slot] = passage with { Span = new TextSpan(opener.Start, Math.Max(opener.End, end)), Continues = continues };
            goesOn |= continues;
        }
        return goesOn;
    }

    /// <summary>
    /// Where an open passage lost its closing mark if another of the same kind was opened and closed behind it: at the end of the
    /// sentence before, or −1. It must not swallow what others say.
    /// </summary>
    private static int LostBefore(string text, QuotationMark opener, int slot, List<QuotedPassage> passages)
    {
        for (var inner = slot + 1; inner < passages.Count; inner++)
        {
            if (passages[inner].Span.IsEmpty || QuotationMark.FamilyAt(text, passages[inner].Span.Start) != opener.Family) continue;
            var end = SentenceEnd(text, opener.End, passages[inner].Span.Start);
            return end < passages[inner].Span.Start ? end : -1;
        }
        return -1;
    }

    private static void Drop(List<QuotedPassage> passages, int slot)
    {
        var start = passages[slot].Span.Start;
        passages[slot] = passages[slot] with { Span = new TextSpan(start, start) };
    }

    private static void RemoveDropped(List<QuotedPassage> passages, int first)
    {
        var kept = first;
        for (var i = first; i < passages.Count; i++)
            if (!passages[i].Span.IsEmpty) passages[kept++] = passages[i];
        passages.RemoveRange(kept, passages.Count - kept);
    }

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();

    private static int TrimmedEnd(string text, TextSpan paragraph)
    {
        var end = paragraph.End;
        while (end > paragraph.Start && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    private static int SentenceEnd(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (text[i] is '.' or '!' or '?' or '…' && (i + 1 == to || char.IsWhiteSpace(text[i + 1]))) return i + 1;
        return to;
    }
}
