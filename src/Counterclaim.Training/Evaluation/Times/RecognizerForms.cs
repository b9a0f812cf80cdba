using System.Globalization;
using System.Xml;
using NodaTime;
using NodaTime.Calendars;

namespace Counterclaim.Training.Evaluation.Times;

/// <summary>The spellings of values in that suite and in TIMEX3, brought to one form.</summary>
internal static class RecognizerForms
{
    /// <summary>"18:30" of "2016-11-08T18:30".</summary>
    public static string? ClockOf(string? value) => value?.IndexOf('T') is >= 0 and var t && t + 5 < value.Length && char.IsAsciiDigit(value[t + 1]) ? value.Substring(t + 1, 5) : null;

    /// <summary>"TMO" of "2016-11-08TMO".</summary>
    public static string? PartOf(string? value) => value?.IndexOf('T') is >= 0 and var t && t + 1 < value.Length && char.IsAsciiLetter(value[t + 1]) && value[0] != 'P' ? value[t..] : null;

    public static DateTime? Moment(string? value) => value is { Length: >= 10 } && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    /// <summary>The minute that "2016-11-08T18:30" names.</summary>
    public static DateTime? MomentOf(string? value) => value is { Length: 16 } && DateTime.TryParseExact(value, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    public static double? Number(string? value) => double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>"P2W" of "(2021-05-03,2021-05-17,P2W)".</summary>
    public static string? LengthOf(string? timex) => timex is ['(', .., ')'] && timex.LastIndexOf(',') is > 0 and var comma ? timex[(comma + 1)..^1] : null;

    /// <summary>"XXXX-WXX-1T16" for "XXXX-WXX-1T16:00", "T16" for "XXXX-XX-XXT16:00", "P1WE" and "XXXX-WXX-WE" alike.</summary>
    public static string? SetForm(string? value)
    {
        if (value is null) return null;
        if (value is "XXXX-WXX-WE") return "P1WE";
        if (value is "P0.5Y") return "P6M";
        if (value.StartsWith("XXXX-XX-XXT", StringComparison.Ordinal)) value = value[10..];
        return value.EndsWith(":00", StringComparison.Ordinal) ? value[..^3] : value;
    }

    /// <summary>The Monday of "2018-W31".</summary>
    public static DateTime? WeekOf(string? value) =>
        value is { Length: 8 } && value[4..6] == "-W" && int.TryParse(value[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && int.TryParse(value[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            ? WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday).ToDateTimeUnspecified()
            : null;

    /// <summary>Amounts as long as each other but for the days of a month or year.</summary>
    public static bool AreAlike(double? ours, double? theirs) => ours is { } a && theirs is { } b && Math.Abs(a - b) <= 0.003 * b;

    public static double? Seconds(string? duration)
    {
        const double Day = 86_400;
        if (duration is null || duration.Length < 3 || duration[0] != 'P') return null;
        var amount = duration.Replace('X', '3');
        if (amount.EndsWith("WE", StringComparison.Ordinal)) return Count(amount[1..^2]) * 2 * Day;
        if (amount.EndsWith("DE", StringComparison.Ordinal)) return Count(amount[1..^2]) * 3650 * Day;
        if (amount.EndsWith("CE", StringComparison.Ordinal)) return Count(amount[1..^2]) * 36_500 * Day;
        if (Count(amount[1..^1]) is { } count) // also what XML has not: weeks, quarters, fractions of years and days
            switch (amount[^1])
            {
                case 'W': return count * 7 * Day;
                case 'Q': return count * 90 * Day;
                case 'Y': return count * 365 * Day;
                case 'M' when !amount.Contains('T'): return count * 30 * Day;
                case 'D': return count * Day;
            }
        if (amount.StartsWith("PT", StringComparison.Ordinal) && amount.EndsWith('H') && Count(amount[2..^1]) is { } hours) return hours * 3600;
        try
        {
            return XmlConvert.ToTimeSpan(amount).TotalSeconds;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }

        static double? Count(string digits) => double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) ? count : null;
    }
}
