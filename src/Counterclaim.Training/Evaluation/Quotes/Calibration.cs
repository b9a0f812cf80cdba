using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>How far confidence is the share of statements that are right (expected calibration error, ten bins; Guo et al. 2017).</summary>
/// <remarks>Right is a statement whose pair in the gold shares content, and a word of the cue where both have one.</remarks>
public sealed class Calibration
{
    private const int Bins = 10;
    private readonly double[] _confidence = new double[Bins], _right = new double[Bins], _count = new double[Bins];

    public static Calibration Of(Alignment alignment)
    {
        var calibration = new Calibration();
        var pairs = alignment.Pairs.ToDictionary(p => p.Predicted, p => alignment.Gold[p.Gold]);
        foreach (var (i, statement) in alignment.Predicted.Index())
        {
            if (statement.Source.Confidence is not { } confidence) continue;
            var bin = Math.Clamp((int)(confidence * Bins), 0, Bins - 1);
            var isRight = pairs.TryGetValue(i, out var gold) && gold.Content.Shared(statement.Content) > 0
                && (gold.Cue.IsEmpty || statement.Cue.IsEmpty || gold.Cue.Touches(statement.Cue));
            calibration._confidence[bin] += confidence;
            calibration._count[bin]++;
            if (isRight) calibration._right[bin]++;
        }
        return calibration;
    }

    /// <summary>The error, then for every bin the share that is right; nothing where no statement has a confidence.</summary>
    public static IReadOnlyList<FigureRow> Rows(IEnumerable<Calibration> documents)
    {
        var sum = new Calibration();
        foreach (var document in documents)
            for (var bin = 0; bin < Bins; bin++)
            {
                sum._confidence[bin] += document._confidence[bin];
                sum._right[bin] += document._right[bin];
                sum._count[bin] += document._count[bin];
            }
        var total = sum._count.Sum();
        if (total == 0) return [];
        var error = Enumerable.Range(0, Bins).Sum(bin => Math.Abs(sum._confidence[bin] - sum._right[bin])) / total;
        return
        [
            FigureRow.Share("H confidence", "calibration error", error),
            .. Enumerable.Range(0, Bins).Where(bin => sum._count[bin] > 0).Select(bin =>
                FigureRow.Share("H confidence", FormattableString.Invariant($"from {bin / 10.0:F1} right"), sum._right[bin] / sum._count[bin])),
        ];
    }
}
