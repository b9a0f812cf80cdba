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
    string? Reason);
