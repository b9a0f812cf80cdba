using Counterclaim.Model;

namespace Counterclaim.Reading.Statements;

/// <summary>An attribution as the extractor finds it: spans only, before anybody is resolved.</summary>
/// <param name="Confidence">Probability that a careful reader would have marked it, 0 to 1.</param>
/// <param name="Producer">The rule or model that found it ("model", "rule:post").</param>
/// <param name="Reason">For <c>--explain</c>: what was seen; null when explanations were not asked for.</param>
public sealed record AttributionSpans(
    SpanList Holder,
    SpanList Cue,
    SpanList Content,
    double Confidence,
    string Producer,
    string? Reason)
{
    /// <summary>The content is the holder's own words though no marks say so: a post, a turn of a transcript.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>Where somebody is named for whom a bare "A:" or an unlabelled answer stands.</summary>
    public TextSpan? StandsFor { get; init; }

    /// <summary>Where those spoken to are named, when no clause around a cue tells.</summary>
    public TextSpan? Addressee { get; init; }

    /// <summary>Words outside the content among which the time of saying stands: a signature, the line below a post.</summary>
    public SpanList Stamp { get; init; } = SpanList.Empty;

    /// <summary>What the statement does, where its form tells; null to read it off the cue.</summary>
    public SpeechAct? Act { get; init; }
}
