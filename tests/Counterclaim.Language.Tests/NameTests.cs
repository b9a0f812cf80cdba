namespace Counterclaim.Language.Tests;

public sealed class NameTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    private static string[] Names(string text)
    {
        var analysis = Analyzer.Analyze(text);
        return [.. analysis.Names.Select(n => $"{UniversalNames.Of(n.Kind)} {analysis.SpanOf(n.Tokens).In(text)}")];
    }

    [Fact]
    public void Persons_places_groups_and_dates_are_told_apart() => Assert.Equal(
        ["PER Anna Kowalska", "LOC Warsaw", "DATE Tuesday", "NORP Polish"],
        Names("Anna Kowalska said in Warsaw on Tuesday that the Polish army had no plans to leave."));

    [Fact]
    public void A_surname_alone_is_the_person_named_in_full()
    {
        var names = Names("Governor Orla Brennick spoke on Monday.\n\nBrennick left the city. The men asked Brennick for help.");
        Assert.Equal(3, names.Count(n => n.StartsWith("PER ", StringComparison.Ordinal) && n.EndsWith("Brennick", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Officials of the European Union and the University of Manchester answered the Bank of Japan on Tuesday.", "ORG European Union|ORG University of Manchester|ORG Bank of Japan|DATE Tuesday")]
    [InlineData("Tunisia's Electoral Commission met in Warsaw on Tuesday.", "LOC Tunisia|ORG Electoral Commission|LOC Warsaw|DATE Tuesday")]
    public void Names_of_bodies_are_put_together(string text, string expected)
    {
        var analysis = Analyzer.Analyze(text);
        Assert.Equal(expected, string.Join('|', analysis.WholeNames.Select(n => $"{UniversalNames.Of(n.Kind)} {analysis.SpanOf(n.Tokens).In(text)}")));
    }

    [Fact]
    public void Names_lie_in_text_order_within_their_sentences_and_do_not_overlap()
    {
        var analysis = Analyzer.Analyze("The UN and the Red Cross left Baghdad on 5 May. France, Germany and Mr. Tarek Haddad paid $5 million to the "
            + "Ministry of Health. Haddad\n\nhas flown to New York.");
        var end = 0;
        foreach (var name in analysis.Names)
        {
            Assert.True(name.Tokens.Start >= end && !name.Tokens.IsEmpty);
            Assert.Equal(analysis.SentenceOf[name.Tokens.Start], analysis.SentenceOf[name.Tokens.End - 1]);
            end = name.Tokens.End;
        }
        Assert.True(analysis.Names.Count >= 6);
    }
}
