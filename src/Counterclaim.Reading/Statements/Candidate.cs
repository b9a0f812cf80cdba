using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Statements;

/// <summary>A statement under consideration, in tokens.</summary>
internal sealed class Candidate(TokenRange cue, float cueProbability)
{
    public TokenRange Cue { get; } = cue;

    /// <summary>Mean probability of the cue's labels.</summary>
    public float CueProbability { get; } = cueProbability;

    public TokenRange Window { get; set; }

    public TokenRange Holder { get; set; }

    /// <summary>Runs of tokens in text order.</summary>
    public List<TokenRange> Content { get; } = [];

    /// <summary>Mean probability of the labels given to the holder's tokens; 0 without a holder.</summary>
    public float HolderProbability { get; set; }

    /// <summary>Mean probability of the labels given to the content's tokens; 0 without content.</summary>
    public float ContentProbability { get; set; }

    public double Confidence { get; set; }

    public int ContentTokens => Content.Sum(c => c.Count);

    public bool ContentHolds(TokenRange range) => Content.Exists(c => c.Start <= range.Start && range.End <= c.End);

    /// <summary>Whether the holder has a token in a range, which then can't be content.</summary>
    public bool HolderIsIn(TokenRange range) => Holder.Start < range.End && range.Start < Holder.End;

    public AttributionSpans ToSpans(Analysis analysis, string producer, string? reason)
    {
        SpanList List(TokenRange range) => range.IsEmpty ? SpanList.Empty : [analysis.SpanOf(range)];
        return new AttributionSpans(
            List(Holder), List(Cue), SpanList.Create([.. Content.Select(analysis.SpanOf)]), Confidence, producer, reason);
    }
}
