using System.Collections;

namespace Counterclaim.Language;

/// <summary>Sentences in text order.</summary>
public readonly record struct SentenceList : IReadOnlyList<SentenceView>
{
    private readonly Analysis _analysis;

    internal SentenceList(Analysis analysis) => _analysis = analysis;

    public int Count => _analysis.Sentences.Length;

    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="Count"/>.</exception>
    public SentenceView this[int index] => new(_analysis, ViewBounds.Check(index, Count));

    public ViewEnumerator<SentenceList, SentenceView> GetEnumerator() => new(this);

    IEnumerator<SentenceView> IEnumerable<SentenceView>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Names in text order.</summary>
public readonly record struct NameList : IReadOnlyList<NameView>
{
    private readonly Analysis _analysis;
    private readonly int _start;

    internal NameList(Analysis analysis, Range names)
    {
        _analysis = analysis;
        _start = names.Start.Value;
        Count = names.End.Value - _start;
    }

    public int Count { get; }

    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="Count"/>.</exception>
    public NameView this[int index] => new(_analysis, _start + ViewBounds.Check(index, Count));

    public ViewEnumerator<NameList, NameView> GetEnumerator() => new(this);

    IEnumerator<NameView> IEnumerable<NameView>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Children of one token, in text order.</summary>
public readonly record struct TokenList : IReadOnlyList<TokenView>
{
    private readonly Analysis _analysis;
    private readonly int _start;

    internal TokenList(Analysis analysis, int start, int count)
    {
        _analysis = analysis;
        _start = start;
        Count = count;
    }

    public int Count { get; }

    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="Count"/>.</exception>
    public TokenView this[int index] => new(_analysis, _analysis.Trees.ChildAt(_start + ViewBounds.Check(index, Count)));

    public ViewEnumerator<TokenList, TokenView> GetEnumerator() => new(this);

    IEnumerator<TokenView> IEnumerable<TokenView>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Walks a list of views; a struct, so that <c>foreach</c> allocates nothing.</summary>
public struct ViewEnumerator<TList, TView> : IEnumerator<TView> where TList : IReadOnlyList<TView>
{
    private readonly TList _list;
    private int _index;

    internal ViewEnumerator(TList list)
    {
        _list = list;
        _index = -1;
    }

    public readonly TView Current => _list[_index];

    readonly object? IEnumerator.Current => Current;

    public bool MoveNext() => ++_index < _list.Count;

    public void Reset() => _index = -1;

    public readonly void Dispose()
    {
    }
}

internal static class ViewBounds
{
    public static int Check(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        return index;
    }
}
