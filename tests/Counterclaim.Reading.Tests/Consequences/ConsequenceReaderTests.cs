using CsCheck;
using Counterclaim.Model;
using Counterclaim.Reading.Assertions;
using Counterclaim.Reading.Consequences;

namespace Counterclaim.Reading.Tests.Consequences;

public class ConsequenceReaderTests
{
    private static readonly ConsequenceReader Reader = ConsequenceReader.Load();

    [Fact]
    public void What_has_come_about_meanwhile_is_no_cause() => Assert.Empty(Read("As fighting has intensified in the port, President Wick appears to be in denial."));

    [Fact]
    public void The_last_part_of_a_hyphenated_word_causes_nothing() => Assert.Empty(Read("The link lets readers send songs from the market-leading shop to their phones."));

    [Theory]
    [InlineData("The market closed because the bridge collapsed.", "the bridge collapsed", "The market closed", ConsequenceRelation.Cause)]
    [InlineData("If the harbour falls, the island will lose its fuel.", "the harbour falls", "the island will lose its fuel", ConsequenceRelation.Condition)]
    [InlineData("If the harbour falls Norland forces will be able to reach the island.", "the harbour falls", "Norland forces will be able to reach the island", ConsequenceRelation.Condition)]
    [InlineData("The loss of the bridge would cut the supply of fuel.", "The loss of the bridge", "cut the supply of fuel", ConsequenceRelation.Cause)]
    [InlineData("The blockade forced the fleet to retreat.", "The blockade", "the fleet to retreat", ConsequenceRelation.Cause)]
    [InlineData("The truce allowed the crews to repair the line.", "The truce", "the crews to repair the line", ConsequenceRelation.Enable)]
    [InlineData("The flights were cancelled due to heavy fog.", "heavy fog", "The flights were cancelled", ConsequenceRelation.Cause)]
    [InlineData("The deal covers the northern port, which could complicate the sale.", "The deal covers the northern port", "complicate the sale", ConsequenceRelation.Cause)]
    public void Reads_cause_and_effect_in_the_right_direction(string text, string cause, string effect, ConsequenceRelation relation)
    {
        var found = Assert.Single(Read(text));
        Assert.Equal((cause, effect, relation), (found.Cause.In(text).ToString(), found.Effect.In(text).ToString(), found.Relation));
    }

    [Fact]
    public void This_points_back_to_the_sentence_before()
    {
        const string Text = "The port would close. This would mean hunger for the whole island.";
        var found = Assert.Single(Read(Text));
        Assert.Equal("The port would close", found.Cause.In(Text).ToString());
        Assert.Equal(Certainty.Hypothetical, found.Certainty);
    }

    [Fact]
    public void A_consequence_inside_a_statement_is_that_statements()
    {
        const string Text = "The mayor said the market closed because the bridge collapsed.";
        var statement = TestAnalyzer.Statement(Text, "s1", "said", "the market closed because the bridge collapsed");
        var found = Assert.Single(Reader.Read(TestAnalyzer.Report(Text), TestAnalyzer.Analyze(Text), [statement]));
        Assert.Equal("s1", found.Statement);
    }

    [Fact]
    public void Spans_never_overlap_and_stay_inside_hostile_text()
    {
        var assertions = AssertionReader.Load();
        Gen.OneOf(Gen.Const("because "), Gen.Const("“\""), Gen.Const("the loss would cut "), Gen.Const(", forcing "), Gen.Const("12 "), Gen.Const(". "), Gen.Char.Select(c => c.ToString()))
            .Array[0, 60].Select(parts => string.Concat(parts)).Sample(
                text =>
                {
                    var analysis = TestAnalyzer.Analyze(text);
                    foreach (var found in Reader.Read(TestAnalyzer.Report(text), analysis, []))
                    {
                        Assert.False(found.Cause.Overlaps(found.Effect));
                        Assert.True(found.Cause.End <= text.Length && found.Effect.End <= text.Length);
                    }
                    var first = assertions.Read(TestAnalyzer.Report(text), analysis, [], [], [], []);
                    foreach (var assertion in first) Assert.True(assertion.Span.End <= text.Length);
                    Assert.Equal(first.Select(a => a.Span), assertions.Read(TestAnalyzer.Report(text), analysis, [], [], [], []).Select(a => a.Span));
                },
                iter: 200);
    }

    private static IReadOnlyList<Consequence> Read(string text) => Reader.Read(TestAnalyzer.Report(text), TestAnalyzer.Analyze(text), []);
}
