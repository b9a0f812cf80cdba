namespace Counterclaim.Ledger.Comparison;

/// <summary>The positions of a kind in order, so that it can be said how far two lie apart (Data/scales.tsv).</summary>
public sealed class Scale
{
    private static readonly Dictionary<string, Scale> Known = Load();
    private readonly Dictionary<string, double> _at;

    private Scale(double apart, Dictionary<string, double> at) => (Apart, _at) = (apart, at);

    /// <summary>Distance from which two positions cannot both be true of one moment.</summary>
    public double Apart { get; }

    /// <summary>The positions in their order, each with where it stands.</summary>
    public IEnumerable<(string Name, double At)> Positions => _at.OrderBy(p => p.Value).Select(p => (p.Key, p.Value));

    /// <summary>The scale of a kind; null for kinds whose answers stand in no order.</summary>
    public static Scale? Of(string kind) => Known.GetValueOrDefault(kind);

    /// <summary>Where a position stands, 0 to 1; null for one that is not on the scale.</summary>
    public double? At(string? position) => position is not null && _at.TryGetValue(position, out var at) ? at : null;

    private static Dictionary<string, Scale> Load()
    {
        var known = new Dictionary<string, Scale>(StringComparer.Ordinal);
        foreach (var row in ComparisonTables.Rows("scales.tsv", 3))
        {
            var positions = row[2].Split(", ").Select(p => p.Split('='));
            known[row[0]] = new Scale(ComparisonTables.Number(row[1]), positions.ToDictionary(p => p[0], p => ComparisonTables.Number(p[1]), StringComparer.Ordinal));
        }
        return known;
    }
}
