using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements;

namespace Counterclaim.Reading.Attribution;

/// <summary>The statements of a report in text order, and which is told inside which.</summary>
internal sealed class StatementTree
{
    private readonly int[] _parents;
    private readonly int[] _innermostOfToken;

    /// <summary>Puts the attributions in text order and finds, for each, the one whose content holds it.</summary>
    public StatementTree(IReadOnlyList<AttributionSpans> attributions, Analysis analysis)
    {
        Items = [.. attributions.OrderBy(HullOf).ThenBy(a => a.Holder.IsEmpty ? 0 : a.Holder.Hull.Start)];
        _parents = new int[Items.Length];
        FindParents();
        _innermostOfToken = InnermostOfTokens(analysis);
    }

    public AttributionSpans[] Items { get; }

    public int Count => Items.Length;

    /// <summary>Index of the statement whose content holds this one, −1 for an outermost one.</summary>
    public int ParentOf(int statement) => _parents[statement];

    /// <summary>Index of the innermost statement in whose content a token stands, −1 for nobody's.</summary>
    public int InnermostAt(int token) => _innermostOfToken[token];

    /// <summary>Sets the parent of a statement that is told through another without standing in its content ("X reported, citing Y").</summary>
    public void PutInside(int statement, int parent)
    {
        for (var above = parent; above >= 0; above = _parents[above])
            if (above == statement) return;
        _parents[statement] = parent;
    }

    /// <summary>Gives what one statement tells to another that tells all of the same: it is nearer to the source.</summary>
    public void HandDown(int from, int to)
    {
        for (var i = Math.Max(0, to - Neighbours); i < Math.Min(Items.Length, to + Neighbours + 1); i++)
            if (i != to && _parents[i] == from && Tells(Items[to], Items[i])) PutInside(i, to);
    }

    /// <summary>Whether one statement is the other or lies in it at any depth.</summary>
    public bool IsWithin(int statement, int ancestor)
    {
        for (; statement >= 0; statement = _parents[statement])
            if (statement == ancestor) return true;
        return false;
    }

    public static TextSpan HullOf(AttributionSpans attribution)
    {
        TextSpan? hull = null;
        foreach (var list in (ReadOnlySpan<SpanList>)[attribution.Holder, attribution.Cue, attribution.Content])
            if (!list.IsEmpty) hull = hull is { } h ? h.Hull(list.Hull) : list.Hull;
        return hull ?? default;
    }

    /// <summary>How many neighbours on each side are looked at for a parent, so that time stays linear.</summary>
    private const int Neighbours = 48;

    /// <summary>Containment is looked for both ways: a told statement may begin before the words that tell it.</summary>
    private void FindParents()
    {
        var hulls = Array.ConvertAll(Items, HullOf);
        for (var i = 0; i < Items.Length; i++)
        {
            _parents[i] = -1;
            for (var j = Math.Max(0, i - Neighbours); j < Items.Length && j <= i + Neighbours; j++)
            {
                if (j == i || hulls[j].Start > hulls[i].Start || hulls[j].End < hulls[i].End || !Tells(Items[j], Items[i])) continue;
                var better = _parents[i] < 0 || Items[j].Content.Coverage < Items[_parents[i]].Content.Coverage;
                if (better) _parents[i] = j;
            }
        }
    }

    private static bool Tells(AttributionSpans outer, AttributionSpans inner)
    {
        if (inner.Holder.IsEmpty && inner.Cue.IsEmpty) return false;
        return outer.Content.Coverage > inner.Content.Coverage
            && CoversAll(outer.Content, inner.Holder) && CoversAll(outer.Content, inner.Cue) && CoversMost(outer.Content, inner.Content);
    }

    private static bool CoversAll(SpanList outer, SpanList inner)
    {
        foreach (var span in inner)
            if (!outer.Covers(span)) return false;
        return true;
    }

    /// <summary>Contents may overhang by a closing mark or full stop.</summary>
    private static bool CoversMost(SpanList outer, SpanList inner)
    {
        foreach (var span in inner)
        {
            if (outer.Covers(span)) continue;
            var trimmed = span.Length > 4 ? new TextSpan(span.Start + 1, span.End - 2) : span;
            if (!outer.Covers(trimmed)) return false;
        }
        return true;
    }

    private int[] InnermostOfTokens(Analysis analysis)
    {
        var innermost = new int[analysis.TokenCount];
        Array.Fill(innermost, -1);
        var outerFirst = Enumerable.Range(0, Items.Length).OrderByDescending(i => Items[i].Content.Coverage);
        foreach (var i in outerFirst)
            foreach (var span in Items[i].Content)
            {
                var range = analysis.TokensIn(span);
                innermost.AsSpan(range.Start, range.Count).Fill(i);
            }
        return innermost;
    }
}
