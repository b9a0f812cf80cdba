namespace Counterclaim.Model;

/// <summary>An expression of time in the sense of TIMEX3 (ISO-TimeML).</summary>
/// <param name="Value">ISO 8601 as TIMEX3 extends it ("2025-11-10", "2025-W45", "P3D", "PRESENT_REF"); null while unresolved.</param>
public sealed record TimeExpression(string Id, TextSpan Span, TimeType Type, string? Value);

public enum TimeType
{
    Date,
    Time,
    Duration,
    Set,
}
