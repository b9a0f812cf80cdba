using Counterclaim.Training.Evaluation.Places;
using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>A war report with everything that is labelled in it, by hand or by our reading; offsets in code points.</summary>
/// <param name="Range">The part of the text that is labelled; furniture is labelled outside it too.</param>
public sealed record ConflictReport(string Id, string Text, PointSpan Range)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Published { get; init; }

    public IReadOnlyList<ConflictStatement> Statements { get; init; } = [];

    /// <summary>Clauses in the publisher's own voice.</summary>
    public IReadOnlyList<OwnClause> Own { get; init; } = [];

    public IReadOnlyList<PlaceMark> Places { get; init; } = [];

    public IReadOnlyList<CausalMark> Consequences { get; init; } = [];

    /// <summary>Assertions of a known kind; the gold has some, not all.</summary>
    public IReadOnlyList<KindMark> Kinds { get; init; } = [];

    public IReadOnlyList<PointSpan> Furniture { get; init; } = [];

    /// <summary>Only what starts inside a range.</summary>
    public ConflictReport Within(PointSpan range)
    {
        bool IsIn(PointSpan span) => span.Start >= range.Start && span.Start < range.End;
        return this with
        {
            Statements = [.. Statements.Where(s => s.AllSpans.Any(IsIn))],
            Own = [.. Own.Where(o => IsIn(o.Span))],
            Places = [.. Places.Where(p => IsIn(p.Span))],
            Consequences = [.. Consequences.Where(c => IsIn(c.Cause) || IsIn(c.Effect))],
            Kinds = [.. Kinds.Where(k => IsIn(k.Span))],
        };
    }
}

/// <param name="Via">Id of the statement whose content holds this one.</param>
/// <param name="Actor">Name of who it is.</param>
public sealed record ConflictStatement(string Id, QuoteStatement Spans, string? Via, string? Actor)
{
    public required string Mode { get; init; }

    public required string Act { get; init; }

    public string? Channel { get; init; }

    public bool NegatedOrHypothetical { get; init; }

    public IEnumerable<PointSpan> AllSpans => Spans.Holder.Concat(Spans.Cue).Concat(Spans.Content);
}

public sealed record OwnClause(PointSpan Span, string Certainty, IReadOnlyList<PointSpan> Loaded);

public sealed record CausalMark(PointSpan Cause, PointSpan Effect, string Relation);

public sealed record KindMark(PointSpan Span, string Kind);
