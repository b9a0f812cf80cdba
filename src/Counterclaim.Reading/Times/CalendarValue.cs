using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Counterclaim.Reading.Times;

internal enum Granularity
{
    Century, Decade, Year, Half, Season, Quarter, Month, Week, Weekend, Day,
}

/// <summary>A stretch of the calendar that TIMEX3 has a value for.</summary>
/// <param name="Start">Its first day.</param>
internal readonly record struct CalendarValue(LocalDate Start, Granularity Granularity)
{
    /// <summary>TIMEX3's spelling of a season or half ("WI", "H1"); null for everything else.</summary>
    public string? Part { get; init; }

    public int Year => Start.Year;

    public static CalendarValue Day(LocalDate day) => new(day, Granularity.Day);

    public static CalendarValue Month(int year, int month) => new(new LocalDate(year, month, 1), Granularity.Month);

    public static CalendarValue OfYear(int year) => new(new LocalDate(year, 1, 1), Granularity.Year);

    public static CalendarValue Quarter(int year, int quarter) => new(new LocalDate(year, 3 * quarter - 2, 1), Granularity.Quarter);

    /// <summary>The stretch of a unit that a day lies in.</summary>
    public static CalendarValue Around(LocalDate day, TimeUnit unit) => unit switch
    {
        TimeUnit.Week or TimeUnit.Fortnight => new(Monday(day), Granularity.Week),
        TimeUnit.Weekend => new(Monday(day).PlusDays(5), Granularity.Weekend),
        TimeUnit.Month => Month(day.Year, day.Month),
        TimeUnit.Quarter => Quarter(day.Year, (day.Month + 2) / 3),
        TimeUnit.Year => OfYear(day.Year),
        TimeUnit.Decade => new(new LocalDate(day.Year / 10 * 10, 1, 1), Granularity.Decade),
        TimeUnit.Century => new(new LocalDate(day.Year / 100 * 100, 1, 1), Granularity.Century),
        _ => Day(day),
    };

    /// <summary>A date so many units away; null where the calendar ends.</summary>
    public static LocalDate? Shift(LocalDate day, TimeUnit unit, int count)
    {
        var years = unit switch { TimeUnit.Year => 1, TimeUnit.Decade => 10, TimeUnit.Century => 100, _ => 0 };
        if (Math.Abs((long)count * Math.Max(1, years)) > 5000 && years > 0 || Math.Abs((long)count) > 500_000) return null;
        var year = day.Year + (long)count * years;
        if (years > 0 && year is < 1 or > 9998) return null;
        try
        {
            return unit switch
            {
                TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour => day,
                TimeUnit.Day => day.PlusDays(count),
                TimeUnit.Week or TimeUnit.Weekend => day.PlusWeeks(count),
                TimeUnit.Fortnight => day.PlusWeeks(2 * count),
                TimeUnit.Month => day.PlusMonths(count),
                TimeUnit.Quarter => day.PlusMonths(3 * count),
                _ => day.PlusYears(count * years),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public override string ToString()
    {
        var week = Granularity is Granularity.Week or Granularity.Weekend ? WeekYearRules.Iso.GetWeekOfWeekYear(Start) : 0;
        var weekYear = week > 0 ? WeekYearRules.Iso.GetWeekYear(Start) : 0;
        return Granularity switch
        {
            Granularity.Century => Invariant($"{Year / 100:D2}"),
            Granularity.Decade => Invariant($"{Year / 10:D3}"),
            Granularity.Year => Invariant($"{Year:D4}"),
            Granularity.Half or Granularity.Season => Invariant($"{Year:D4}-{Part}"),
            Granularity.Quarter => Invariant($"{Year:D4}-Q{(Start.Month + 2) / 3}"),
            Granularity.Month => Invariant($"{Year:D4}-{Start.Month:D2}"),
            Granularity.Week => Invariant($"{weekYear:D4}-W{week:D2}"),
            Granularity.Weekend => Invariant($"{weekYear:D4}-W{week:D2}-WE"),
            _ => Invariant($"{Year:D4}-{Start.Month:D2}-{Start.Day:D2}"),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
