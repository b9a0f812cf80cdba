namespace Counterclaim.Language.Trees;

/// <summary>The heads of an analysis turned round: children, extents and depths of every token.</summary>
/// <remarks>Made in linear time and memory, one array in all. Immutable.</remarks>
internal sealed class DependencyTrees
{
    private readonly int[] _values;
    private readonly int _count;

    public DependencyTrees(ReadOnlySpan<int> heads)
    {
        _count = heads.Length;
        _values = new int[8 * _count + 1];
        FillChildren(heads);
        FillTopDown(heads);
        FillExtents(heads);
    }

    /// <summary>Every token after its head; roots first.</summary>
    public ReadOnlySpan<int> TopDown => Part(1);

    private Span<int> ChildrenOfAll => Part(0);

    private Span<int> First => _values.AsSpan(7 * _count, _count + 1);

    /// <summary>Position and number of a token's children in <see cref="ChildAt"/>.</summary>
    public (int Start, int Count) ChildRange(int token) => (First[token], First[token + 1] - First[token]);

    public int ChildAt(int position) => _values[position];

    public ReadOnlySpan<int> Children(int token)
    {
        var (start, count) = ChildRange(token);
        return _values.AsSpan(start, count);
    }

    /// <summary>From the first to the last token of the subtree under a token, which need not hold all between.</summary>
    public TokenRange Extent(int token) => new(Part(2)[token], Part(3)[token] + 1);

    /// <summary>Steps up to the root; 0 for the root.</summary>
    public int Depth(int token) => Part(4)[token];

    /// <summary>Tokens in the subtree under a token, itself included.</summary>
    public int Size(int token) => Part(5)[token];

    /// <summary>Whether a token lies in the subtree under another; a token lies in its own.</summary>
    public bool IsUnder(int token, int top)
    {
        var preorder = Part(6);
        return preorder[token] >= preorder[top] && preorder[token] < preorder[top] + Size(top);
    }

    private Span<int> Part(int number) => _values.AsSpan(number * _count, _count);

    private void FillChildren(ReadOnlySpan<int> heads)
    {
        var first = First;
        foreach (var head in heads)
            if (head >= 0) first[head + 1]++;
        for (var i = 1; i < first.Length; i++) first[i] += first[i - 1];
        var next = Part(6);
        first[..^1].CopyTo(next);
        for (var token = 0; token < heads.Length; token++)
            if (heads[token] >= 0) ChildrenOfAll[next[heads[token]]++] = token;
    }

    private void FillTopDown(ReadOnlySpan<int> heads)
    {
        var order = Part(1);
        var depth = Part(4);
        var filled = 0;
        for (var token = 0; token < heads.Length; token++)
            if (heads[token] < 0) order[filled++] = token;
        for (var next = 0; next < filled; next++)
            foreach (var child in Children(order[next]))
            {
                depth[child] = depth[order[next]] + 1;
                order[filled++] = child;
            }
        if (filled != _count) throw new ArgumentException("The heads do not make trees.", nameof(heads));
    }

    private void FillExtents(ReadOnlySpan<int> heads)
    {
        var order = Part(1);
        var left = Part(2);
        var right = Part(3);
        var size = Part(5);
        for (var token = 0; token < _count; token++) (left[token], right[token], size[token]) = (token, token, 1);
        for (var i = _count - 1; i >= 0; i--)
        {
            var (token, head) = (order[i], heads[order[i]]);
            if (head < 0) continue;
            left[head] = Math.Min(left[head], left[token]);
            right[head] = Math.Max(right[head], right[token]);
            size[head] += size[token];
        }
        FillPreorder(heads);
    }

    private void FillPreorder(ReadOnlySpan<int> heads)
    {
        var preorder = Part(6);
        var roots = 0;
        foreach (var token in TopDown)
        {
            if (heads[token] < 0)
            {
                preorder[token] = roots;
                roots += Size(token);
            }
            var place = preorder[token] + 1;
            foreach (var child in Children(token))
            {
                preorder[child] = place;
                place += Size(child);
            }
        }
    }
}
