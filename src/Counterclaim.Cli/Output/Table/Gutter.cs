using Spectre.Console.Rendering;

namespace Counterclaim.Cli.Output.Table;

/// <summary>Puts a margin left of every line of what it holds; the first line may have its own.</summary>
internal sealed class Gutter(IRenderable content, IReadOnlyList<Segment> first, IReadOnlyList<Segment> rest) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var width = Math.Max(10, maxWidth - Segment.CellCount(rest));
        var margin = first;
        foreach (var line in Segment.SplitLines(content.Render(options, width), width))
        {
            foreach (var segment in margin) yield return segment;
            foreach (var segment in WithoutTrailingSpace(line)) yield return segment;
            yield return Segment.LineBreak;
            margin = rest;
        }
    }

    private static IEnumerable<Segment> WithoutTrailingSpace(SegmentLine line)
    {
        var last = line.Count - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(line[last].Text)) last--;
        for (var i = 0; i <= last; i++)
            yield return i == last ? new Segment(line[i].Text.TrimEnd(), line[i].Style) : line[i];
    }
}
