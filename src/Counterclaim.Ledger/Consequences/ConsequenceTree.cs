namespace Counterclaim.Ledger.Consequences;

/// <summary>A map as a tree that is read from causes to effects: each edge stands once, below the first node that leads to it.</summary>
public static class ConsequenceTree
{
    /// <summary>Deeper chains go on where their node stands again.</summary>
    private const int Deepest = 12;

    /// <returns>Nodes and the edges that led to them, with their depth from 0; the edge of a root is null; a node whose edges were shown before is not gone into again.</returns>
    public static IEnumerable<(int Depth, ConsequenceEdge? Edge, ConsequenceNode Node, bool ShownBefore)> Lines(ConsequenceMap map)
    {
        var outgoing = map.Edges.ToLookup(e => e.Cause, StringComparer.Ordinal);
        var nodes = map.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in map.Roots)
        {
            var waiting = new Stack<(int Depth, ConsequenceEdge? Edge, ConsequenceNode Node)>([(0, null, root)]);
            while (waiting.TryPop(out var line))
            {
                var before = !shown.Add(line.Node.Id);
                yield return (line.Depth, line.Edge, line.Node, before && outgoing[line.Node.Id].Any());
                if (before || line.Depth == Deepest) continue;
                foreach (var edge in outgoing[line.Node.Id].Reverse()) waiting.Push((line.Depth + 1, edge, nodes[edge.Effect]));
            }
        }
    }
}
