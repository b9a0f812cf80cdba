using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary>A claim in a few lines for people.</summary>
internal static class ClaimLines
{
    private const int MostCharacters = 300;

    public static string[] Of(Claim claim) => [Slots(claim), Telling(claim), $"“{SafeText.Shorten(SafeText.OneLine(claim.Exact), MostCharacters)}”", Where(claim)];

    /// <summary>"casualties · killed · ≥ 30 · Quillhaven · 2026-03-11 · possible": what is claimed.</summary>
    private static string Slots(Claim claim) => Wording.Joined(
        claim.Kind,
        claim.Polarity == Polarity.Negative ? "negated" : "",
        claim.Position ?? "",
        claim.Quantity is { } quantity ? Wording.Quantity(quantity) : "",
        claim.AgentName is { } agent ? SafeText.OneLine(agent) : "",
        PatientOf(claim) is { } patient ? (claim.AgentName is null ? "of " : "to ") + SafeText.OneLine(patient) : "",
        claim.Place is { } place ? SafeText.OneLine(place.Told) : "",
        claim.Meant is { } when ? Wording.When(when.Value, when.Words) : "",
        claim.Certainty == Certainty.Certain ? "" : JsonNames.Of(claim.Certainty),
        claim.Stance switch { ClaimStance.Denies => "denied", ClaimStance.HeldBack => "not committed to", _ => "" });

    /// <summary>To whom or what it is done; of those counted, whose words name no actor, the quantity tells.</summary>
    private static string? PatientOf(Claim claim) => claim.Patient is null && claim.Quantity is not null ? null : claim.PatientName;

    /// <summary>"Interior Ministry, told by Merrow Courier": the first teller, then outwards.</summary>
    private static string Telling(Claim claim)
    {
        if (claim.Tellers.Count == 1) return $"{Name(claim.Tellers[0])}, in its own voice";
        var outward = claim.Tellers.Take(claim.Tellers.Count - 1).Reverse().Select(Name);
        var first = claim.FirstTeller;
        var act = first.Act == SpeechAct.Assert ? "" : $" ({JsonNames.Of(first.Act)})";
        return $"{Name(first)}{act}, told by {string.Join(", told by ", outward)}";
    }

    private static string Name(ClaimTeller teller) => teller.Name.Length > 0 ? SafeText.OneLine(teller.Name) : teller.IsPublisher ? "an unnamed publisher" : "somebody unnamed";

    private static string Where(Claim claim) => Wording.Joined(
        $"{ReportKeys.Short(claim.Ref.Report)}/{claim.Ref.Assertion}",
        claim.Report.Published is { } published ? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no date",
        claim.Confidence is { } confidence ? confidence.ToString("0.00", CultureInfo.InvariantCulture) : "",
        ClaimNames.Of(claim.Review) + (claim.IsCorrected ? ", corrected" : ""));
}
