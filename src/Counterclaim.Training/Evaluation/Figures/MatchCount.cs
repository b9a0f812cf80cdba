namespace Counterclaim.Training.Evaluation.Figures;

/// <summary>What precision and recall are made of; sums over documents.</summary>
/// <param name="Hits">Predicted items (or tokens) that are right.</param>
/// <param name="Predicted">Predicted items.</param>
/// <param name="GoldHits">Gold items that were found; equals <paramref name="Hits"/> where matches are one to one.</param>
/// <param name="Gold">Gold items.</param>
public readonly record struct MatchCount(double Hits, double Predicted, double GoldHits, double Gold)
{
    public static MatchCount operator +(MatchCount a, MatchCount b) =>
        new(a.Hits + b.Hits, a.Predicted + b.Predicted, a.GoldHits + b.GoldHits, a.Gold + b.Gold);

    /// <summary>NaN where there is nothing to measure: neither gold nor prediction.</summary>
    public double Precision => Predicted > 0 ? Hits / Predicted : Gold > 0 ? 0 : double.NaN;

    public double Recall => Gold > 0 ? GoldHits / Gold : Predicted > 0 ? 0 : double.NaN;

    public double F1 => HarmonicMean(Precision, Recall);

    public static double HarmonicMean(double a, double b) => a + b == 0 ? 0 : 2 * a * b / (a + b);
}
