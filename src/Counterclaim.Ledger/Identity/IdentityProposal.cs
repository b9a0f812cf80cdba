namespace Counterclaim.Ledger.Identity;

/// <summary>That two actors may be one: never more than a proposal, whatever the score.</summary>
/// <param name="First">The one whose reference comes first.</param>
/// <param name="Score">From 0 to 1, on the scale of a probability.</param>
/// <param name="Signs">What spoke for and against, the weightiest first, by their names in the weight table.</param>
public sealed record IdentityProposal(ActorRef First, ActorRef Second, double Score, IReadOnlyList<string> Signs)
{
    /// <summary>The signs as people are shown them.</summary>
    public IEnumerable<string> Reasons => Signs.Select(PairScorer.Shown);
}
