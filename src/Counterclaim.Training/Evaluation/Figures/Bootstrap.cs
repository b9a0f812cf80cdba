namespace Counterclaim.Training.Evaluation.Figures;

/// <summary>Intervals by resampling whole documents with replacement (Efron's percentile bootstrap).</summary>
/// <remarks>Documents, not sentences or statements, because errors within one text go together.</remarks>
public static class Bootstrap
{
    private const int Seed = 7;

    /// <summary>Adds the 2.5th and 97.5th percentile to every figure of the documents' sheet.</summary>
    /// <param name="documents">Result of every gold document.</param>
    /// <param name="summarise">Makes the rows of a score sheet from a sample of documents.</param>
    /// <param name="samples">0 for no interval.</param>
    public static IReadOnlyList<FigureRow> Rows<TDocument>(
        IReadOnlyList<TDocument> documents, Func<IReadOnlyList<TDocument>, IReadOnlyList<FigureRow>> summarise, int samples)
    {
        var rows = summarise(documents);
        if (samples <= 0 || documents.Count == 0) return rows;

        var drawn = new Dictionary<(string Label, string Figure), List<double>>();
        var random = new Random(Seed);
        var sample = new TDocument[documents.Count];
        for (var n = 0; n < samples; n++)
        {
            for (var i = 0; i < sample.Length; i++) sample[i] = documents[random.Next(documents.Count)];
            foreach (var row in summarise(sample))
                foreach (var figure in row.Figures)
                    if (!double.IsNaN(figure.Value)) Values(drawn, row.Label, figure.Name).Add(figure.Value);
        }
        foreach (var values in drawn.Values) values.Sort();
        return [.. rows.Select(row => row with { Figures = [.. row.Figures.Select(f => WithInterval(f, row.Label, drawn))] })];
    }

    private static List<double> Values(Dictionary<(string, string), List<double>> drawn, string label, string figure)
    {
        if (!drawn.TryGetValue((label, figure), out var values)) drawn[(label, figure)] = values = [];
        return values;
    }

    private static Figure WithInterval(Figure figure, string label, Dictionary<(string, string), List<double>> drawn) =>
        drawn.TryGetValue((label, figure.Name), out var values)
            ? figure with { Interval = (values[(int)(0.025 * values.Count)], values[Math.Max(0, (int)(0.975 * values.Count) - 1)]) }
            : figure;
}
