using Counterclaim.Model;

namespace Counterclaim.Ledger.Stories;

/// <summary>The words of a report's own text as two printings of it are told to be one: hashed, without case and punctuation, with the sentences and paragraphs they stand in.</summary>
/// <remarks>
/// Titles and furniture are left out: every outlet writes its own. Sentences are cut at marks that end them and at paragraphs, which is enough to count what two texts share.
/// Words beyond <see cref="Most"/> are not looked at.
/// </remarks>
public sealed class ReportWords
{
    /// <summary>Words of one report that are looked at.</summary>
    public const int Most = 20_000;

    private const int LongestAbbreviation = 3;

    /// <summary>Characters behind a mark in which the next sentence must open.</summary>
    private const int FarthestNext = 12;

    private readonly List<ulong> _hashes = [];
    private readonly List<TextSpan> _spans = [];
    private readonly List<int> _sentences = [];
    private readonly List<int> _paragraphs = [];
    private readonly List<bool> _quoted = [];

    private ReportWords()
    {
    }

    /// <summary>A hash of each word, in text order.</summary>
    public IReadOnlyList<ulong> Hashes => _hashes;

    /// <summary>Where each word stands, in UTF-16 code units of the report's text.</summary>
    public IReadOnlyList<TextSpan> Spans => _spans;

    /// <summary>The first word of each sentence.</summary>
    public IReadOnlyList<int> Sentences => _sentences;

    /// <summary>The first word of each paragraph.</summary>
    public IReadOnlyList<int> Paragraphs => _paragraphs;

    public int Count => _hashes.Count;

    /// <summary>Whether a word stands between quotation marks.</summary>
    public bool IsQuoted(int word) => _quoted[word];

    public static ReportWords Of(Report report)
    {
        var words = new ReportWords();
        foreach (var paragraph in report.Paragraphs)
            if (paragraph.Kind is not (ParagraphKind.Furniture or ParagraphKind.Title)) words.Add(report.Text, paragraph.Span);
        return words;
    }

    /// <summary>The first word after the sentence or paragraph that begins at this place of its list.</summary>
    public int EndOf(IReadOnlyList<int> starts, int index) => index + 1 < starts.Count ? starts[index + 1] : Count;

    private void Add(string text, TextSpan paragraph)
    {
        var begins = true; // the next word opens a sentence
        var isFirst = true;
        var quoted = false;
        for (var at = paragraph.Start; at < paragraph.End && Count < Most;)
        {
            var c = text[at];
            if (!char.IsLetterOrDigit(c))
            {
                if (c is '.' or '!' or '?' or '…') begins = begins || EndsSentence(text, at, Math.Min(paragraph.End, at + FarthestNext));
                if (c is '“' or '„' or '«') quoted = true;
                else if (c is '”' or '»') quoted = false;
                else if (c == '"') quoted = !quoted;
                at++;
                continue;
            }
            var end = at + 1;
            while (end < paragraph.End && char.IsLetterOrDigit(text[end])) end++;
            if (isFirst) _paragraphs.Add(Count);
            if (begins) _sentences.Add(Count);
            (isFirst, begins) = (false, false);
            _hashes.Add(HashOf(text.AsSpan(at, end - at)));
            _spans.Add(new TextSpan(at, end));
            _quoted.Add(quoted);
            at = end;
        }
    }

    /// <summary>Whether a mark is followed by space and something that may open a sentence, and does not close an abbreviation ("Gen.", "U.S.").</summary>
    private static bool EndsSentence(string text, int mark, int end)
    {
        var next = mark + 1;
        while (next < end && text[next] is '"' or '”' or '»' or '’' or '\'' or ')' or '.') next++;
        if (next >= end) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < end && !char.IsLetterOrDigit(text[next])) next++;
        if (next < end && char.IsLower(text[next])) return false;
        if (text[mark] != '.') return true;
        var start = mark;
        while (start > 0 && mark - start <= LongestAbbreviation && char.IsLetter(text[start - 1])) start--;
        return mark - start > LongestAbbreviation || start == mark || !char.IsUpper(text[start]);
    }

    /// <summary>FNV-1a over the lower-case letters.</summary>
    internal static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash;
    }
}
