using Counterclaim.Language.Features;

namespace Counterclaim.Language.Tokens;

/// <summary>What speaks for or against a sentence end after a token: the tokens around, the sentence so far, the paragraph.</summary>
/// <remarks>Part of the model format: changing it asks for new weights. Walks a block from left to right, a bounded look at each token.</remarks>
internal struct SentenceFeatures
{
    public const int Most = 64;

    private const int Verb = 1, Auxiliary = 2;
    private const int FarthestStop = 30;

    private readonly TokenLooks _tokens;
    private int _from;
    private int _to;
    private int _start;
    private int _verbs;
    private int _brackets;
    private int _quotes;
    private int _nextStop;

    public SentenceFeatures(TokenLooks tokens)
    {
        _tokens = tokens;
        _nextStop = -1;
    }

    /// <summary>Whether a sentence may end after a token at all: at a mark, before a capital or mark, at white space.</summary>
    public static bool MayEnd(TokenLooks tokens, int i)
    {
        if (tokens.After[i] != Boundary.None) return tokens.After[i] == Boundary.Likely;
        var (look, next) = (tokens.Look[i], tokens.Look[i + 1]);
        if (look is Look.Comma or Look.Opening or Look.QuoteOpening) return false;
        if (!tokens.Blank[i]) return (look is Look.Stop or Look.Question or Look.Exclamation or Look.Ellipsis or Look.Rule) && next is < Look.Stop or Look.QuoteOpening;
        if (next is Look.Stop or Look.Comma or Look.Semicolon or Look.Closing or Look.QuoteClosing or Look.Clitic or Look.Colon or Look.Question or Look.Exclamation) return false;
        return next != Look.Lower || look >= Look.Abbreviation;
    }

    /// <summary>Takes in a token of the running sentence.</summary>
    public void Pass(int i)
    {
        var part = _tokens.Class[i] & 31;
        if (part is Verb or Auxiliary) _verbs++;
        switch (_tokens.Look[i])
        {
            case Look.Opening: _brackets++; break;
            case Look.Closing: _brackets = Math.Max(0, _brackets - 1); break;
            case Look.QuoteOpening: _quotes |= 1; break;
            case Look.QuoteClosing: _quotes &= ~1; break;
            case Look.DoubleQuote: _quotes ^= 2; break;
        }
    }

    /// <summary>Begins a paragraph; what was open before it is closed.</summary>
    public void BeginParagraph(int from, int to)
    {
        (_from, _to) = (from, to);
        _brackets = 0;
        _quotes = 0;
        BeginSentence(from);
    }

    public void BeginSentence(int start)
    {
        _start = start;
        _verbs = 0;
    }

    /// <summary>Writes the features of the boundary after a token, which is not the last of its paragraph.</summary>
    public int Fill(int i, Span<uint> to)
    {
        var t = _tokens;
        var n = i + 1;
        uint w0 = t.Word[i], w1 = t.Word[n], wb = Word(i - 1), w2 = Word(n + 1);
        uint s0 = Sight(i), s1 = Sight(n), sb = Sight(i - 1), s2 = Sight(n + 1), s3 = Sight(n + 2);
        uint p0 = Part(i), p1 = Part(n), pb = Part(i - 1), p2 = Part(n + 1), p3 = Part(n + 2);
        uint c0 = t.Class[i], c1 = t.Class[n], c2 = ClassOf(n + 1);
        var rule = t.After[i] == Boundary.Likely ? 1u : 0u;
        var kind = (s0 * 64 + s1) * 4 + rule * 2 + (t.Blank[i] ? 1u : 0u);
        var length = Bucket(n - _start);
        var verbs = (uint)Math.Min(2, _verbs);
        var (left, past) = (Bucket(_to - n), Bucket(n - _from));
        var stop = NextStop(n);
        var first = Sight(_start);
        var f = 0;
        to[f++] = Hash.Feature(1, rule);
        to[f++] = Hash.Feature(2, kind);
        to[f++] = Hash.Feature(3, w0, rule);
        to[f++] = Hash.Feature(4, w1, rule);
        to[f++] = Hash.Feature(5, w0, w1);
        to[f++] = Hash.Feature(6, w0, s1);
        to[f++] = Hash.Feature(7, w1, s1, s0);
        to[f++] = Hash.Feature(8, kind, sb);
        to[f++] = Hash.Feature(9, kind, s2);
        to[f++] = Hash.Feature(10, kind, s2, s3);
        to[f++] = Hash.Feature(11, kind, sb, s2);
        to[f++] = Hash.Feature(12, p0, p1, s0, s1);
        to[f++] = Hash.Feature(13, pb, p0, p1, s1);
        to[f++] = Hash.Feature(14, p0, p1, p2, s1);
        to[f++] = Hash.Feature(15, p1, p2, p3, s1);
        to[f++] = Hash.Feature(16, pb, p0, kind);
        to[f++] = Hash.Feature(17, p1, p2, kind);
        to[f++] = Hash.Feature(18, wb, s0, s1);
        to[f++] = Hash.Feature(19, w2, s0, s1);
        to[f++] = Hash.Feature(20, wb, w0);
        to[f++] = Hash.Feature(21, w1, w2);
        to[f++] = Hash.Feature(22, length, kind);
        to[f++] = Hash.Feature(23, length, p1, kind);
        to[f++] = Hash.Feature(24, verbs, kind);
        to[f++] = Hash.Feature(25, verbs, length, p1, s1 * 2 + rule);
        to[f++] = Hash.Feature(26, first, verbs, kind);
        to[f++] = Hash.Feature(27, Word(_start), s0, s1);
        to[f++] = Hash.Feature(28, (uint)_quotes, kind);
        to[f++] = Hash.Feature(29, (uint)Math.Min(2, _brackets), kind);
        to[f++] = Hash.Feature(30, left, kind);
        to[f++] = Hash.Feature(31, past, kind);
        to[f++] = Hash.Feature(32, left, length, kind);
        to[f++] = Hash.Feature(33, stop, kind);
        to[f++] = Hash.Feature(34, stop, verbs, p1, s0);
        to[f++] = Hash.Feature(35, c0, s1, rule);
        to[f++] = Hash.Feature(36, c1, s1, s0);
        to[f++] = Hash.Feature(37, c0, c1);
        to[f++] = Hash.Feature(38, c1, c2);
        to[f++] = Hash.Feature(39, kind, (uint)_quotes, p1, first);
        to[f++] = Hash.Feature(40, p0, s1, verbs, length);
        return f;
    }

    private readonly bool Exists(int i) => i >= _from && i < _to;

    private readonly uint Word(int i) => Exists(i) ? _tokens.Word[i] : 0;

    private readonly uint ClassOf(int i) => Exists(i) ? _tokens.Class[i] : 0u;

    private readonly uint Part(int i) => Exists(i) ? (uint)_tokens.Class[i] & 31 : 32;

    private readonly uint Sight(int i) => Exists(i) ? (uint)_tokens.Look[i] : 0;

    /// <summary>How far the next mark that ends a sentence is, within the paragraph.</summary>
    private uint NextStop(int n)
    {
        var limit = Math.Min(_to, n + FarthestStop);
        if (_nextStop < n) _nextStop = n;
        while (_nextStop < limit && _tokens.Look[_nextStop] is not (Look.Stop or Look.Question or Look.Exclamation)) _nextStop++;
        return _nextStop < limit ? Bucket(_nextStop - n) : 31;
    }

    private static uint Bucket(int count) => count switch
    {
        < 5 => (uint)count,
        < 8 => 5,
        < 12 => 6,
        < 20 => 7,
        < 40 => 8,
        _ => 9,
    };
}
