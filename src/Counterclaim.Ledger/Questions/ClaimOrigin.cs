using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Questions;

/// <summary>Who is behind a claim, however many tell it.</summary>
public static class ClaimOrigin
{
    /// <summary>Equal for claims of one origin: one first teller counts once, however many tell it; what no named source tells, once for each text that is printed.</summary>
    public static string Of(Claim claim) => Of(claim.FirstTeller, claim.Origin ?? claim.Report.Id);

    /// <param name="text">The report that printed it first.</param>
    public static string Of(ClaimTeller firstTeller, string text) =>
        firstTeller is { IsPublisher: false, Actor: { Kind: not ActorKind.Group } actor } ? ComparisonKeys.KeyOf(actor) : "text:" + text;
}
