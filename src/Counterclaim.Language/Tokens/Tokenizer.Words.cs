namespace Counterclaim.Language.Tokens;

internal ref partial struct Tokenizer
{
    private const int LongestAddress = 2048;

    private void Word()
    {
        var start = _at;
        if (TryAddress(start)) return;
        var end = ThroughLineEnd(start, RunEnd(start));
        end = ThroughInnerMarks(start, end);
        if (TryCurrency(start, end)) return;
        end = ThroughJoinedPrefix(start, end);
        if (end - start > LongestToken) { Add(start, end); return; }
        end = WithAbbreviationDot(start, end);
        AddSplit(start, end);
        Clitics();
    }

    /// <summary>Extends a word that is broken at the end of a line over its other part: "mar-⏎ket".</summary>
    private readonly int ThroughLineEnd(int start, int end)
    {
        // A soft hyphen is part of the run before it.
        var hyphen = end > start && BrokenWord.IsHyphen(_text[end - 1]) ? end - 1 : end;
        if (_ranks is null || hyphen >= _end || !BrokenWord.IsHyphen(_text[hyphen])) return end;
        var next = BrokenWord.NextPart(_text.AsSpan(0, _end), hyphen);
        if (next < 0) return end;
        var left = Slice(start, hyphen);
        var right = Slice(next, RunEnd(next));
        if (left.Length < 2 || right.Length < 2 || !IsLetters(left) || !IsLetters(right)) return end;
        // Parts are both small, or both capitals: "Franco-⏎German" is a compound.
        if (!char.IsLower(right[0]) && !(IsCapitals(left) && IsCapitals(right))) return end;
        return hyphen < end || _ranks.AreOneWord(left, right) ? next + right.Length : end;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsLetter(c)) return false;
        return true;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c)) return false;
        return true;
    }

    /// <summary>Extends a word over the ampersands, apostrophes and dots that belong inside it: "AT&amp;T", "O'Brien", "U.S", "nato.int".</summary>
    private readonly int ThroughInnerMarks(int start, int end)
    {
        while (end < _end && end - start < LongestToken)
        {
            var mark = _text[end];
            if (!IsWordPart(Peek(end + 1))) break;
            var next = RunEnd(end + 1);
            var joined = mark switch
            {
                '&' => end - start <= 3 && next - end <= 4 && IsCapital(start) && IsCapital(end + 1),
                '.' => DotJoins(start, end, next),
                '@' => char.IsLetterOrDigit(Peek(end + 1)),
                '/' => end - start == 1 && next - end == 2 && char.IsLetter(Peek(end + 1)),
                _ => IsApostrophe(mark) && ApostropheJoins(start, end, next),
            };
            if (!joined) break;
            end = next;
        }
        return end;
    }

    private readonly bool IsCapital(int position) => char.IsUpper(Peek(position));

    /// <summary>A dot stays inside acronyms ("U.S", "a.m") and domain or file names; between a word and a capitalised word it ends a
    /// sentence whose space was forgotten.</summary>
    private readonly bool DotJoins(int start, int dot, int next)
    {
        var left = LastPart(start, dot);
        if (next - dot == 2 && dot - left == 1) return true;
        var right = Slice(dot + 1, next);
        if (char.IsDigit(right[0])) return !char.IsLower(Peek(dot - 1)) || right.Length <= 2;
        if (EnglishWords.Abbreviations.Contains(Slice(start, next))) return true;
        if (dot - left == 1 && char.IsUpper(Peek(left)) && left > start) return next - dot <= 4 && IsCapital(dot + 1);
        if (!EnglishWords.TopLevelDomains.Contains(right)) return Peek(next) == '.' && char.IsLower(right[0]) && IsWordPart(Peek(next + 1));
        // A two-letter word such as "in" or "me" after a dot is a domain only where nothing else begins there.
        return !IsCapital(dot + 1) || IsCapital(dot - 1) || right.Length == 3;
    }

    private readonly int LastPart(int start, int dot)
    {
        var left = dot;
        while (left > start && IsWordPart(_text[left - 1])) left--;
        return left;
    }

    private readonly bool ApostropheJoins(int start, int mark, int next)
    {
        var after = Slice(mark + 1, next);
        if (IsCliticTail(after)) return false;
        var before = Peek(mark - 1);
        if (before is 'n' or 'N' && after is "t" or "T") return false;
        return char.IsLetter(before) || (char.IsDigit(before) && after is "s");
    }

    private static bool IsCliticTail(ReadOnlySpan<char> tail) => tail.Length switch
    {
        1 => (tail[0] | 0x20) is 's' or 'm' or 'd',
        2 => tail.Equals("re", StringComparison.OrdinalIgnoreCase) || tail.Equals("ve", StringComparison.OrdinalIgnoreCase)
            || tail.Equals("ll", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>"US$", "HK$": letters written against a currency sign are one token with it.</summary>
    private bool TryCurrency(int start, int end)
    {
        if (end - start > 3 || Peek(end) != '$') return false;
        foreach (var letter in Slice(start, end))
            if (!char.IsAsciiLetterUpper(letter)) return false;
        Add(start, end + 1);
        return true;
    }

    /// <summary>"anti-war", "mid-1980s" are one token; other compounds are three.</summary>
    private readonly int ThroughJoinedPrefix(int start, int end)
    {
        while (Peek(end) == '-' && end - start < 24)
        {
            if (!IsWordPart(Peek(end + 1)))
            {
                // A broken-off word keeps its hyphen ("th- the").
                return end - start <= 2 && char.IsWhiteSpace(Peek(end + 1)) && (char.IsLower(Peek(start)) || char.IsLower(NextNonSpace(end + 1))) ? end + 1 : end;
            }
            var next = ThroughLineEnd(end + 1, RunEnd(end + 1));
            var prefix = Slice(start, end);
            if (!EnglishWords.JoinedPrefixes.Contains(prefix)) return end;
            if (prefix.Length == 1 && !Slice(end + 1, next).StartsWith("mail", StringComparison.OrdinalIgnoreCase)) return end;
            end = next;
        }
        return end;
    }

    private readonly int WithAbbreviationDot(int start, int end)
    {
        if (Peek(end) != '.' || Peek(end + 1) == '.') return end;
        var word = Slice(start, end);
        var next = NextNonSpace(end + 1);
        if (word.Length == 1)
        {
            // An initial: "J. Smith"; a lone small letter or the end of a block is an ordinary word with its full stop.
            if (word[0] == 'c' && char.IsDigit(next)) return end + 1;
            return char.IsUpper(word[0]) && next != '\0' && (char.IsUpper(next) || char.IsDigit(next)) && !IsPronounI(word, start) ? end + 1 : end;
        }
        if (IsAcronym(word)) return end + 1;
        if (EnglishWords.BeforeNumber.Contains(word)) return char.IsDigit(next) && char.IsUpper(word[0]) ? end + 1 : end;
        if (EnglishWords.Titles.Contains(word)) return end + 1;
        if (EnglishWords.InRunningText.Contains(word) && (char.IsDigit(next) || char.IsLower(next)) && next == Peek(end + 2)) return end + 1;
        // A full stop is not followed by a comma: "Inc.,", "Ariz.,".
        if (word.Length <= 5 && Peek(end + 1) is ',' or ';') return end + 1;
        if (!EnglishWords.Abbreviations.Contains(word)) return end;
        // "Del.", "Ind.", "Mo." are abbreviations only when capitalised; "etc.", "al." in any case.
        return char.IsUpper(word[0]) || word is "etc" or "al" or "sq" or "est" or "dept" or "approx" ? end + 1 : end;
    }

    private readonly bool IsPronounI(ReadOnlySpan<char> word, int start) =>
        word[0] == 'I' && start > 0 && char.IsWhiteSpace(_text[start - 1]) && start > 1 && char.IsLower(_text[start - 2]);

    private readonly char NextNonSpace(int position)
    {
        var limit = Math.Min(_end, position + 20);
        while (position < limit && (char.IsWhiteSpace(_text[position]) || IsClosing(_text[position]) || _text[position] is '(')) position++;
        return position < limit ? _text[position] : '\0';
    }

    /// <summary>Single letters parted by dots ("U.S", "a.m", "D.C").</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return false;
        for (var i = 0; i < word.Length; i++)
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        return word.Length % 2 == 1;
    }

    /// <summary>Adds a word, cut where two are written as one ("can|not", "did|n't").</summary>
    private void AddSplit(int start, int end)
    {
        var word = Slice(start, end);
        if (word.Length <= 9 && EnglishWords.Fused.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var cut)
            && !(char.IsUpper(word[^1]) && !char.IsUpper(word[0])))
        {
            Add(start, start + cut);
            Add(start + cut, end);
            return;
        }
        if (word.Length > 1 && IsApostrophe(Peek(end)) && (word[^1] | 0x20) == 'n' && (Peek(end + 1) | 0x20) == 't' && !IsWordPart(Peek(end + 2)))
        {
            Add(start, end - 1);
            Add(end - 1, end + 2);
            return;
        }
        Add(start, end);
    }

    /// <summary>The 's, 'm, 're, 've, 'll and 'd that follow a word.</summary>
    private void Clitics()
    {
        while (IsApostrophe(Peek(_at)) && IsWordPart(Peek(_at + 1)))
        {
            var end = RunEnd(_at + 1);
            if (end - _at > 3 || !IsCliticTail(Slice(_at + 1, end))) return;
            Add(_at, end);
        }
    }

    /// <summary>Web and mail addresses, one token, without the punctuation that follows them.</summary>
    private bool TryAddress(int start)
    {
        if (start > 0 && _at > 0 && IsWordPart(_text[start - 1]) && _tokens.Count > 0 && _tokens[^1].End == start) return false;
        var rest = _text.AsSpan(start, Math.Min(_end - start, LongestAddress));
        if (!LooksLikeAddress(rest)) return false;
        var length = 0;
        while (length < rest.Length && !char.IsWhiteSpace(rest[length]) && rest[length] is not ('<' or '>' or '"' or '“' or '”')) length++;
        while (length > 1 && IsTrailing(rest[..length])) length--;
        Add(start, start + length);
        return true;
    }

    private static bool IsTrailing(ReadOnlySpan<char> address)
    {
        var last = address[^1];
        if (last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '*' or '…') return true;
        return last switch
        {
            ')' => !address.Contains('('),
            ']' => !address.Contains('['),
            _ => false,
        };
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> text)
    {
        if (text.Length < 5) return false;
        if ((text[0] | 0x20) is 'h' or 'f' or 'w' or 'm')
        {
            if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return IsMailAddress(text);
    }

    private static bool IsMailAddress(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 64 && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-' or '+' or '%')) at++;
        if (at == 0 || at + 3 >= text.Length || text[at] != '@') return false;
        var end = at + 1;
        while (end < text.Length && end - at < 128 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        var host = text[(at + 1)..end].TrimEnd('.');
        return host.Contains('.') && host.Length > 3;
    }
}
