namespace Counterclaim.Web.Charts;

/// <summary>Places the nodes of a directed graph in columns, so that arrows lead from left to right.</summary>
/// <remarks>
/// Layers by the longest way (arrows that would close a ring are turned for that), order within a layer by the middle of the neighbours; what hangs together stands together. Pure: the same graph is
/// always drawn alike. Rows are counted in the graph's own unit, columns from 0.
/// </remarks>
internal sealed class GraphLayout
{
    private const int Sweeps = 6;

    private readonly int[] _column;
    private readonly double[] _row;
    private readonly List<int[]> _ways = [];

    private GraphLayout(int nodes) => (_column, _row) = (new int[nodes], new double[nodes]);

    public int Columns { get; private set; }

    /// <summary>How many rows the whole takes.</summary>
    public double Rows { get; private set; }

    /// <param name="nodes">How many there are.</param>
    /// <param name="edges">From which to which.</param>
    public static GraphLayout Of(int nodes, IReadOnlyList<(int From, int To)> edges)
    {
        var layered = new Layering(nodes, edges);
        var layout = new GraphLayout(layered.Count);
        double top = 0;
        foreach (var component in layered.Components())
        {
            top += layout.Place(layered, component, top);
        }
        layout.Rows = top;
        for (var i = 0; i < layered.Count; i++) layout._column[i] = layered.Layer[i];
        layout.Columns = layered.Count == 0 ? 0 : layered.Layer.Max() + 1;
        layout._ways.AddRange(layered.Ways);
        return layout;
    }

    /// <summary>Where a node stands; its row is its middle.</summary>
    public (int Column, double Row) At(int node) => (_column[node], _row[node]);

    /// <summary>The points an edge passes, its ends with them; of an edge against the direction from right to left.</summary>
    public IEnumerable<(int Column, double Row)> Way(int edge) => _ways[edge].Select(At);

    /// <returns>How many rows it takes.</returns>
    private double Place(Layering layered, List<int> component, double top)
    {
        var layers = component.GroupBy(n => layered.Layer[n]).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var position = new Dictionary<int, double>();
        foreach (var layer in layers)
            for (var i = 0; i < layer.Count; i++) position[layer[i]] = i;
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var forward = sweep % 2 == 0;
            foreach (var layer in forward ? layers : Enumerable.Reverse(layers))
            {
                var middles = layer.ToDictionary(n => n, n => Middle(forward ? layered.Before(n) : layered.Behind(n), position) ?? position[n]);
                var sorted = layer.OrderBy(n => middles[n]).ThenBy(n => position[n]).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                for (var i = 0; i < layer.Count; i++) position[layer[i]] = i;
            }
        }
        var tallest = layers.Max(l => l.Sum(layered.Height));
        foreach (var layer in layers)
        {
            var at = top + (tallest - layer.Sum(layered.Height)) / 2;
            foreach (var node in layer)
            {
                _row[node] = at + layered.Height(node) / 2;
                at += layered.Height(node);
            }
        }
        return tallest;
    }

    private static double? Middle(IEnumerable<int> neighbours, Dictionary<int, double> position)
    {
        var at = neighbours.Select(n => position[n]).ToList();
        return at.Count == 0 ? null : at.Average();
    }

    /// <summary>The graph with every edge cut into steps from one layer to the next.</summary>
    private sealed class Layering
    {
        /// <summary>Where an edge passes a layer it takes less room than a node.</summary>
        private const double Passing = 0.4;

        private readonly int _nodes;
        private readonly List<(int From, int To)> _steps = [];
        private readonly ILookup<int, int> _before, _behind;

        public Layering(int nodes, IReadOnlyList<(int From, int To)> edges)
        {
            _nodes = nodes;
            var forward = Forward(nodes, edges);
            Layer = LongestWays(nodes, [.. edges.Select((e, i) => forward[i] ? e : (From: e.To, To: e.From))]);
            for (var i = 0; i < edges.Count; i++)
            {
                var (from, to) = forward[i] ? edges[i] : (edges[i].To, edges[i].From);
                List<int> way = [from];
                for (var layer = Layer[from] + 1; layer < Layer[to]; layer++)
                {
                    way.Add(Layer.Count);
                    Layer.Add(layer);
                }
                way.Add(to);
                for (var step = 1; step < way.Count; step++) _steps.Add((way[step - 1], way[step]));
                Ways.Add(forward[i] ? [.. way] : [.. Enumerable.Reverse(way)]);
            }
            _before = _steps.ToLookup(s => s.To, s => s.From);
            _behind = _steps.ToLookup(s => s.From, s => s.To);
        }

        public List<int> Layer { get; }

        public List<int[]> Ways { get; } = [];

        public int Count => Layer.Count;

        public IEnumerable<int> Before(int node) => _before[node];

        public IEnumerable<int> Behind(int node) => _behind[node];

        public double Height(int node) => node < _nodes ? 1 : Passing;

        /// <summary>What hangs together, in the order of its first node.</summary>
        public IEnumerable<List<int>> Components()
        {
            var seen = new bool[Count];
            for (var node = 0; node < _nodes; node++)
            {
                if (seen[node]) continue;
                seen[node] = true;
                List<int> component = [node];
                for (var i = 0; i < component.Count; i++)
                    foreach (var next in Before(component[i]).Concat(Behind(component[i])))
                    {
                        if (seen[next]) continue;
                        seen[next] = true;
                        component.Add(next);
                    }
                yield return component;
            }
        }

        /// <summary>Which edges lead on, and which would close a ring.</summary>
        private static bool[] Forward(int nodes, IReadOnlyList<(int From, int To)> edges)
        {
            var outgoing = Enumerable.Range(0, edges.Count).ToLookup(i => edges[i].From);
            var forward = new bool[edges.Count];
            var state = new byte[nodes]; // 1: on the way there, 2: left behind
            for (var root = 0; root < nodes; root++)
            {
                if (state[root] != 0) continue;
                var stack = new Stack<(int Node, IEnumerator<int> Next)>([(root, outgoing[root].GetEnumerator())]);
                state[root] = 1;
                while (stack.TryPeek(out var top))
                {
                    if (!top.Next.MoveNext())
                    {
                        state[top.Node] = 2;
                        stack.Pop();
                        continue;
                    }
                    var to = edges[top.Next.Current].To;
                    forward[top.Next.Current] = state[to] != 1;
                    if (state[to] != 0) continue;
                    state[to] = 1;
                    stack.Push((to, outgoing[to].GetEnumerator()));
                }
            }
            return forward;
        }

        private static List<int> LongestWays(int nodes, (int From, int To)[] edges)
        {
            var layer = Enumerable.Repeat(0, nodes).ToList();
            for (var round = 0; round < nodes; round++)
            {
                var moved = false;
                foreach (var (from, to) in edges)
                {
                    if (layer[to] > layer[from]) continue;
                    layer[to] = layer[from] + 1;
                    moved = true;
                }
                if (!moved) break;
            }
            return layer;
        }
    }
}
