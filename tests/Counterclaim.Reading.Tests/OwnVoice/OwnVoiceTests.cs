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

    [Theory]
    [InlineData("The mayor has responded by saying that the bridge was safe.", "saying", "that the bridge was safe")]
    [InlineData("Officials have over several weeks sought to deny that the town was lost.", "sought to deny", "that the town was lost")]
    public void What_only_brings_on_a_telling_says_nothing_of_its_own(string text, string cue, string content) => Assert.Empty(Read(text, TestAnalyzer.Statement(text, "s1", cue, content)));

    [Fact]
    public void A_frame_is_listed_when_it_carries_a_loaded_word()
    {
        const string Text = "The regime claimed that the bridge was safe.";
        var own = Assert.Single(Read(Text, TestAnalyzer.Statement(Text, "s1", "claimed", "that the bridge was safe")));
        Assert.Equal("The regime claimed", Under(Text, own.Span));
        Assert.Equal(["regime", "claimed"], own.Loaded.Select(l => Under(Text, l.Span)));
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
        var loaded = Read(text).SelectMany(a => a.Loaded).Select(l => Under(text, l.Span)).Distinct().ToList();
        Assert.Equal(expected is null ? [] : [expected], loaded);
    }

    [Fact]
    public void Posts_and_block_quotes_are_not_the_publishers_voice()
    {
        const string Text = "The river is rising.";
        Assert.Empty(Reader.Read(TestAnalyzer.Report(Text, ParagraphKind.Social), TestAnalyzer.Analyze(Text), [], [], [], []));
    }

    [Theory]
    [InlineData("The guards wear “liberation” badges.", "liberation")] // the quotation marks, not the word, are the publisher's
    [InlineData("The so-called “Peace Council” met in a cellar.", "Peace Council")]
    [InlineData("The general, known as “the bear”, resigned.", null)]
    [InlineData("The word “war” is banned on television.", null)]
    [InlineData("The novel “winter road” won a prize.", null)]
    [InlineData("The driver was found guilty of “gross negligence”.", null)]
    public void Scare_quotes_are_told_from_names_and_from_speech(string text, string? expected)
    {
        var loaded = Read(text).SelectMany(a => a.Loaded).Where(l => l.Category == "scare quote").Select(l => Under(text, l.Span)).ToList();
        Assert.Equal(expected is null ? [] : [expected], loaded);
    }

    [Fact]
    public void A_loaded_word_that_is_part_of_a_name_is_nobodys_choice() =>
        Assert.DoesNotContain(Read("The Martyrs Brigade left the town.").SelectMany(a => a.Loaded), l => l.Category == "label");

    [Fact]
    public void Every_loaded_word_says_why() =>
        Assert.All(Read("The regime sent its henchmen.").SelectMany(a => a.Loaded), l => Assert.False(string.IsNullOrWhiteSpace(l.Reason)));

    [Fact]
    public void What_nobody_tells_with_a_proposition_is_the_publishers_own()
    {
        const string Text = "The election is expected in May.";
        var statement = TestAnalyzer.Statement(Text, "s1", "is expected", "The election");
        Assert.Equal("The election is expected in May", Under(Text, Assert.Single(Read(Text, statement)).Span));
        Assert.Equal(Certainty.Probable, Assert.Single(Read(Text, statement)).Certainty);
    }

    [Theory]
    [InlineData("Workers clear the street in Dorsk on Monday. (Agency Photo)")]
    [InlineData("‘They are not winning, we are not losing’")]
    [InlineData("Here is a look at the war.")]
    public void Captions_with_a_credit_quoted_headings_and_pointers_are_not_the_publishers_assertions(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_gap_inside_one_content_is_told_too()
    {
        const string Text = "The deal was signed in haste and has been shelved since, two sources said.";
        var statement = new Statement("s1", SpanList.Create([TestAnalyzer.SpanOf(Text, "two sources")]), [TestAnalyzer.SpanOf(Text, "said")],
            SpanList.Create([TestAnalyzer.SpanOf(Text, "The deal was signed"), TestAnalyzer.SpanOf(Text, "has been shelved since")]))
        { Mode = StatementMode.Indirect, Act = SpeechAct.Assert, Confidence = 1 };
        Assert.Empty(Read(Text, statement));
    }

    [Fact]
    public void A_name_in_quotation_marks_does_not_cut_its_clause_in_two()
    {
        const string Text = "The operation, code-named “Storm”, began on Sunday.";
        var own = Read(Text, TestAnalyzer.Statement(Text, "s1", "named", "“Storm”") with { Mode = StatementMode.Direct });
        Assert.Equal("The operation, code-named “Storm”, began on Sunday", Under(Text, Assert.Single(own).Span));
    }

    [Fact]
    public void Endless_quotation_marks_cost_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("the “free” regime ", 20_000)) + "fell.";
        Assert.All(Read(text).SelectMany(a => a.Loaded), l => Assert.True(l.Span.End <= text.Length));
    }

    private static IReadOnlyList<Assertion> Read(string text, params Statement[] statements) =>
        [.. Reader.Read(TestAnalyzer.Report(text), TestAnalyzer.Analyze(text), statements, [], [], []).Where(a => a.Voice == Voice.Own)];

    private static string Under(string text, TextSpan span) => span.In(text).ToString();
}
