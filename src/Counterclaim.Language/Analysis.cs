using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>Tokens, sentences, tags, lemmas, trees and names of one text, as parallel arrays indexed by token.</summary>
/// <remarks>Immutable once made; safe to read from many threads. Offsets are UTF-16, half-open.</remarks>
public sealed class Analysis
{
    private readonly AnalysisData _data;

    internal Analysis(AnalysisData data) => _data = data;

    public string Text => _data.Text;

    public int TokenCount => _data.Tokens.Length;

    /// <summary>Character span of every token, in text order.</summary>
    public ReadOnlySpan<TextSpan> Tokens => _data.Tokens;

    /// <summary>Universal part of speech of every token.</summary>
    public ReadOnlySpan<Upos> Upos => _data.Upos;

    /// <summary>Index of every token's syntactic head; −1 for the root of a sentence.</summary>
    public ReadOnlySpan<int> Heads => _data.Heads;

    /// <summary>Universal dependency relation of every token to its head, without subtype.</summary>
    public ReadOnlySpan<Deprel> Deprels => _data.Deprels;

    /// <summary>Half-open ranges of token indexes, in text order; every token lies in exactly one.</summary>
    public ReadOnlySpan<TokenRange> Sentences => _data.Sentences;

    /// <summary>Index of the sentence of every token.</summary>
    public ReadOnlySpan<int> SentenceOf => _data.SentenceOf;

    /// <summary>Names, in text order, not overlapping.</summary>
    public IReadOnlyList<NamedEntity> Names => _data.Names;

    /// <summary>Penn Treebank tag of a token ("VBD").</summary>
    public string Xpos(int token) => _data.XposNames[_data.Xpos[token]];

    /// <summary>Lemma of a token, lower-cased but for proper nouns.</summary>
    public string Lemma(int token) => _data.Lemmas[token];

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Form(int token) => _data.Tokens[token].In(_data.Text);

    /// <summary>The characters from the first to the last token of a range.</summary>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public TextSpan SpanOf(TokenRange range) => range.IsEmpty
        ? throw new ArgumentException("An empty token range covers no characters.", nameof(range))
        : new TextSpan(_data.Tokens[range.Start].Start, _data.Tokens[range.End - 1].End);

    /// <summary>Index of the first token that ends after a character offset; <see cref="TokenCount"/> past the last.</summary>
    public int TokenAtOrAfter(int offset)
    {
        int low = 0, high = _data.Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_data.Tokens[middle].End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The tokens that overlap a character span.</summary>
    public TokenRange TokensIn(TextSpan span)
    {
        var start = TokenAtOrAfter(span.Start);
        var end = start;
        while (end < TokenCount && _data.Tokens[end].Start < span.End) end++;
        return new TokenRange(start, end);
    }
}

/// <summary>A half-open range of token indexes.</summary>
public readonly record struct TokenRange(int Start, int End)
{
    public int Count => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(int token) => token >= Start && token < End;
}

/// <summary>A name found in the text.</summary>
public readonly record struct NamedEntity(TokenRange Tokens, EntityKind Kind);

public enum EntityKind : byte
{
    Person,
    Organisation,
    Location,
    Facility,

    /// <summary>Nationality, religion or political group.</summary>
    Group,
    Date,
    Quantity,
    Weapon,
    Other,
}

internal sealed record AnalysisData(
    string Text,
    TextSpan[] Tokens,
    TokenRange[] Sentences,
    int[] SentenceOf,
    Upos[] Upos,
    byte[] Xpos,
    string[] XposNames,
    string[] Lemmas,
    int[] Heads,
    Deprel[] Deprels,
    NamedEntity[] Names);
