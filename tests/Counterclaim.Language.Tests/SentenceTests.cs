namespace Counterclaim.Language.Tests;

public sealed class SentenceTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    private static string[] Sentences(string text)
    {
        var analysis = Analyzer.Analyze(text);
        return [.. analysis.Sentences.ToArray().Select(s => analysis.SpanOf(s).In(text).ToString())];
    }

    [Theory]
    [InlineData("The gate fell.|The keep held.|Nobody fled.")]
    [InlineData("Mr. Vane met Gen. Orla St. Clair at 5 p.m. Monday in the U.S. capital.|He left.")]
    [InlineData("It ended at 5 p.m.|The port reopened in the U.K.|It was calm.")]
    [InlineData("“We hold the pier.”|She turned away.")]
    [InlineData("“Where are they?” the envoy asked.|Nobody knew.")]
    [InlineData("\"Stop!\" Captain Vane shouted.|\"They are ours.\"|He wept.")]
    [InlineData("He said (and meant it!) that it was over.|True.")]
    [InlineData("It rose 3.5 percent... or so they say.|Others differ…|But not all.")]
    [InlineData("The fleet left [4].|Others stayed.")]
    [InlineData("Ships, boats, etc. were sunk.|J. R. Corran saw it.")]
    public void Ends_where_a_sentence_ends(string marked)
    {
        var expected = marked.Split('|');
        Assert.Equal(expected, Sentences(string.Join(' ', expected)));
    }

    [Fact]
    public void A_blank_line_ends_a_sentence() => Assert.Equal(["Siege of Marish", "Day five"], Sentences("Siege of Marish\n\nDay five"));

    [Fact]
    public void A_line_wrapped_at_a_margin_goes_on()
    {
        const string text = "The governor of the island said on Monday that the harbour would\nhold until the spring, and that\nno ship had left it.";
        Assert.Single(Sentences(text));
    }

    [Fact]
    public void Sentences_do_not_cross_blocks()
    {
        const string text = "The gate of the old town fell to them";
        var analysis = Analyzer.Analyze(text, [new(0, 8), new(9, text.Length)]);
        Assert.Equal(2, analysis.Sentences.Length);
    }
}
