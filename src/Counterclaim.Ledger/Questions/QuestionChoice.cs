using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Links;

namespace Counterclaim.Ledger.Questions;

/// <summary>Claims that answer one question, as they are put together.</summary>
/// <param name="first">The earliest: whoever joins answers one question with it too, so that no chain leads from one happening to another.</param>
internal sealed class ClaimGroup(Candidate first)
{
    public Candidate First => first;

    /// <summary>The question's number; null while it has none.</summary>
    public long? Row { get; set; }

    /// <summary>The number that its first claim's question had before the claim was taken out.</summary>
    public long? Former { get; init; }

    /// <summary>Whether people put the claim there.</summary>
    public bool IsOfPeople { get; init; }
}

/// <summary>Which question a count or a deed answers: the earliest begun of those that a claim told before it, and their first claim, answer with it.</summary>
internal static class QuestionChoice
{
    /// <param name="held">What the claim was held against, all told before it.</param>
    /// <param name="groupOf">The question of another claim; null where it has none that others join.</param>
    /// <returns>Null where the claim begins a question.</returns>
    public static ClaimGroup? Of(Claim claim, IEnumerable<HeldAgainst> held, Func<long, ClaimGroup?> groupOf)
    {
        ClaimGroup? best = null;
        var seen = new HashSet<ClaimGroup>();
        foreach (var (other, link) in held)
        {
            if (!AnswersOneQuestion(link) || groupOf(other.Id) is not { } group || !seen.Add(group)) continue;
            if (best is not null && best.First.Moment.CompareTo(group.First.Moment) <= 0) continue;
            if (group.First.Id == other.Id || AnswersOneQuestion(ClaimComparer.Link(claim, group.First.Claim))) best = group;
        }
        return best;
    }

    public static bool AnswersOneQuestion(ClaimLink? link) =>
        link?.Comparison.Relation is ClaimRelation.Repeats or ClaimRelation.Supports or ClaimRelation.Contradicts or ClaimRelation.Denies or ClaimRelation.Updates or ClaimRelation.Compatible;
}
