using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Links;

/// <summary>A claim of the ledger with what it is looked up by.</summary>
internal sealed class PlacedClaim(long id, Claim claim)
{
    public long Id => id;

    public Claim Claim => claim;

    public ClaimMoment Moment { get; } = ClaimMoment.Of(claim);

    /// <summary>Hashes of its keys; none for a claim that is held against nothing.</summary>
    public IReadOnlyList<long> Keys { get; } = QuestionMaker.IsCommitted(claim) ? [.. ComparisonKeys.Of(claim).Select(StoryTerms.HashOf).Distinct()] : [];

    public Candidate AsCandidate => new(id, Moment, claim);
}
