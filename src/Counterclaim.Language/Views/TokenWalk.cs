using System.Collections;

namespace Counterclaim.Language;

/// <summary>Tokens met on a way through a tree: ancestors, a subtree, conjuncts. Walked without allocation.</summary>
public readonly record struct TokenWalk : IEnumerable<TokenView>
{
    private readonly TokenView _from;
    private readonly Way _way;

    internal TokenWalk(TokenView from, Way way) => (_from, _way) = (from, way);

    internal enum Way : byte
    {
        Ancestors,
        Subtree,
        Conjuncts,
    }

    public Enumerator GetEnumerator() => new(_from, _way);

    IEnumerator<TokenView> IEnumerable<TokenView>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes from token to token.</summary>
    public struct Enumerator : IEnumerator<TokenView>
    {
        private const int BeforeFirst = -2;
        private const int AfterLast = -1;
        private readonly TokenView _from;
        private readonly Way _way;
        private int _at;

        internal Enumerator(TokenView from, Way way)
        {
            (_from, _way) = (from, way);
            _at = BeforeFirst;
        }

        public readonly TokenView Current => new(_from.Analysis, _at);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_at == AfterLast) return false;
            _at = _way switch
            {
                Way.Ancestors => _from.Analysis.Heads[_at == BeforeFirst ? _from.Index : _at],
                Way.Subtree => NextBelow(),
                _ => NextConjunct(),
            };
            return _at >= 0;
        }

        public void Reset() => _at = BeforeFirst;

        public readonly void Dispose()
        {
        }

        private readonly int NextBelow()
        {
            var (trees, extent) = (_from.Analysis.Trees, _from.Analysis.Extent(_from.Index));
            for (var next = _at == BeforeFirst ? extent.Start : _at + 1; next < extent.End; next++)
                if (trees.IsUnder(next, _from.Index)) return next;
            return AfterLast;
        }

        /// <summary>The first conjunct heads the others; one of these may head a coordination within.</summary>
        private readonly int NextConjunct()
        {
            var first = _from.Index;
            while (_from.Analysis.Deprels[first] == Deprel.Conj && _from.Analysis.Heads[first] >= 0) first = _from.Analysis.Heads[first];
            var next = _at == BeforeFirst ? first : Following(_at, first);
            return next == _from.Index ? Following(next, first) : next;
        }

        private readonly int Following(int at, int first)
        {
            var next = ConjunctUnder(at, after: -1);
            while (next < 0 && at != first)
            {
                next = ConjunctUnder(_from.Analysis.Heads[at], after: at);
                at = _from.Analysis.Heads[at];
            }
            return next < 0 ? AfterLast : next;
        }

        private readonly int ConjunctUnder(int head, int after)
        {
            var children = _from.Analysis.Children(head);
            for (var i = after < 0 ? 0 : children.BinarySearch(after) + 1; i < children.Length; i++)
                if (_from.Analysis.Deprels[children[i]] == Deprel.Conj) return children[i];
            return -1;
        }
    }
}
