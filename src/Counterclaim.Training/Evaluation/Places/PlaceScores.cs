using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Places;

/// <summary>Counts and distances of one text.</summary>
/// <param name="PairedErrors">km between each placed gold place and its placed prediction.</param>
/// <param name="Roles">Of the paired places that both sides call literal or metonymic, those called the same.</param>
/// <param name="Metonyms">Metonymic among the same places.</param>
/// <param name="Unplaced">Placed gold places without a placed prediction.</param>
public sealed record PlaceScore(
    MatchCount Exact, MatchCount Overlap, MatchCount EndToEnd, MatchCount Roles, MatchCount Metonyms, IReadOnlyList<double> PairedErrors, int Unplaced);

/// <summary>
/// Geoparsing as Gritta, Pilehvar and Collier measure it (What's missing in geographical parsing?, 2018; A pragmatic guide
/// to geoparsing evaluation, 2020): recognition, resolution by distance, and both together.
/// </summary>
public static class PlaceScores
{
    public static PlaceScore Of(PlaceDocument gold, PlaceDocument? predicted, IReadOnlySet<string>? types)
    {
        var pairs = PlacePairs.Of(gold.Places, predicted?.Places ?? [], types);
        var errors = new List<double>();
        int placedGold = 0, pairedWithUnplacedGold = 0;
        foreach (var (i, place) in pairs.Gold.Index())
        {
            var match = pairs.ByGold.TryGetValue(i, out var j) && pairs.Predicted[j].IsPlaced ? pairs.Predicted[j] : null;
            if (place.IsPlaced)
            {
                placedGold++;
                if (match is not null) errors.Add(Distance.Kilometres(place, match));
            }
            else if (match is not null)
            {
                pairedWithUnplacedGold++;
            }
        }
        var right = errors.Count(e => e < Distance.Near);
        return new PlaceScore(
            Matches(pairs.Exact, pairs.Predicted.Count, pairs.Gold.Count),
            Matches(pairs.ByGold.Count, pairs.Predicted.Count, pairs.Gold.Count),
            Matches(right, pairs.Predicted.Count(p => p.IsPlaced) - pairedWithUnplacedGold, placedGold),
            PlaceRoles.Agreement(pairs), PlaceRoles.Metonyms(pairs),
            errors, placedGold - errors.Count);
    }

    public static IReadOnlyList<FigureRow> Rows(IReadOnlyList<PlaceScore> scores)
    {
        var paired = scores.SelectMany(s => s.PairedErrors).ToList();
        var all = paired.Concat(Enumerable.Repeat(Distance.Farthest, scores.Sum(s => s.Unplaced))).ToList();
        return
        [
            FigureRow.Matches("recognition exact", "", Sum(scores, s => s.Exact)),
            FigureRow.Matches("recognition overlap", "", Sum(scores, s => s.Overlap)),
            Resolution("resolution paired", paired),
            Resolution("resolution all", all),
            FigureRow.Matches("end to end @161km", "", Sum(scores, s => s.EndToEnd)),
            FigureRow.Share("role accuracy", "", Sum(scores, s => s.Roles).Precision),
            FigureRow.Matches("metonyms", "", Sum(scores, s => s.Metonyms)),
        ];
    }

    /// <summary>Accuracy within 161 km, mean and median error, and the area under the curve of log errors (0 best, 1 worst).</summary>
    private static FigureRow Resolution(string measure, List<double> errors)
    {
        var sorted = errors.Select(e => Math.Min(e, Distance.Farthest)).Order().ToArray();
        return new FigureRow(measure, "",
        [
            new("mean km", sorted.Length == 0 ? double.NaN : sorted.Average()),
            new("median km", Median(sorted)),
            new("AUC", AreaUnderCurve(sorted)),
            new("acc@161km", sorted.Length == 0 ? double.NaN : sorted.Count(e => e < Distance.Near) / (double)sorted.Length),
        ]);
    }

    private static double Median(double[] sorted) => sorted.Length switch
    {
        0 => double.NaN,
        var n when n % 2 == 1 => sorted[n / 2],
        var n => (sorted[n / 2 - 1] + sorted[n / 2]) / 2,
    };

    private static double AreaUnderCurve(double[] sorted)
    {
        if (sorted.Length == 0) return double.NaN;
        var logs = sorted.Select(e => Math.Log(e + 1)).ToArray();
        var worst = Math.Log(Distance.Farthest);
        if (logs.Length == 1) return logs[0] / worst;
        var area = 0.0;
        for (var i = 0; i + 1 < logs.Length; i++) area += (logs[i] + logs[i + 1]) / 2;
        return area / (worst * (logs.Length - 1));
    }

    private static MatchCount Matches(int hits, int predicted, int gold) => new(hits, predicted, hits, gold);

    private static MatchCount Sum(IReadOnlyList<PlaceScore> scores, Func<PlaceScore, MatchCount> count) =>
        scores.Aggregate(new MatchCount(), (sum, s) => sum + count(s));
}
