namespace Counterclaim.Training.Statements;

/// <summary>Trains a logistic model over hashed features by AdaGrad.</summary>
internal static class LogisticTrainer
{
    public static float[] Train(
        IReadOnlyList<((uint Key, float Value)[] Features, bool Yes)> examples, int bits, int epochs, float rate, float decay, int seed)
    {
        var weights = new float[1 << bits];
        var squares = new float[1 << bits];
        var mask = (1u << bits) - 1;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (features, yes) = examples[i];
                double sum = 0;
                foreach (var (key, value) in features) sum += weights[key & mask] * value;
                var error = (float)((1 / (1 + Math.Exp(-sum))) - (yes ? 1 : 0));
                foreach (var (key, value) in features)
                {
                    var at = key & mask;
                    var g = (error * value) + (decay * weights[at]);
                    squares[at] += g * g;
                    weights[at] -= rate * g / MathF.Sqrt(squares[at] + 1e-2f);
                }
            }
        }
        return weights;
    }
}
