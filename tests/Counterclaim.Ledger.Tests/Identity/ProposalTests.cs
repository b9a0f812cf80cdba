using Counterclaim.Ledger.Identity;
using Counterclaim.Model;
using static Counterclaim.Ledger.Tests.Identity.Records;

namespace Counterclaim.Ledger.Tests.Identity;

/// <summary>What is proposed, how strongly, and why.</summary>
public class ProposalTests
{
    private static readonly string[] Story = ["Harbour Board", "Ada Lind", "Radio Wadi"];

    [Fact]
    public void The_more_speaks_for_it_the_higher_the_score()
    {
        var name = Score(Person("a", 0, "Pell Osran"), Person("b", 0, "Pell Osran"));
        var surname = Score(Person("a", 0, "Pell Osran", with: Story), Person("b", 0, "Osran", with: Story));
        var both = Score(Person("a", 0, "Pell Osran", "mayor", with: Story), Person("b", 0, "Pell Osran", "mayor", with: Story));
        var other = Score(Person("a", 0, "Pell Osran", with: Story), Person("b", 0, "Ida Osran", with: Story));
        Assert.True(both > name && name > 0.5 && name > other && surname > other && other < 0.1, $"{both} {name} {surname} {other}");
    }

    [Fact]
    public void A_proposal_tells_its_reasons()
    {
        var proposal = Graph(Person("a", 0, "Pell Osran", "mayor"), Person("b", 0, "P. Osran", "mayor")).Proposals.Single();
        Assert.Equal(["the same office", "the same surname", "a given name and its initial"], proposal.Reasons);
    }

    [Fact]
    public void Countries_and_listed_identities_tell_apart()
    {
        Assert.True(Score(Person("a", 0, "Pell Osran", country: "SD"), Person("b", 0, "Pell Osran", country: "CO")) < 0.1);
        var one = Person("a", 0, "Pell Osran") with { Identity = "known:a" };
        Assert.True(Score(one, Person("b", 0, "Pell Osran") with { Identity = "known:b" }) < 0.1);
        Assert.True(Score(one, Person("b", 0, "Osran") with { Identity = "known:a" }) > 0.9);
    }

    [Theory]
    [InlineData("Free Reef Movement", "FRM")]
    [InlineData("Ukraine's Defence Ministry", "Ministry of Defense of Ukraine")]
    [InlineData("the Ninth Brigade", "9th Brigade")]
    [InlineData("Tessaly General", "Tessaly General Hospital")]
    public void Names_of_one_body_meet(string a, string b) =>
        Assert.True(Graph(Body("a", 0, a, with: Story), Body("b", 0, b, with: Story)).Clusters.Count == 1, $"{Score(Body("a", 0, a, with: Story), Body("b", 0, b, with: Story))}");

    [Theory]
    [InlineData("Ukrainian Defence Ministry", "Ukrainian Foreign Ministry")]
    [InlineData("Velmar", "the Velmari army")]
    [InlineData("9th Brigade", "77th Brigade")]
    [InlineData("Northern Front", "Southern Front")]
    public void Bodies_that_share_words_only_stay_apart(string a, string b) =>
        Assert.Equal(2, Graph(Body("a", 0, a, with: Story), Body("b", 0, b, with: Story)).Clusters.Count);

    [Fact]
    public void An_office_is_found_by_its_place()
    {
        var named = Person("a", 0, "Pell Osran", "Governor", with: Story, places: ["Tessaly"]);
        Assert.True(Graph(named, Person("bb", 0, "the governor of Tessaly", "the governor of Tessaly", with: Story)).Clusters.Count == 1);
        Assert.True(Graph(named, Person("bb", 0, "the governor of Marrow", "the governor of Marrow", with: Story)).Clusters.Count == 2);
    }

    [Fact]
    public void A_surname_that_fits_two_alike_is_given_to_neither()
    {
        var pell = Person("a", 0, "Pell Osran", with: Story);
        var ida = Person("b", 0, "Ida Osran", with: Story);
        var surname = Person("c", 0, "Osran", with: Story);
        var graph = Graph(pell, ida, surname);
        Assert.Equal(3, graph.Clusters.Count);
        Assert.True(Graph(pell with { Role = "mayor" }, ida with { Role = "miner" }, surname with { Role = "mayor" }).AreOne(pell, surname));
    }

    [Fact]
    public void A_person_is_no_body() => Assert.Equal(2, Graph(Person("a", 0, "Wagner", "violinist"), Body("b", 0, "Wagner", ActorKind.ArmedForce)).Clusters.Count);

    [Fact]
    public void Records_are_made_of_a_reading()
    {
        const string text = "Mayor Pell Osran told Radio Wadi. The FRM, the Free Reef Movement, was silent.";
        TextSpan At(string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        var report = new Report("sha256:1", "x", text, []) { Published = new DateTimeOffset(2025, 3, 4, 8, 0, 0, TimeSpan.Zero) };
        var records = ActorRecord.Of(new Model.Reading(report)
        {
            Actors =
            [
                new Actor("a1", "Pell Osran", ActorKind.Person, [At("Mayor Pell Osran")]) { Role = "Mayor" },
                new Actor("a2", "Free Reef Movement", ActorKind.Organisation, [At("FRM"), At("Free Reef Movement")]),
            ],
        });
        Assert.Equal(("Mayor", new DateOnly(2025, 3, 4)), (records[0].Role, records[0].Published!.Value));
        Assert.Equal(["FRM"], records[1].OtherNames);
        Assert.Equal(["Pell Osran"], records[1].Companions);
    }
}
