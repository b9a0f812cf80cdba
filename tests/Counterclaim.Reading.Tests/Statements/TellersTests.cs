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
    [InlineData("The agency quoted Governor Ada Wick as saying that the dam would hold.", "that the dam would hold")]
    [InlineData("“The dam will hold for now,” the agency quoted Governor Ada Wick as saying.", "“The dam will hold for now,”")]
    public void Those_quoted_as_saying_tell_inside_the_one_who_quotes(string text, string said)
    {
        var (reading, _) = Read(text);
        var governor = reading.Statements.Single(s => Words(s.Holder, text) == "Governor Ada Wick");
        Assert.Equal(said, Words(governor.Content, text));
        Assert.Equal("the agency", Words(reading.Statements.Single(s => s.Id == governor.Via).Holder, text), ignoreCase: true);
    }

    [Fact]
    public void What_explains_a_holder_between_commas_is_the_holders()
    {
        var (reading, text) = Read("According to Dam Watch, a small outfit that publishes weekly figures on the river, the valley has lost 24,000 trees.");
        var statement = Assert.Single(reading.Statements);
        Assert.Equal("Dam Watch, a small outfit that publishes weekly figures on the river", Words(statement.Holder, text));
        Assert.Equal("the valley has lost 24,000 trees", Words(statement.Content, text));
    }

    [Fact]
    public void Who_puts_a_figure_on_something_says_so()
    {
        var (reading, text) = Read("The Institute for River Studies, or IRS, a Halmere-based think tank that follows the flood, put total losses at over 1,200, including up to 300 cattle.");
        var statement = Assert.Single(reading.Statements);
        Assert.Equal("put", Words(statement.Cue, text));
        Assert.Equal("total losses at over 1,200, including up to 300 cattle", Words(statement.Content, text));
    }

    [Fact]
    public void What_leads_in_to_a_quotation_is_not_of_it()
    {
        var (reading, text) = Read("The Marsh Courier paints a bleak picture for the valley: “The roads are cut. The dam is all but lost,” the report says.");
        Assert.Equal("“The roads are cut. The dam is all but lost,”", Words(reading.Statements.Single(s => Words(s.Cue, text) == "says").Content, text));
    }

    [Theory]
    [InlineData("Marsh Air has ordered 55 new airliners.")]
    [InlineData("The militia attacked several southern neighbourhoods.")]
    [InlineData("Minister Wick is trying to offer the town as a symbol of resistance.")]
    public void What_is_done_with_things_tells_nothing(string text) => Assert.Empty(Read(text).Reading.Statements);

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
