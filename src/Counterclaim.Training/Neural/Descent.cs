namespace Counterclaim.Training.Neural;

/// <summary>Steps of Adam with a rate that rises over the first of them and then falls to nothing in a straight line.</summary>
internal sealed class Descent(Weight[] weights, Table[] tables, float rate, int steps)
{
    private const int Warmup = 300;

    private int _step;

    /// <summary>Changes all weights by the gradients that their shards have gathered.</summary>
    public void Step()
    {
        _step++;
        var squares = new double[weights.Length];
        Parallel.For(0, weights.Length, i => squares[i] = weights[i].Gather());
        var norm = Math.Sqrt(squares.Sum() + tables.Sum(t => t.Gather()));
        const float beta1 = 0.9f, beta2 = 0.98f, longest = 2f;
        var scale = norm > longest ? (float)(longest / norm) : 1f;
        var now = rate * Math.Min(1f, (float)_step / Warmup) * Math.Max(0.002f, 1 - (float)_step / steps);
        var step = new AdamStep(scale, now / (1 - MathF.Pow(beta1, _step)), 1 / MathF.Sqrt(1 - MathF.Pow(beta2, _step)), beta1, beta2);
        Parallel.For(0, weights.Length, i => weights[i].Step(step));
        foreach (var table in tables) table.Step(step);
    }
}
