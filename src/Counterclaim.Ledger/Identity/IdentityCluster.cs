namespace Counterclaim.Ledger.Identity;

/// <summary>Actors of several reports held to be one.</summary>
/// <param name="Id">The reference of the member published first, so that the name stays while later reports are added.</param>
/// <param name="Members">In the order of publication, then of reference.</param>
/// <param name="Grounds">The proposals that brought them together, the best first; members joined by people need none.</param>
public sealed record IdentityCluster(string Id, IReadOnlyList<ActorRef> Members, IReadOnlyList<IdentityProposal> Grounds);
