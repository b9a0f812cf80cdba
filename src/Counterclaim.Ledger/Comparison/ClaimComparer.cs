using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Comparison;

/// <summary>
/// Says how two claims stand to each other: first whether they are about the same matter, then what follows from their positions, as docs/comparing.md lists.
/// Symmetric but for the direction: the result says how the later claim stands to the earlier one. Pure.
/// </summary>
public static class ClaimComparer
{
    /// <summary>Claims older than this against each other are history, whatever they say.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(366);

    /// <summary>Which of two claims is the earlier: by as-of, then by reference.</summary>
    public static int ByTime(Claim one, Claim other)
    {
        var byTime = (one.AsOf?.From ?? DateTime.MinValue).CompareTo(other.AsOf?.From ?? DateTime.MinValue);
        return byTime != 0 ? byTime : one.Ref.CompareTo(other.Ref);
    }

    /// <summary>Compares two claims, in whatever order, and gives the link from the later to the earlier.</summary>
    /// <returns>Null where they have nothing to do with each other: another kind, another place, another time, the same telling.</returns>
    public static ClaimLink? Link(Claim one, Claim other)
    {
        var (earlier, later) = ByTime(one, other) <= 0 ? (one, other) : (other, one);
        if (Compare(earlier, later) is not { } comparison) return null;
        // A denial points at what it denies, even where that was told later.
        var turned = comparison.Relation == ClaimRelation.Denies && !Negates(later) && Negates(earlier);
        return turned ? new ClaimLink(earlier.Ref, later.Ref, comparison) : new ClaimLink(later.Ref, earlier.Ref, comparison);
    }

    /// <summary>How the later claim stands to the earlier one.</summary>
    /// <returns>Null where they have nothing to do with each other.</returns>
    public static ClaimComparison? Compare(Claim earlier, Claim later)
    {
        if (earlier.Ref == later.Ref || Kinds.FamilyOf(earlier.Kind) != Kinds.FamilyOf(later.Kind)) return null;
        if (earlier.Stance == ClaimStance.HeldBack || later.Stance == ClaimStance.HeldBack || earlier.Review == ReviewState.Rejected || later.Review == ReviewState.Rejected) return null;
        if (later.AsOf?.From - earlier.AsOf?.From > Memory) return null;
        if (IsSameTelling(earlier, later)) return null;
        if (IsOpen(earlier) || IsOpen(later)) return null;
        return Kinds.FamilyOf(earlier.Kind) switch
        {
            KindFamily.Count => CountComparer.Compare(earlier, later),
            KindFamily.Deed => DeedComparer.Compare(earlier, later),
            _ => StateComparer.Compare(earlier, later),
        };
    }

    /// <summary>Whether the claim says that its position is not so.</summary>
    public static bool Negates(Claim claim) => (claim.Stance == ClaimStance.Denies) != (claim.Polarity == Polarity.Negative);

    /// <summary>The same position, told once more or by somebody else.</summary>
    internal static ClaimComparison Agree(Claim earlier, Claim later, string what)
    {
        if (AreOneTeller(earlier, later)) return new(ClaimRelation.Repeats, "same/teller", $"{what}, told by {NameOf(later)} again");
        return new(ClaimRelation.Supports, "same/position", $"{what}, told by {NameOf(later)} as by {NameOf(earlier)}");
    }

    internal static string NameOf(Claim claim) => claim.FirstTeller.Name.Length > 0 ? claim.FirstTeller.Name : claim.Report.Outlet ?? "somebody not named";

    private static bool AreOneTeller(Claim one, Claim other)
    {
        if (one.FirstTeller.Actor is { } actor && other.FirstTeller.Actor is { } others) return ActorMatch.AreSame(actor, others);
        return one.FirstTeller.IsPublisher && other.FirstTeller.IsPublisher && one.Report.Outlet is { } outlet && outlet == other.Report.Outlet;
    }

    /// <summary>One report's teller saying it twice is no link between claims.</summary>
    private static bool IsSameTelling(Claim one, Claim other) => one.Report.Id == other.Report.Id
        && (one.FirstTeller.Statement == other.FirstTeller.Statement || one.FirstTeller.Actor is { } actor && other.FirstTeller.Actor is { } others && ActorMatch.AreSame(actor, others));

    /// <summary>What is merely possible, or hangs on an "if", contradicts nothing (docs/kinds.md); it is shown apart.</summary>
    private static bool IsOpen(Claim claim) => claim.Certainty is Certainty.Possible or Certainty.Hypothetical or Certainty.Counterfactual;
}
