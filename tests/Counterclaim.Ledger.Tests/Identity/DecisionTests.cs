using Counterclaim.Ledger.Identity;
using static Counterclaim.Ledger.Tests.Identity.Records;

namespace Counterclaim.Ledger.Tests.Identity;

/// <summary>What people decide wins, lasts and can be undone.</summary>
public class DecisionTests
{
    private static readonly ActorRecord Pell = Person("a", 0, "Pell Osran", "mayor");
    private static readonly ActorRecord Same = Person("bb", 0, "Pell Osran", "mayor");
    private static readonly ActorRecord Other = Person("ccc", 0, "Ida Lind");

    private static IdentityDecision Decision(string id, IdentityVerdict verdict, ActorRecord a, ActorRecord b, int hour) =>
        new(id, verdict, a.Ref, b.Ref, "ada", new DateTimeOffset(2025, 3, 1, hour, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_split_wins_over_any_score()
    {
        var graph = Graph(Pell, Same, Other);
        Assert.True(graph.AreOne(Pell, Same));
        var split = graph.With(IdentityDecisionLog.Empty.With(Decision("1", IdentityVerdict.Split, Pell, Same, 1)));
        Assert.False(split.AreOne(Pell, Same));
        Assert.NotEmpty(split.Proposals);
    }

    [Fact]
    public void A_join_wins_over_names_that_differ() =>
        Assert.True(Graph(Pell, Same, Other).With(IdentityDecisionLog.Empty.With(Decision("1", IdentityVerdict.Join, Same, Other, 1))).AreOne(Pell, Other));

    [Fact]
    public void The_later_decision_wins_and_undoing_brings_the_earlier_back()
    {
        var log = IdentityDecisionLog.Empty.With(Decision("1", IdentityVerdict.Join, Pell, Other, 1)).With(Decision("2", IdentityVerdict.Split, Pell, Other, 2));
        var graph = Graph(Pell, Same, Other);
        Assert.False(graph.With(log).AreOne(Pell, Other));
        Assert.True(graph.With(log.Undo("2")).AreOne(Pell, Other));
        Assert.False(graph.With(log.Undo("2").Undo("1")).AreOne(Pell, Other));
        Assert.Equal(2, log.Undo("2").History.Count);
        Assert.Throws<ArgumentException>(() => log.Undo("3"));
        Assert.Throws<ArgumentException>(() => log.With(Decision("1", IdentityVerdict.Join, Pell, Other, 3)));
    }

    [Fact]
    public void A_split_holds_against_a_third_that_fits_both()
    {
        var third = Person("dddd", 0, "Pell Osran", "mayor");
        var graph = Graph(Pell, Same, third).With(IdentityDecisionLog.Empty.With(Decision("1", IdentityVerdict.Split, Pell, Same, 1)));
        Assert.False(graph.AreOne(Pell, Same));
        Assert.Equal(2, graph.Clusters.Count);
    }

    [Fact]
    public void A_decision_survives_a_newer_reading_of_the_report()
    {
        var log = IdentityDecisionLog.Empty.With(Decision("1", IdentityVerdict.Join, Pell, Other, 1));
        var anew = Person("a", 60, "Osran") with { Mentions = [new(0, 10), new(60, 65)] };
        var graph = Graph(Pell, Same, Other).With(log).Without("a").With([anew]);
        Assert.True(graph.AreOne(anew, Other));
    }
}
