using System.Collections;
using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>Tokens that stand in a row: a phrase, a quotation, a whole text.</summary>
public readonly record struct SpanView : IReadOnlyList<TokenView>
{
    internal SpanView(Analysis analysis, TokenRange range) => (Analysis, Range) = (analysis, range);

    public Analysis Analysis { get; }

    /// <summary>Half-open range of token indexes.</summary>
    public TokenRange Range { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => Math.Max(0, Range.Count);

    /// <param name="index">From 0 within this span.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="Count"/>.</exception>
    public TokenView this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new TokenView(Analysis, Range.Start + index);
        }
    }

    /// <summary>From the first character of the first token to the last of the last, as UTF-16 offsets into the text analyzed.</summary>
    /// <exception cref="ArgumentException">The span has no token.</exception>
    public TextSpan Span => Analysis.SpanOf(Range);

    /// <summary>The characters it covers, with the white space between tokens, cut from the text without a copy; empty without tokens.</summary>
    public ReadOnlySpan<char> Text => Range.IsEmpty ? [] : Span.In(Analysis.Text);

    /// <summary>The token nearest to the root of its sentence; the first of several. What the phrase is about.</summary>
    /// <exception cref="InvalidOperationException">The span has no token.</exception>
    public TokenView Root
    {
        get
        {
            if (Range.IsEmpty) throw new InvalidOperationException("An empty span has no root.");
            var root = Range.Start;
            for (var token = root + 1; token < Range.End; token++)
                if (Analysis.Depth(token) < Analysis.Depth(root)) root = token;
            return new TokenView(Analysis, root);
        }
    }

    /// <summary>The sentence of the first token.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span has no token.</exception>
    public SentenceView Sentence => this[0].Sentence;

    /// <summary>The names that lie wholly inside, in text order.</summary>
    public NameList Names => new(Analysis, Analysis.NamesIn(Range));

    public bool Contains(TokenView token) => ReferenceEquals(token.Analysis, Analysis) && Range.Contains(token.Index);

    public ViewEnumerator<SpanView, TokenView> GetEnumerator() => new(this);

    IEnumerator<TokenView> IEnumerable<TokenView>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => Text.ToString();
}
