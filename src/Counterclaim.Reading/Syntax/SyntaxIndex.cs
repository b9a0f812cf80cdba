using Counterclaim.Language;

namespace Counterclaim.Reading.Syntax;

/// <summary>The dependency trees of an analysis seen from the top: children and subtrees of every token.</summary>
internal sealed class SyntaxIndex
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _left;
    private readonly int[] _right;

    public SyntaxIndex(Analysis analysis)
    {
        Analysis = analysis;
        var count = analysis.TokenCount;
        _firstChild = Filled(count);
        _nextSibling = Filled(count);
        _left = new int[count];
        _right = new int[count];
        var heads = analysis.Heads;
        var waiting = new int[count];
        for (var i = count - 1; i >= 0; i--)
        {
            _left[i] = _right[i] = i;
            if (heads[i] < 0) continue;
            _nextSibling[i] = _firstChild[heads[i]];
            _firstChild[heads[i]] = i;
            waiting[heads[i]]++;
        }
        WidenToSubtrees(heads, waiting);
    }

    public Analysis Analysis { get; }

    /// <summary>The dependents of a token, in text order.</summary>
    public ChildList Children(int token) => new(this, token);

    /// <summary>The tokens from the first to the last of a token's subtree.</summary>
    public TokenRange Subtree(int token) => new(_left[token], _right[token] + 1);

    /// <summary>The first dependent with a relation; −1 when there is none.</summary>
    public int Child(int token, Deprel relation)
    {
        foreach (var child in Children(token))
            if (Analysis.Deprels[child] == relation) return child;
        return -1;
    }

    /// <summary>Whether <paramref name="ancestor"/> is the token itself or above it.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps < MaxDepth; steps++, token = Analysis.Heads[token])
            if (token == ancestor) return true;
        return false;
    }

    /// <summary>The token of a range whose head lies outside it: what the range is about. The first, where there are several.</summary>
    /// <returns>−1 for an empty range.</returns>
    public int TopOf(TokenRange range)
    {
        var top = -1;
        for (var i = range.Start; i < range.End; i++)
        {
            if (range.Contains(Analysis.Heads[i])) continue;
            if (Analysis.Deprels[i] is not (Deprel.Punct or Deprel.Case or Deprel.Cc or Deprel.Mark)) return i;
            if (top < 0) top = i;
        }
        return top;
    }

    /// <summary>Walks up from a token are cut off here; no honest sentence nests deeper.</summary>
    private const int MaxDepth = 64;

    private void WidenToSubtrees(ReadOnlySpan<int> heads, int[] waiting)
    {
        var ready = new Stack<int>();
        for (var i = 0; i < waiting.Length; i++)
            if (waiting[i] == 0) ready.Push(i);
        while (ready.TryPop(out var token))
        {
            var head = heads[token];
            if (head < 0) continue;
            _left[head] = Math.Min(_left[head], _left[token]);
            _right[head] = Math.Max(_right[head], _right[token]);
            if (--waiting[head] == 0) ready.Push(head);
        }
    }

    private static int[] Filled(int count)
    {
        var array = new int[count];
        Array.Fill(array, -1);
        return array;
    }

    /// <summary>Enumerates dependents without allocating.</summary>
    internal readonly struct ChildList(SyntaxIndex index, int token)
    {
        public Enumerator GetEnumerator() => new(index, index._firstChild[token]);

        internal struct Enumerator(SyntaxIndex index, int next)
        {
            public int Current { get; private set; } = -1;

            private int _next = next;

            public bool MoveNext()
            {
                if (_next < 0) return false;
                Current = _next;
                _next = index._nextSibling[_next];
                return true;
            }
        }
    }
}
