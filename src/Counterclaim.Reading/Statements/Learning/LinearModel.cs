using Counterclaim.Language.Models;

namespace Counterclaim.Reading.Statements.Learning;

/// <summary>A logistic model over hashed features with values.</summary>
internal sealed class LinearModel(Values<float> weights)
{
    private readonly uint _mask = (uint)weights.Length - 1;

    /// <summary>Probability of yes.</summary>
    public double Probability(ReadOnlySpan<(uint Key, float Value)> features) => 1 / (1 + Math.Exp(-Score(features)));

    public double Score(ReadOnlySpan<(uint Key, float Value)> features)
    {
        double sum = 0;
        var span = weights.Span;
        foreach (var (key, value) in features) sum += span[(int)(key & _mask)] * value;
        return sum;
    }
}
