using Counterclaim.Language;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>Shape of the dependency trees of a text, by token.</summary>
internal sealed class TreeTable
{
    private readonly Analysis _analysis;

    public TreeTable(Analysis analysis)
    {
        _analysis = analysis;
        var n = analysis.TokenCount;
        Head = analysis.Heads.ToArray();
        Relation = analysis.Deprels.ToArray();
        Depth = new int[n];
        (Left, Right) = (new int[n], new int[n]);
        (ChildrenLeft, ChildrenRight) = (new ulong[n], new ulong[n]);
        (StartsAs, EndsAs) = (new int[n], new int[n]);
        FillExtents();
        FillRelationsOfChildren();
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

    public ReadOnlySpan<int> Children(int token) => _analysis.Children(token);

    public bool Has(int token, Deprel relation) => ((ChildrenLeft[token] | ChildrenRight[token]) >> (int)relation & 1) != 0;

    /// <summary>The first dependent with a relation; −1 where there is none.</summary>
    public int Child(int token, Deprel relation)
    {
        if (!Has(token, relation)) return -1;
        foreach (var child in Children(token))
            if (Relation[child] == relation) return child;
        return -1;
    }

    private void FillRelationsOfChildren()
    {
        for (var t = 0; t < Head.Length; t++)
        {
            var head = Head[t];
            if (head < 0) continue;
            if (t < head) ChildrenLeft[head] |= 1UL << (int)Relation[t];
            else ChildrenRight[head] |= 1UL << (int)Relation[t];
        }
    }

    private void FillExtents()
    {
        for (var t = 0; t < Head.Length; t++) StartsAs[t] = EndsAs[t] = t;
        var topDown = _analysis.TopDown;
        for (var i = topDown.Length - 1; i >= 0; i--) // the highest come last and win
        {
            var t = topDown[i];
            var extent = _analysis.Extent(t);
            (Depth[t], Left[t], Right[t]) = (_analysis.Depth(t), extent.Start, extent.End - 1);
            StartsAs[Left[t]] = EndsAs[Right[t]] = t;
        }
    }
}
