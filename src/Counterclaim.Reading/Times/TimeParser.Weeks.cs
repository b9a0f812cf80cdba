using Counterclaim.Model;
using NodaTime;
using NodaTime.Calendars;

namespace Counterclaim.Reading.Times;

/// <summary>Days within weeks, weeks named by a day, and what is left of a period.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"Monday of last week", "Wednesday evening next week", "next week on Tuesday".</summary>
    private FoundTime? WeekdayInWeekAt(int i)
    {
        if (IsWeekday(i))
        {
            var j = Kind(i + 1) == TimeWordKind.DayPart ? i + 2 : i + 1;
            var part = j - 1;
            if (Kind(j) == TimeWordKind.Of) j++;
            if (Kind(j) == TimeWordKind.The) j++;
            return RelativeWeekAt(j) is { } week ? DayOfWeek(i, week.End, week, i, part) : null;
        }
        if (RelativeWeekAt(i) is not { } first) return null;
        var day = Is(first.End, "on") ? first.End + 1 : first.End;
        if (!IsWeekday(day) && Kind(day) != TimeWordKind.WeekdayAbbreviation) return null;
        return DayOfWeek(i, Kind(day + 1) == TimeWordKind.DayPart ? day + 2 : day + 1, first, day, day + 1);
    }

    private FoundTime DayOfWeek(int start, int end, FoundTime week, int weekday, int part)
    {
        var day = week.Date is { } monday ? CalendarValue.Day(monday.Start.PlusDays(Value(weekday) - 1)) : (CalendarValue?)null;
        var found = FoundTime.OfDate(start, end, day, "weekday") with { FromPublication = true };
        return Kind(part) == TimeWordKind.DayPart && part != weekday ? found with { Type = TimeType.Time, Value = found.Value is null ? null : found.Value + TimeLexicon.DayParts[Value(part)] } : found;
    }

    private bool IsWeekday(int i) => Kind(i) == TimeWordKind.Weekday && _words[i].In(_text)[^1] is not 's';

    private FoundTime? RelativeWeekAt(int i) =>
        Kind(i) is TimeWordKind.Last or TimeWordKind.Next or TimeWordKind.This or TimeWordKind.That or TimeWordKind.Same && Kind(i + 1) == TimeWordKind.Unit && UnitOf(i + 1) == TimeUnit.Week && !IsPlural(i + 1)
        && RelativeAt(i, hasArticle: Kind(i - 1) == TimeWordKind.The) is { Type: TimeType.Date, End: var end } week && end == i + 2 ? week : null;

    /// <summary>"Friday the 13th", "Tuesday 4th", and said to somebody "Monday 21": the nearest day that is both.</summary>
    private FoundTime? WeekdayOfNumberAt(int i)
    {
        var j = Kind(i + 1) == TimeWordKind.The ? i + 2 : i + 1;
        var (end, number) = SpokenDayAt(j) ?? (j + 1, Kind(j) is TimeWordKind.Ordinal or TimeWordKind.Number ? Value(j) : 0);
        if (number is < 1 or > 31 || Kind(j) == TimeWordKind.Number && end == j + 1 && !(IsDigits(j) && IsAddressed && _words[j].End - _words[j].Start == 2)) return null;
        if (CountsThings(end) && Kind(end) is not (TimeWordKind.Number or TimeWordKind.Unit) || Kind(end) is TimeWordKind.Hyphen or TimeWordKind.Unit or TimeWordKind.Month or TimeWordKind.MeridiemMark) return null;
        var date = anchors.WeekdayOfNumber(Value(i), number, DirectionAt(i));
        return FoundTime.OfDate(i, end, date is { } day ? CalendarValue.Day(day) : null, "date");
    }

    /// <summary>"the last Friday of April", "the first Monday in May 2024".</summary>
    private FoundTime? WeekdayOfMonthAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        var fromEnd = Kind(j) == TimeWordKind.Last && Value(j) == 0;
        if (!fromEnd && !(Kind(j) == TimeWordKind.Ordinal && Value(j) <= 5) || !IsWeekday(j + 1) || !(Kind(j + 2) == TimeWordKind.Of || Is(j + 2, "in"))) return null;
        if ((MonthNameAt(j + 3, early: true) ?? PresentStretchAt(j + 3) ?? RelativeAt(j + 3, hasArticle: false)) is not { Date: { Granularity: Granularity.Month } month } whole) return null;
        var weekday = (IsoDayOfWeek)Value(j + 1);
        var day = fromEnd ? month.Start.PlusMonths(1).Previous(weekday) : month.Start.PlusDays(-1).Next(weekday).PlusWeeks(Value(j) - 1);
        return FoundTime.OfDate(i, whole.End, day.Month == month.Start.Month ? CalendarValue.Day(day) : null, "date") with { FixedYear = whole.FixedYear };
    }

    /// <summary>"the week of April 10", "the week beginning 4 February", "the weekend of 3 May".</summary>
    private FoundTime? WeekHoldingAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        if (Kind(j) != TimeWordKind.Unit || IsPlural(j) || UnitOf(j) is not (TimeUnit.Week or TimeUnit.Weekend)) return null;
        if (Kind(j + 1) != TimeWordKind.Of && !Is(j + 1, "beginning") && !Is(j + 1, "starting") && !Is(j + 1, "commencing") && !Is(j + 1, "ending")) return null;
        var k = Is(j + 2, "on") ? j + 2 + 1 : j + 2;
        if ((DayMonthAt(k) ?? HolidayAt(k)) is not { } day) return null;
        return FoundTime.OfDate(i, day.End, day.Date is { } date ? CalendarValue.Around(date.Start, UnitOf(j)) : null, "week of") with { FixedYear = day.FixedYear };
    }

    /// <summary>"week 31 of 2018", "the week 31": by its number in the year (ISO 8601).</summary>
    private FoundTime? WeekNumberAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        if (Kind(j) != TimeWordKind.Unit || UnitOf(j) != TimeUnit.Week || IsPlural(j) || Kind(j + 1) != TimeWordKind.Number || !IsDigits(j + 1) || Value(j + 1) is < 1 or > 53) return null;
        var (year, end) = TrailingYear(j + 2);
        if (year is null && (j == i || Kind(j + 2) == TimeWordKind.Of || CountsThings(j + 2))) return null;
        if ((year ?? anchors.Published?.Year) is not { } known || known is < 1 or > 9998 || Value(j + 1) > WeekYearRules.Iso.GetWeeksInWeekYear(known)) return null;
        return FoundTime.OfDate(i, end, CalendarValue.Around(WeekYearRules.Iso.GetLocalDate(known, Value(j + 1), IsoDayOfWeek.Monday), TimeUnit.Week), "week of") with { FixedYear = year is not null };
    }

    /// <summary>"the first three months of 2024", "the last two weeks of May": an amount with its place in a longer period.</summary>
    private FoundTime? PartsOfAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        var fromEnd = Kind(j) == TimeWordKind.Last && Value(j) == 0;
        if (!fromEnd && !(Kind(j) == TimeWordKind.Ordinal && Value(j) == 1)) return null;
        if (AmountAt(j + 1) is not { Whole: { } count } amount || count is < 1 or > 1000 || Kind(amount.End) != TimeWordKind.Unit || Kind(amount.End + 1) != TimeWordKind.Of) return null;
        var (unit, k) = (UnitOf(amount.End), amount.End + 2);
        if (unit is < TimeUnit.Day or > TimeUnit.Year || (MonthNameAt(k, early: true) ?? YearAt(k) ?? PresentStretchAt(k) ?? RelativeAt(k, hasArticle: false) ?? DecadeAt(Kind(k) == TimeWordKind.The ? k + 1 : k)) is not { Type: TimeType.Date } whole) return null;
        var found = FoundTime.OfDuration(i, whole.End, amount.Text, unit) with { Date = whole.Date, FixedYear = whole.FixedYear };
        if (TimexInterval.Of(whole.Value, null) is not { } known) return found;
        var (from, to) = (LocalDate.FromDateTime(known.Interval.From), LocalDate.FromDateTime(known.Interval.To));
        return (fromEnd ? CalendarValue.Shift(to, unit, -count) : CalendarValue.Shift(from, unit, count)) is { } edge && edge >= from && edge <= to
            ? found with { Covers = fromEnd ? new TimeInterval(edge.ToDateTimeUnspecified(), known.Interval.To) : new TimeInterval(known.Interval.From, edge.ToDateTimeUnspecified()) }
            : found;
    }

    /// <summary>"the rest of the week", "the remainder of this year", "the rest of May": from the day of publication on, where that lies in it.</summary>
    private FoundTime? RestAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        if (Kind(j) != TimeWordKind.Rest || Kind(j + 1) != TimeWordKind.Of) return null;
        if ((PresentStretchAt(j + 2) ?? RelativeAt(j + 2, hasArticle: false) ?? MonthNameAt(j + 2, early: true) ?? YearAt(j + 2)) is not { Type: TimeType.Date } whole) return null;
        var rest = whole with { Start = i, Modifier = TimeModifier.End };
        if (anchors.Published is not { } day || TimexInterval.Of(whole.Value, null) is not { } known) return rest;
        var today = day.ToDateTimeUnspecified();
        return today > known.Interval.From && today < known.Interval.To ? rest with { Covers = known.Interval with { From = today } } : rest;
    }
}
