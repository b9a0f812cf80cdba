using System.Globalization;
using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Quarters and halves of a year, and the periods that figures are compared with.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"the third quarter", "third-quarter", "the fourth quarter of 2024", "the first half of the year".</summary>
    private FoundTime? QuarterAt(int i)
    {
        var start = i;
        int? year = null;
        if (IsYearNumber(i) && Kind(i + 1) == TimeWordKind.Ordinal) (year, i) = (Value(i), i + 1);
        if (Kind(i) == TimeWordKind.Fiscal) i++;
        if (Kind(i) == TimeWordKind.Hyphen) i++;
        if (Kind(i) != TimeWordKind.Ordinal || Value(i) > 4) return null;
        var j = Kind(i + 1) == TimeWordKind.Hyphen ? i + 2 : i + 1;
        var isHalf = Kind(j) == TimeWordKind.Half && Value(i) <= 2;
        if (!isHalf && !(Kind(j) == TimeWordKind.Unit && UnitOf(j) == TimeUnit.Quarter && !IsPlural(j))) return null;
        var number = Value(i);
        var end = j + 1;
        if (year is null) (year, end) = TrailingYear(end);
        if (isHalf && year is null)
        {
            if (PresentStretchAt(Kind(end) == TimeWordKind.Of ? end + 1 : end) is not { } stretch || stretch.Date is not { Granularity: Granularity.Year } present) return null;
            (year, end) = (present.Year, stretch.End);
        }
        var fixedYear = year is not null;
        var firstMonth = isHalf ? 6 * number - 5 : 3 * number - 2;
        year ??= isHalf ? anchors.YearOf(firstMonth, DirectionAt(start)) : anchors.YearOfQuarter(number, DirectionAt(start));
        CalendarValue? date = year is not { } y ? null
            : isHalf ? new CalendarValue(new LocalDate(y, firstMonth, 1), Granularity.Half) { Part = "H" + number.ToString(CultureInfo.InvariantCulture) }
            : CalendarValue.Quarter(y, number);
        return FoundTime.OfDate(start, end, date, "quarter") with { FixedYear = fixedYear };
    }

    /// <summary>"Q3", "Q3 2025", "2025-Q3".</summary>
    private FoundTime? QuarterNameAt(int i)
    {
        var j = IsYearNumber(i) ? (Kind(i + 1) == TimeWordKind.Hyphen ? i + 2 : i + 1) : i;
        if (Kind(j) != TimeWordKind.QuarterName) return null;
        var (year, end) = j > i ? (Value(i), j + 1) : TrailingYear(j + 1);
        var named = year is not null;
        if (Value(j) >= TimeLexicon.FirstHalf) // "H2" alone is a gas
            return year is { } whole ? FoundTime.OfDate(i, end, new CalendarValue(new LocalDate(whole, 1 + 6 * (Value(j) - TimeLexicon.FirstHalf), 1), Granularity.Half) { Part = "H" + (Value(j) - TimeLexicon.FirstHalf + 1).ToString(CultureInfo.InvariantCulture) }, "quarter") with { FixedYear = true } : null;
        year ??= anchors.YearOfQuarter(Value(j), DirectionAt(i));
        return FoundTime.OfDate(i, end, year is { } y ? CalendarValue.Quarter(y, Value(j)) : null, "quarter") with { FixedYear = named };
    }

    /// <summary>"the quarter", "the latest period", "the year-earlier quarter", "year-ago", "the 1988 quarter".</summary>
    private FoundTime? ComparedPeriodAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        if (Is(j, "comparable") || Is(j, "corresponding")) j++;
        var yearsBack = 0;
        int? year = null;
        if (IsYearNumber(j) && j > i) (year, j) = (Value(j), j + 1);
        else if (Is(j, "latest") && j > i) j++;
        else if (Kind(j) == TimeWordKind.Unit && UnitOf(j) == TimeUnit.Year && !IsPlural(j) && Kind(j + 1) == TimeWordKind.Hyphen && Kind(j + 2) is TimeWordKind.Earlier or TimeWordKind.Ago)
            (yearsBack, j) = (1, j + 3);
        else if (j == i) return null;
        var numbered = yearsBack > 0 && Kind(j) == TimeWordKind.Ordinal && Value(j) <= 4 && Kind(j + 1) == TimeWordKind.Unit && UnitOf(j + 1) == TimeUnit.Quarter ? Value(j) : 0;
        if (numbered > 0) j++;
        var isQuarter = Kind(j) == TimeWordKind.Unit && UnitOf(j) == TimeUnit.Quarter && !IsPlural(j);
        var isPeriod = Is(j, "period") && (yearsBack > 0 || year is not null || Is(j - 1, "latest"));
        if (!isQuarter && !isPeriod && yearsBack == 0) return null;
        if (isPeriod && year is not null && anchors.Quarter is null) return null;
        var end = isQuarter || isPeriod ? j + 1 : j;
        if (anchors.LatestQuarter() is not { } quarter) return new FoundTime(i, end, Model.TimeType.Date, null, "quarter");
        if (numbered > 0) quarter = CalendarValue.Quarter(quarter.Year, numbered);
        if (isPeriod && anchors.Quarter is null) return FoundTime.OfDate(i, end, CalendarValue.OfYear(quarter.Year - yearsBack), "quarter");
        return FoundTime.OfDate(i, end, CalendarValue.Quarter(year ?? quarter.Year - yearsBack, (quarter.Start.Month + 2) / 3), "quarter") with { FixedYear = year is not null };
    }
}
