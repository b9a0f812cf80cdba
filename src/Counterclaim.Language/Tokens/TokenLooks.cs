using Counterclaim.Language.Features;
using Counterclaim.Language.Models;
using Counterclaim.Model;

namespace Counterclaim.Language.Tokens;

/// <summary>What a token looks like. Part of the model format: changing it asks for new weights.</summary>
internal enum Look : byte
{
    None, Lower, Capitalised, Upper, Mixed, Letter, Number, Alphanumeric, Abbreviation, Address, Tag,
    Stop, Question, Exclamation, Ellipsis, Comma, Colon, Semicolon, Dash, Rule, Bullet,
    Opening, Closing, QuoteOpening, QuoteClosing, DoubleQuote, SingleQuote, Clitic, Emoticon, Other,
}

/// <summary>What the decision on sentence ends sees of the tokens of one block. Reused from block to block.</summary>
internal sealed class TokenLooks
{
    private const int LongestWord = 24;

    public int Count { get; private set; }

    /// <summary>Hash of the lower-cased form, digits folded.</summary>
    public uint[] Word = [];

    public Look[] Look = [];

    /// <summary>What part of speech the word mostly is and where it stands among words of like use, 0 where unknown.</summary>
    public ushort[] Class = [];

    /// <summary>What follows each token by the rules.</summary>
    public Boundary[] After = [];

    /// <summary>Whether white space follows.</summary>
    public bool[] Blank = [];

    public void Read(string text, ReadOnlySpan<TextSpan> tokens, in HashTable16 classes)
    {
        Grow(tokens.Length);
        Count = tokens.Length;
        Span<char> lower = stackalloc char[LongestWord];
        for (var i = 0; i < tokens.Length; i++)
        {
            var form = BrokenWord.Whole(tokens[i].In(text));
            Word[i] = Hash.Of(lower[..Fold(form, lower)]);
            Look[i] = LookOf(form);
            Class[i] = classes.GetOrDefault(Word[i]);
            Blank[i] = i + 1 >= tokens.Length || tokens[i].End < tokens[i + 1].Start;
        }
    }

    /// <summary>Key of a form in the table of classes.</summary>
    public static uint Key(ReadOnlySpan<char> form)
    {
        Span<char> lower = stackalloc char[LongestWord];
        return Hash.Of(lower[..Fold(form, lower)]);
    }

    private static int Fold(ReadOnlySpan<char> form, Span<char> lower)
    {
        var length = 0;
        foreach (var c in form)
        {
            if (length == LongestWord) break;
            if (c is '\u00AD' or '\u200B') continue;
            lower[length++] = c switch
            {
                >= '0' and <= '9' => '0',
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                < (char)0x80 => c,
                '’' or '‘' or '´' => '\'',
                '“' or '”' => '"',
                '–' or '—' => '-',
                _ => char.ToLowerInvariant(c),
            };
        }
        return length;
    }

    private static Look LookOf(ReadOnlySpan<char> form)
    {
        var first = form[0];
        if (char.IsLetter(first)) return LookOfWord(form);
        if (char.IsDigit(first)) return LookOfNumber(form);
        return form.Length > 1 ? LookOfMarks(form) : first switch
        {
            '.' or '。' => Tokens.Look.Stop,
            '?' or '؟' => Tokens.Look.Question,
            '!' => Tokens.Look.Exclamation,
            '…' => Tokens.Look.Ellipsis,
            ',' => Tokens.Look.Comma,
            ':' => Tokens.Look.Colon,
            ';' => Tokens.Look.Semicolon,
            '-' or '–' or '—' => Tokens.Look.Dash,
            '*' or '•' or '·' or '▪' or '>' or '#' or '|' or '~' => Tokens.Look.Bullet,
            '=' or '_' => Tokens.Look.Rule,
            '(' or '[' or '{' or '<' => Tokens.Look.Opening,
            ')' or ']' or '}' => Tokens.Look.Closing,
            '“' or '‘' or '«' or '„' or '`' => Tokens.Look.QuoteOpening,
            '”' or '’' or '»' or '›' => Tokens.Look.QuoteClosing,
            '"' => Tokens.Look.DoubleQuote,
            '\'' => Tokens.Look.SingleQuote,
            _ => Tokens.Look.Other,
        };
    }

    private static Look LookOfWord(ReadOnlySpan<char> form)
    {
        if (form.Length == 1) return char.IsUpper(form[0]) ? Tokens.Look.Letter : Tokens.Look.Lower;
        if (form[^1] == '.') return Tokens.Look.Abbreviation;
        int upper = 0, digits = 0, marks = 0;
        foreach (var c in form)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsDigit(c)) digits++;
            else if (c is '/' or '@' or ':' or '.') marks++;
        }
        if (marks > 0) return Tokens.Look.Address;
        if (digits > 0) return Tokens.Look.Alphanumeric;
        if (upper == 0) return Tokens.Look.Lower;
        if (upper == form.Length) return Tokens.Look.Upper;
        return upper == 1 && char.IsUpper(form[0]) ? Tokens.Look.Capitalised : Tokens.Look.Mixed;
    }

    private static Look LookOfNumber(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
            if (char.IsLetter(c)) return Tokens.Look.Alphanumeric;
        return Tokens.Look.Number;
    }

    private static Look LookOfMarks(ReadOnlySpan<char> form)
    {
        var (first, last) = (form[0], form[^1]);
        if (last == '?') return Tokens.Look.Question;
        if (last == '!') return Tokens.Look.Exclamation;
        if (first is '.' or '…') return char.IsDigit(last) ? Tokens.Look.Number : Tokens.Look.Ellipsis;
        if (first is '@' or '#') return Tokens.Look.Tag;
        if (first is '\'' or '’') return char.IsLetter(last) ? Tokens.Look.Clitic : first == '\'' ? Tokens.Look.DoubleQuote : Tokens.Look.QuoteClosing;
        if (first is '`' or '‘') return Tokens.Look.QuoteOpening;
        if (first is '-' or '–' or '—') return char.IsDigit(last) ? Tokens.Look.Number : form.Length > 3 ? Tokens.Look.Rule : Tokens.Look.Dash;
        if (first is '=' or '_' or '*' or '~' or '+' or '<' or '>') return char.IsDigit(last) ? Tokens.Look.Number : Tokens.Look.Rule;
        return Tokens.Look.Emoticon;
    }

    private void Grow(int count)
    {
        if (Word.Length >= count) return;
        var size = Math.Max(256, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count));
        Word = new uint[size];
        Look = new Look[size];
        Class = new ushort[size];
        After = new Boundary[size];
        Blank = new bool[size];
    }
}
