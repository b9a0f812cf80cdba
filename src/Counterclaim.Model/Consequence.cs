namespace Counterclaim.Model;

/// <summary>What a report says would follow, or did follow, from what.</summary>
/// <param name="Marker">The words that say so; empty where the order of the clauses alone does.</param>
/// <param name="Statement">Id of the innermost statement whose content holds both passages; null in own voice.</param>
public sealed record Consequence(
    TextSpan Cause,
    TextSpan Effect,
    ConsequenceRelation Relation,
    SpanList Marker,
    Certainty Certainty,
    string? Statement);

public enum ConsequenceRelation
{
    Cause,
    Condition,
    Enable,
    Prevent,
}

/// <summary>How one statement stands to an earlier one, or to what the publisher asserted before.</summary>
/// <param name="From">Id of the later or reacting statement.</param>
/// <param name="To">Id of the statement it is about, or of the assertion in the publisher's own voice.</param>
public sealed record Link(string From, string To, LinkRelation Relation);

public enum LinkRelation
{
    Repeats,
    Supports,
    Contradicts,
    Denies,
    Responds,
}
