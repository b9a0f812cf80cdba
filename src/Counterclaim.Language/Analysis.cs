using Counterclaim.Language.Tokens;
using Counterclaim.Language.Trees;
using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>Tokens, sentences, tags, lemmas, trees and names of one text, as parallel arrays indexed by token.</summary>
/// <remarks>
/// Immutable once made; safe to read from many threads. Offsets are UTF-16, half-open. <see cref="View"/> gives the same as
/// sentences, tokens and names that lead to each other.
/// </remarks>
public sealed class Analysis
{
    private readonly AnalysisData _data;
    private DependencyTrees? _trees;
    private NamedEntity[]? _wholeNames;

    internal Analysis(AnalysisData data) => _data = data;

    /// <summary>The text analyzed, as it was given.</summary>
    public string Text => _data.Text;

    /// <summary>The analysis as sentences, tokens and names that lead to each other.</summary>
    public DocumentView View => new(this);

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

    /// <summary>Every token after its head: the roots of all sentences first, then their children, and so on.</summary>
    public ReadOnlySpan<int> TopDown => Trees.TopDown;

    /// <summary>What the network holds of a token in its sentence, as inputs for models of one's own: numbers between −1 and 1 as bytes, 128 standing
    /// for zero, 127 steps for one. Empty where they are not kept (<see cref="Analyzer.WithStates"/>).</summary>
    public ReadOnlySpan<byte> State(int token) => States(new TokenRange(token, token + 1));

    /// <summary>The states of some tokens in a row.</summary>
    internal ReadOnlySpan<byte> States(TokenRange tokens)
    {
        var size = TokenCount == 0 ? 0 : _data.States.Length / TokenCount;
        return _data.States.AsSpan(tokens.Start * size, tokens.Count * size);
    }

    /// <summary>Names, in text order, not overlapping. As in the corpora of news, a place or a people named within the name of a body often stands for
    /// itself, and the rest of the name beside it ("Bank of", "Japan").</summary>
    public IReadOnlyList<NamedEntity> Names => _data.Names;

    /// <summary>The same with the names of bodies whole ("Bank of Japan").</summary>
    public IReadOnlyList<NamedEntity> WholeNames => _wholeNames ??= Counterclaim.Language.Names.WholeNames.Of(_data, _data.Names);

    /// <summary>Penn Treebank tag of a token ("VBD").</summary>
    public string Xpos(int token) => _data.XposNames[_data.Xpos[token]];

    /// <summary>Lemma of a token, lower-cased but for proper nouns.</summary>
    public string Lemma(int token) => _data.Lemmas[token];

    /// <summary>Universal morphological features of a token as CoNLL-U writes them ("Number=Sing|Person=3"); empty where it has none.</summary>
    public string Features(int token) => _data.FeatureNames[_data.Features[token]];

    /// <summary>The characters of a token; of a word broken at the end of a line, the word whole ("mar-⏎ket" as "market").</summary>
    public ReadOnlySpan<char> Form(int token) => _data.Form(token);

    /// <summary>The characters from the first to the last token of a range, broken words whole.</summary>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public ReadOnlySpan<char> Form(TokenRange range) =>
        range.IsEmpty ? throw new ArgumentException("An empty token range covers no characters.", nameof(range)) : _data.Form(range);

    /// <summary>The tokens that depend directly on a token, in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => Trees.Children(token);

    /// <summary>From the first to the last token of the subtree under a token, with what may stand between that is not of it.</summary>
    public TokenRange Extent(int token) => Trees.Extent(token);

    /// <summary>Steps from a token up to the root of its sentence; 0 for the root.</summary>
    public int Depth(int token) => Trees.Depth(token);

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

    /// <summary>Made when first asked for: many uses need no more than the heads. Two threads may both make it; either will do.</summary>
    internal DependencyTrees Trees => _trees ?? MakeTrees();

    /// <summary>Index of the name a token is part of; −1 where it is in none.</summary>
    internal int NameAt(int token)
    {
        var name = NamesEndingBy(token);
        return name < _data.Names.Length && _data.Names[name].Tokens.Contains(token) ? name : -1;
    }

    /// <summary>Indexes of the names that lie wholly inside a range of tokens.</summary>
    internal Range NamesIn(TokenRange range)
    {
        var start = NamesEndingBy(range.Start);
        if (start < _data.Names.Length && _data.Names[start].Tokens.Start < range.Start) start++;
        return new Range(start, Math.Max(start, NamesEndingBy(range.End)));
    }

    /// <summary>How many names end at or before a token.</summary>
    private int NamesEndingBy(int token)
    {
        int low = 0, high = _data.Names.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_data.Names[middle].Tokens.End <= token) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private DependencyTrees MakeTrees()
    {
        var made = new DependencyTrees(_data.Heads);
        return Interlocked.CompareExchange(ref _trees, made, null) ?? made;
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
    ushort[] Features,
    string[] FeatureNames,
    int[] Heads,
    Deprel[] Deprels,
    byte[] States,
    NamedEntity[] Names)
{
    /// <inheritdoc cref="Analysis.Form(int)"/>
    public ReadOnlySpan<char> Form(int token) => BrokenWord.Whole(Tokens[token].In(Text));

    /// <inheritdoc cref="Analysis.Form(TokenRange)"/>
    public ReadOnlySpan<char> Form(TokenRange range) =>
        BrokenWord.Whole(Text, Tokens[range.Start].Start, Tokens[range.End - 1].End, Tokens.AsSpan(range.Start, range.Count));
}
