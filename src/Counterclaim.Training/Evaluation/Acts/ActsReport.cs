using Counterclaim.Model;
using Counterclaim.Reading.Statements;

namespace Counterclaim.Training.Evaluation.Acts;

/// <summary>A short report labelled with what its statements do, how they are told on, and to whom, through what and when they were made.</summary>
/// <param name="Manner">"wire", "local", "feature", "live".</param>
internal sealed record ActsReport(string Id, string Manner, string Text, string? Published, IReadOnlyList<ActsStatement> Statements)
{
    /// <summary>Index of the statement with a number; −1 where there is none.</summary>
    public int IndexOf(int number)
    {
        for (var i = 0; i < Statements.Count; i++)
            if (Statements[i].Number == number) return i;
        return -1;
    }
}

/// <param name="Number">What the marks in the text call it.</param>
/// <param name="Acts">What counts as right; the first is what most would say.</param>
internal sealed record ActsStatement(int Number, AttributionSpans Spans, SpanList Time, IReadOnlyList<string> Acts)
{
    /// <summary>Reported, but not asserted by the holder; null where people may differ.</summary>
    public bool? HeldBack { get; init; }

    /// <summary>Number of the statement that tells it; null for an outermost one.</summary>
    public int? Via { get; init; }

    /// <summary>Names that count as right; empty where nobody is spoken to.</summary>
    public IReadOnlyList<string> Addressee { get; init; } = [];

    /// <summary>Wordings that count as right; empty where none is told.</summary>
    public IReadOnlyList<string> Channel { get; init; } = [];

    /// <summary>What counts as right; empty where it is about no other statement.</summary>
    public IReadOnlyList<ActsLink> Links { get; init; } = [];

    /// <summary>No link is right too.</summary>
    public bool LinkMayBeMissing { get; init; }
}

/// <param name="Relation">"denies", "responds"…</param>
/// <param name="To">Number of the statement it is about.</param>
internal sealed record ActsLink(string Relation, int To);
