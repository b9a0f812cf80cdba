using System.Globalization;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Consequences;

/// <summary>A logistic regression over the features of a candidate (models/consequences.md).</summary>
/// <param name="Threshold">A candidate at least this probable is shown.</param>
internal sealed record ConsequenceWeights(IReadOnlyDictionary<string, double> Weights, double Threshold)
{
    private const string ThresholdRow = "threshold";

    /// <summary>Reads "feature, tab, weight" rows, one of which is the threshold.</summary>
    public static ConsequenceWeights Load()
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var threshold = 0.5;
        foreach (var row in DataFile.Rows("Consequences/weights.tsv", 2))
        {
            var value = double.Parse(row[1], CultureInfo.InvariantCulture);
            if (row[0] == ThresholdRow) threshold = value;
            else weights[row[0]] = value;
        }
        return new ConsequenceWeights(weights, threshold);
    }

    public double Probability(IReadOnlyList<string> features)
    {
        var sum = 0.0;
        foreach (var feature in features)
            if (Weights.TryGetValue(feature, out var weight)) sum += weight;
        return 1 / (1 + Math.Exp(-sum));
    }
}
