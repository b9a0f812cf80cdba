using Counterclaim.Ledger.Claims;

namespace Counterclaim.Ledger.Comparison;

/// <summary>How the later of two claims stands to the earlier one.</summary>
public enum ClaimRelation
{
    /// <summary>The same, from the same first teller or in the same words.</summary>
    Repeats,

    /// <summary>The same, or what it admits, from another first teller.</summary>
    Supports,

    /// <summary>Both cannot be true of the same matter at the same time.</summary>
    Contradicts,

    /// <summary>Says expressly that the other is not so.</summary>
    Denies,

    /// <summary>A later state, or a newer figure of the same count, beside which the earlier could have been true.</summary>
    Updates,

    /// <summary>Tells of a part of what the other tells of.</summary>
    Narrows,

    /// <summary>They differ, but bounds or vague words let both be true.</summary>
    Compatible,

    /// <summary>They look alike, but are about another happening, day or scope, or one is merely possible.</summary>
    NotComparable,
}

/// <summary>What came of comparing two claims.</summary>
/// <param name="Rule">A stable name of the rule that decided ("count/differs", "time/another-day").</param>
/// <param name="Reason">For people, one short sentence.</param>
public sealed record ClaimComparison(ClaimRelation Relation, string Rule, string Reason);

/// <summary>A comparison that is kept.</summary>
/// <param name="From">The later of the two, or the one that reacts.</param>
/// <param name="To">The earlier one.</param>
public sealed record ClaimLink(ClaimRef From, ClaimRef To, ClaimComparison Comparison);
