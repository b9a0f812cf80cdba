namespace Counterclaim.Training.Evaluation.Places;

/// <summary>Gold and predicted places of one text paired one to one where their spans overlap.</summary>
/// <param name="Predicted">The predictions that count: without those on gold places of types left out.</param>
/// <param name="ByGold">Index of the predicted place of every paired gold place.</param>
/// <param name="Exact">Pairs whose spans are the same.</param>
public sealed record PlacePairs(
    IReadOnlyList<PlaceMark> Gold, IReadOnlyList<PlaceMark> Predicted, IReadOnlyDictionary<int, int> ByGold, int Exact)
{
    /// <param name="types">Gold types that are required; null for all. Others are neither required nor punished.</param>
    public static PlacePairs Of(IReadOnlyList<PlaceMark> gold, IReadOnlyList<PlaceMark> predicted, IReadOnlySet<string>? types)
    {
        bool IsKept(PlaceMark place) => types is null || (place.Type is not null && types.Contains(place.Type));
        var kept = gold.Where(IsKept).ToList();
        var leftOut = gold.Where(g => !IsKept(g)).ToList();
        var pairs = Of(kept, predicted);
        var used = pairs.ByGold.Values.ToHashSet();
        var counted = predicted.Where((p, j) => used.Contains(j) || !leftOut.Any(g => g.Span.Overlap(p.Span) > 0)).ToList();
        return counted.Count == predicted.Count ? pairs : Of(kept, counted);
    }

    /// <summary>Exact spans first, then the greatest overlap, then the leftmost.</summary>
    private static PlacePairs Of(IReadOnlyList<PlaceMark> gold, IReadOnlyList<PlaceMark> predicted)
    {
        var candidates = new List<(bool Inexact, int Overlap, int GoldStart, int PredictedStart, int Gold, int Predicted)>();
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < predicted.Count; j++)
            {
                var (g, p) = (gold[i].Span, predicted[j].Span);
                if (g.Overlap(p) is > 0 and var overlap) candidates.Add((g != p, -overlap, g.Start, p.Start, i, j));
            }
        }
        candidates.Sort();

        var byGold = new Dictionary<int, int>();
        var used = new HashSet<int>();
        var exact = 0;
        foreach (var (inexact, _, _, _, i, j) in candidates)
        {
            if (byGold.ContainsKey(i) || !used.Add(j)) continue;
            byGold[i] = j;
            if (!inexact) exact++;
        }
        return new PlacePairs(gold, predicted, byGold, exact);
    }
}
