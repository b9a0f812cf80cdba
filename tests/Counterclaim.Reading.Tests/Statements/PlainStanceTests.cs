using Counterclaim.Model;

namespace Counterclaim.Reading.Tests.Statements;

public class PlainStanceTests
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

    private static Model.Reading Read(string text) => Reader.Read(new Report("sha256:0", "test", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]));
}
