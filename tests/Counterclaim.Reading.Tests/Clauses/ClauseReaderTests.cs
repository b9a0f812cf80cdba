using CsCheck;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Tests.Clauses;

public class ClauseReaderTests
{
    private static readonly ClauseReader Reader = ClauseReader.Load();

    [Theory]
    [InlineData("The troops left the village.", Certainty.Certain, Polarity.Positive)]
    [InlineData("The troops did not leave the village.", Certainty.Certain, Polarity.Negative)]
    [InlineData("No troops left the village.", Certainty.Certain, Polarity.Negative)]
    [InlineData("The troops may leave the village.", Certainty.Possible, Polarity.Positive)]
    [InlineData("The troops would leave the village.", Certainty.Hypothetical, Polarity.Positive)]
    [InlineData("The troops would have left the village.", Certainty.Counterfactual, Polarity.Positive)]
    [InlineData("The troops reportedly left the village.", Certainty.Probable, Polarity.Positive)]
    [InlineData("The mayor appears to be in trouble.", Certainty.Probable, Polarity.Positive)]
    [InlineData("If the bridge falls, the troops will leave the village.", Certainty.Hypothetical, Polarity.Positive)]
    public void Reads_certainty_and_polarity_of_the_main_clause(string text, Certainty certainty, Polarity polarity)
    {
        var clause = Read(text).Clauses[0];
        Assert.Equal((certainty, polarity), (clause.Certainty, clause.Polarity));
    }

    [Fact]
    public void Cuts_conjoined_and_participial_clauses_apart()
    {
        const string Text = "The storm damaged the harbour and flooded the market, leaving hundreds of families without shelter.";
        var spans = Propositional(Text);
        Assert.Contains("The storm damaged the harbour", spans);
        Assert.Contains(spans, s => s.StartsWith("flooded the market", StringComparison.Ordinal));
        Assert.Contains("leaving hundreds of families without shelter", spans);
    }

    [Fact]
    public void A_question_asserts_nothing() => Assert.Empty(Propositional("Who holds the harbour?"));

    [Fact]
    public void Every_clause_holds_its_head_and_every_token_has_a_clause() =>
        Gen.OneOf(Gen.Const("if "), Gen.Const("\"“"), Gen.Const("troops left "), Gen.Const(", which "), Gen.Const("."), Gen.Const("\n\n"), Gen.Char.Select(c => c.ToString()))
            .Array[0, 60].Select(parts => string.Concat(parts)).Sample(
                text =>
                {
                    var analysis = TestAnalyzer.Analyze(text);
                    var clauses = Reader.Read(new DependencyIndex(analysis));
                    foreach (var clause in clauses.Clauses) Assert.True(clause.Tokens.Contains(clause.Head));
                    for (var token = 0; token < analysis.TokenCount; token++) Assert.NotNull(clauses.Of(token));
                },
                iter: 200);

    private static ClauseSet Read(string text) => Reader.Read(new DependencyIndex(TestAnalyzer.Analyze(text)));

    private static List<string> Propositional(string text)
    {
        var analysis = TestAnalyzer.Analyze(text);
        return [.. Reader.Read(new DependencyIndex(analysis)).Clauses.Where(c => c.Propositional).Select(c => analysis.SpanOf(c.Tokens).In(text).ToString())];
    }
}
