namespace Counterclaim.Ledger.Consequences;

/// <summary>Joins the consequences of many reports where they meet in one matter.</summary>
/// <remarks>Pure; the same consequences in any order give the same map. Costs time in their number.</remarks>
public static class ConsequenceMapBuilder
{
    /// <param name="total">How many there are in all, those not given included.</param>
    public static ConsequenceMap Build(IEnumerable<ToldConsequence> told, long? total = null)
    {
        ToldConsequence[] ordered = [.. told.OrderBy(t => t.AsOf?.From ?? DateTime.MaxValue).ThenBy(t => t.Id, StringComparer.Ordinal)];
        var ends = ordered.Select(EndsOf).ToArray();
        var nodes = NodesOf(ends);
        var edges = ends.Where(e => e.Cause != e.Effect).GroupBy(e => (e.Cause, e.Effect, e.Told.Relation))
            .Select(g => new ConsequenceEdge(nodes[g.Key.Cause].Id, nodes[g.Key.Effect].Id, g.Key.Relation, [.. g.Select(e => e.Told)], OriginsOf(g.Select(e => e.Told))))
            .OrderByDescending(e => e.Origins).ThenByDescending(e => e.Told.Count).ThenBy(e => e.Told[0].Id, StringComparer.Ordinal).ToList();
        var degree = edges.SelectMany(e => new[] { e.Cause, e.Effect }).CountBy(id => id).ToDictionary();
        List<ConsequenceNode> met = [.. nodes.Values.Where(n => degree.ContainsKey(n.Id)).OrderByDescending(n => degree[n.Id])];
        return new ConsequenceMap(met, edges, total ?? ordered.Length, ordered.Length) { Roots = RootsOf(met, edges) };
    }

    private static (ToldConsequence Told, string Cause, string Effect) EndsOf(ToldConsequence told)
    {
        var text = TextOf(told);
        string cause = MatterKeys.Of(told.Cause, text), effect = MatterKeys.Of(told.Effect, text);
        return cause != effect ? (told, cause, effect) : (told, MatterKeys.OfWords(told.Cause, text), MatterKeys.OfWords(told.Effect, text));
    }

    private static string TextOf(ToldConsequence told) => told.Cause.Claim?.Origin ?? told.Effect.Claim?.Origin ?? told.Report.Id;

    private static Dictionary<string, ConsequenceNode> NodesOf((ToldConsequence Told, string Cause, string Effect)[] ends)
    {
        var reports = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var nodes = new Dictionary<string, ConsequenceNode>(StringComparer.Ordinal);
        foreach (var (told, cause, effect) in ends)
            foreach (var (key, passage) in new[] { (cause, told.Cause), (effect, told.Effect) })
            {
                if (!nodes.ContainsKey(key))
                {
                    reports[key] = [];
                    var claim = key.StartsWith("words/", StringComparison.Ordinal) ? null : passage.Claim;
                    nodes[key] = new ConsequenceNode(FormattableString.Invariant($"n{nodes.Count + 1}"), key, passage.Exact)
                    {
                        Kind = claim?.Kind,
                        Place = claim?.Place,
                        Position = claim is null ? null : Questions.PositionKeys.Label(claim),
                    };
                }
                reports[key].Add(told.Report.Id);
            }
        return nodes.ToDictionary(n => n.Key, n => n.Value with { Reports = reports[n.Key].Count }, StringComparer.Ordinal);
    }

    private static int OriginsOf(IEnumerable<ToldConsequence> told) =>
        told.Where(t => t.Stance == Claims.ClaimStance.Asserts).Select(t => t.Origin).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Every node can be reached from one of them.</summary>
    private static List<ConsequenceNode> RootsOf(List<ConsequenceNode> nodes, List<ConsequenceEdge> edges)
    {
        var outgoing = edges.ToLookup(e => e.Cause, e => e.Effect, StringComparer.Ordinal);
        var reached = edges.Select(e => e.Effect).ToHashSet(StringComparer.Ordinal);
        List<ConsequenceNode> roots = [.. nodes.Where(n => !reached.Contains(n.Id))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots) Reach(root.Id);
        foreach (var node in nodes)
            if (!seen.Contains(node.Id))
            {
                roots.Add(node);
                Reach(node.Id);
            }
        return roots;

        void Reach(string from)
        {
            var waiting = new Stack<string>([from]);
            while (waiting.TryPop(out var id))
                if (seen.Add(id))
                    foreach (var next in outgoing[id]) waiting.Push(next);
        }
    }
}
