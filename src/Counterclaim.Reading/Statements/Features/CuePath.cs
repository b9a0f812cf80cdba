using Counterclaim.Language;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>Where every token of a window stands in the tree as seen from a cue: so many steps up, then down a branch.</summary>
internal sealed class CuePath
{
    private const int MaxUp = 12;
    private int[] _up = [];
    private int[] _down = [];
    private int[] _branch = [];
    private int[] _path = [];
    private readonly Stack<int> _pending = new();
    private int _start;

    /// <summary>Steps from the cue's head up to the lowest node above both; −1 where the token is in another tree.</summary>
    public int Up(int token) => _up[token - _start];

    /// <summary>Steps from there down to the token.</summary>
    public int Down(int token) => _down[token - _start];

    /// <summary>The first token on the way down, or the node itself.</summary>
    public int Branch(int token) => _branch[token - _start];

    /// <summary>Hash of the relations on the way, the first four down.</summary>
    public int Path(int token) => _path[token - _start];

    /// <summary>The token of the cue that is nearest to the root.</summary>
    public static int HeadOf(TreeTable tree, TokenRange cue)
    {
        var best = cue.Start;
        for (var t = cue.Start + 1; t < cue.End; t++)
            if (tree.Depth[t] < tree.Depth[best]) best = t;
        return best;
    }

    public void Fill(TreeTable tree, TokenRange window, int head)
    {
        _start = window.Start;
        if (_up.Length < window.Count)
            (_up, _down, _branch, _path) = (new int[window.Count * 2], new int[window.Count * 2], new int[window.Count * 2], new int[window.Count * 2]);
        _down.AsSpan(0, window.Count).Fill(-1);
        MarkAncestors(tree, window, head);
        for (var t = window.Start; t < window.End; t++)
        {
            var u = t;
            while (_down[u - _start] < 0)
            {
                _pending.Push(u);
                var above = tree.Head[u];
                if (above < 0 || !window.Contains(above))
                {
                    Set(_pending.Pop(), -1, 0, u, (int)FeatureBuffer.Hash(77, (uint)tree.Relation[u]));
                    break;
                }
                u = above;
            }
            while (_pending.TryPop(out var below)) Descend(tree, tree.Head[below], below);
        }
    }

    private void MarkAncestors(TreeTable tree, TokenRange window, int head)
    {
        var path = 17u;
        for (int u = head, up = 0; u >= 0 && window.Contains(u) && up <= MaxUp; up++)
        {
            Set(u, up, 0, u, (int)path);
            path = FeatureBuffer.Hash(path, 100 + (uint)tree.Relation[u]);
            u = tree.Head[u];
        }
    }

    private void Descend(TreeTable tree, int above, int token)
    {
        var (a, down) = (above - _start, _down[above - _start] + 1);
        var path = down <= 4 ? (int)FeatureBuffer.Hash((uint)_path[a], (uint)tree.Relation[token]) : _path[a];
        Set(token, _up[a], down, down == 1 ? token : _branch[a], path);
    }

    private void Set(int token, int up, int down, int branch, int path) =>
        (_up[token - _start], _down[token - _start], _branch[token - _start], _path[token - _start]) = (up, down, branch, path);
}
