using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Comparison;

/// <summary>Compares counts: same outcome, people, place, happening and scope first, then what bounds and dates leave possible.</summary>
internal static class CountComparer
{
    /// <summary>From here on a higher figure told later is a newer one.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromHours(3);

    /// <summary>A day that only the words around tell may be this far off.</summary>
    private static readonly TimeSpan Misdated = TimeSpan.FromDays(2);

    /// <summary>Figures below this agree by chance too often to say anything.</summary>
    private const double LeastTelling = 3;

    public static ClaimComparison? Compare(Claim earlier, Claim later)
    {
        if (earlier.Kind != later.Kind || earlier.Position != later.Position) return null;
        if (RangeOf(earlier) is not { } first || RangeOf(later) is not { } second) return null;
        var place = PlaceMatching.Compare(PlaceOf(earlier), PlaceOf(later));
        if (place == PlaceMatch.Apart && earlier.Place is not null && later.Place is not null) return null;
        if (MatterOf(earlier, later, place) is { } other) return other;

        var (a, b) = (PeopleOf(earlier), PeopleOf(later));
        var what = $"{earlier.Position ?? earlier.Kind}: {first} and {second}";
        if (a != b)
        {
            if (People.IsPart(b, a) || People.IsPart(a, b)) return OfPartOf(earlier, later, first, second, $"{a} and {b}: one is part of the other");
            return Incomparable("count/others", $"other people are counted: {a} and {b}");
        }
        if (earlier.Patient is { } patient && later.Patient is { } patients && ActorMatch.AreOpposed(patient, patients))
            return Incomparable("count/other-side", $"other people are counted: {patient.Name} and {patients.Name}");
        if (ClaimComparer.Negates(earlier) != ClaimComparer.Negates(later) && earlier.Quantity is not null && later.Quantity is not null && first.Meets(second))
            return new(ClaimRelation.Denies, "count/denied", $"{ClaimComparer.NameOf(ClaimComparer.Negates(later) ? later : earlier)} denies that it was {first}");
        if (first == second || earlier.Quantity is { To: null } stated && later.Quantity is { To: null } restated && stated.Value == restated.Value && first.Meets(second)) return ClaimComparer.Agree(earlier, later, $"{earlier.Position ?? earlier.Kind}: {first}");
        if (first.Meets(second)) return new(ClaimRelation.Compatible, "count/bounds", $"{what}: both can be true");
        if (place is PlaceMatch.Within or PlaceMatch.Around && !IsOneSpot(earlier, later, place))
            return new(ClaimRelation.Narrows, "count/part-of-place", $"{PlaceOf(earlier)!.Name} and {PlaceOf(later)!.Name}: one is part of the other");
        if (earlier.Setting.IsPart || later.Setting.IsPart) return OfPartOf(earlier, later, first, second, $"{what}: one counts a part only");
        if (IsNewer(earlier, later, first, second)) return new(ClaimRelation.Updates, "count/newer", $"a newer figure of the same count: {first}, then {second}");
        if (AreFarApart(first, second) && !earlier.Setting.Around.SharesTarget(later.Setting.Around))
            return Incomparable("count/too-far", $"{what}: too far apart to count one happening, and nothing else says that they do");
        return new(ClaimRelation.Contradicts, "count/differs", $"{what} of the same{(PlaceOf(earlier) is { } at ? $" in {at.Name}" : "")}");
    }

    /// <summary>Where the clause is set. That something happened in one country makes it no one happening.</summary>
    private static ClaimPlace? PlaceOf(Claim claim) => claim.SetAt is { Kind: not "country" } place ? place : null;

    /// <summary>A district and its city can be the one spot of one happening; a town and its province cannot.</summary>
    private static bool IsOneSpot(Claim earlier, Claim later, PlaceMatch place)
    {
        var wider = place == PlaceMatch.Within ? PlaceOf(later)! : PlaceOf(earlier)!;
        return (wider.RadiusKm ?? 0) <= WidestCityKm && wider.Kind is not ("region" or "country") && earlier.Setting.Around.Shared(later.Setting.Around) is not null;
    }

    /// <summary>Figures this many times each other are seldom two counts of one happening.</summary>
    private const double FarApart = 4;

    /// <summary>Up to here small counts may differ by any factor.</summary>
    private const double Few = 12;

    private const double WidestCityKm = 30;

