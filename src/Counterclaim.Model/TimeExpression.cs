namespace Counterclaim.Model;

/// <summary>An expression of time in the sense of TIMEX3 (ISO-TimeML).</summary>
/// <param name="Value">ISO 8601 as TIMEX3 extends it ("2025-11-10", "2025-W45", "P3D", "PRESENT_REF"); null while unresolved.</param>
public sealed record TimeExpression(string Id, TextSpan Span, TimeType Type, string? Value)
{
    /// <summary>How exact it is; null for amounts, sets and what is unresolved.</summary>
    public TimeGranularity? Granularity { get; init; }

    /// <summary>The stretch of a timeline it covers, in the text's own local time; null for amounts, sets and what is unresolved.</summary>
    public TimeInterval? Interval { get; init; }

    /// <summary>TIMEX3's mod: "early November", "about two weeks ago".</summary>
    public TimeModifier? Modifier { get; init; }

    /// <summary>The happening it is counted from, where that is no date ("day one of <em>the siege</em>", "two days after <em>the vote</em>").</summary>
    public TextSpan? Anchor { get; init; }

    /// <summary>The expression that ends the range this one begins ("from <em>3 May</em> to <em>5 May</em>").</summary>
    public string? Until { get; init; }
}

public enum TimeType
{
    Date,
    Time,
    Duration,
    Set,
}

public enum TimeGranularity
{
    Minute,

    /// <summary>Morning, afternoon, evening, night.</summary>
    DayPart,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
}

/// <summary>The values of TIMEX3's mod that English news uses.</summary>
public enum TimeModifier
{
    Start,
    Mid,
    End,
    Approx,
}

/// <summary>A stretch of local time, its end exclusive.</summary>
/// <param name="From">First moment; of unspecified zone.</param>
/// <param name="To">First moment after it; of unspecified zone.</param>
public readonly record struct TimeInterval(DateTime From, DateTime To);
