namespace Counterclaim.Training.Evaluation.Figures;

/// <summary>Counts of one document, or of many summed, by row of the score sheet; rows keep the order they came in.</summary>
public sealed class Tally
{
    private readonly Dictionary<RowKey, MatchCount> _counts = [];
    private readonly List<RowKey> _order = [];

    /// <summary>Adds to a row of precision, recall and F1 whose matches are one to one.</summary>
    public void Matches(string measure, string part, double hits, double predicted, double gold) =>
        Add(new RowKey(measure, part, IsShare: false), new MatchCount(hits, predicted, hits, gold));

    /// <summary>Adds to a row of precision, recall and F1 whose hits are counted apart on either side.</summary>
    public void Matches(string measure, string part, MatchCount count) =>
        Add(new RowKey(measure, part, IsShare: false), count);

    /// <summary>Adds to a row that is one share: <paramref name="part"/> out of <paramref name="whole"/>.</summary>
    public void Share(string measure, string name, double part, double whole) =>
        Add(new RowKey(measure, name, IsShare: true), new MatchCount(part, whole, part, whole));

    public void Add(Tally other)
    {
        foreach (var key in other._order) Add(key, other._counts[key]);
    }

    public IReadOnlyList<FigureRow> Rows() => [.. _order.Select(key => Row(key, _counts[key]))];

    /// <summary>The rows of the sum of many documents.</summary>
    public static IReadOnlyList<FigureRow> Sum(IEnumerable<Tally> documents)
    {
        var total = new Tally();
        foreach (var document in documents) total.Add(document);
        return total.Rows();
    }

    private void Add(RowKey key, MatchCount count)
    {
        if (_counts.TryGetValue(key, out var sum))
        {
            _counts[key] = sum + count;
            return;
        }
        _counts[key] = count;
        _order.Add(key);
    }

    private static FigureRow Row(RowKey key, MatchCount count) => key.IsShare
        ? FigureRow.Share(key.Measure, key.Part, count.Precision)
        : FigureRow.Matches(key.Measure, key.Part, count);

    private sealed record RowKey(string Measure, string Part, bool IsShare);
}
