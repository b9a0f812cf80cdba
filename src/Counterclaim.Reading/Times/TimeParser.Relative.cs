using Counterclaim.Model;
using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Expressions counted from the day of publication or from the date the text is at.</summary>
internal sealed partial class TimeParser
{
    private FoundTime? DeicticAt(int i)
    {
        if (Kind(i) != TimeWordKind.Deictic || IsTitle(i)) return null;
        var (days, part) = Value(i) switch
        {
            TimeLexicon.Yesterday => (-1, ""),
            TimeLexicon.Tomorrow => (1, ""),
            TimeLexicon.Tonight => (0, "TNI"),
            TimeLexicon.Overnight => (0, "TNI"),
            _ => (0, ""),
        };
        if (Value(i) is TimeLexicon.Noon or TimeLexicon.Midnight or TimeLexicon.Dawn or TimeLexicon.Dusk) return null;
        var day = anchors.Published?.PlusDays(days);
        var date = day is { } d ? CalendarValue.Day(d) : (CalendarValue?)null;
        if (part.Length > 0)
            return new FoundTime(i, i + 1, TimeType.Time, date is { } v ? v + part : null, "deictic") { Covers = Value(i) == TimeLexicon.Overnight && day is { } today && DirectionAt(i) != Direction.Future ? NightBefore(today) : null, Date = Value(i) == TimeLexicon.Tonight ? date : null, FromPublication = true };
        return FoundTime.OfDate(i, i + 1, date, "deictic") with { FromPublication = true };
    }

    /// <summary>What happened "overnight" did so in the night that ended on the day of publication.</summary>
    private static TimeInterval NightBefore(LocalDate day)
    {
        const int Evening = 18, Morning = 6;
        var midnight = day.ToDateTimeUnspecified();
        return midnight.Year > 1 ? new TimeInterval(midnight.AddHours(Evening - 24), midnight.AddHours(Morning)) : new TimeInterval(midnight, midnight.AddHours(Morning));
    }

    /// <summary>"the day before yesterday", "the day after tomorrow", "the day before", "the day after".</summary>
    private FoundTime? DayBeforeAt(int i)
    {
        if (Kind(i) != TimeWordKind.The || Kind(i + 1) != TimeWordKind.Unit || UnitOf(i + 1) != TimeUnit.Day || IsPlural(i + 1)
            || Kind(i + 2) is not (TimeWordKind.Before or TimeWordKind.After)) return null;
        var step = Kind(i + 2) == TimeWordKind.Before ? -1 : 1;
        if (DeicticAt(i + 3) is { Date: { } day } deictic) return FoundTime.OfDate(i, deictic.End, CalendarValue.Day(day.Start.PlusDays(step)), "deictic");
        if (Exists(i + 3) && Kind(i + 3) < TimeWordKind.Hyphen) return null; // "the day after the vote"
        return FoundTime.OfDate(i, i + 3, RunningShift(TimeUnit.Day, step), "running");
    }

