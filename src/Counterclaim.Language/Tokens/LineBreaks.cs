using Counterclaim.Model;

namespace Counterclaim.Language.Tokens;

/// <summary>How the lines of a block run: wrapped at a margin, or one paragraph each.</summary>
/// <param name="Margin">The width at which lines are wrapped, 0 where every line is a paragraph.</param>
internal readonly record struct LineBreaks(int Margin)
{
    /// <summary>A margin lies below this; longer lines are whole paragraphs.</summary>
    private const int WidestMargin = 140;

    private const int NarrowestMargin = 40;

    /// <summary>Lines wrapped at one margin end within so many characters of it.</summary>
    private const int Raggedness = 12;

    public static LineBreaks Of(string text, TextSpan block)
    {
        Span<int> lines = stackalloc int[WidestMargin + 1];
        lines.Clear();
        int longest = 0, wrapped = 0, whole = 0;
        for (var start = block.Start; start < block.End;)
        {
            var length = text.AsSpan(start, block.End - start).IndexOf('\n');
            if (length < 0) length = block.End - start;
            start += length + 1;
            if (length > WidestMargin) whole++;
            else if (length > 0)
            {
                lines[length]++;
                wrapped++;
                longest = Math.Max(longest, length);
            }
        }
        if (whole * 10 > wrapped || longest < NarrowestMargin) return new LineBreaks(0);
        return new LineBreaks(Crowded(lines, wrapped) ?? longest);
    }

    /// <summary>The widest length near which many lines end, so that a single overlong line does not pass for the margin.</summary>
    private static int? Crowded(ReadOnlySpan<int> lines, int count)
    {
        for (var margin = WidestMargin; margin >= NarrowestMargin; margin--)
        {
            if (lines[margin] == 0) continue;
            var near = 0;
            for (var length = margin; length > margin - Raggedness; length--) near += lines[length];
            if (near >= 3 && near * 5 >= count) return margin;
        }
        return null;
    }

    /// <summary>Whether the single line break between two tokens ends a paragraph rather than wraps a line: the next word would have fitted.</summary>
    public bool EndsParagraph(int end, int next, bool afterStop, string text)
    {
        var first = text[next];
        if (Margin > 0)
        {
            var lineStart = text.LastIndexOf('\n', Math.Max(0, end - 1), Math.Min(end, WidestMargin + 1)) + 1;
            var word = text.AsSpan(next, Math.Min(WidestMargin, text.Length - next)).IndexOfAny(" \n\t\r");
            if (end - lineStart + 1 + (word < 0 ? WidestMargin : word) > Margin) return first is '*' or '•' or '·' or '▪' or '>';
        }
        return afterStop || !char.IsLower(first);
    }
}
