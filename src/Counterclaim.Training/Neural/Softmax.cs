namespace Counterclaim.Training.Neural;

/// <summary>Probabilities from scores, and the loss of the right answer.</summary>
internal static class Softmax
{
    /// <summary>Replaces scores by the gradient of −log p(answer), times a weight; returns that loss, unweighted.</summary>
    public static double Loss(Span<float> scores, int answer, float weight)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0f;
        var right = scores[answer] - most;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - most);
            sum += score;
        }
        foreach (ref var score in scores) score *= weight / sum;
        scores[answer] -= weight;
        return MathF.Log(sum) - right;
    }

    /// <summary>Adds the logarithms of the probabilities that scores stand for.</summary>
    public static void AddLogProbabilities(ReadOnlySpan<float> scores, Span<float> sums)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0f;
        foreach (var score in scores) sum += MathF.Exp(score - most);
        var norm = most + MathF.Log(sum);
        for (var i = 0; i < scores.Length; i++) sums[i] += scores[i] - norm;
    }

    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