    /// <summary>"last week", "next Monday", "this summer", "the following year", "that day", "the same month", "last night".</summary>
    private FoundTime? RelativeAt(int i, bool hasArticle)
    {
        var head = Kind(i);
        if (head is not (TimeWordKind.Last or TimeWordKind.Next or TimeWordKind.This or TimeWordKind.That or TimeWordKind.Same)) return null;
        var manner = Value(i);
        var j = i + 1;
        if (head == TimeWordKind.That && Kind(j) == TimeWordKind.Same) j++;
        if (head == TimeWordKind.This && Kind(j) is TimeWordKind.Last or TimeWordKind.Next) // "this past spring", "this coming Sunday"
        {
            (head, manner) = (Kind(j), 0);
            j++;
        }
        else if (head is TimeWordKind.Next or TimeWordKind.Last or TimeWordKind.This && Kind(j) == TimeWordKind.Fiscal && Kind(j + 1) == TimeWordKind.Unit)
        {
            j++;
        }
        var step = head switch { TimeWordKind.Last => -1, TimeWordKind.Next => 1, _ => 0 };
        var fromRunning = head is TimeWordKind.That or TimeWordKind.Same || manner == 2 && head != TimeWordKind.This
            || (hasArticle && head == TimeWordKind.Next && manner == 0);
        return Kind(j) switch
        {
            TimeWordKind.Unit => RelativeUnit(i, j, head, step, manner, fromRunning, hasArticle),
            TimeWordKind.DayPart => RelativeDayPart(i, j, step, fromRunning, head),
            TimeWordKind.Weekday when !fromRunning => RelativeWeekday(i, j, head),
            TimeWordKind.Weekday => FoundTime.OfDate(i, j + 1, anchors.Running is { } at ? CalendarValue.Day(OnWeekday(at.Start, Value(j), step)) : null, "running"),
            TimeWordKind.Month when !fromRunning => RelativeMonth(i, j, step),
            TimeWordKind.Season when !fromRunning => RelativeSeason(i, j, step),
            TimeWordKind.Holiday or TimeWordKind.HolidayStart when step != 0 && FeastAt(j) is { } feast => RelativeFeast(i, feast.End, feast.Feast, step),
            _ => null,
        };
    }

    private FoundTime? RelativeUnit(int i, int j, TimeWordKind head, int step, int manner, bool fromRunning, bool hasArticle)
    {
        var unit = UnitOf(j);
        if (IsPlural(j)) return head == TimeWordKind.This && manner == 2 && unit == TimeUnit.Day ? new FoundTime(i, j + 1, TimeType.Date, "PRESENT_REF", "reference") : null;
        if (IsTitle(j)) return null;
        if (unit < TimeUnit.Day) // "in the last hour", but "the last minute", "at the last second"
            return unit == TimeUnit.Hour && step != 0 && manner < 2 && Kind(j + 1) != TimeWordKind.Of && (manner == 1 || Kind(i - 1) != TimeWordKind.Other || !hasArticle && IsAddressed)
                ? Covering(FoundTime.OfDuration(i, j + 1, "1", unit), step, 1, unit)
                : null;
        if (manner == 1 && head != TimeWordKind.This && unit != TimeUnit.Day) return Covering(FoundTime.OfDuration(i, j + 1, "1", unit), step, 1, unit); // "the past week"
        if (unit == TimeUnit.Day && head == TimeWordKind.Last && manner == 1 && Kind(j + 1) != TimeWordKind.Of) return Covering(FoundTime.OfDuration(i, j + 1, "1", unit), step, 1, unit); // "over the past day"
        if (unit == TimeUnit.Day && head is TimeWordKind.Last or TimeWordKind.This) return null; // "the last day of the siege"
        if (head == TimeWordKind.Last && hasArticle && manner == 0) return Covering(FoundTime.OfDuration(i, j + 1, "1", unit), step, 1, unit); // "over the last year"
        if (unit == TimeUnit.Weekend && head == TimeWordKind.This) return WeekendOf(i, j + 1, DirectionAt(i));
        if (fromRunning || unit == TimeUnit.Day) return FoundTime.OfDate(i, j + 1, RunningShift(unit, step), "running");
        var date = anchors.Published is { } day && CalendarValue.Shift(day, unit, step) is { } shifted ? CalendarValue.Around(shifted, unit) : (CalendarValue?)null;
        return FoundTime.OfDate(i, j + 1, date, "relative") with { FromPublication = true };
    }

    private CalendarValue? RunningShift(TimeUnit unit, int step)
    {
        var at = anchors.Running?.Start ?? anchors.Published;
        if (anchors.Running is { } running && unit < TimeUnit.Week && running.Granularity is not (Granularity.Day or Granularity.Week)) return null;
        return at is { } day && CalendarValue.Shift(day, unit, step) is { } shifted ? CalendarValue.Around(shifted, unit) : null;
    }

