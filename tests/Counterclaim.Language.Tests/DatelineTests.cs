namespace Counterclaim.Language.Tests;

public class DatelineTests
{
    private static readonly Analyzer Reader = Analyzer.Load();

    [Theory]
    [InlineData("TOLVANE, March 10 (Strait Wire) — Rebels said they had cut the road.", "TOLVANE, March 10 (Strait Wire) —")]
    [InlineData("SALLOWMERE - The army holds the town.", "SALLOWMERE -")]
    [InlineData("Port Sallow, 3 May (Strait Wire) – Two ships docked.", "Port Sallow, 3 May (Strait Wire) –")]
    public void A_dateline_is_no_part_of_the_first_sentence(string text, string dateline)
    {
        var analysis = Reader.Analyze(text);
        Assert.Equal(2, analysis.Sentences.Length);
        Assert.Equal(dateline, analysis.SpanOf(analysis.Sentences[0]).In(text).ToString());
    }

    [Theory]
    [InlineData("The army — or what was left of it — went home.")]
    [InlineData("NATO-backed forces hold the town — for now.")]
    [InlineData("Quillhaven — a port of 38,000 — is besieged.")]
    public void A_dash_in_a_sentence_ends_nothing(string text) => Assert.Equal(1, Reader.Analyze(text).Sentences.Length);
}
