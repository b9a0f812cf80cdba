using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>One sentence of an <see cref="Analysis"/>: at least one token, one tree.</summary>
public readonly record struct SentenceView
{
    internal SentenceView(Analysis analysis, int index) => (Analysis, Index) = (analysis, index);

    public Analysis Analysis { get; }

    /// <summary>Index into <see cref="Analysis.Sentences"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>Half-open range of token indexes.</summary>
    public TokenRange Range => Analysis.Sentences[Index];

    public SpanView Tokens => new(Analysis, Range);

    /// <summary>The characters it covers, as UTF-16 offsets into the text analyzed.</summary>
    public TextSpan Span => Analysis.SpanOf(Range);

    /// <summary>The characters it covers, cut from the text without a copy.</summary>
    public ReadOnlySpan<char> Text => Span.In(Analysis.Text);

    /// <summary>The one token that depends on no other.</summary>
    public TokenView Root => Tokens.Root;

    /// <summary>The names of the sentence, in text order. A name never crosses the end of a sentence.</summary>
    public NameList Names => Tokens.Names;

    /// <summary>The tokens, so that a sentence is walked directly.</summary>
    public ViewEnumerator<SpanView, TokenView> GetEnumerator() => Tokens.GetEnumerator();

    public override string ToString() => Text.ToString();
}
