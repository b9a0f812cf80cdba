using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Tests.Comparison;
using Counterclaim.Model;
using CsCheck;

namespace Counterclaim.Ledger.Tests.Questions;

public class QuestionBuilderTests
{
    private static readonly ClaimActor Norland = Told.Actor("Norland's army", country: "NO");
    private static readonly ClaimActor South = Told.Actor("The southern army", country: "SO");

    [Fact]
    public void Counts_of_one_happening_make_one_question_with_positions_from_the_lowest()
    {
        var question = Assert.Single(QuestionBuilder.Build([Told.Killed(41, "The ministry"), Told.Killed(30, "The rebels"), Told.Killed(41, "A hospital")]));
        Assert.Equal("How many were killed in Velm on 10 March 2026?", question.Wording);
        Assert.Equal(["30 killed", "41 killed"], question.Positions.Select(p => p.Label));
        Assert.Equal([1, 2], question.Positions.Select(p => p.Origins));
        Assert.InRange(question.Contested, 0.2, 0.3);
    }

    [Fact]
    public void Counts_of_another_day_make_another_question() =>
        Assert.Equal(2, QuestionBuilder.Build(
        [
            Told.Killed(41, "The ministry"), Told.Killed(30, "The rebels"),
            Told.Killed(7, "The ministry") with { Meant = Told.On("2026-03-04") }, Told.Killed(9, "The rebels") with { Meant = Told.On("2026-03-04") },
        ]).Count);

    [Fact]
    public void Who_holds_a_place_is_one_question_however_long_it_goes_on()
    {
        var question = Assert.Single(QuestionBuilder.Build(
        [
            Told.Holds(Norland, "Norland", "2026-03-10"), Told.Holds(South, "The south", "2026-03-10"), Told.Holds(South, "An institute", "2026-04-20"),
            Told.Holds(Norland, "The south", "2026-03-11", SpeechAct.Deny),
        ]));
        Assert.Equal("Who holds Velm?", question.Wording);
        Assert.Equal(3, question.Positions.Count);
        Assert.Contains("Norland's army does not hold it", question.Positions.Select(p => p.Label));
        Assert.True(question.Contested > 0.5);
    }

    [Fact]
    public void One_teller_alone_answers_no_question() => Assert.Empty(QuestionBuilder.Build([Told.Killed(41, "The ministry"), Told.Killed(41, "The ministry")]));

    [Fact]
    public void Copies_of_one_text_count_once()
    {
        Claim Own(string day) => Told.Killed(41, "x", day) is var claim ? claim with { Tellers = [claim.Tellers[0]] } : null!;
        var (first, copy, other) = (Own("2026-03-11"), Own("2026-03-11"), Told.Killed(30, "The rebels"));
        var question = Assert.Single(QuestionBuilder.Build([first, copy with { Origin = first.Report.Id }, other]));
        Assert.Equal([1, 1], question.Positions.Select(p => p.Origins));
    }

    [Fact]
    public void What_nobody_commits_to_is_shown_apart()
    {
        var possible = Told.Holds(South, "An analyst", "2026-03-10") with { Certainty = Certainty.Possible };
        var question = Assert.Single(QuestionBuilder.Build([Told.Holds(Norland, "Norland", "2026-03-10"), Told.Holds(South, "The south", "2026-03-10"), possible]));
        Assert.Equal(possible.Ref, Assert.Single(question.Apart).Ref);
        Assert.DoesNotContain(possible.Ref, question.Claims.Select(c => c.Ref));
    }

    [Fact]
    public void The_order_of_claims_changes_nothing() => Gen.Shuffle<Claim>((Claim[])
    [
        Told.Killed(41, "The ministry"), Told.Killed(30, "The rebels"), Told.Killed(12, "A doctor", "2026-03-12"), Told.Killed(12, "A doctor") with { Place = Told.Harsk },
        Told.Holds(Norland, "Norland", "2026-03-10"), Told.Holds(South, "The south", "2026-03-12"), Told.Killed(13, "A nurse") with { Place = Told.Harsk },
    ]).Sample(claims =>
    {
        var questions = QuestionBuilder.Build(claims);
        Assert.Equal(Keys(QuestionBuilder.Build(claims.OrderBy(c => c.Ref))), Keys(questions));
        Assert.All(questions, q => Assert.InRange(q.Contested, 0, 1));
    });

    private static IEnumerable<string> Keys(IEnumerable<Question> questions) => questions.Select(q => $"{q.Key}|{string.Join(",", q.Positions.Select(p => p.Label))}");
}
