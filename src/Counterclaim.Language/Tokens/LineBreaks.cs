using Counterclaim.Model;

namespace Counterclaim.Language.Tokens;

/// <summary>How the lines of a block run: wrapped at a margin, or one paragraph each.</summary>
internal readonly record struct LineBreaks(int LongestLine)
{
    /// <summary>A margin lies below this; longer lines are whole paragraphs.</summary>
    private const int WidestMargin = 140;

    private const int NarrowestMargin = 40;

    public static LineBreaks Of(string text, TextSpan block)
    {
        int longest = 0, start = block.Start;
        while (start < block.End)
        {
            var length = text.AsSpan(start, block.End - start).IndexOf('\n');
            if (length < 0) length = block.End - start;
            longest = Math.Max(longest, length);
            start += length + 1;
        }
        return new LineBreaks(longest);
    }

    /// <summary>Whether the single line break between two tokens ends a paragraph rather than wraps a line.</summary>
    public bool EndsParagraph(int end, int next, bool afterStop, string text)
    {
        var first = text[next];
        if (LongestLine > WidestMargin || LongestLine < NarrowestMargin) return !char.IsLower(first) || afterStop;
        if (afterStop || first is '-' or '*' or '•' or '–' or '·' or '▪' or '#' or '>') return true;
        if (char.IsLower(first)) return false;
        var lineStart = text.LastIndexOf('\n', Math.Max(0, end - 1), Math.Min(end, WidestMargin + 1)) + 1;
        return end - lineStart < LongestLine * 0.7;
    }
}
