using Counterclaim.Ingest.Posts;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Plain;

/// <summary>Cuts a text into paragraphs: at empty lines, and at single line breaks unless the text is wrapped at a width.</summary>
internal static class BlockSplitter
{
    /// <summary>A wrapped text has no line longer than this.</summary>
    private const int WidestWrap = 130;

    private readonly record struct Line(int Start, int End, bool AfterBlank);

    public static List<TextBlock> Split(string text)
    {
        var lines = Lines(text);
        var blocks = new List<TextBlock>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && !lines[end].AfterBlank) end++;
            Cut(text, lines, i, end, blocks);
            i = end;
        }
        JoinBroken(text, blocks);
        return blocks;
    }

    /// <summary>Joins a paragraph that breaks off in the middle of a sentence with the one that goes on in small letters.</summary>
    private static void JoinBroken(string text, List<TextBlock> blocks)
    {
        var kept = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (kept > 0 && char.IsLower(text[block.Span.Start]) && BreaksOff(blocks[kept - 1].Span.In(text)))
            {
                var begun = blocks[kept - 1];
                begun.Span = begun.Span.Hull(block.Span);
                blocks[kept - 1] = begun;
                continue;
            }
            blocks[kept++] = block;
        }
        blocks.RemoveRange(kept, blocks.Count - kept);
    }

    /// <summary>Whether a line has the length of running text, and ends in a small letter or a comma.</summary>
    private static bool BreaksOff(ReadOnlySpan<char> line)
    {
        var end = line[Math.Max(0, line.Length - 2000)..];
        return line.Length >= 40 && (char.IsLower(end[^1]) || end[^1] == ',') && !PostSignature.Closes(end) && LineLook.LinkLabel(end).IsEmpty;
    }

    /// <summary>Cuts one run of lines that no empty line interrupts.</summary>
    private static void Cut(string text, List<Line> lines, int from, int to, List<TextBlock> blocks)
    {
        var wrapped = IsWrapped(text, lines, from, to);
        for (var i = from; i < to;)
        {
            var last = i;
            if (wrapped)
                while (last + 1 < to && !StartsBlock(text, lines[last + 1]) && !(last == i && StandsAlone(text, lines[i]))) last++;
            blocks.Add(new TextBlock
            {
                Span = new TextSpan(lines[i].Start, lines[last].End),
                AfterBlank = lines[i].AfterBlank,
            });
            i = last + 1;
        }
    }

    /// <summary>
    /// Wrapped: no line is wide, and most breaks fall in the middle of a sentence on a line that is nearly full.
    /// </summary>
    private static bool IsWrapped(string text, List<Line> lines, int from, int to)
    {
        if (to - from < 2) return false;
        var widest = 0;
        for (var i = from; i < to; i++) widest = Math.Max(widest, lines[i].End - lines[i].Start);
        if (widest > WidestWrap) return false;
        if (widest < 40) return IsNarrow(text, lines, from, to);
        int breaks = 0, inside = 0;
        for (var i = from; i + 1 < to; i++)
        {
            breaks++;
            var full = lines[i].End - lines[i].Start >= widest * 0.7;
            var ends = LineLook.EndsSentence(text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start));
            var goesOn = char.IsLower(text[lines[i + 1].Start]) || (full && !ends);
            if (goesOn && full) inside++;
        }
        return inside * 2 > breaks || (breaks == 1 && inside == 1 && char.IsLower(text[lines[from + 1].Start]));
    }

    /// <summary>A column a few words wide, as copying out of a table or a narrow screen leaves it: most lines go on in small letters.</summary>
    private static bool IsNarrow(string text, List<Line> lines, int from, int to)
    {
        const int fewestLines = 8;
        if (to - from < fewestLines) return false;
        var small = 0;
        for (var i = from + 1; i < to; i++)
            if (char.IsLower(text[lines[i].Start])) small++;
        return small * 2 > to - from;
    }

    private static bool StartsBlock(string text, Line line) =>
        LineLook.ItemMark(text.AsSpan(line.Start, line.End - line.Start)) > 0 || StandsAlone(text, line)
        || PostSignature.Closes(text.AsSpan(line.Start, line.End - line.Start));

    private static bool StandsAlone(string text, Line line) => text[line.Start] == '#' || PostSignature.Heads(text.AsSpan(line.Start, line.End - line.Start));

    private static List<Line> Lines(string text)
    {
        var lines = new List<Line>();
        var blank = true;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny("\n\r\f\v\u0085\u2028\u2029");
            var end = length < 0 ? text.Length : start + length;
            int from = start, to = end;
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            if (from == to || IsRule(text.AsSpan(from, to - from)))
            {
                blank = true;
            }
            else
            {
                lines.Add(new Line(from, to, blank));
                blank = false;
            }
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n') start++;
        }
        return lines;
    }

    /// <summary>A line drawn with three or more signs: "---", "* * *", "____".</summary>
    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length is >= 3 and <= 120 && line.TrimStart("-_*=~– —•·").IsEmpty;
}
