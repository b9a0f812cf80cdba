using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Dates whose parts are joined by slashes or hyphens, a month's name among them or not.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"23/Sep/2020", "Sep-23-2020", "2019-aug-01", "Dec/2018", "Oct/2": a month's name with a day, a year or both, nothing between but strokes.</summary>
    private FoundTime? JoinedDateAt(int i)
    {
        int? day = null, month = null, year = null;
        var j = i;
        for (var parts = 0; parts < 3; parts++)
        {
            if (Kind(j) is TimeWordKind.Month or TimeWordKind.SmallMonth && month is null) month = Value(j);
            else if (Kind(j) == TimeWordKind.Number && IsDigits(j) && _words[j].End - _words[j].Start == 4 && Value(j) is >= 1900 and <= 2100 && year is null) year = Value(j);
            else if (IsDayNumber(j) && IsDigits(j) && Kind(j) == TimeWordKind.Number && _words[j].End - _words[j].Start <= 2 && day is null) day = Value(j);
            else if (parts == 2) // "Dec/2018-May/2019"
            {
                j--;
                break;
            }
            else return null;
            j++;
            if (Kind(j) is not (TimeWordKind.Hyphen or TimeWordKind.Slash) || !Touch(j - 1, j) || !Touch(j, j + 1)) break;
            if (parts < 2) j++;
        }
        if (month is not { } m || day is null && year is null || j - i < 3) return null;
        if (day is not { } d) return FoundTime.OfDate(i, j, CalendarValue.Month(year!.Value, m), "month") with { FixedYear = true };
        if (year is null) return Dated(i, j, m, d);
        return DateOrNull(year.Value, m, d) is { } date ? FoundTime.OfDate(i, j, CalendarValue.Day(date), "date") with { FixedYear = true } : null;
    }

    /// <summary>
    /// "on 5/12": a month and a day in the American order unless the first number can be no month. Fractions look the same: a report must say "on" or "since",
    /// only where people speak to each other do other words do.
    /// </summary>
    private FoundTime? PairAt(int i)
    {
        if (Kind(i) != TimeWordKind.Pair || CountsThings(i + 1)) return null;
        var (first, second) = (Value(i) / 100, Value(i) % 100);
        var (month, day) = first > 12 ? (second, first) : (first, second);
        if (month > 12) return null;
        var listed = _found is [.., { Rule: "pair", End: var end }] && end == i - 1;
        var told = Is(i - 1, "on") || Is(i - 1, "since") || listed || Kind(i - 1) is TimeWordKind.Weekday or TimeWordKind.This or TimeWordKind.Next
            || (IsAddressed || (IsJoint(i + 1) || IsJoint(i - 1)) && (Kind(i + 2) is TimeWordKind.Pair or TimeWordKind.CalendarDate || Kind(i - 2) is TimeWordKind.Pair))
            && Kind(i - 1) is TimeWordKind.Preposition or TimeWordKind.From or TimeWordKind.Before or TimeWordKind.After or TimeWordKind.And or TimeWordKind.Hyphen;
        if (!told) return null;
        var start = Kind(i - 1) is TimeWordKind.This or TimeWordKind.Next ? i - 1 : i;
        if (month == 9 && day == 11 && !IsAddressed) return FoundTime.OfDate(start, i + 1, CalendarValue.Day(new LocalDate(2001, 9, 11)), "pair") with { FixedYear = true };
        var year = YearAfter(i + 1) ?? (IsJoint(i + 1) && Kind(i + 2) == TimeWordKind.CalendarDate && NumericDateAt(i + 2)?.Date is { } ends ? ends.Year : null);
        var after = YearAfter(i + 1) is null ? i + 1 : Kind(i + 1) == TimeWordKind.Comma ? i + 3 : i + 2;
        var date = year is { } known ? DateOrNull(known, month, day) : anchors.Day(month, day, DirectionAt(i));
        return FoundTime.OfDate(start, after, date is { } found ? CalendarValue.Day(found) : null, "pair") with { FixedYear = year is not null };
    }
}
