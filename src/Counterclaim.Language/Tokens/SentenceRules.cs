using Counterclaim.Model;

namespace Counterclaim.Language.Tokens;

/// <summary>Where sentences end by the marks alone: what the learned decision starts from.</summary>
/// <remarks>
/// Rules over the token, what closes after it and what begins next; each looks a bounded number of tokens around, so time is
/// linear. Follows UD English: a question or exclamation in quotation marks is one sentence with the words of telling after it.
/// </remarks>
internal readonly ref struct SentenceRules
{
    private readonly string _text;
    private readonly ReadOnlySpan<TextSpan> _tokens;
    private readonly LineBreaks _lines;

    public SentenceRules(string text, TextSpan block, ReadOnlySpan<TextSpan> tokens)
    {
        _text = text;
        _tokens = tokens;
        _lines = LineBreaks.Of(text, block);
    }

    /// <summary>Says of every token what follows it: nothing, a sentence end, or an end that no reading of the words can undo.</summary>
    public void Propose(Span<Boundary> after)
    {
        after.Clear();
        var start = Dateline.Length(_text, _tokens);
        if (start > 0) after[start - 1] = Boundary.Certain;
        for (var i = 0; i + 1 < _tokens.Length; i++)
            if (BreaksLine(i)) after[i] = Boundary.Certain;
        for (var i = start; i + 1 < _tokens.Length; i++)
        {
            if (after[i] == Boundary.None)
            {
                var ends = EndsSentence(start, i, out var last);
                if (last > i && last + 1 < _tokens.Length && !ends && IsTold(i, last)) after[last] = after[last] == Boundary.None ? Boundary.Never : after[last];
                if (!ends) continue;
                while (i < last && after[i] == Boundary.None) i++;
                if (after[i] == Boundary.None) after[i] = Boundary.Likely;
            }
            start = i + 1;
        }
        if (after.Length > 0) after[^1] = Boundary.Certain;
    }

    private ReadOnlySpan<char> Form(int token) => _tokens[token].In(_text);

    private bool SpaceAfter(int token) => token + 1 >= _tokens.Length || _tokens[token + 1].Start > _tokens[token].End;

    private bool BreaksLine(int token)
    {
        var gap = new TextSpan(_tokens[token].End, _tokens[token + 1].Start);
        if (gap.IsEmpty || gap is { Length: 1 } && _text[gap.Start] == ' ') return false;
        var newlines = 0;
        foreach (var c in gap.In(_text))
            if (c is '\n' or '\u2028' or '\u2029' or '\u0085' || (c == '\r')) newlines += c == '\r' ? 0 : 1;
        if (newlines == 0) return false;
        if (newlines > 1) return true;
        if (IsCompound(token)) return false;
        return _lines.EndsParagraph(_tokens[token].End, _tokens[token + 1].Start, IsTerminal(token), _text);
    }

    /// <summary>"Franco-⏎German": a hyphen that touches the word before it is not the end of anything.</summary>
    private bool IsCompound(int token) => token > 0 && Form(token) is "-" or "\u2010" && !SpaceAfter(token - 1) && char.IsLetter(Form(token - 1)[^1])
        && char.IsLetter(_text[_tokens[token + 1].Start]);

    /// <summary>Whether a token is a stop, or closes after one.</summary>
    private bool IsTerminal(int token)
    {
        for (var back = 0; back < 4 && token >= 0; back++, token--)
        {
            var form = Form(token);
            if (form[^1] is '.' or '!' or '?' or '…' or ':') return true;
            if (!IsCloser(form)) return false;
        }
        return false;
    }

    private static bool IsCloser(ReadOnlySpan<char> form) =>
        form is "\"" or "'" or "”" or "’" or "''" or "’’" or "»" or "›" or ")" or "]" or "}";

    private bool EndsSentence(int start, int token, out int last)
    {
        last = token;
        var form = Form(token);
        var kind = KindOf(form);
        if (kind == Stop.None) return false;
        last = Closers(token);
        if (last + 1 >= _tokens.Length) return true;
        var next = last + 1;
        if (KindOf(Form(next)) is Stop.Full or Stop.Strong && !SpaceAfter(last)) return false;
        return kind switch
        {
            Stop.Abbreviation => AbbreviationEnds(token, next, last > token),
            Stop.Full => FullStopEnds(start, token, last, next),
            Stop.Strong => StrongEnds(token, last, next),
            _ => EllipsisEnds(last, next),
        };
    }

    private enum Stop { None, Full, Strong, Ellipsis, Abbreviation }

    private static Stop KindOf(ReadOnlySpan<char> form)
    {
        var tail = form[^1];
        if (tail is not ('.' or '!' or '?' or '…' or '。' or '؟')) return Stop.None;
        if (form.Length == 1) return tail switch { '.' or '。' => Stop.Full, '…' => Stop.Ellipsis, _ => Stop.Strong };
        if (tail is '!' or '?') return Stop.Strong;
        if (form[0] is '.' or '…') return Stop.Ellipsis;
        return Stop.Abbreviation;
    }

    /// <summary>The last of the closing marks that belong to a stop: adjacent to it, and not opening what comes next.</summary>
    private int Closers(int token)
    {
        var last = token;
        while (last + 1 < _tokens.Length && last - token < 4 && !SpaceAfter(last) && IsCloser(Form(last + 1)))
        {
            // A straight mark stuck to the next word as well opens a quotation there.
            if (Form(last + 1)[0] is '"' or '\'' && !SpaceAfter(last + 1) && last + 2 < _tokens.Length && char.IsLetterOrDigit(Form(last + 2)[0])
                && !SpaceAfterStopIsMissing(last + 2)) break;
            last++;
        }
        return WithNote(last);
    }

    /// <summary>A number in square brackets after a stop is a note to what stands before it; so is an emoticon.</summary>
    private int WithNote(int last)
    {
        while (last + 3 < _tokens.Length && Form(last + 1) is "[" && Form(last + 3) is "]" && char.IsDigit(Form(last + 2)[0])) last += 3;
        return last + 1 < _tokens.Length && Form(last + 1) is ":)" or ":-)" or ";)" or ";-)" or ":(" or ":-(" or ":D" ? last + 1 : last;
    }

    private bool SpaceAfterStopIsMissing(int next) => char.IsUpper(Form(next)[0]);

    private int OpeningSkipped(int next)
    {
        var limit = Math.Min(_tokens.Length - 1, next + 3);
        while (next < limit && Form(next) is "\"" or "'" or "“" or "‘" or "«" or "(" or "[" or "``" or "„" or "‘‘") next++;
        return next;
    }

    private bool FullStopEnds(int start, int token, int last, int next)
    {
        if (token == start) return false;
        // "1. The first point": a number opening a line is its label.
        if (token == start + 1 && char.IsDigit(Form(start)[0]) && Form(start).Length <= 3 && SpaceAfter(token)) return false;
        var first = Form(OpeningSkipped(next))[0];
        if (!SpaceAfter(last)) return char.IsUpper(first) || (last > token && !char.IsLower(first));
        if (!char.IsLower(first)) return first is not (',' or ';' or ')' or '%');
        return last == token || !IsQuote(last);
    }

    private bool IsQuote(int token) => Form(token)[0] is '"' or '\'' or '”' or '’' or '»' or '›';

    private bool StrongEnds(int token, int last, int next)
    {
        var begin = OpeningSkipped(next);
        var first = Form(begin)[0];
        if (char.IsLower(first)) return last == token && Form(token)[0] == '?' && SpaceAfter(last);
        if (first is ',' or ';' or '-' or '—' or '–') return false;
        if (last > token && Form(last)[0] is ')' or ']') return char.IsUpper(first) && Form(token)[0] != '!' && last - token > 1;
        return !(last > token && IsTold(token, last));
    }

    /// <summary>Whether a question or exclamation in quotation marks is followed by who said it.</summary>
    private bool IsTold(int token, int last) => KindOf(Form(token)) == Stop.Strong && IsQuote(last) && IsTelling(last + 1);

    /// <summary>Whether "President Name asked" or "the man said" follows: a name or description and a verb of telling.</summary>
    private bool IsTelling(int next)
    {
        var limit = Math.Min(_tokens.Length, next + 7);
        for (var i = next; i < limit; i++)
        {
            var form = Form(i);
            if (EnglishWords.SpeechVerbs.Contains(form)) return true;
            if (!char.IsLetter(form[0])) return false;
        }
        return false;
    }

    private bool EllipsisEnds(int last, int next)
    {
        var begin = OpeningSkipped(next);
        return SpaceAfter(last) && char.IsUpper(Form(begin)[0]) && !(Form(begin) is "I" && begin == next);
    }

    private bool AbbreviationEnds(int token, int next, bool closed)
    {
        var begin = OpeningSkipped(next);
        var first = Form(begin);
        var word = Form(token)[..^1];
        if (!char.IsUpper(first[0])) return false;
        if (EnglishWords.Titles.Contains(word)) return false;
        var starts = EnglishWords.SentenceStarters.Contains(first);
        if (word.Length == 1) return starts && word[0] != 'I' && token > 0 && !(first.Length == 1 && first is "A" or "I" && Form(Math.Min(begin + 1, _tokens.Length - 1)) is ".");
        if (word is "e.g" or "i.e" or "P.S" or "c" || begin > next && Form(next) is "(" or "[") return false;
        if (closed || begin > next) return true;
        if (word is "etc" or "al") return true;
        if ((word[^1] | 0x20) == 'm' && word.Length == 3 && (word[0] | 0x20) is 'a' or 'p') return !IsTimeWord(first);
        return starts;
    }

    private static bool IsTimeWord(ReadOnlySpan<char> word) =>
        EnglishWords.Months.Contains(word) || word.EndsWith("day", StringComparison.Ordinal) || IsZone(word);

    private static bool IsZone(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 4 || word[^1] != 'T') return false;
        foreach (var letter in word)
            if (!char.IsAsciiLetterUpper(letter)) return false;
        return true;
    }
}

/// <summary>What follows a token, by the rules.</summary>
internal enum Boundary : byte
{
    None,

    /// <summary>A quotation goes on with the words of telling.</summary>
    Never,

    /// <summary>A sentence end by its marks.</summary>
    Likely,

    /// <summary>The end of a paragraph, of a dateline or of the block.</summary>
    Certain,
}
