using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Certainty;

/// <summary>
/// Pearson's r and mean absolute error of numbers against numbers, as Lee et al. (2015), Stanovsky et al. (2017) and Rudinger et al.
/// (2018) report them, and F1 of the classes "happened" (≥ 1), "open" and "did not" (≤ −1) and of the finer ones of <see cref="Fine"/>.
/// </summary>
public sealed class FactualityScores
{
    private static readonly string[] FineNames = ["certain", "probable", "possible", "open", "unlikely", "denied"];
    private readonly Dictionary<string, Sums> _splits = [];

    private sealed class Sums
    {
        public double Count, Gold, Ours, GoldSquares, OurSquares, Products, Error, ErrorOfSure;
        public readonly double[,] Coarse = new double[3, 3];
        public readonly double[,] Fine = new double[6, 6];
    }

    public void Add(string split, double gold, double ours)
    {
        if (!_splits.TryGetValue(split, out var sums)) _splits[split] = sums = new Sums();
        sums.Count++;
        sums.Gold += gold;
        sums.Ours += ours;
        sums.GoldSquares += gold * gold;
        sums.OurSquares += ours * ours;
        sums.Products += gold * ours;
        sums.Error += Math.Abs(gold - ours);
        sums.ErrorOfSure += Math.Abs(gold - 3);
        sums.Coarse[Coarse(gold), Coarse(ours)]++;
        sums.Fine[Fine(gold), Fine(ours)]++;
    }

    /// <summary>0 happened, 1 open, 2 did not happen.</summary>
    public static int Coarse(double value) => value >= 1 ? 0 : value <= -1 ? 2 : 1;

    /// <summary>FactBank's degrees by the nearest: certain 3, probable 2, possible 1, open 0, unlikely −1 and −2 together, denied −3.</summary>
    public static int Fine(double value) => value switch { >= 2.5 => 0, >= 1.5 => 1, >= 0.5 => 2, > -0.5 => 3, > -2.5 => 4, _ => 5 };

    public static IReadOnlyList<FigureRow> Rows(IEnumerable<FactualityScores> sentences)
    {
        var total = new Dictionary<string, Sums>();
        foreach (var sentence in sentences)
            foreach (var (split, sums) in sentence._splits)
                AddTo(total, split, sums);
        return [.. total.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => Rows(t.Key, t.Value))];
    }

    private static void AddTo(Dictionary<string, Sums> total, string split, Sums more)
    {
        if (!total.TryGetValue(split, out var sums)) total[split] = sums = new Sums();
        sums.Count += more.Count;
        sums.Gold += more.Gold;
        sums.Ours += more.Ours;
        sums.GoldSquares += more.GoldSquares;
        sums.OurSquares += more.OurSquares;
        sums.Products += more.Products;
        sums.Error += more.Error;
        sums.ErrorOfSure += more.ErrorOfSure;
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++) sums.Coarse[i, j] += more.Coarse[i, j];
        for (var i = 0; i < 6; i++)
            for (var j = 0; j < 6; j++) sums.Fine[i, j] += more.Fine[i, j];
    }

    private static IEnumerable<FigureRow> Rows(string split, Sums sums)
    {
        yield return new FigureRow("number", split,
            [new("MAE all 3", sums.ErrorOfSure / sums.Count), new("MAE", sums.Error / sums.Count), new("r", Pearson(sums))]);
        var coarse = F1s(sums.Coarse, 3);
        yield return new FigureRow("three classes", split,
            [new("happened", coarse[0]), new("open", coarse[1]), new("did not", coarse[2]), new("macro F1", Mean(coarse))]);
        if (FactualityScale.AsksWhetherItHappened(split)) yield break;
        var fine = F1s(sums.Fine, 6);
        yield return new FigureRow("six classes", split, [.. fine.Select((f, i) => new Figure(FineNames[i], f)), new("macro F1", Mean(fine))]);
    }

    private static double Pearson(Sums s)
    {
        var spread = (s.Count * s.GoldSquares - s.Gold * s.Gold) * (s.Count * s.OurSquares - s.Ours * s.Ours);
        return spread > 0 ? (s.Count * s.Products - s.Gold * s.Ours) / Math.Sqrt(spread) : double.NaN;
    }

    /// <summary>F1 of every class; NaN for one that the gold does not have.</summary>
    private static double[] F1s(double[,] confusion, int classes)
    {
        var f1 = new double[classes];
        for (var c = 0; c < classes; c++)
        {
            double gold = 0, ours = 0;
            for (var other = 0; other < classes; other++)
            {
                gold += confusion[c, other];
                ours += confusion[other, c];
            }
            f1[c] = gold == 0 ? double.NaN : 2 * confusion[c, c] / (gold + ours);
        }
        return f1;
    }

    private static double Mean(double[] values) => values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average();
}
