using Counterclaim.Ledger.Claims;

namespace Counterclaim.Ledger.Comparison;

/// <summary>Compares positions that hold until something later says otherwise: control, routes, stocks, talks…</summary>
internal static class StateComparer
{
    /// <summary>A different position told within this time speaks of the same moment; after it, things may have changed.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromDays(1.5);

    /// <summary>A denial this long after what it denies is of something else.</summary>
    private static readonly TimeSpan DenialReach = TimeSpan.FromDays(14);

    public static ClaimComparison? Compare(Claim earlier, Claim later)
    {
        if (earlier.Kind != later.Kind) return null;
        var place = PlaceMatching.Compare(earlier.SetAt, later.SetAt);
        if (place == PlaceMatch.Apart || Kinds.IsOfPlace(earlier.Kind) && place == PlaceMatch.Unknown) return null;
        if (!AreOfSameActors(earlier, later)) return null;
        if (Things.Of(earlier) != Things.Of(later) || WordedMatter.IsToldByWords(earlier.Kind) && !WordedMatter.Agree(earlier, later)) return null;
        if (MomentOf(earlier) is not { } first || MomentOf(later) is not { } second) return null;
        var apart = second - first;

        if (earlier.Kind == "control" && HolderOf(earlier) is { } holder && HolderOf(later) is { } holders)
            return ByHolder(earlier, later, holder, holders, place, apart);
        return ByPosition(earlier, later, place, apart);
    }

    /// <summary>"Norland holds it" against "the south holds it": whoever the words make attacker or defender.</summary>
    private static ClaimComparison? ByHolder(Claim earlier, Claim later, ClaimActor first, ClaimActor second, PlaceMatch place, TimeSpan apart)
    {
        var (notFirst, notSecond) = (ClaimComparer.Negates(earlier), ClaimComparer.Negates(later));
        if (ActorMatch.AreOnOneSide(first, second))
        {
            if (notFirst == notSecond) return ClaimComparer.Agree(earlier, later, notFirst ? $"{first.Name} does not hold {PlaceOf(earlier)}" : $"{first.Name} holds {PlaceOf(earlier)}");
            return Denial(earlier, later, $"that {first.Name} holds {PlaceOf(earlier)}", apart);
        }
        if (notFirst || notSecond || !ActorMatch.AreOpposed(first, second)) return null;
        var reason = $"same place ({PlaceOf(earlier)}), holder differs: {first.Name} and {second.Name}";
        if (place is PlaceMatch.Within or PlaceMatch.Around) return new(ClaimRelation.Narrows, "state/part", $"{earlier.SetAt!.Name} and {later.SetAt!.Name}: one is part of the other");
        return apart > Moment
            ? new(ClaimRelation.Updates, "state/later-holder", $"{reason}, {Days(apart)} later")
            : new(ClaimRelation.Contradicts, "state/holder", reason);
    }

    private static ClaimComparison? ByPosition(Claim earlier, Claim later, PlaceMatch place, TimeSpan apart)
    {
        var (notFirst, notSecond) = (ClaimComparer.Negates(earlier), ClaimComparer.Negates(later));
        var where = earlier.SetAt is null ? "" : $" ({PlaceOf(earlier)})";
        if (earlier.Position == later.Position)
        {
            if (earlier.Position is null && !SharesPatient(earlier, later)) return null;
            if (notFirst == notSecond) return ClaimComparer.Agree(earlier, later, (notFirst ? "not " : "") + (earlier.Position ?? earlier.Kind) + where);
            return Denial(earlier, later, $"{earlier.Position ?? earlier.Kind}{where}", apart);
        }
        if (notFirst || notSecond || Scale.Of(earlier.Kind) is not { } scale || scale.At(earlier.Position) is not { } at || scale.At(later.Position) is not { } then) return null;
        var reason = $"{earlier.Position} and {later.Position}{where}";
        if (place is PlaceMatch.Within or PlaceMatch.Around) return new(ClaimRelation.Narrows, "state/part", $"{reason}: one place is part of the other");
        if (apart > Moment) return new(ClaimRelation.Updates, "state/later", $"{reason}, {Days(apart)} later");
        return Math.Abs(at - then) >= scale.Apart
            ? new(ClaimRelation.Contradicts, "state/position", $"{reason}: not both at one time")
            : new(ClaimRelation.Compatible, "state/near", $"{reason}: near to each other");
    }

    private static ClaimComparison? Denial(Claim earlier, Claim later, string what, TimeSpan apart)
    {
        if (apart > DenialReach) return new(ClaimRelation.Updates, "state/no-longer", $"{what}: said and denied {Days(apart)} apart");
        var denier = ClaimComparer.Negates(later) ? later : earlier;
        return new(ClaimRelation.Denies, "state/denied", $"{ClaimComparer.NameOf(denier)} denies {what}");
    }

    /// <summary>The moment a state is told of: when it is meant, else as of when.</summary>
    private static DateTime? MomentOf(Claim claim) => claim.Meant?.Interval?.From ?? claim.AsOf?.From;

    /// <summary>Who is said to hold a place; null where the position is no holding, or nobody is named.</summary>
    internal static ClaimActor? HolderOf(Claim claim) => claim.Kind == "control" && claim.Position is "attacker holds" or "defender holds" or "attacker in most" ? claim.Agent : null;

    /// <summary>Kinds about somebody need the same somebody; those about a place do with the place.</summary>
    private static bool AreOfSameActors(Claim earlier, Claim later)
    {
        if (Kinds.IsOfPlace(earlier.Kind) && earlier.Kind != "strength" && earlier.Kind != "movement") return true;
        return earlier.Agent is { } agent && later.Agent is { } agents && ActorMatch.AreOnOneSide(agent, agents) && (earlier.Patient is null || later.Patient is null || SharesPatient(earlier, later))
            || earlier.Agent is null && later.Agent is null && SharesPatient(earlier, later);
    }

    private static bool SharesPatient(Claim earlier, Claim later) => earlier.Patient is { } patient && later.Patient is { } patients && ActorMatch.AreOnOneSide(patient, patients);

    private static string PlaceOf(Claim claim) => claim.SetAt?.Name ?? "it";

    private static string Days(TimeSpan apart) => Math.Round(apart.TotalDays) is var days && days == 1 ? "a day" : $"{days:0} days";
}
