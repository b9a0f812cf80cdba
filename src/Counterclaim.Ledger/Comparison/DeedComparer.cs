using Counterclaim.Ledger.Claims;

namespace Counterclaim.Ledger.Comparison;

/// <summary>Compares who did it: strikes with an actor, accusations, admissions and denials of one happening.</summary>
internal static class DeedComparer
{
    public static ClaimComparison? Compare(Claim earlier, Claim later)
    {
        if (DoerOf(earlier) is not { } first || DoerOf(later) is not { } second) return null;
        var place = PlaceMatching.Compare(earlier.Place, later.Place);
        if (place == PlaceMatch.Apart) return null;
        if (ClaimWindow.Of(earlier) is not { } window || ClaimWindow.Of(later) is not { } windows || !window.Meets(windows)) return null;
        if (earlier.Setting.Happening.Excludes(later.Setting.Happening)) return new(ClaimRelation.NotComparable, "event/other", "another happening");
        var shared = earlier.Setting.Around.Shared(later.Setting.Around);
        if (place == PlaceMatch.Unknown && shared is null) return null;

        if (ActorMatch.AreOnOneSide(first.Actor, second.Actor))
        {
            if (first.Denied == second.Denied) return ClaimComparer.Agree(earlier, later, first.Denied ? $"it was not {first.Actor.Name}" : $"it was {first.Actor.Name}");
            var denier = first.Denied ? earlier : later;
            return new(ClaimRelation.Denies, "deed/denied", $"{ClaimComparer.NameOf(denier)} denies that it was {first.Actor.Name}");
        }
        if (first.Denied || second.Denied || !ActorMatch.AreOpposed(first.Actor, second.Actor)) return null;
        // Two sides fire on one day; only what was hit makes it one deed.
        if (!earlier.Setting.Around.SharesTarget(later.Setting.Around))
            return new(ClaimRelation.NotComparable, "event/unknown", "nothing says that it is the same happening");
        return new(ClaimRelation.Contradicts, "deed/another", $"done by {first.Actor.Name}, or by {second.Actor.Name}{(shared is null ? "" : $" ({shared})")}");
    }

    /// <summary>Whom a claim names as having done it, or as not.</summary>
    public static (ClaimActor Actor, bool Denied)? DoerOf(Claim claim)
    {
        var negates = ClaimComparer.Negates(claim);
        return claim.Kind switch
        {
            "strike" => claim.Agent is { } agent ? (agent, negates) : null,
            _ => claim.Position switch
            {
                "accused by" => claim.Patient is { } accused ? (accused, negates) : null,
                "admits" => claim.Agent is { } admits ? (admits, negates) : null,
                "denies" => claim.Agent is { } denies ? (denies, !negates) : null,
                _ => null,
            },
        };
    }
}
