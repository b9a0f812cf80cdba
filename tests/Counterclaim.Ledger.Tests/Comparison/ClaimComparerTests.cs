using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;
using CsCheck;

namespace Counterclaim.Ledger.Tests.Comparison;

public class ClaimComparerTests
{
    private static readonly ClaimActor Norland = Told.Actor("Norland's army", country: "NO");
    private static readonly ClaimActor South = Told.Actor("The southern army", country: "SO");

    [Fact]
    public void Different_exact_counts_of_one_day_and_place_contradict() =>
        Is(ClaimRelation.Contradicts, "count/differs", Told.Killed(41, "The ministry"), Told.Killed(30, "The rebels"));

    [Fact]
    public void A_floor_below_the_other_count_is_compatible() =>
        Is(ClaimRelation.Compatible, "count/bounds", Told.Killed(41, "The ministry"), Told.Killed(30, "The rebels", bound: QuantityBound.AtLeast));

    [Fact]
    public void A_floor_above_the_other_count_contradicts() =>
        Is(ClaimRelation.Contradicts, "count/differs", Told.Killed(30, "The ministry"), Told.Killed(41, "The rebels", bound: QuantityBound.AtLeast));

    [Fact]
    public void The_same_count_from_another_teller_supports_and_from_the_same_repeats()
    {
        Is(ClaimRelation.Supports, "same/position", Told.Killed(41, "The ministry"), Told.Killed(41, "The rebels"));
        Is(ClaimRelation.Repeats, "same/teller", Told.Killed(41, "The ministry"), Told.Killed(41, "The ministry"));
    }

    [Fact]
    public void A_higher_count_told_days_later_updates() =>
        Is(ClaimRelation.Updates, "count/newer", Told.Killed(28, "The ministry"), Told.Killed(41, "The ministry", "2026-03-13"));

    [Fact]
    public void What_has_risen_to_less_than_another_tells_is_no_newer_figure() =>
        Is(ClaimRelation.Contradicts, "count/differs", Told.Killed(30, "The ministry", bound: QuantityBound.AtLeast), Told.Killed(28, "The hospital", "2026-03-14").With(s => s with { IsGrowing = true }));

    [Fact]
    public void Children_among_people_narrow() =>
        Is(ClaimRelation.Narrows, "count/part", Told.Killed(41, "The ministry"), Told.Killed(6, "A doctor", unit: "child"));

    [Fact]
    public void Soldiers_and_civilians_are_other_people() =>
        Is(ClaimRelation.NotComparable, "count/others", Told.Killed(41, "The ministry", unit: "soldier"), Told.Killed(6, "A doctor", unit: "civilian"));

    [Fact]
    public void A_town_and_its_province_narrow() =>
        Is(ClaimRelation.Narrows, "count/part-of-place", Told.Killed(41, "The ministry") with { Place = Told.Reef }, Told.Killed(30, "A doctor"));

    [Fact]
    public void Cumulative_against_one_happening_is_not_comparable() =>
        Is(ClaimRelation.NotComparable, "count/scope", Told.Killed(41, "The ministry").With(s => s with { Scope = CountScope.Cumulative }), Told.Killed(30, "A doctor"));

    [Fact]
    public void Another_day_is_not_comparable() =>
        Is(ClaimRelation.NotComparable, "time/another-day", Told.Killed(41, "The ministry"), Told.Killed(30, "A doctor") with { Meant = Told.On("2026-03-08") });

    [Fact]
    public void Killed_and_wounded_are_never_held_against_each_other() =>
        Assert.Null(ClaimComparer.Link(Told.Killed(41, "The ministry"), Told.Killed(30, "A doctor") with { Position = "wounded" }));

    [Fact]
    public void Other_places_have_nothing_to_do_with_each_other() =>
        Assert.Null(ClaimComparer.Link(Told.Killed(41, "The ministry"), Told.Killed(30, "A doctor") with { Place = Told.Harsk }));

    [Fact]
    public void Two_holders_of_one_place_on_one_day_contradict_and_days_later_update()
    {
        Is(ClaimRelation.Contradicts, "state/holder", Told.Holds(Norland, "Norland", "2026-03-10"), Told.Holds(South, "The south", "2026-03-10"));
        Is(ClaimRelation.Updates, "state/later-holder", Told.Holds(Norland, "Norland", "2026-03-10"), Told.Holds(South, "The south", "2026-03-14"));
    }

    [Fact]
    public void Whoever_is_called_attacker_the_same_holder_agrees() =>
        Is(ClaimRelation.Supports, "same/position", Told.Holds(Norland, "Norland", "2026-03-10"), Told.Holds(Norland, "An institute", "2026-03-10", position: "defender holds"));

    [Fact]
    public void A_denial_points_at_what_it_denies_even_where_that_is_told_later()
    {
        var denial = Told.Holds(Norland, "The south", "2026-03-10", SpeechAct.Deny);
        var assertion = Told.Holds(Norland, "Norland", "2026-03-11");
        var link = ClaimComparer.Link(denial, assertion);
        Assert.Equal((denial.Ref, assertion.Ref, ClaimRelation.Denies), (link!.From, link.To, link.Comparison.Relation));
    }

    [Fact]
    public void What_is_merely_possible_or_not_committed_to_contradicts_nothing()
    {
        var exact = Told.Killed(41, "The ministry");
        Assert.Null(ClaimComparer.Link(exact, Told.Killed(30, "A doctor") with { Certainty = Certainty.Possible }));
        var silent = Told.Killed(30, "A doctor");
        Assert.Null(ClaimComparer.Link(exact, silent with { Tellers = [silent.Tellers[0], silent.Tellers[1] with { Act = SpeechAct.Decline }] }));
    }

    [Fact]
    public void Who_did_it_is_denied_and_contradicted()
    {
        Claim Strike(ClaimActor doer, string teller, SpeechAct act = SpeechAct.Assert) => Told.By(teller, "strike", "2026-03-11", act: act) with
        {
            Place = Told.Velm,
            Agent = doer,
            Setting = ClaimSetting.None with { Around = Happening.Of("a shell hit the market") },
        };
        Is(ClaimRelation.Contradicts, "deed/another", Strike(Norland, "The south"), Strike(South, "Norland"));
        Is(ClaimRelation.Denies, "deed/denied", Strike(Norland, "The south"), Strike(Norland, "Norland", SpeechAct.Deny));
    }

    [Fact]
    public void The_order_of_the_two_changes_nothing() =>
        (from one in Gen.Double[1, 60] from other in Gen.Double[1, 60] from bound in Gen.Enum<QuantityBound>() from day in Gen.Int[10, 14] select (one, other, bound, day)).Sample(x =>
        {
            var (a, b) = (Told.Killed(Math.Floor(x.one), "A"), Told.Killed(Math.Floor(x.other), "B", $"2026-03-{x.day}", x.bound));
            var (there, back) = (ClaimComparer.Link(a, b), ClaimComparer.Link(b, a));
            Assert.Equal(there, back);
            if (there is { Comparison.Relation: ClaimRelation.Contradicts }) Assert.False(CountRange.Of(a.Quantity!).Meets(CountRange.Of(b.Quantity!)));
        });

    private static void Is(ClaimRelation relation, string rule, Claim one, Claim other)
    {
        var link = ClaimComparer.Link(one, other);
        Assert.NotNull(link);
        Assert.Equal((relation, rule), (link.Comparison.Relation, link.Comparison.Rule));
        Assert.NotEmpty(link.Comparison.Reason);
    }
}
