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
    [InlineData("“The bridge is lost.”|“Then we swim,” Captain Orla Vane said.|They swam.")]
    [InlineData("He called it “a quiet day”.|Others called it “the end.”|Nobody agreed.")]
    [InlineData("‘Hold the gate!’ he cried.|‘They are coming.’|The gate held.")]
    [InlineData("It cost $3.5 million in the 1990s.|In the '80s it had cost £2.1m.|Prices rose 4.5 percent.")]
    [InlineData("Lt. Col. J. R. Corran and Sgt. A. Pell left Ft. Marish on Nov. 10.|They never came back.")]
    [InlineData("The firm, Tidewire Inc., owns it.|See https://tidewire.example/news.html for more.|Write to @tidewire.")]
    [InlineData("The army (which had left in May) came back.|(Nobody had asked it to.)|It stayed.")]
    [InlineData("We waited… and waited… until dawn.|Then it came.")]
    [InlineData("Where did they go?!|Nobody knows!!|It is late.")]
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
    public void A_stop_without_a_blank_after_it_ends_a_sentence() =>
        Assert.Equal(["The siege ended.", "The fleet left the harbour."], Sentences("The siege ended.The fleet left the harbour."));

    [Fact]
    public void A_short_line_before_wrapped_ones_is_a_headline()
    {
        const string text = "Siege of Marish enters its third week\nThe governor of the island said on Monday that the harbour would hold until\n"
            + "the spring, and that no ship had left it since the first days of March. Mr.\nVane did not reply.";
        Assert.Equal(3, Sentences(text).Length);
        Assert.Equal("Siege of Marish enters its third week", Sentences(text)[0]);
    }

    [Fact]
    public void One_long_line_does_not_pass_for_the_margin()
    {
        var wrapped = string.Join('\n', Enumerable.Repeat("The Marish Harbour Board told the Council of Elders that Port\nSallow would not open its gates to the Strait Fleet before May", 4));
        Assert.Equal(4, Sentences(wrapped.Replace("May", "May.", StringComparison.Ordinal) + "\n\n" + new string('x', 120)).Length - 1);
    }

    /// <summary>Wrapping at any width leaves the sentences of a paragraph as they were.</summary>
    [Theory]
    [InlineData(50)]
    [InlineData(72)]
    [InlineData(100)]
    public void Where_a_paragraph_is_wrapped_makes_no_difference(int width)
    {
        const string text = "Rebels in the Marish Hills said on Tuesday that they had shot down a drone over Port Sallow. The army denied it. “No aircraft of ours "
            + "was lost,” Gen. Orla St. Clair told the Strait Wire. Asked whether talks would go on, she said: “Ask Mr. Vane.” A spokesman for Vane said he knew "
            + "of no talks, and that the U.N. envoy had left the island on Nov. 3.";
        var wrapped = text.ToCharArray();
        for (int line = 0, blank = -1, i = 0; i < wrapped.Length; i++)
        {
            if (wrapped[i] == ' ') blank = i;
            if (i - line < width || blank < line) continue;
            wrapped[blank] = '\n';
            line = blank + 1;
        }
        Assert.Equal(Sentences(text), Sentences(new string(wrapped)).Select(s => s.Replace('\n', ' ')));
    }

    [Fact]
    public void Sentences_do_not_cross_blocks()
    {
        const string text = "The gate of the old town fell to them";
        var analysis = Analyzer.Analyze(text, [new(0, 8), new(9, text.Length)]);
        Assert.Equal(2, analysis.Sentences.Length);
    }
}