    private static bool AreFarApart(CountRange first, CountRange second)
    {
        var (less, more) = first.Low < second.Low ? (first, second) : (second, first);
        return more.Low > Few && more.Low > FarApart * Math.Max(1, double.IsPositiveInfinity(less.High) ? less.Low : less.High);
    }

    private static ClaimComparison OfPartOf(Claim earlier, Claim later, CountRange first, CountRange second, string reason) =>
        first.Meets(second) && !earlier.Setting.IsPart && !later.Setting.IsPart
            ? new(ClaimRelation.Compatible, "count/part-may-be-all", reason)
            : new(ClaimRelation.Narrows, "count/part", reason);

    /// <summary>Higher, and told later or as growing.</summary>
    private static bool IsNewer(Claim earlier, Claim later, CountRange first, CountRange second)
    {
        if (earlier.Setting.IsGrowing || later.Setting.IsGrowing) return second.Low > first.Low; // what has risen to less than another tells is no newer figure of it
        return later.AsOf is { } asOf && earlier.AsOf is { } before && asOf.From - before.To >= Later && second.Low > first.High;
    }

    /// <summary>The counts a claim admits: "nobody" is none; null where it names no number.</summary>
    public static CountRange? RangeOf(Claim claim)
    {
        if (claim.Quantity is { } quantity) return CountRange.Of(quantity);
        return claim.Polarity == Polarity.Negative && claim.Stance == ClaimStance.Asserts ? CountRange.None : null;
    }

    /// <summary>Who or what is counted: the unit's class, else that of the people named, else anybody.</summary>
    public static string PeopleOf(Claim claim) => claim.Kind == "equipment"
        ? claim.Quantity?.Unit ?? claim.Patient?.Name ?? "equipment"
        : People.ClassOf(claim.Quantity?.Unit) is { } unit && unit != People.Anybody ? unit : People.ClassOf(claim.Patient?.Name) ?? People.Anybody;

    /// <summary>What makes the two about something else; null where nothing does.</summary>
    private static ClaimComparison? MatterOf(Claim earlier, Claim later, PlaceMatch place)
    {
        if (ClaimWindow.Of(earlier) is not { } first || ClaimWindow.Of(later) is not { } second) return Incomparable("time/unknown", "it is not said when");
        var (scope, other) = (earlier.Setting.Scope, later.Setting.Scope);
        if (scope != other) return Incomparable("count/scope", $"{Words(scope)} against {Words(other)}");
        if (scope == CountScope.Cumulative) return null;
        var sameByFigures = IsSameByFigures(earlier, later);
        if (!first.Meets(second) && !(sameByFigures && !(first.IsTold && second.IsTold) && first.Gap(second) <= Misdated)) return first.IsTold && second.IsTold ? Incomparable("time/another-day", "another day") : Incomparable("time/other-days", "told of other days");
        if (first.IsTold && second.IsTold && (first.Holds(second) || second.Holds(first)) && (first.IsPeriod || second.IsPeriod)) return Incomparable("count/period", "one counts a longer time");
        if (sameByFigures) return null;
        if (place == PlaceMatch.Apart) return Incomparable("event/elsewhere", $"elsewhere: {PlaceOf(earlier)!.Name} and {PlaceOf(later)!.Name}");
        if (earlier.Setting.Happening.Excludes(later.Setting.Happening)) return Incomparable("event/other", $"another happening: {Signs(earlier)} and {Signs(later)}");
        if (place == PlaceMatch.Unknown && !earlier.Setting.Around.SharesTarget(later.Setting.Around)) return Incomparable("event/unknown", "nothing says that it is the same happening");
        return null;
    }

    /// <summary>The same figure of the same people, or the same figure beside it, in the same days: few happenings share that.</summary>
    private static bool IsSameByFigures(Claim earlier, Claim later) =>
        earlier.Setting.Companions.Any(later.Setting.Companions.Contains)
        || earlier.Quantity is { Value: >= LeastTelling } one && later.Quantity is { } other && one.Value == other.Value && PeopleOf(earlier) == PeopleOf(later);

    private static string Signs(Claim claim) => string.Join(", ", claim.Setting.Happening.Targets.Concat(claim.Setting.Happening.Means));

    private static string Words(CountScope scope) => scope switch
    {
        CountScope.Cumulative => "a count over the whole time",
        CountScope.Period => "a count over several days",
        _ => "a count of one day or happening",
    };

    private static ClaimComparison Incomparable(string rule, string reason) => new(ClaimRelation.NotComparable, rule, reason);
}
