using CsCheck;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Tests.Clauses;

public class CertaintyReaderTests
{
    private static readonly ClauseReader Clauses = ClauseReader.Load();

    [Theory]
    // two-way implicatives: true where affirmed, false where denied
    [InlineData("The crew managed to repair the engine.", "repair", "certain")]
    [InlineData("The crew did not manage to repair the engine.", "repair", "not certain")]
    [InlineData("The crew failed to repair the engine.", "repair", "not certain")]
    [InlineData("The crew did not fail to repair the engine.", "repair", "certain")]
    [InlineData("The crew forgot to repair the engine.", "repair", "not certain")]
    // one-way
    [InlineData("The guards forced the drivers to unload the lorries.", "unload", "certain")]
    [InlineData("The union refused to leave the building.", "leave", "not certain")]
    // factives hold whether they are denied or asked for
    [InlineData("The minister did not know that the troops had left.", "left", "certain")]
    [InlineData("The minister regrets that the troops left.", "left", "certain")]
    // what is believed, and not believed
    [InlineData("I think that the troops left.", "left", "probable")]
    [InlineData("I don't think that the troops left.", "left", "not probable")]
    [InlineData("I doubt that the troops left.", "left", "not possible")]
    // what is wanted
    [InlineData("The army plans to cross the river.", "cross", "hypothetical")]
    [InlineData("The army tried to cross the river.", "cross", "possible")]
    [InlineData("The army abandoned its attempt to cross the river.", "cross", "not possible")]
    [InlineData("The army has yet to cross the river.", "cross", "not certain")]
    [InlineData("The men were too weak to cross the river.", "cross", "not certain")]
    // modals
    [InlineData("The army cannot cross the river.", "cross", "not certain")]
    [InlineData("The army should cross the river.", "cross", "hypothetical")]
    [InlineData("The army should have crossed the river.", "crossed", "counterfactual")]
    [InlineData("The army must have crossed the river.", "crossed", "probable")]
    [InlineData("Should the army cross the river, the town would fall.", "fall", "hypothetical")]
    [InlineData("Had the army crossed the river, the town would have fallen.", "fallen", "counterfactual")]
    // denial
    [InlineData("The army no longer holds the bridge.", "holds", "not certain")]
    [InlineData("Hardly anybody left the town.", "left", "not probable")]
    [InlineData("The minister left the room without answering questions.", "answering", "not certain")]
    [InlineData("It was not only the bridge that fell.", "bridge", "certain")]
    [InlineData("Few families left the town.", "left", "not probable")]
    [InlineData("A few families left the town.", "left", "certain")]
    // events that nouns name
    [InlineData("The army launched no attack.", "attack", "not certain")]
    [InlineData("The army may launch an attack.", "attack", "possible")]
    [InlineData("The rain did not stop the attack.", "attack", "certain")]
    [InlineData("The alleged attack lasted an hour.", "attack", "possible")]
    [InlineData("There is no evidence that the troops left.", "left", "not probable")]
    // questions and requests
    [InlineData("Did the troops leave the town?", "leave", "hypothetical")]
    [InlineData("Why did the troops leave the town?", "leave", "certain")]
    [InlineData("Leave the town at once!", "Leave", "hypothetical")]
    [InlineData("Nobody asked whether the troops had left.", "left", "hypothetical")]
    public void Reads_how_certain_a_word_is(string text, string word, string expected)
    {
        var belief = At(text, word);
        Assert.Equal(expected, (belief.Polarity == Polarity.Negative ? "not " : "") + belief.Certainty.ToString().ToLowerInvariant());
    }

    [Theory]
    [InlineData("The troops reportedly left the town.", "left", "reportedly", null)]
    [InlineData("The troops never left the town.", "left", null, "never")]
    [InlineData("The crew failed to repair the engine.", "repair", null, "failed")]
    public void Names_the_words_that_decide(string text, string word, string? hedge, string? denier)
    {
        var analysis = TestAnalyzer.Analyze(text);
        var belief = At(text, word);
        Assert.Equal(hedge, belief.Hedge < 0 ? null : analysis.Form(belief.Hedge).ToString());
        Assert.Equal(denier, belief.Denier < 0 ? null : analysis.Form(belief.Denier).ToString());
    }

    [Fact]
    public void What_lies_outside_the_teller_does_not_count()
    {
        const string Text = "The crew failed to repair the engine.";
        var analysis = TestAnalyzer.Analyze(Text);
        var repair = Find(Text, "repair");
        Assert.Equal(new Belief(Polarity.Positive, Certainty.Certain), Clauses.CertaintyOf(new DependencyIndex(analysis)).At(repair, inside: _ => false));
    }

    [Theory]
    [InlineData("The envoy urged both sides to open a corridor.", "open", Certainty.Hypothetical)]
    [InlineData("The militia threatened to bomb the dam.", "bomb", Certainty.Hypothetical)]
    [InlineData("The militia claimed to hold the dam.", "hold", Certainty.Certain)]
    [InlineData("The militia said that it would bomb the dam.", "bomb", Certainty.Hypothetical)]
    public void What_is_urged_or_threatened_is_not_done_by_being_said(string text, string predicate, Certainty expected)
    {
        var analysis = TestAnalyzer.Analyze(text);
        var token = Find(text, predicate);
        var teller = analysis.Heads[token];
        Assert.Equal(expected, Clauses.CertaintyOf(new DependencyIndex(analysis)).At(token, inside: t => t != teller).Certainty);
    }

    [Fact]
    public void Any_word_of_any_text_has_a_belief_and_the_same_one_twice() =>
        Gen.OneOf(Gen.Const("if "), Gen.Const("not "), Gen.Const("\"“"), Gen.Const("failed to "), Gen.Const("troops left "), Gen.Const("Had he "), Gen.Const("?"), Gen.Const("no "),
            Gen.Const("yet to "), Gen.Const("."), Gen.Const("\n\n"), Gen.Char.Select(c => c.ToString())).Array[0, 40].Select(parts => string.Concat(parts)).Sample(
            text =>
            {
                var analysis = TestAnalyzer.Analyze(text);
                var reader = Clauses.CertaintyOf(new DependencyIndex(analysis));
                for (var token = 0; token < analysis.TokenCount; token++)
                {
                    var belief = reader.At(token);
                    Assert.Equal(belief, reader.At(token));
                    Assert.InRange(belief.Hedge, -1, analysis.TokenCount - 1);
                    Assert.Equal(belief.Polarity == Polarity.Negative, belief.Denier >= 0);
                    if (belief.Certainty == Certainty.Certain) Assert.Equal(-1, belief.Hedge);
                }
            },
            iter: 150);

    private static Belief At(string text, string word) =>
        Clauses.CertaintyOf(new DependencyIndex(TestAnalyzer.Analyze(text))).At(Find(text, word));

    private static int Find(string text, string word)
    {
        var analysis = TestAnalyzer.Analyze(text);
        for (var token = 0; token < analysis.TokenCount; token++)
            if (analysis.Form(token).SequenceEqual(word)) return token;
        throw new ArgumentException($"'{word}' is not in '{text}'.");
    }
}
