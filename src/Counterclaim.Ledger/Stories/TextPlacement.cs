using Counterclaim.Model;

namespace Counterclaim.Ledger.Stories;

/// <summary>Whose text a report prints, as a whole and sentence by sentence.</summary>
/// <param name="FirstPrint">The report that printed the whole text first; null where this one did.</param>
/// <param name="Parts">Sentences taken over from others, and the reports that printed them first.</param>
internal sealed record TextPlacement(long? FirstPrint, IReadOnlyList<(IReadOnlyList<TextSpan> Spans, long FirstPrint)> Parts)
{
    public static TextPlacement Own { get; } = new(null, []);

    /// <summary>The report that printed a clause first; null where its own did.</summary>
    public long? OriginOf(TextSpan clause)
    {
        if (FirstPrint is not null) return FirstPrint;
        foreach (var (spans, first) in Parts)
            foreach (var span in spans)
                if (2 * Math.Max(0, Math.Min(clause.End, span.End) - Math.Max(clause.Start, span.Start)) > clause.Length) return first;
        return null;
    }
}
