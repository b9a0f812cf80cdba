using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>An <see cref="Analysis"/> as sentences, tokens and names that lead to each other, in place of arrays.</summary>
public readonly record struct DocumentView
{
    internal DocumentView(Analysis analysis) => Analysis = analysis;

    public Analysis Analysis { get; }

    /// <summary>Every token, in text order.</summary>
    public SpanView Tokens => new(Analysis, new TokenRange(0, Analysis.TokenCount));

    /// <summary>Every sentence, in text order.</summary>
    public SentenceList Sentences => new(Analysis);

    /// <summary>Every name, in text order.</summary>
    public NameList Names => new(Analysis, new Range(0, Analysis.Names.Count));

    /// <summary>The tokens that overlap a span of characters; none where only white space lies there.</summary>
    /// <param name="characters">UTF-16 offsets into the text analyzed.</param>
    public SpanView At(TextSpan characters) => new(Analysis, Analysis.TokensIn(characters));

    /// <summary>The tokens of a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches beyond the tokens.</exception>
    public SpanView this[TokenRange range]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(range.Start);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, Analysis.TokenCount);
            return new SpanView(Analysis, range);
        }
    }
}
