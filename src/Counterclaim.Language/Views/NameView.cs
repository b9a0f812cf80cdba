using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>One name of an <see cref="Analysis"/>.</summary>
public readonly record struct NameView
{
    internal NameView(Analysis analysis, int index) => (Analysis, Index) = (analysis, index);

    public Analysis Analysis { get; }

    /// <summary>Index into <see cref="Analysis.Names"/>, from 0.</summary>
    public int Index { get; }

    public EntityKind Kind => Analysis.Names[Index].Kind;

    public SpanView Tokens => new(Analysis, Analysis.Names[Index].Tokens);

    /// <summary>The characters it covers, as UTF-16 offsets into the text analyzed.</summary>
    public TextSpan Span => Tokens.Span;

    /// <summary>The characters it covers, cut from the text without a copy.</summary>
    public ReadOnlySpan<char> Text => Tokens.Text;

    public SentenceView Sentence => Tokens.Sentence;

    public override string ToString() => Text.ToString();
}
