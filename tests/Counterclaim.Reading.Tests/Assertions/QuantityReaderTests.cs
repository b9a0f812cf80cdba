using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Assertions;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Tests.Assertions;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("The blast killed 12 sailors.", "sailor", 12, null, false, QuantityBound.Exact)]
    [InlineData("The blast killed at least 12 sailors.", "sailor", 12, null, false, QuantityBound.AtLeast)]
    [InlineData("The blast killed more than 12,500 people.", "people", 12500, null, false, QuantityBound.AtLeast)]
    [InlineData("The blast killed up to 40 sailors.", "sailor", 40, null, false, QuantityBound.AtMost)]
    [InlineData("The war displaced about 3.5 million people.", "people", 3500000, null, true, QuantityBound.Exact)]
    [InlineData("The blast killed dozens of sailors.", "sailor", 24, 99.0, true, QuantityBound.Exact)]
    [InlineData("The war killed tens of thousands of soldiers.", "soldier", 20000, 99999.0, true, QuantityBound.Exact)]
    [InlineData("They lost two dozen tanks.", "tank", 24, null, false, QuantityBound.Exact)]
    [InlineData("They lost twenty-five tanks.", "tank", 25, null, false, QuantityBound.Exact)]
    [InlineData("They sent about ten armored vehicles.", "armored vehicle", 10, null, true, QuantityBound.Exact)]
    [InlineData("They lost nearly two hundred tanks.", "tank", 200, null, true, QuantityBound.Exact)]
    [InlineData("The blast killed between 10 and 15 sailors.", "sailor", 10, 15.0, false, QuantityBound.Exact)]
    public void Reads_counts(string text, string unit, double value, double? to, bool approximate, QuantityBound bound)
    {
        var analysis = TestAnalyzer.Analyze(text);
        var trees = new DependencyIndex(analysis);
        var reader = new QuantityReader(trees);
        var quantity = Enumerable.Range(0, analysis.TokenCount)
            .Where(t => analysis.Upos[t] == Upos.Noun && analysis.Heads[t] >= 0 && analysis.Upos[analysis.Heads[t]] == Upos.Verb && analysis.Deprels[t] != Deprel.Nsubj)
            .Select(reader.Read).FirstOrDefault(q => q is not null);
        Assert.NotNull(quantity);
        Assert.Equal((value, to, approximate, bound), (quantity.Value, quantity.To, quantity.Approximate, quantity.Bound));
        Assert.StartsWith(unit[..4], quantity.Unit);
    }

    [Theory]
    [InlineData("They lost the tanks.")]
    [InlineData("They lost many tanks.")]
    public void Reads_no_count_where_none_is_named(string text)
    {
        var analysis = TestAnalyzer.Analyze(text);
        var reader = new QuantityReader(new DependencyIndex(analysis));
        Assert.All(Enumerable.Range(0, analysis.TokenCount), token => Assert.Null(reader.Read(token)));
    }

    [Fact]
    public void Numbers_of_dates_count_nothing()
    {
        const string Text = "There were heavy casualties between Nov. 14 to Nov. 17.";
        var analysis = TestAnalyzer.Analyze(Text);
        var dates = new TextSpan(Text.IndexOf("Nov", StringComparison.Ordinal), Text.Length - 1);
        var reader = new QuantityReader(new DependencyIndex(analysis), token => dates.Contains(analysis.SpanOf(new TokenRange(token, token + 1))));
        Assert.All(Enumerable.Range(0, analysis.TokenCount), token => Assert.Null(reader.Read(token)));
    }
}
