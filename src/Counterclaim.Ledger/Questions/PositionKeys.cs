using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;

namespace Counterclaim.Ledger.Questions;

/// <summary>Which claims give one answer, and what to call it.</summary>
public static class PositionKeys
{
    /// <summary>Whether a claim gives an answer at all: its tellers stand behind it, and put it as more than possible.</summary>
    public static bool IsAnswer(Claim claim) => QuestionMaker.IsCommitted(claim);

    /// <summary>Equal for claims that give the same answer.</summary>
    public static string Of(Claim claim)
    {
        var not = ClaimComparer.Negates(claim) ? "not " : "";
        return Kinds.FamilyOf(claim.Kind) switch
        {
            KindFamily.Count => CountComparer.RangeOf(claim)?.ToString() is { } range ? $"{CountComparer.PeopleOf(claim)}:{range}" : not + claim.Position,
            KindFamily.Deed => DeedComparer.DoerOf(claim) is { } doer ? (doer.Denied ? "not " : "") + ComparisonKeys.KeyOf(doer.Actor) : "nobody named",
            _ => not + (StateComparer.HolderOf(claim) is { } holder ? ComparisonKeys.KeyOf(holder) : claim.Position ?? claim.Kind),
        };
    }

    /// <summary>The answer in words.</summary>
    public static string Label(Claim claim)
    {
        var not = ClaimComparer.Negates(claim);
        switch (Kinds.FamilyOf(claim.Kind))
        {
            case KindFamily.Count:
                var people = CountComparer.PeopleOf(claim);
                return CountComparer.RangeOf(claim) is { } range ? $"{range} {(people == People.Anybody ? "" : people + " ")}{claim.Position}".TrimEnd() : $"{(not ? "not " : "")}{claim.Position}";
            case KindFamily.Deed:
                return DeedComparer.DoerOf(claim) is { } doer ? (doer.Denied ? $"not {doer.Actor.Name}" : doer.Actor.Name) : "nobody is named";
            default:
                if (StateComparer.HolderOf(claim) is { } holder) return not ? $"{holder.Name} does not hold it" : $"{holder.Name} holds it";
                return (not ? "not " : "") + (claim.Position ?? claim.Kind);
        }
    }

    /// <summary>How far two answers lie apart, 0 (both can be true) to 1.</summary>
    public static double Distance(Claim one, Claim other)
    {
        if (Of(one) == Of(other)) return 0;
        switch (Kinds.FamilyOf(one.Kind))
        {
            case KindFamily.Count:
                if (CountComparer.PeopleOf(one) != CountComparer.PeopleOf(other) || CountComparer.RangeOf(one) is not { } a || CountComparer.RangeOf(other) is not { } b || a.Meets(b)) return 0;
                var (low, high) = a.High < b.Low ? (a.High, b.Low) : (b.High, a.Low);
                return high <= 0 ? 0 : (high - low) / high;
            case KindFamily.Deed:
                return DeedComparer.DoerOf(one) is { } doer && DeedComparer.DoerOf(other) is { } doers && (doer.Denied != doers.Denied ? ActorMatch.AreOnOneSide(doer.Actor, doers.Actor) : !doer.Denied) ? 1 : 0;
            default:
                if (ClaimComparer.Negates(one) != ClaimComparer.Negates(other)) return one.Position == other.Position ? 1 : 0;
                if (StateComparer.HolderOf(one) is { } holder && StateComparer.HolderOf(other) is { } holders) return ActorMatch.AreOnOneSide(holder, holders) ? 0 : 1;
                return Scale.Of(one.Kind) is { } scale && scale.At(one.Position) is { } at && scale.At(other.Position) is { } then ? Math.Abs(at - then) : 0;
        }
    }
}