    /// <summary>"last night", "this morning", "that evening", "the next morning".</summary>
    private FoundTime RelativeDayPart(int i, int j, int step, bool fromRunning, TimeWordKind head)
    {
        var day = fromRunning || (head == TimeWordKind.Next) ? RunningShift(TimeUnit.Day, step)
            : anchors.Published is { } published ? CalendarValue.Day(published.PlusDays(step)) : null;
        return new FoundTime(i, j + 1, TimeType.Time, day is { } d ? d + TimeLexicon.DayParts[Value(j)] : null, "day part") { Date = day, FromPublication = !fromRunning };
    }

    private FoundTime RelativeWeekday(int i, int j, TimeWordKind head)
    {
        LocalDate? day = anchors.Published is not { } published ? null : head switch
        {
            TimeWordKind.Last => OnWeekday(published, Value(j), -1),
            TimeWordKind.Next => OnWeekday(published, Value(j), 1),
            TimeWordKind.This when DirectionAt(i) == Direction.Unknown => published.PlusDays(Value(j) - (int)published.DayOfWeek), // of this week
            _ => anchors.Weekday(Value(j), DirectionAt(i)),
        };
        return FoundTime.OfDate(i, j + 1, day is { } d ? CalendarValue.Day(d) : null, "weekday") with { FromPublication = true };
    }

    /// <summary>The nearest such weekday strictly before (−1) or after (1) a day; the day itself or before for 0.</summary>
    private static LocalDate OnWeekday(LocalDate day, int weekday, int step) => step switch
    {
        < 0 => day.Previous((IsoDayOfWeek)weekday),
        > 0 => day.Next((IsoDayOfWeek)weekday),
        _ => day.PlusDays(1).Previous((IsoDayOfWeek)weekday),
    };

    private FoundTime RelativeFeast(int i, int end, Feast feast, int step)
    {
        var day = anchors.Nearest(year => Feasts.In(year, feast), step < 0 ? Direction.Past : Direction.Future);
        return FoundTime.OfDate(i, end, day is { } d ? CalendarValue.Day(d) : null, "holiday") with { FromPublication = true };
    }

    private FoundTime RelativeMonth(int i, int j, int step)
    {
        CalendarValue? date = null;
        if (anchors.Published is { } day)
        {
            var year = day.Year + (step < 0 && Value(j) >= day.Month ? -1 : step > 0 && Value(j) <= day.Month ? 1 : 0);
            date = CalendarValue.Month(year, Value(j));
        }
        return FoundTime.OfDate(i, SkipPeriod(j + 1), date, "month") with { FromPublication = true };
    }

    private FoundTime RelativeSeason(int i, int j, int step)
    {
        CalendarValue? date = null;
        if (anchors.Published is { } day)
        {
            var season = Value(j);
            var firstMonth = SeasonStart(season);
            var year = day.Year;
            if (season == TimeLexicon.Winter && day.Month <= 2) year--; // the winter that began in December
            if (step < 0 && new LocalDate(year, firstMonth, 1).PlusMonths(3) > day) year--;
            if (step > 0 && new LocalDate(year, firstMonth, 1) <= day) year++;
            date = SeasonOf(year, season);
        }
        return FoundTime.OfDate(i, j + 1, date, "season") with { FromPublication = true };
    }

    private FoundTime? WeekendAt(int i) => Kind(i) == TimeWordKind.Unit && UnitOf(i) == TimeUnit.Weekend && !IsPlural(i)
        ? WeekendOf(i, i + 1, DirectionAt(i))
        : null;

    private FoundTime WeekendOf(int start, int end, Direction direction)
    {
        CalendarValue? date = null;
        if (anchors.Published is { } day)
        {
            var ahead = direction == Direction.Future || day.DayOfWeek >= IsoDayOfWeek.Saturday;
            date = CalendarValue.Around(ahead ? day : day.PlusWeeks(-1), TimeUnit.Weekend);
        }
        return FoundTime.OfDate(start, end, date, "relative") with { FromPublication = true };
    }

    private static int SeasonStart(int season) => season == TimeLexicon.Winter ? 12 : 3 + 3 * season;

    private static CalendarValue SeasonOf(int year, int season) =>
        new(new LocalDate(year, SeasonStart(season), 1), Granularity.Season) { Part = TimeLexicon.Seasons[season] };
}
