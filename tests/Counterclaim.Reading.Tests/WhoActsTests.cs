using Counterclaim.Model;

namespace Counterclaim.Reading.Tests;

/// <summary>Sides that do something without saying a word: whose jets, shells and raids they were.</summary>
public sealed class WhoActsTests
{
    private static readonly ReportReader Reader = ReportReader.Load(new ReaderOptions());

    private static Model.Reading Read(string text) =>
        Reader.Read(new Report("test", "test", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]) { Published = new DateTimeOffset(2025, 3, 12, 0, 0, 0, TimeSpan.Zero) });

    private static string? Doer(string text, string kind)
    {
        var reading = Read(text);
        var agent = reading.Assertions.FirstOrDefault(a => a.Kind == kind && a.Agent is not null)?.Agent;
        return reading.Actors.FirstOrDefault(a => a.Id == agent)?.Name;
    }

    [Theory]
    [InlineData("Turkish jets bombed the village on Tuesday.", "Turkey")]
    [InlineData("The bombing by suspected Turkish jets hit a school.", "Turkey")]
    [InlineData("Regime warplanes dropped bombs on a bakery.", "Regime")]
    [InlineData("A US-led coalition air strike hit a depot.", "US-led coalition")]
    [InlineData("Rebel shells struck the fish market.", "Rebels")]
    [InlineData("The terrorist organisations fired on a school.", "The terrorist organisations")]
    [InlineData("Militants opened fire on a convoy near the bridge.", "Militants")]
    [InlineData("A rocket fired by the rebels hit a school.", "the rebels")]
    public void Whose_deed_it_was(string text, string doer) => Assert.Equal(doer, Doer(text, "strike"));

    [Fact]
    public void A_country_where_something_was_hit_did_not_do_it() => Assert.Null(Doer("Two people died in a Syria bombing.", "strike"));

    [Fact]
    public void A_country_named_by_its_adjective_is_one_actor_with_every_mention()
    {
        const string Text = "Turkish jets bombed the village. Turkish shelling went on until dawn.";
        var turkey = Assert.Single(Read(Text).Actors);
        Assert.Equal((ActorKind.Government, "TR"), (turkey.Kind, turkey.Country));
        Assert.All(turkey.Mentions, m => Assert.Equal("Turkish", m.In(Text).ToString()));
        Assert.Equal(2, turkey.Mentions.Count);
    }

    [Theory]
    [InlineData("The defence ministry said it had shot down two drones.", "The defence ministry")]
    [InlineData("The army said its forces had shelled a depot.", "The army")]
    public void A_body_that_speaks_of_itself(string text, string doer) => Assert.Equal(doer, Doer(text, "strike"));

    [Fact]
    public void An_empty_subject_is_nobody() =>
        Assert.DoesNotContain(Read("The ministry said it was clear that the road was cut.").Actors, a => a.Mentions.Count > 1);

    [Fact]
    public void Who_says_it_was_behind_a_deed_admits_it()
    {
        var claim = Assert.Single(Read("The militia said it was behind the bombing of the market.").Assertions, a => a.Kind == "responsibility");
        Assert.Equal(("admits", null), (claim.Position, claim.Patient));
        Assert.NotNull(claim.Agent);
    }

    [Fact]
    public void Two_named_together_are_two()
    {
        var reading = Read("Norland's government and the Velmarian government have bombed each other's ports.");
        Assert.DoesNotContain(reading.Actors, a => a.Mentions.Count > 1);
    }
}
