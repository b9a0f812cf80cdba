using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Language.Tokens;

/// <summary>Cuts raw text into the tokens of UD English 2.16 (EWT, GUM): clitics and most hyphenated compounds apart, numbers, dates,
/// addresses, abbreviations whole.</summary>
/// <remarks>
/// One pass, every decision looks a bounded number of characters ahead, so time is linear whatever the text. Every character that
/// is not white space ends up in exactly one token; characters without a shape of their own (soft hyphens, zero-width marks) stay
/// inside the word they stand in.
/// </remarks>
internal ref partial struct Tokenizer
{
    /// <summary>Longer tokens are cut; nothing in a language is longer.</summary>
    public const int LongestToken = 1000;

    private readonly string _text;
    private readonly int _end;
    private readonly List<TextSpan> _tokens;
    private readonly WordRanks? _ranks;
    private int _at;

    private Tokenizer(string text, TextSpan block, List<TextSpan> tokens, WordRanks? ranks)
    {
        _text = text;
        _at = block.Start;
        _end = block.End;
        _tokens = tokens;
        _ranks = ranks;
    }

    /// <summary>Appends the tokens of one block of a text, in text order.</summary>
    /// <param name="ranks">What tells words broken at the end of a line; null to leave them in two.</param>
    public static void Tokenize(string text, TextSpan block, List<TextSpan> tokens, WordRanks? ranks = null)
    {
        var tokenizer = new Tokenizer(text, block, tokens, ranks);
        tokenizer.Run();
    }

    private void Run()
    {
        while (_at < _end)
        {
            var c = _text[_at];
            if (char.IsWhiteSpace(c)) _at++;
            else if (IsWordStart(c)) Word();
            else if (char.IsAsciiDigit(c) || char.IsDigit(c)) Number();
            else Symbol(c);
        }
    }

    private readonly char Peek(int position) => position >= 0 && position < _end ? _text[position] : '\0';

    private void Add(int start, int end)
    {
        while (end - start > LongestToken)
        {
            var cut = start + LongestToken;
            if (char.IsLowSurrogate(_text[cut])) cut--;
            _tokens.Add(new TextSpan(start, cut));
            start = cut;
        }
        _tokens.Add(new TextSpan(start, end));
        _at = end;
    }

    private static bool IsShapeless(char c) =>
        c >= 0x7F && char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || (c >= 0x7F && (char.IsLetter(c) || IsShapeless(c)));

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c >= 0x7F && (char.IsLetterOrDigit(c) || IsShapeless(c)));

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or '´' or '‘';

    private static bool IsClosing(char c) => c is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '}' or '›' or '“';

    /// <summary>End of the run of letters, digits and shapeless characters that starts here.</summary>
    private readonly int RunEnd(int position)
    {
        while (position < _end && IsWordPart(_text[position])) position++;
        return position;
    }

    private readonly int DigitsEnd(int position)
    {
        while (position < _end && char.IsDigit(_text[position])) position++;
        return position;
    }

    private readonly ReadOnlySpan<char> Slice(int start, int end) => _text.AsSpan(start, end - start);
}
