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

    /// <summary>The statement in characters. No token has two roles, whatever rules have added: the cue's is not the holder's, and neither is content.</summary>
    public AttributionSpans ToSpans(Analysis analysis, string producer, string? reason)
    {
        SpanList List(TokenRange range) => range.IsEmpty ? SpanList.Empty : [analysis.SpanOf(range)];
        var holder = HolderIsIn(Cue) ? new TokenRange(0, 0) : Holder;
        var content = Without(Without(Content, Cue), holder);
        return new AttributionSpans(List(holder), List(Cue), SpanList.Create([.. content.Select(analysis.SpanOf)]), Confidence, producer, reason);
    }

    /// <summary>The runs less a range, unless that would leave nothing.</summary>
    private static List<TokenRange> Without(List<TokenRange> runs, TokenRange range)
    {
        if (!runs.Exists(r => r.Start < range.End && range.Start < r.End)) return runs;
        var left = new List<TokenRange>();
        foreach (var run in runs)
        {
            var before = new TokenRange(run.Start, Math.Min(run.End, Math.Max(run.Start, range.Start)));
            var after = new TokenRange(Math.Max(run.Start, Math.Min(run.End, range.End)), run.End);
            if (!before.IsEmpty) left.Add(before);
            if (!after.IsEmpty && after.Start >= before.End) left.Add(after);
        }
        return left.Count > 0 ? left : runs;
    }
}
