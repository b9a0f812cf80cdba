namespace Counterclaim.Training.Evaluation.Texts;

/// <summary>
/// The tokens in which the reference scorer counts: Python's <c>\w+(?:['’]\w+)*|[^\w\s]</c> over code points. Punctuation
/// marks are tokens of their own and count only where a span holds nothing else.
/// </summary>
public sealed class GoldTokens
{
    private const int Apostrophe = 0x27;
    private const int RightSingleQuote = 0x2019;
    private readonly List<PointSpan> _tokens = [];
    private readonly List<bool> _counts = [];

    /// <param name="countPunctuation">Whether punctuation marks count like words.</param>
    public GoldTokens(string text, bool countPunctuation)
    {
        var points = PythonText.CodePoints(text);
        for (var i = 0; i < points.Length;)
        {
            var end = PythonText.IsWord(points[i]) ? WordEnd(points, i) : i + 1;
            if (!PythonText.IsSpace(points[i]))
            {
                _counts.Add(countPunctuation || PythonText.IsWord(points[i]));
                _tokens.Add(new PointSpan(i, end));
            }
            i = end;
        }
    }

    public IReadOnlyList<PointSpan> Tokens => _tokens;

    /// <summary>Indexes, ascending, of the tokens that the spans touch and that count.</summary>
    public TokenSet In(IReadOnlyList<PointSpan> spans)
    {
        var set = new SortedSet<int>();
        foreach (var span in spans)
            foreach (var token in In(span)) set.Add(token);
        return new TokenSet([.. set]);
    }

    /// <summary>The tokens of one span: its words, or its punctuation where it has no word (":" as a cue).</summary>
    public List<int> In(PointSpan span)
    {
        var all = new List<int>();
        for (var i = FirstEndingAfter(span.Start); i < _tokens.Count && _tokens[i].Start < span.End; i++) all.Add(i);
        var counted = all.FindAll(i => _counts[i]);
        return counted.Count > 0 ? counted : all;
    }

    /// <summary>From the first to after the last token of a span; null for a span without tokens.</summary>
    public PointSpan? Range(PointSpan span) => In(span) is { Count: > 0 } tokens ? new PointSpan(tokens[0], tokens[^1] + 1) : null;

    private int FirstEndingAfter(int offset)
    {
        int low = 0, high = _tokens.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_tokens[middle].End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int WordEnd(int[] points, int start)
    {
        var i = start;
        while (true)
        {
            while (i < points.Length && PythonText.IsWord(points[i])) i++;
            var joins = i + 1 < points.Length && points[i] is Apostrophe or RightSingleQuote && PythonText.IsWord(points[i + 1]);
            if (!joins) return i;
            i++;
        }
    }
}

/// <summary>A set of token indexes, ascending.</summary>
public readonly struct TokenSet(int[] tokens)
{
    private readonly int[] _tokens = tokens;

    public int Count => _tokens.Length;

    public bool IsEmpty => _tokens.Length == 0;

    public ReadOnlySpan<int> Tokens => _tokens;

    public int Shared(TokenSet other)
    {
        int shared = 0, i = 0, j = 0;
        while (i < _tokens.Length && j < other._tokens.Length)
        {
            if (_tokens[i] == other._tokens[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (_tokens[i] < other._tokens[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return shared;
    }

    public bool Touches(TokenSet other) => Shared(other) > 0;

    public bool SameAs(TokenSet other) => _tokens.AsSpan().SequenceEqual(other._tokens);

    public TokenSet Except(TokenSet other) => new([.. _tokens.Except(other._tokens)]);

    public static TokenSet Union(IEnumerable<TokenSet> sets) => new([.. sets.SelectMany(s => s._tokens).Distinct().Order()]);
}
