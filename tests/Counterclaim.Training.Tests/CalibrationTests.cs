using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Tests;

public sealed class CalibrationTests
{
    private const string Text = "Vane said it rained. Brandt said it snowed.";

    private static QuoteStatement Said(int holder, int cue, int content, int end, double? confidence = null) =>
        new([new PointSpan(holder, cue - 1)], [new PointSpan(cue, cue + 4)], [new PointSpan(content, end)], null) { Confidence = confidence };

    [Fact]
    public void Given_AStatementThatIsRightAndOneThatIsNot_When_Measured_Then_TheErrorIsTheirMeanDistance()
    {
        var gold = new QuoteDocument("d", Text, [Said(0, 5, 10, 19)]);
        var found = gold with { Statements = [Said(0, 5, 10, 19, 0.9), Said(21, 28, 33, 42, 0.6)] };
        var rows = Calibration.Rows([QuoteScores.Of(gold, found, false).Calibration]);
        // One right at .9, one wrong at .6: (.1 + .6) / 2.
        Assert.Equal(0.35, rows[0].Figures[^1].Value, 6);
        Assert.Equal(["from 0.6 right", "from 0.9 right"], rows.Skip(1).Select(r => r.Part));
    }

    [Fact]
    public void Given_NoConfidence_When_Measured_Then_ThereIsNoFigure() =>
        Assert.Empty(Calibration.Rows([QuoteScores.Of(new QuoteDocument("d", Text, []), null, false).Calibration]));
}
