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
            foreach (var segment in line) yield return segment;
            yield return Segment.LineBreak;
            margin = rest;
        }
    }
}
