using System.Globalization;
using Counterclaim.Model;
using NodaTime;
using NodaTime.Calendars;

namespace Counterclaim.Reading.Times;

/// <summary>The stretch of a timeline that a TIMEX3 value stands for.</summary>
/// <remarks>
/// Seasons are those of the northern hemisphere's weather services (spring March to May); parts of the day are six hours each, the night twelve, so that
/// it ends on the day after. "Early", "mid" and "late" are thirds of what they modify.
/// </remarks>
internal static class TimexInterval
{
    /// <summary>Null for amounts, sets, references, years before our era, and what is no value.</summary>
    public static (TimeInterval Interval, TimeGranularity Granularity)? Of(string? value, TimeModifier? modifier)
    {
        if (value is null || value.Length < 2 || !char.IsAsciiDigit(value[0])) return null;
        if (value.IndexOf('T') is >= 10 and var time) return OfTime(value.AsSpan(0, time), value.AsSpan(time + 1));
        if (OfDate(value) is not { } date) return null;
        var interval = new TimeInterval(date.From.ToDateTimeUnspecified(), date.To.ToDateTimeUnspecified());
        return (Third(interval, modifier), date.Granularity);
    }

    private static TimeInterval Third(TimeInterval whole, TimeModifier? modifier)
    {
        if (modifier is not (TimeModifier.Start or TimeModifier.Mid or TimeModifier.End)) return whole;
        var days = (int)(whole.To - whole.From).TotalDays;
        if (days < 3) return whole;
        var (first, second) = (whole.From.AddDays(days / 3), whole.From.AddDays(days - days / 3));
        return modifier switch
        {
            TimeModifier.Start => whole with { To = first },
            TimeModifier.Mid => new TimeInterval(first, second),
            _ => whole with { From = second },
        };
    }

    private static (LocalDate From, LocalDate To, TimeGranularity Granularity)? OfDate(ReadOnlySpan<char> value)
    {
        var length = value.IndexOf('-') is >= 0 and var dash ? dash : value.Length;
        if (!int.TryParse(value[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        if (length == value.Length)
            return length switch
            {
                2 when number < 99 => (Year(Math.Max(1, number * 100)), Year((number + 1) * 100), TimeGranularity.Century),
                3 when number is > 0 and < 990 => (Year(number * 10), Year((number + 1) * 10), TimeGranularity.Decade),
                4 when number is >= 1 and < 9998 => (Year(number), Year(number + 1), TimeGranularity.Year),
                _ => null,
            };
        if (length != 4 || number is < 1 or >= 9998) return null;
        var rest = value[5..];
        if (rest is ['W', _, _, ..] && int.TryParse(rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week >= 1 && week <= WeekYearRules.Iso.GetWeeksInWeekYear(number))
        {
            var monday = WeekYearRules.Iso.GetLocalDate(number, week, IsoDayOfWeek.Monday);
            return rest.EndsWith("-WE") ? (monday.PlusDays(5), monday.PlusDays(7), TimeGranularity.Weekend) : (monday, monday.PlusDays(7), TimeGranularity.Week);
        }
        return rest switch
        {
            "H1" => Months(number, 1, 6, TimeGranularity.Half),
            "H2" => Months(number, 7, 6, TimeGranularity.Half),
            ['Q', >= '1' and <= '4'] => Months(number, 3 * (rest[1] - '0') - 2, 3, TimeGranularity.Quarter),
            "SP" => Months(number, 3, 3, TimeGranularity.Season),
            "SU" => Months(number, 6, 3, TimeGranularity.Season),
            "FA" => Months(number, 9, 3, TimeGranularity.Season),
            "WI" => Months(number, 12, 3, TimeGranularity.Season),
            _ => OfMonthOrDay(number, rest),
        };
    }

    private static (LocalDate From, LocalDate To, TimeGranularity Granularity)? OfMonthOrDay(int year, ReadOnlySpan<char> rest)
    {
        if (rest.Length is not (2 or 5) || !int.TryParse(rest[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12) return null;
        if (rest.Length == 2) return Months(year, month, 1, TimeGranularity.Month);
        if (rest[2] != '-' || !int.TryParse(rest[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return null;
        var date = new LocalDate(year, month, day);
        return (date, date.PlusDays(1), TimeGranularity.Day);
    }

    private static (TimeInterval, TimeGranularity)? OfTime(ReadOnlySpan<char> date, ReadOnlySpan<char> time)
    {
        if (OfDate(date) is not { Granularity: TimeGranularity.Day } day) return null;
        var midnight = day.From.ToDateTimeUnspecified();
        (int From, int To)? hours = time switch
        {
            "MO" => (6, 12),
            "AF" => (12, 18),
            "EV" => (18, 24),
            "NI" => (18, 30),
            "MI" => (0, 6),
            "DT" => (6, 18),
            _ => null,
        };
        if (hours is { } part) return (new TimeInterval(midnight.AddHours(part.From), midnight.AddHours(part.To)), TimeGranularity.DayPart);
        if (time.Length < 5 || time[2] != ':' || !int.TryParse(time[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 24
            || !int.TryParse(time[3..5], NumberStyles.None, CultureInfo.InvariantCulture, out var minute) || minute > 59) return null;
        var from = midnight.AddMinutes(hour * 60 + minute);
        return (new TimeInterval(from, from.AddMinutes(1)), TimeGranularity.Minute);
    }

    private static LocalDate Year(int year) => new(year, 1, 1);

    private static (LocalDate, LocalDate, TimeGranularity) Months(int year, int month, int count, TimeGranularity granularity)
    {
        var first = new LocalDate(year, month, 1);
        return (first, first.PlusMonths(count), granularity);
    }
}
