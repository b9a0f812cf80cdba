namespace Counterclaim.Training.Consequences;

/// <summary>Binary logistic regression over string features by AdaGrad with L2 (Duchi, Hazan and Singer 2011).</summary>
internal static class LogisticRegression
{
    private const int Passes = 30;
    private const double Rate = 0.2;

    /// <summary>Weights of the features seen at least <paramref name="fewest"/> times, the same on every run for one seed.</summary>
    public static Dictionary<string, double> Train(IReadOnlyList<(IReadOnlyList<string> Features, bool Label)> examples, double decay, int fewest, int seed)
    {
        var names = examples.SelectMany(e => e.Features).CountBy(f => f).Where(c => c.Value >= fewest).Select(c => c.Key).Order(StringComparer.Ordinal).ToList();
        var index = names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        var rows = examples.Select(e => (Features: e.Features.Where(index.ContainsKey).Select(f => index[f]).ToArray(), e.Label)).ToArray();
        var weights = new double[names.Count];
        var squares = new double[names.Count];
        var random = new Random(seed);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(rows);
            foreach (var (features, label) in rows) Step(features, label, weights, squares, decay);
        }
        return names.Select((name, i) => (name, weights[i])).Where(w => Math.Abs(w.Item2) > 0.005).ToDictionary(w => w.name, w => w.Item2);
    }

    private static void Step(int[] features, bool label, double[] weights, double[] squares, double decay)
    {
        var sum = 0.0;
        foreach (var feature in features) sum += weights[feature];
        var error = 1 / (1 + Math.Exp(-sum)) - (label ? 1 : 0);
        foreach (var feature in features)
        {
            var gradient = error + decay * weights[feature];
            squares[feature] += gradient * gradient;
            weights[feature] -= Rate * gradient / (Math.Sqrt(squares[feature]) + 1e-6);
        }
    }
}
