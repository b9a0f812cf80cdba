using System.Globalization;

namespace Counterclaim.Language.Tokens;

internal ref partial struct Tokenizer
{
    private static readonly string[] Emoticons =
        [":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":')", ":)", ":(", ";)", ":D", ":P", "=)", "=(", "<3", "^_^", "(:"];

    private void Symbol(char c)
    {
        var start = _at;
        if (TryEmoticon(start)) return;
        switch (c)
        {
            case '@' or '#' when IsWordPart(Peek(start + 1)) && !IsAllDigits(start + 1):
                Add(start, RunEnd(start + 1));
                return;
            case '+' when char.IsDigit(Peek(start + 1)) && !IsWordPart(Peek(start - 1)):
                Add(start, ThroughNumberMarks(start + 1, DigitsEnd(start + 1)));
                return;
            case '.' when IsWordPart(Peek(start + 1)) && !IsWordPart(Peek(start - 1)) && char.IsDigit(Peek(start + 1)):
                Add(start, DigitsEnd(start + 1));
                return;
            case '-' when char.IsDigit(Peek(start + 1)) && StartsChunk(start):
                Add(start, ThroughNumberMarks(start + 1, DigitsEnd(start + 1)));
                return;
        }
        if (IsApostrophe(c) && TryClipped(start)) return;
        Add(start, SymbolEnd(start, c));
    }

    private readonly bool StartsChunk(int position) => position == 0 || char.IsWhiteSpace(_text[position - 1]);

    private readonly int SymbolEnd(int start, char c)
    {
        if (c is '.' or '…')
        {
            var end = start + 1;
            while (Peek(end) is '.' or '…') end++;
            return end == start + 1 ? StrongEnd(end) : end;
        }
        if (c is '-' or '*' or '=' or '_' or '~' or '<' or '>' or '+') return SameEnd(start, c);
        if (c is '!' or '?') return StrongEnd(start + 1);
        if (c is '\'' or '`' or '’' or '‘' or ',') return Peek(start + 1) == c && Peek(start + 2) != c ? start + 2 : start + 1;
        if (c < 0x80) return start + 1;
        // One grapheme: an emoji with its modifiers and joiners is one token.
        var window = _text.AsSpan(start, Math.Min(_end - start, 64));
        return start + Math.Max(1, StringInfo.GetNextTextElementLength(window));
    }

    private readonly int StrongEnd(int end)
    {
        while (Peek(end) is '!' or '?') end++;
        return end;
    }

    private readonly bool IsAllDigits(int start)
    {
        var end = DigitsEnd(start);
        return end > start && !IsWordPart(Peek(end));
    }

    private readonly int SameEnd(int start, char c)
    {
        var end = start + 1;
        while (end < _end && _text[end] == c) end++;
        return end;
    }

    private bool TryEmoticon(int start)
    {
        if (!StartsChunk(start)) return false;
        var rest = _text.AsSpan(start, Math.Min(4, _end - start));
        foreach (var emoticon in Emoticons)
        {
            if (!rest.StartsWith(emoticon, StringComparison.Ordinal)) continue;
            if (IsWordPart(Peek(start + emoticon.Length))) continue;
            Add(start, start + emoticon.Length);
            return true;
        }
        return false;
    }

    /// <summary>"'em", "'90s", "n't" after a space: an apostrophe that stands for what was left out.</summary>
    private bool TryClipped(int start)
    {
        if (_text[start] is '`' or '´' || !IsWordPart(Peek(start + 1))) return false;
        var end = RunEnd(start + 1);
        if (end - start > 6) return false;
        var word = Slice(start + 1, end);
        var attached = !StartsChunk(start) && IsWordPart(Peek(start - 1));
        var isYear = word.Length is 2 or 3 && char.IsDigit(word[0]) && char.IsDigit(word[1]) && (word.Length == 2 || word[2] == 's');
        var isClitic = attached && IsCliticTail(word);
        if (!isClitic && (attached || IsApostrophe(Peek(end)) || !(isYear || EnglishWords.Clipped.Contains(word)))) return false;
        Add(start, end);
        return true;
    }
}
