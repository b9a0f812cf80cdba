using Counterclaim.Training.Evaluation.Certainty;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Tests;

public class FactualityTests
{
    [Fact]
    public void Given_TheGoldItself_When_Scored_Then_EveryFigureIsFull()
    {
        var scores = new FactualityScores();
        foreach (var value in new[] { 3.0, 2, 1, 0, -1, -3 }) scores.Add("UW:dev", value, value);
        var sheet = new ScoreSheet("certainty", "", 1, FactualityScores.Rows([scores]));
        Assert.Equal(1, sheet["number UW:dev / r"]!.Value, 9);
        Assert.Equal(0, sheet["number UW:dev / MAE"]!.Value, 9);
        Assert.Equal(1, sheet["three classes UW:dev / macro F1"]!.Value, 9);
        Assert.Equal(1, sheet["six classes UW:dev / macro F1"]!.Value, 9);
    }

    [Fact]
    public void Given_NumbersWorkedOutByHand_When_Scored_Then_PearsonAndErrorAgree()
    {
        var scores = new FactualityScores();
        scores.Add("x", 3, 3);
        scores.Add("x", 1, 3);
        scores.Add("x", -2, 0);
        var sheet = new ScoreSheet("certainty", "", 1, FactualityScores.Rows([scores]));
        Assert.Equal(4.0 / 3, sheet["number x / MAE"]!.Value, 9);
        Assert.Equal(7 / 3.0, sheet["number x / MAE all 3"]!.Value, 9);
        // gold 3, 1, −2 about 2/3; ours 3, 3, 0 about 2: 8 / √(38/3 · 6)
        Assert.Equal(8 / Math.Sqrt(38.0 / 3 * 6), sheet["number x / r"]!.Value, 9);
    }

    [Theory]
    [InlineData("UDS_IH2:dev", true)]
    [InlineData("UW:dev", false)]
    public void The_question_that_a_corpus_asked_is_told_by_its_name(string split, bool happened) =>
        Assert.Equal(happened, FactualityScale.AsksWhetherItHappened(split));
}
