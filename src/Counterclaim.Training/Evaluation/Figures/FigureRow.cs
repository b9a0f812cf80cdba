namespace Counterclaim.Training.Evaluation.Figures;

/// <summary>One line of a score sheet.</summary>
/// <param name="Measure">"linked token", "recognition exact".</param>
/// <param name="Part">The role, class or other part measured; empty where the measure has only one.</param>
/// <param name="Figures">In the order printed; the last is the one that people quote.</param>
public sealed record FigureRow(string Measure, string Part, IReadOnlyList<Figure> Figures)
{
    /// <summary>"linked token content".</summary>
    public string Label => Part.Length == 0 ? Measure : $"{Measure} {Part}";

    public static FigureRow Matches(string measure, string part, MatchCount count) => new(measure, part,
        [new("P", count.Precision), new("R", count.Recall), new("F1", count.F1)]);

    public static FigureRow Share(string measure, string part, double share) => new(measure, part, [new("share", share)]);
}

/// <summary>A figure with, where asked for, its 95 % interval.</summary>
/// <param name="Name">"P", "R", "F1", "share", "mean km".</param>
/// <param name="Value">Shares run from 0 to 1; NaN where nothing was there to measure.</param>
public sealed record Figure(string Name, double Value)
{
    public (double Low, double High)? Interval { get; init; }
}

/// <summary>The result of one examination.</summary>
/// <param name="Step">"quotes", "places"…</param>
/// <param name="Heading">What was compared: counts of documents and items.</param>
/// <param name="Documents">Gold documents.</param>
public sealed record ScoreSheet(string Step, string Heading, int Documents, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>Lines for people, after the figures.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The figure under a key "row label / figure name"; null where the sheet has no such figure.</summary>
    public double? this[string key]
    {
        get
        {
            foreach (var row in Rows)
                foreach (var figure in row.Figures)
                    if ($"{row.Label} / {figure.Name}" == key) return figure.Value;
            return null;
        }
    }
}
