using System.Globalization;
using System.Text.Json;
using Counterclaim.Training.Evaluation;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Tests;

/// <summary>Figures of small invented gold and predictions; the expected ones are what the reference scorers printed.</summary>
public sealed class FixtureTests
{
    private const double FourthDigit = 0.00006;

    [Theory]
    [InlineData("quotes", 91)]
    [InlineData("places", 17)]
    [InlineData("times", 10)]
    [InlineData("pages", 9)]
    public void Given_InventedPredictions_When_Scored_Then_FiguresAreTheReferences(string step, int figures)
    {
        var sheet = Score(step, $"{step}.gold.jsonl", $"{step}.predicted.jsonl");
        using var expected = JsonDocument.Parse(File.ReadAllText(Fixture("expected.json")));
        var compared = expected.RootElement.GetProperty(step).EnumerateObject().ToList();
        Assert.Equal(figures, compared.Count);
        foreach (var figure in compared) Close(figure.Value.GetDouble(), sheet, figure.Name);
    }

    [Theory]
    [InlineData("tokens", 6, 9, 9)]
    [InlineData("sentences", 0, 1, 2)]
    [InlineData("words", 8, 9, 10)]
    [InlineData("UPOS", 7, 9, 10)]
    [InlineData("XPOS", 7, 9, 10)]
    [InlineData("lemmas", 6, 9, 10)]
    [InlineData("UAS", 6, 9, 10)]
    [InlineData("LAS", 6, 9, 10)]
    public void Given_OtherTokens_When_TreesAreScored_Then_WordsAlignByCharacters(string row, double right, double system, double gold)
    {
        var sheet = Score("trees", "trees.gold.conllu", "trees.predicted.conllu");
        Close(right / system, sheet, $"{row} / P");
        Close(right / gold, sheet, $"{row} / R");
        Close(2 * right / (system + gold), sheet, $"{row} / F1");
    }

    [Theory]
    [InlineData("names all classes", 2, 5, 7)]
    [InlineData("names PER LOC ORG", 1, 4, 4)]
    [InlineData("names PER", 1, 1, 1)]
    [InlineData("names FAC", 0, 0, 1)]
    public void Given_BioTags_When_NamesAreScored_Then_SpanAndClassMustBeRight(string row, double right, double predicted, double gold)
    {
        var sheet = Score("names", "names.gold.bio", "names.predicted.bio");
        Close(predicted == 0 ? 0 : right / predicted, sheet, $"{row} / P");
        Close(right / gold, sheet, $"{row} / R");
    }

    [Theory]
    [InlineData("role accuracy / share", 3.0 / 4)]
    [InlineData("metonyms / P", 1.0 / 2)]
    [InlineData("metonyms / R", 1)]
    public void Given_TypedPlaces_When_Scored_Then_LiteralAndMetonymicAreTold(string figure, double expected) =>
        Close(expected, Score("places", "places.gold.jsonl", "places.predicted.jsonl"), figure);

    [Fact]
    public void Given_GoldAsPrediction_When_Scored_Then_EverythingIsRight()
    {
        foreach (var (step, file) in new[] { ("quotes", "quotes.gold.jsonl"), ("trees", "trees.gold.conllu"), ("names", "names.gold.bio"), ("times", "times.gold.jsonl") })
        {
            var sheet = Score(step, file, file);
            foreach (var figure in sheet.Rows.SelectMany(r => r.Figures).Where(f => !double.IsNaN(f.Value))) Assert.Equal(1, figure.Value, 9);
        }
    }

    [Fact]
    public void Given_ErrorsAskedFor_When_QuotesAreScored_Then_TheLargestComeFirstWithTheirTexts()
    {
        var sheet = Exam.All.Single(e => e.Step == "quotes").Run(
            new ExamOptions(Fixture("quotes.gold.jsonl")) { Predictions = Fixture("quotes.predicted.jsonl"), Errors = 2 }, new Pipeline());
        var listed = sheet.Remarks.SkipWhile(l => l.Length > 0).Where(l => l.Length > 0).ToList();
        Assert.Equal("5 tokens, missed, apart, cue of one word, in bridge", listed[0]);
        Assert.Equal("  gold  [Teld’s deputy] <called>  that nonsense", listed[1]);
        Assert.Equal(2, listed.Count(l => l.Contains(" tokens, ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Given_SameSeed_When_Bootstrapped_Then_IntervalsRepeatAndHoldTheFigure()
    {
        ScoreSheet Booted() => Exam.All.Single(e => e.Step == "quotes").Run(
            new ExamOptions(Fixture("quotes.gold.jsonl")) { Predictions = Fixture("quotes.predicted.jsonl"), Boot = 200 }, new Pipeline());
        var (first, second) = (Booted(), Booted());
        Assert.Equal(Intervals(first), Intervals(second));
        foreach (var figure in first.Rows.SelectMany(r => r.Figures).Where(f => f.Interval is not null))
            Assert.InRange(figure.Value, figure.Interval!.Value.Low - 1e-9, figure.Interval.Value.High + 1e-9);

        static List<(double, double)?> Intervals(ScoreSheet sheet) => [.. sheet.Rows.SelectMany(r => r.Figures).Select(f => f.Interval)];
    }

    private static ScoreSheet Score(string step, string gold, string predicted) =>
        Exam.All.Single(e => e.Step == step).Run(new ExamOptions(Fixture(gold)) { Predictions = Fixture(predicted) }, new Pipeline());

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    private static void Close(double expected, ScoreSheet sheet, string key)
    {
        var value = sheet[key];
        var within = expected > 1.5 ? 0.06 : FourthDigit;
        Assert.True(value is { } actual && Math.Abs(actual - expected) <= within,
            string.Create(CultureInfo.InvariantCulture, $"{key}: {value} where {expected} was expected"));
    }
}
