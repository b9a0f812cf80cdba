using Counterclaim.Model;

namespace Counterclaim.Reading.Tests;

public class WholeReadingTests
{
    private static readonly ReportReader Reader = ReportReader.Load(new ReaderOptions());

    [Theory]
    [InlineData("The bridge is gone. Sallowmere officials have over several weeks sought to deny this.", "Sallowmere officials", "sought to deny", "this")]
    [InlineData("The bridge is gone. The harbour master has confirmed it.", "The harbour master", "has confirmed", "it")]
    public void A_stance_on_what_was_just_said_is_a_statement(string text, string holder, string cue, string content)
    {
        var statement = Assert.Single(Read(text).Statements);
        Assert.Equal(holder, statement.Holder.TextIn(text));
        Assert.Contains(cue.Split(' ')[^1], statement.Cue.TextIn(text), StringComparison.Ordinal);
        Assert.Equal(content, statement.Content.TextIn(text));
    }

    [Theory]
    [InlineData("The bridge is gone. Sallowmere officials have over several weeks sought to deny this.", "The bridge is gone")]
    [InlineData("The mayor said the dam holds. The town is being encircled. Sallowmere officials deny this.", "The town is being encircled")]
    public void A_denial_of_this_denies_the_publisher_where_the_publisher_said_it(string text, string denied)
    {
        var reading = Read(text);
        var link = Assert.Single(reading.Links);
        Assert.Equal(LinkRelation.Denies, link.Relation);
        Assert.Equal(denied, reading.Assertions.Single(a => a.Id == link.To).Span.In(text).ToString());
    }

    [Fact]
    public void A_denial_of_this_denies_a_statement_that_stands_nearer()
    {
        var reading = Read("The town is being encircled. The mayor said the dam holds. Sallowmere officials deny this.");
        Assert.Contains(reading.Links, l => l.Relation == LinkRelation.Denies && reading.Statements.Any(s => s.Id == l.To));
    }

    [Fact]
    public void What_only_seems_so_is_the_publishers_own_hedge()
    {
        const string text = "President Ilsa Corveth appears to be losing patience with the envoy.";
        var reading = Read(text);
        Assert.Empty(reading.Statements);
        var clause = Assert.Single(reading.Assertions);
        Assert.Equal(Voice.Own, clause.Voice);
        Assert.Equal(Certainty.Probable, clause.Certainty);
    }

    [Fact]
    public void But_yet_does_not_hold_a_saying_back_and_has_yet_to_does()
    {
        Assert.False(Assert.Single(Read("And yet even her allies say that the harbour is lost.").Statements).NegatedOrHypothetical);
        Assert.All(Read("The army has yet to say whether the harbour is lost.").Statements, s => Assert.True(s.NegatedOrHypothetical));
    }

    [Fact]
    public void A_quoted_sentence_after_a_saying_is_not_the_publishers()
    {
        var reading = Read("Marten Tolliver threatened to shell any ship that docks. “Whoever sails to Quillhaven sails to his own funeral.”");
        Assert.DoesNotContain(reading.Assertions, a => a.Voice == Voice.Own);
        Assert.Contains(reading.Statements, s => s.Content.TextIn(reading.Report.Text).Contains("Whoever sails", StringComparison.Ordinal));
    }

    [Fact]
    public void A_paper_named_after_a_town_is_no_place() =>
        Assert.DoesNotContain(Read("She told The Meridian Post that the harbour was closed.").Places, p => p.Name.Contains("Meridian", StringComparison.Ordinal));

    private static Model.Reading Read(string text) => Reader.Read(new Report("sha256:0", "test", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]));
}
