using Counterclaim.Language;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>Shape of the dependency trees of a text, by token.</summary>
internal sealed class TreeTable
{
    private readonly int[] _childStart;
    private readonly int[] _children;

    public TreeTable(Analysis analysis)
    {
        var n = analysis.TokenCount;
        Head = analysis.Heads.ToArray();
        Relation = analysis.Deprels.ToArray();
        Depth = new int[n];
        (Left, Right) = (new int[n], new int[n]);
        (ChildrenLeft, ChildrenRight) = (new ulong[n], new ulong[n]);
        (StartsAs, EndsAs) = (new int[n], new int[n]);
        (_childStart, _children) = GroupChildren();
        FillDepthsAndExtents(analysis);
    }

    public int[] Head { get; }

    public Deprel[] Relation { get; }

    /// <summary>Steps to the root.</summary>
    public int[] Depth { get; }

    /// <summary>First token of the subtree.</summary>
    public int[] Left { get; }

    /// <summary>Last token of the subtree.</summary>
    public int[] Right { get; }

    /// <summary>One bit for each relation among the dependents before the token.</summary>
    public ulong[] ChildrenLeft { get; }

    public ulong[] ChildrenRight { get; }

    /// <summary>The highest token whose subtree begins here.</summary>
    public int[] StartsAs { get; }

    /// <summary>The highest token whose subtree ends here.</summary>
    public int[] EndsAs { get; }

    public ReadOnlySpan<int> Children(int token) => _children.AsSpan(_childStart[token], _childStart[token + 1] - _childStart[token]);

    public bool Has(int token, Deprel relation) => ((ChildrenLeft[token] | ChildrenRight[token]) >> (int)relation & 1) != 0;

    /// <summary>The first dependent with a relation; −1 where there is none.</summary>
    public int Child(int token, Deprel relation)
    {
        if (!Has(token, relation)) return -1;
        foreach (var child in Children(token))
            if (Relation[child] == relation) return child;
        return -1;
    }

    private (int[] Start, int[] Children) GroupChildren()
    {
        var n = Head.Length;
        var start = new int[n + 1];
        for (var t = 0; t < n; t++)
        {
            var head = Head[t];
            if (head < 0) continue;
            start[head + 1]++;
            if (t < head) ChildrenLeft[head] |= 1UL << (int)Relation[t];
            else ChildrenRight[head] |= 1UL << (int)Relation[t];
        }
        for (var t = 0; t < n; t++) start[t + 1] += start[t];
        var children = new int[start[n]];
        var next = start.AsSpan(0, n).ToArray();
        for (var t = 0; t < n; t++)
            if (Head[t] >= 0) children[next[Head[t]]++] = t;
        return (start, children);
    }

    private void FillDepthsAndExtents(Analysis analysis)
    {
        var order = new List<int>();
        foreach (var sentence in analysis.Sentences)
        {
            order.Clear();
            for (var t = sentence.Start; t < sentence.End; t++)
            {
                (Left[t], Right[t], StartsAs[t], EndsAs[t]) = (t, t, t, t);
                if (Head[t] < 0) order.Add(t);
            }
            for (var i = 0; i < order.Count; i++)
                foreach (var child in Children(order[i]))
                {
                    Depth[child] = Depth[order[i]] + 1;
                    order.Add(child);
                }
            for (var i = order.Count - 1; i >= 0; i--)
            {
                var (t, head) = (order[i], Head[order[i]]);
                if (head < 0) continue;
                Left[head] = Math.Min(Left[head], Left[t]);
                Right[head] = Math.Max(Right[head], Right[t]);
            }
            for (var i = order.Count - 1; i >= 0; i--) // the highest come last and win
            {
                StartsAs[Left[order[i]]] = order[i];
                EndsAs[Right[order[i]]] = order[i];
            }
        }
    }
}
