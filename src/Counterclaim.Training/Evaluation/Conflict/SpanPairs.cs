using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>Pairs gold and predicted stretches of text one to one.</summary>
internal static class SpanPairs
{
    /// <summary>Least Dice coefficient of the tokens for two stretches to be about the same thing.</summary>
    private const double Enough = 0.3;

    public static IReadOnlyList<(int Gold, int Predicted)> Of(IReadOnlyList<TokenSet> gold, IReadOnlyList<TokenSet> predicted) =>
        Greedy(gold.Count, predicted.Count, (i, j) => Dice(gold[i], predicted[j]));

    /// <summary>The best pairs first; of two alike the leftmost.</summary>
    public static IReadOnlyList<(int Gold, int Predicted)> Greedy(int gold, int predicted, Func<int, int, double> likeness)
    {
        var candidates = new List<(double Unlikeness, int Gold, int Predicted)>();
        for (var i = 0; i < gold; i++)
            for (var j = 0; j < predicted; j++)
                if (likeness(i, j) is >= Enough and var score) candidates.Add((-score, i, j));
        candidates.Sort();
        var (goldUsed, predictedUsed) = (new bool[gold], new bool[predicted]);
        var pairs = new List<(int, int)>();
        foreach (var (_, i, j) in candidates)
        {
            if (goldUsed[i] || predictedUsed[j]) continue;
            goldUsed[i] = predictedUsed[j] = true;
            pairs.Add((i, j));
        }
        return pairs;
    }

    public static double Dice(TokenSet a, TokenSet b) => a.Count + b.Count == 0 ? 0 : 2.0 * a.Shared(b) / (a.Count + b.Count);
}
