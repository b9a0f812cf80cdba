using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Comparison;

/// <summary>Kinds whose matter no actor and place tell: what is asked for, what is meant, of what there is plenty.</summary>
public class MatterTests
{
    [Theory]
    [InlineData("urged Norland to open the coast road to aid convoys", "called on Norland to open the coast road for convoys", true)]
    [InlineData("demanding an investigation of the strike on the market", "asked that the strike on the market be investigated", true)]
    [InlineData("demanding that Norland rein in its ally", "did not explicitly demand an investigation of the incident", false)]
    [InlineData("called for calm", "called for calm", true)]
    [InlineData("called for help with the harvest", "called for a meeting of the council", false)]
    public void Appeals_are_one_matter_where_what_is_asked_for_agrees(string first, string second, bool agree)
    {
        var (one, other) = (Asked(first, "Asta Rehn", "2026-03-10"), Asked(second, "Tam Orrel", "2026-03-11") with { Polarity = Polarity.Negative });
        Assert.Equal(agree ? ClaimRelation.Denies : null, ClaimComparer.Compare(one, other)?.Relation);
        var question = QuestionBuilder.Build([one, other]);
        Assert.Equal(agree ? 1 : 0, question.Count);
        Assert.All(question, q => Assert.Equal($"Was this asked by Council of Velm: “{first}”?", q.Wording));
    }

    [Fact]
    public void A_plan_is_contradicted_by_the_denial_of_that_plan_alone()
    {
        var army = Told.Actor("Norland army");
        var plan = Told.By("Asta Rehn", "intention", "2026-03-10", "the army plans to storm the grain station") with { Agent = army, Position = "planned" };
        var denied = Told.By("Norland army", "intention", "2026-03-11", "the army has no plan to storm the grain station") with { Agent = army, Position = "denied" };
        var another = Told.By("Norland army", "intention", "2026-03-11", "the army will leave the harbour within a week") with { Agent = army, Position = "denied" };
        Assert.Equal(ClaimRelation.Contradicts, ClaimComparer.Compare(plan, denied)!.Relation);
        Assert.Null(ClaimComparer.Compare(plan, another));
    }

    [Fact]
    public void Plenty_of_one_thing_is_no_answer_to_the_lack_of_another()
    {
        Claim Has(string thing, string position, string teller) =>
            Told.By(teller, "stock", "2026-03-10", $"the garrison has {thing}") with { Agent = Told.Actor("the garrison"), Position = position, PatientWords = Words(thing) };
        var (fuel, diesel, shells) = (Has("no fuel", "none", "Asta Rehn"), Has("plenty of diesel", "plenty", "the army"), Has("plenty of shells", "plenty", "the army"));
        Assert.Equal(ClaimRelation.Contradicts, ClaimComparer.Compare(fuel, diesel)!.Relation);
        Assert.Null(ClaimComparer.Compare(fuel, shells));
        var question = Assert.Single(QuestionBuilder.Build([fuel, diesel, shells]));
        Assert.Equal("How much fuel has the garrison?", question.Wording);
        var power = Told.By("Asta Rehn", "humanitarian", "2026-03-10", "Velm was left without electricity") with { Place = Told.Velm, Position = "out" };
        var water = Told.By("the mayor", "humanitarian", "2026-03-10", "engineers restored water to Velm") with { Place = Told.Velm, Position = "working" };
        Assert.Null(ClaimComparer.Compare(power, water));
        Assert.Empty(QuestionBuilder.Build([power, water]));
    }

    private static Claim Asked(string clause, string teller, string day) =>
        Told.By(teller, "appeal", day, clause) with { Agent = Told.Actor("Council of Velm", ActorKind.Organisation), Position = "made" };

    private static SlotWords Words(string exact) => new(new TextSpan(0, exact.Length), new CodePointRange(0, exact.Length), exact);
}
