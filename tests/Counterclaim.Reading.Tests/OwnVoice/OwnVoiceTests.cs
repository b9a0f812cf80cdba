using Counterclaim.Model;
using Counterclaim.Reading.Assertions;
using Counterclaim.Reading.OwnVoice;

namespace Counterclaim.Reading.Tests.OwnVoice;

public class OwnVoiceTests
{
    private static readonly AssertionReader Reader = AssertionReader.Load();

    [Fact]
    public void The_list_of_loaded_words_is_long_enough_to_be_of_use() => Assert.True(LoadedWords.Load().Count >= 300);

    [Fact]
    public void A_clause_outside_every_statement_is_the_publishers_own()
    {
        const string Text = "The mayor said the bridge was safe. The river is rising.";
        var own = Read(Text, TestAnalyzer.Statement(Text, "s1", "said", "the bridge was safe"));
        var assertion = Assert.Single(own);
        Assert.Equal("The river is rising", Under(Text, assertion.Span));
        Assert.Equal(Voice.Own, assertion.Voice);
        Assert.Null(assertion.Statement);
    }

    [Fact]
    public void A_frame_is_listed_when_it_carries_a_loaded_word()
    {
        const string Text = "The regime claimed that the bridge was safe.";
        var own = Assert.Single(Read(Text, TestAnalyzer.Statement(Text, "s1", "claimed", "that the bridge was safe")));
        Assert.Equal("The regime claimed", Under(Text, own.Span));
        Assert.Equal(["regime", "claimed"], own.Loaded.Select(l => Under(Text, l)));
    }

    [Theory]
    [InlineData("The delegation described a dire situation.", "dire")]
    [InlineData("The army destroyed two bridges.", null)]
    [InlineData("The storm claimed ten lives.", null)]
    [InlineData("The ministry called it a “minor” incident.", "minor")]
    [InlineData("Fears persist of a disaster at the dam.", null)]
    [InlineData("The flood was a disaster.", "disaster")]
    public void Loaded_words_are_found_with_their_exceptions(string text, string? expected)
    {
        var loaded = Read(text).SelectMany(a => a.Loaded).Select(l => Under(text, l)).Distinct().ToList();
        Assert.Equal(expected is null ? [] : [expected], loaded);
    }

    [Fact]
    public void Posts_and_block_quotes_are_not_the_publishers_voice()
    {
        const string Text = "The river is rising.";
        Assert.Empty(Reader.Read(TestAnalyzer.Report(Text, ParagraphKind.Social), TestAnalyzer.Analyze(Text), [], [], [], []));
    }

    private static IReadOnlyList<Assertion> Read(string text, params Statement[] statements) =>
        [.. Reader.Read(TestAnalyzer.Report(text), TestAnalyzer.Analyze(text), statements, [], [], []).Where(a => a.Voice == Voice.Own)];

    private static string Under(string text, TextSpan span) => span.In(text).ToString();
}
