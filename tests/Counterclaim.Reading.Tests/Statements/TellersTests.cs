using Counterclaim.Model;

namespace Counterclaim.Reading.Tests.Statements;

/// <summary>Tellers whom the model leaves out: inside contents, beside the one who tells, and after "a statement".</summary>
public class TellersTests
{
    private static readonly ReportReader Reader = ReportReader.Load(new ReaderOptions());

    [Fact]
    public void Those_cited_hold_what_is_told_inside_the_one_who_cites()
    {
        var (reading, text) = Read("The Marsh Courier, citing two clerks, reported on Monday that Mayor Anna Wick had told the board that the lock was unsafe.");
        var clerks = reading.Statements.Single(s => Words(s.Holder, text).Contains("two clerks", StringComparison.Ordinal));
        var paper = reading.Statements.Single(s => Words(s.Holder, text).Contains("Courier", StringComparison.Ordinal));
        var mayor = reading.Statements.Single(s => Words(s.Holder, text).Contains("Wick", StringComparison.Ordinal));
        Assert.Equal((null, paper.Id, clerks.Id), (paper.Via, clerks.Via, mayor.Via));
    }

    [Fact]
    public void A_verb_of_saying_with_subject_and_clause_tells_inside_a_content()
    {
        var (reading, text) = Read("Residents said that a soldier had assured them that the bridge would be spared.");
        var soldier = reading.Statements.Single(s => Words(s.Holder, text) == "a soldier");
        Assert.Equal("that the bridge would be spared", Words(soldier.Content, text));
        Assert.NotNull(soldier.Via);
    }

    [Fact]
    public void What_a_statement_claims_follows_the_participle()
    {
        var (reading, text) = Read("The rebel command issued a statement on Telegram claiming that its fighters had taken the eastern harbour.");
        var claim = Assert.Single(reading.Statements);
        Assert.Equal("that its fighters had taken the eastern harbour", Words(claim.Content, text));
        Assert.Equal("Telegram", claim.Channel);
    }

    [Theory]
    [InlineData("The paper said. Citing. Quoting, quoted by, citing who, the man said that.")]
    [InlineData("Citing citing citing the citing, said said that that said by by quoted by by.")]
    [InlineData("claiming claiming that claiming that he claims claiming")]
    public void Heaps_of_such_words_do_no_harm(string text)
    {
        var (reading, _) = Read(text);
        Assert.All(reading.Statements, s => Assert.True(s.Content.IsEmpty || s.Content.Hull.End <= text.Length));
    }

    private static (Model.Reading Reading, string Text) Read(string text) =>
        (Reader.Read(new Report("sha256:0", "test", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)])), text);

    private static string Words(SpanList spans, string text) => string.Join(" … ", spans.Select(s => s.In(text).ToString()));
}
