using Counterclaim.Model;

namespace Counterclaim.Reading.Times;

/// <summary>An expression as the grammar found it, in words of its sentence.</summary>
/// <param name="Start">First word.</param>
/// <param name="End">One past the last word.</param>
/// <param name="Value">TIMEX3 value; null while unresolved.</param>
internal readonly record struct FoundTime(int Start, int End, TimeType Type, string? Value, string Rule)
{
    /// <summary>The stretch of the calendar it stands for, if it is one.</summary>
    public CalendarValue? Date { get; init; }

    /// <summary>The expression names its year.</summary>
    public bool FixedYear { get; init; }

    /// <summary>It is counted from the day of publication.</summary>
    public bool FromPublication { get; init; }

    public TimeModifier? Modifier { get; init; }

    /// <summary>What it covers where its value does not say so: an amount counted from the day of publication ("the past three days").</summary>
    public TimeInterval? Covers { get; init; }

    /// <summary>Words of the happening it is counted from, the end exclusive; empty for none.</summary>
    public (int Start, int End) Anchor { get; init; }

    /// <summary>The next expression of the sentence ends the range that this one begins.</summary>
    public bool BeginsRange { get; init; }

    /// <summary>A time of day ("T18:30") whose day another expression of the sentence may give.</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>Nothing tells whether the hour lies before or after noon: the value has the figure that the text has, on a timeline only the day is known.</summary>
    public bool HalfUnknown { get; init; }

    public static FoundTime OfDate(int start, int end, CalendarValue? date, string rule) =>
        new(start, end, TimeType.Date, date?.ToString(), rule) { Date = date };

    public static FoundTime OfDuration(int start, int end, string amount, TimeUnit unit) =>
        new(start, end, TimeType.Duration, DurationValue(amount, unit), "duration");

    /// <summary>ISO 8601 duration; "X" where the amount is left open.</summary>
    public static string DurationValue(string amount, TimeUnit unit) => amount.EndsWith(".5", StringComparison.Ordinal) && WithHalf(amount[..^2], unit) is { } mixed ? mixed : unit switch
    {
        TimeUnit.Second => $"PT{amount}S",
        TimeUnit.Minute => $"PT{amount}M",
        TimeUnit.Hour => $"PT{amount}H",
        TimeUnit.Day => $"P{amount}D",
        TimeUnit.Weekend => $"P{amount}WE",
        TimeUnit.Week => $"P{amount}W",
        TimeUnit.Fortnight => amount == "1" ? "P2W" : "PXW",
        TimeUnit.Month => $"P{amount}M",
        TimeUnit.Quarter => $"P{amount}Q",
        TimeUnit.Year => $"P{amount}Y",
        TimeUnit.Decade => $"P{amount}DE",
        _ => $"P{amount}CE",
    };

    /// <summary>Two and a half of a unit in that unit and the next smaller one, where the half is a whole number of these.</summary>
    private static string? WithHalf(string whole, TimeUnit unit) => unit switch
    {
        TimeUnit.Minute => whole == "0" ? "PT30S" : $"PT{whole}M30S",
        TimeUnit.Hour => whole == "0" ? "PT30M" : $"PT{whole}H30M",
        TimeUnit.Year => whole == "0" ? "P6M" : $"P{whole}Y6M",
        _ => null,
    };
}
