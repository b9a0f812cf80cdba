using System.Collections;
using System.Runtime.CompilerServices;

namespace Counterclaim.Model;

/// <summary>An immutable list of spans in text order that neither overlap nor are empty; equal when its spans are.</summary>
[CollectionBuilder(typeof(SpanList), nameof(Create))]
public sealed class SpanList : IReadOnlyList<TextSpan>, IEquatable<SpanList>
{
    private readonly TextSpan[] _spans;

    private SpanList(TextSpan[] spans) => _spans = spans;

    public static SpanList Empty { get; } = new([]);

    public int Count => _spans.Length;

    public bool IsEmpty => _spans.Length == 0;

    public TextSpan this[int index] => _spans[index];

    /// <summary>From the start of the first span to the end of the last.</summary>
    /// <exception cref="InvalidOperationException">The list is empty.</exception>
    public TextSpan Hull => IsEmpty
        ? throw new InvalidOperationException("An empty span list covers nothing.")
        : new TextSpan(_spans[0].Start, _spans[^1].End);

    /// <summary>Code units covered. Not called Length: the compiler would count the indexer from the end by it.</summary>
    public int Coverage => _spans.Sum(s => s.Length);

    /// <summary>Sorts the spans, drops empty ones and joins those that overlap or touch.</summary>
    public static SpanList Create(ReadOnlySpan<TextSpan> spans)
    {
        if (spans.IsEmpty) return Empty;
        var sorted = spans.ToArray();
        Array.Sort(sorted);
        var joined = new List<TextSpan>(sorted.Length);
        foreach (var span in sorted)
        {
            if (span.IsEmpty) continue;
            if (joined.Count > 0 && span.Start <= joined[^1].End)
                joined[^1] = joined[^1].Hull(span);
            else
                joined.Add(span);
        }
        return joined.Count == 0 ? Empty : new SpanList([.. joined]);
    }

    public bool Contains(int position)
    {
        foreach (var span in _spans)
            if (span.Contains(position)) return true;
        return false;
    }

    /// <summary>Whether one of the spans holds the whole of <paramref name="other"/>.</summary>
    public bool Covers(TextSpan other)
    {
        foreach (var span in _spans)
            if (span.Contains(other)) return true;
        return false;
    }

    public bool Overlaps(TextSpan other)
    {
        foreach (var span in _spans)
            if (span.Overlaps(other)) return true;
        return false;
    }

    public bool Overlaps(SpanList other)
    {
        foreach (var span in other._spans)
            if (Overlaps(span)) return true;
        return false;
    }

    /// <summary>The texts under the spans, joined by " … " where the list is discontinuous.</summary>
    public string TextIn(string text) => Count switch
    {
        0 => "",
        1 => _spans[0].In(text).ToString(),
        _ => string.Join(" … ", _spans.Select(s => s.In(text).ToString())),
    };

    public bool Equals(SpanList? other) => other is not null && _spans.AsSpan().SequenceEqual(other._spans);

    public override bool Equals(object? obj) => Equals(obj as SpanList);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var span in _spans) hash.Add(span);
        return hash.ToHashCode();
    }

    public IEnumerator<TextSpan> GetEnumerator() => ((IEnumerable<TextSpan>)_spans).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(' ', _spans);
}
