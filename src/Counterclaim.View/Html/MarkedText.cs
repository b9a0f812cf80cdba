using Counterclaim.Model;

namespace Counterclaim.View.Html;

/// <summary>A mark on a range of the text.</summary>
/// <param name="Span">Cut at the borders of paragraphs while they are written.</param>
/// <param name="Rank">Which of two marks on the same range is the outer one: the lower.</param>
/// <param name="Open">Start tag, complete and safe.</param>
/// <param name="Close">End tag.</param>
/// <param name="First">Markup before the first piece only: an anchor, a tag.</param>
public sealed record Mark(TextSpan Span, int Rank, string Open, string Close, string First = "");

/// <summary>Writes pieces of a text with marks that may nest and overlap at will.</summary>
/// <remarks>An element is closed and opened again where marks cross; time grows with the marks that are open at once, which is capped.</remarks>
public sealed class MarkedText
{
    /// <summary>More marks than this on one character tell a reader nothing.</summary>
    private const int MostOpen = 24;

    private readonly string _text;
    private readonly Mark[] _marks;
    private readonly HashSet<Mark> _begun = new(ReferenceEqualityComparer.Instance);
    private readonly List<Mark> _open = [];
    private int _next;

    public MarkedText(string text, IEnumerable<Mark> marks)
    {
        _text = text;
        _marks = [.. marks.Where(m => !m.Span.IsEmpty)];
        Array.Sort(_marks, static (a, b) => a.Span.CompareTo(b.Span) is not 0 and var order ? order : a.Rank.CompareTo(b.Rank));
    }

    /// <summary>Writes the text of a block. Blocks come in text order and do not overlap.</summary>
    public void Write(TextSpan block, HtmlBuilder html)
    {
        var at = block.Start;
        _open.RemoveAll(mark => mark.Span.End <= at);
        while (_next < _marks.Length && _marks[_next].Span.Start < at)
        {
            if (_marks[_next].Span.End > at && _open.Count < MostOpen) _open.Add(_marks[_next]);
            _next++;
        }
        foreach (var mark in _open) Begin(mark, html);
        while (true)
        {
            for (; _next < _marks.Length && _marks[_next].Span.Start == at && at < block.End; _next++)
            {
                if (_open.Count >= MostOpen) continue;
                _open.Add(_marks[_next]);
                Begin(_marks[_next], html);
            }
            if (at >= block.End) break;
            var border = NextBorder(at, block.End);
            html.Text(_text.AsSpan(at, border - at));
            at = border;
            CloseEnded(at, html);
        }
        for (var i = _open.Count - 1; i >= 0; i--) html.Raw(_open[i].Close);
    }

    private int NextBorder(int at, int end)
    {
        var border = end;
        if (_next < _marks.Length) border = Math.Min(border, Math.Max(at, _marks[_next].Span.Start));
        foreach (var mark in _open) border = Math.Min(border, mark.Span.End);
        return border;
    }

    /// <summary>Closes what ends here; what still goes on above it is closed and opened again.</summary>
    private void CloseEnded(int at, HtmlBuilder html)
    {
        var lowest = _open.FindIndex(mark => mark.Span.End <= at);
        if (lowest < 0) return;
        for (var i = _open.Count - 1; i >= lowest; i--) html.Raw(_open[i].Close);
        _open.RemoveAll(mark => mark.Span.End <= at);
        for (var i = lowest; i < _open.Count; i++) html.Raw(_open[i].Open);
    }

    private void Begin(Mark mark, HtmlBuilder html)
    {
        if (_begun.Add(mark)) html.Raw(mark.First);
        html.Raw(mark.Open);
    }
}
