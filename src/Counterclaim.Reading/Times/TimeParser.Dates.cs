using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Reading.Times;

/// <summary>Dates by day, month and year.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"Monday, 5 May 2025", "May 5", "5th of May", "May 2025", "2025-05-05", "5/5/2025".</summary>
    private FoundTime? DateAt(int i)
    {
        if (Kind(i) == TimeWordKind.CalendarDate) return NumericDateAt(i);
        if (JoinedDateAt(i) is { } joined) return joined;
        if (IsYearNumber(i) && Kind(i + 1) == TimeWordKind.Month && Kind(i - 1) == TimeWordKind.Preposition && !IsDayNumber(i + 2))
            return FoundTime.OfDate(i, i + 2, CalendarValue.Month(Value(i), Value(i + 1)), "month") with { FixedYear = true };
        if (Kind(i) is TimeWordKind.Weekday or TimeWordKind.WeekdayAbbreviation)
        {
            var j = i + 1;
            while (Kind(j) is TimeWordKind.Comma or TimeWordKind.Period && j < i + 3) j++;
            if (Kind(j) == TimeWordKind.The) j++;
            return (JoinedDateAt(j) ?? DayMonthAt(j) ?? PairAt(j)) is { } date ? date with { Start = i } : WeekdayOfNumberAt(i);
        }
        return DayMonthAt(i) ?? MonthNameAt(i, early: false);
    }

    private FoundTime? DayMonthAt(int i)
    {
        if (SpokenDayAt(i) is { } spoken)
        {
            var of = SkipDay(spoken.End);
            if (Kind(of) == TimeWordKind.Of) of++;
            return Kind(of) == TimeWordKind.Month ? Dated(i, SkipPeriod(of + 1), Value(of), spoken.Day) : null;
        }
        if (Kind(i) == TimeWordKind.Month)
        {
            var j = SkipPeriod(i + 1);
            if (SpokenDayAt(Kind(j) == TimeWordKind.The ? j + 1 : j) is { } day) return Dated(i, day.End, Value(i), day.Day);
            if (IsDayNumber(j) && !IsYearNumber(j) && Kind(j + 1) != TimeWordKind.MeridiemMark) return Dated(i, j + 1, Value(i), Value(j));
            if (Kind(j) == TimeWordKind.The && Kind(j + 1) == TimeWordKind.Ordinal) return Dated(i, j + 2, Value(i), Value(j + 1));
            return DayInWordsAt(j) is { } told && !CountsThings(told.End) ? Dated(i, told.End, Value(i), told.Day) : null;
        }
        if (DayInWordsAt(i) is { } words && Kind(words.End) == TimeWordKind.Month && !IsAmbiguous(words.End)) return Dated(i, SkipPeriod(words.End + 1), Value(words.End), words.Day);
        if (!IsDayNumber(i)) return null;
        var month = Kind(i) == TimeWordKind.Ordinal ? SkipDay(i + 1) : i + 1;
        if (Kind(month) == TimeWordKind.Of) month++;
        else if (Kind(month) == TimeWordKind.Hyphen && Touch(i, month)) month++;
        if (Kind(month) == TimeWordKind.Month) return Dated(i, SkipPeriod(month + 1), Value(month), Value(i));
        // "14-16 May", "14 and 15 May", "between 3 and 12 of September": the first day borrows the month.
        if (Kind(i + 1) is TimeWordKind.Hyphen or TimeWordKind.And && IsDayNumber(i + 2) && Kind(i + 3) == TimeWordKind.Of && Kind(i + 4) == TimeWordKind.Month)
            return Dated(i, i + 1, Value(i + 4), Value(i), YearAfter(SkipPeriod(i + 5)));
        if (Kind(i + 1) is TimeWordKind.Hyphen or TimeWordKind.And && IsDayNumber(i + 2) && Kind(i + 3) == TimeWordKind.Month && IsDigits(i))
            return Dated(i, i + 1, Value(i + 3), Value(i), YearAfter(SkipPeriod(i + 4)));
        return null;
    }

    /// <summary>"May twenty-nine", "fifteen August": a cardinal in words.</summary>
    private (int End, int Day)? DayInWordsAt(int i)
    {
        if (Kind(i) != TimeWordKind.Number || IsDigits(i)) return null;
        var (end, day) = CardinalAt(i);
        return day is >= 10 and <= 31 ? (end, day) : null;
    }

    /// <summary>"the third day of May".</summary>
    private int SkipDay(int i) => Is(i, "day") && Kind(i + 1) == TimeWordKind.Of ? i + 1 : i;

    /// <summary>"twenty-ninth", "thirty first": a day of the month in two words.</summary>
    private (int End, int Day)? SpokenDayAt(int i)
    {
        if (Kind(i) != TimeWordKind.Number || IsDigits(i) || Value(i) is not (20 or 30)) return null;
        var j = Kind(i + 1) == TimeWordKind.Hyphen ? i + 2 : i + 1;
        return Kind(j) == TimeWordKind.Ordinal && !IsDigits(j) && Value(j) < 10 && Value(i) + Value(j) <= 31 ? (j + 1, Value(i) + Value(j)) : null;
    }

    /// <summary>Adds the year that follows, or the one the anchors give.</summary>
    private FoundTime? Dated(int start, int end, int month, int day, int? knownYear = null)
    {
        var (year, after) = knownYear is { } known ? (known, end) : TrailingYear(end);
        if (year is null && YearOfRange(end, month) is { } borrowed) (year, after) = (borrowed, end);
        var date = year is { } y ? DateOrNull(y, month, day) : anchors.Day(month, day, DirectionAt(start));
        if (year is not null && date is null) return null;
        return FoundTime.OfDate(start, after, date is { } found ? CalendarValue.Day(found) : null, "date") with { FixedYear = year is not null };
    }

    /// <summary>", 2025", "2025", "of 2025", "of last year", "this year": a year after a month or day.</summary>
    private (int? Year, int End) TrailingYear(int end)
    {
        var j = end;
        if (Kind(j) == TimeWordKind.Comma || Kind(j) == TimeWordKind.Of || (Kind(j) == TimeWordKind.Hyphen && Touch(end - 1, j))) j++;
        else if (Is(j, "in") && IsYearNumber(j + 1) && Kind(j + 2) is not (TimeWordKind.Unit or TimeWordKind.Multiplier)) j++;
        if (IsYearNumber(j)) return (Value(j), j + 1);
        if (Kind(j - 1) == TimeWordKind.Of && Kind(j) == TimeWordKind.Number && IsDigits(j) && _words[j].End - _words[j].Start == 2 && Value(j) > 31 && !CountsThings(j + 1)) return (1900 + Value(j), j + 1); // "May of 87"
        if (YearInWordsAt(j) is { } spoken) return (spoken.Year, spoken.End);
        if (Kind(j) is TimeWordKind.Last or TimeWordKind.This or TimeWordKind.Next && Kind(j + 1) == TimeWordKind.Unit && UnitOf(j + 1) == TimeUnit.Year
            && anchors.Published is { } day)
            return (day.Year + Kind(j) switch { TimeWordKind.Last => -1, TimeWordKind.Next => 1, _ => 0 }, j + 2);
        if (Kind(j - 1) == TimeWordKind.Of && Kind(j) == TimeWordKind.The) j++;
        if (Kind(j) is TimeWordKind.That or TimeWordKind.Same && Kind(j + 1) == TimeWordKind.Unit && UnitOf(j + 1) == TimeUnit.Year && !IsPlural(j + 1) && anchors.Running is { } running)
            return (running.Year, j + 2);
        return (null, end);
    }

    /// <summary>"July-November 1954", "21 March to 21 June 1952", "from November to March 2026": the year that the end of a range gives its start.</summary>
    private int? YearOfRange(int i, int startMonth)
    {
        var spoken = Is(i, "until") || Is(i, "till") || Is(i, "through");
        if (!spoken && Kind(i) is not (TimeWordKind.Hyphen or TimeWordKind.And) || Is(i, "or") || Is(i, "and")) return null;
        var j = i + 1;
        if (IsDayNumber(j) && !IsYearNumber(j)) j++;
        if (Kind(j) != TimeWordKind.Month) return null;
        var endMonth = Value(j);
        j = SkipPeriod(j + 1);
        if (IsDayNumber(j) && !IsYearNumber(j)) j++;
        return YearAfter(j) is { } year ? (startMonth > endMonth ? year - 1 : year) : null;
    }

    private int? YearAfter(int i) => IsYearNumber(i) ? Value(i) : (Kind(i) == TimeWordKind.Comma || Is(i, "in")) && IsYearNumber(i + 1) ? Value(i + 1) : null;

    /// <summary>A month by itself or with a year: "in March", "March 2025", "last year's March".</summary>
    /// <param name="early">It follows "early", "mid" and the like, which makes a month of "May" and "March".</param>
    private FoundTime? MonthNameAt(int i, bool early)
    {
        if (Kind(i) != TimeWordKind.Month) return null;
        var end = SkipPeriod(i + 1);
        var (year, after) = TrailingYear(end);
        if (year is null && YearOfRange(end, Value(i)) is { } borrowed) (year, after) = (borrowed, end);
        if (year is { } y)
            return FoundTime.OfDate(i, after, CalendarValue.Month(y, Value(i)), "month") with { FixedYear = true };
        if (!early && !IsMonthInContext(i)) return null;
        var date = anchors.Month(Value(i), DirectionAt(i));
        return FoundTime.OfDate(i, end, date is { } first ? CalendarValue.Month(first.Year, first.Month) : null, "month");
    }

    /// <summary>Several months are also names of people, verbs and words: without a preposition or another month they do not count.</summary>
    private bool IsMonthInContext(int i)
    {
        var before = Kind(i - 1);
        var beforeName = IsCapitalised(i + 1) && Kind(i + 1) == TimeWordKind.Other; // "August Penn"
        if (beforeName && before is not (TimeWordKind.Preposition or TimeWordKind.From or TimeWordKind.Before or TimeWordKind.After or TimeWordKind.Of)) return false;
        var neighbours = before is TimeWordKind.Preposition or TimeWordKind.From or TimeWordKind.Before or TimeWordKind.After or TimeWordKind.And
            or TimeWordKind.Hyphen or TimeWordKind.Of or TimeWordKind.Month || Kind(i + 1) == TimeWordKind.Month
            || (Kind(i + 1) is TimeWordKind.And or TimeWordKind.Hyphen && Kind(i + 2) == TimeWordKind.Month);
        if (IsAmbiguous(i)) return neighbours && !beforeName;
        return neighbours || !(IsCapitalised(i - 1) && Kind(i - 1) == TimeWordKind.Other && i > 1);
    }

    private bool IsAmbiguous(int i) => Value(i) is 3 or 5 || _words[i].End - _words[i].Start <= 4;

    private FoundTime? NumericDateAt(int i)
    {
        var form = _words[i].In(_text);
        var time = form.IndexOf('T');
        var digits = time > 0 ? form[..time] : form;
        var separator = digits.Contains('/') ? '/' : digits.Contains('.') ? '.' : '-';
        Span<Range> ranges = stackalloc Range[4];
        if (digits.Split(ranges, separator) != 3) return null;
        if (!Read(digits[ranges[0]], out var a) || !Read(digits[ranges[1]], out var b) || !Read(digits[ranges[2]], out var c)) return null;
        // Year first is ISO 8601; otherwise the American order, unless the first number can be no month or dots, as in Europe, stand between.
        var date = digits[ranges[0]].Length == 4 ? DateOrNull(a, b, c)
            : digits[ranges[2]].Length is 2 or 4 ? (a > 12 || separator == '.' ? DateOrNull(Century(c), b, a) : DateOrNull(Century(c), a, b))
            : null;
        return date is { } day ? FoundTime.OfDate(i, i + 1, CalendarValue.Day(day), "date") with { FixedYear = true } : null;

        static bool Read(ReadOnlySpan<char> part, out int number) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        static int Century(int year) => year >= 100 ? year : year + (year < 50 ? 2000 : 1900);
    }

    private FoundTime? WeekdayAt(int i)
    {
        if (Kind(i) == TimeWordKind.WeekdayAbbreviation ? !IsDayInShort(i) : Kind(i) != TimeWordKind.Weekday) return null;
        if (Kind(i) == TimeWordKind.Weekday && _words[i].In(_text)[^1] is 's') // "Mondays"
            return new FoundTime(i, i + 1, TimeType.Set, $"XXXX-WXX-{Value(i)}", "set");
        var day = anchors.Weekday(Value(i), DirectionAt(i));
        return FoundTime.OfDate(i, i + 1, day is { } d ? CalendarValue.Day(d) : null, "weekday") with { FromPublication = true };
    }

    /// <summary>"on Sat at 5", "Mon 9 am", "next week Mon or Tue": an abbreviation counts beside other words of time.</summary>
    private bool IsDayInShort(int i) =>
        (Is(i - 1, "on") || _found is [.., { Rule: "weekday", End: var end }] && end == i - 1 && Kind(i - 1) is TimeWordKind.And or TimeWordKind.Comma)
        && (!Exists(i + 1) || Kind(i + 1) != TimeWordKind.Other || !IsCapitalised(i + 1))
        || Is(i + 1, "at") && HourAt(i + 2) is not null || Kind(i + 1) == TimeWordKind.Clock || Kind(i + 1) == TimeWordKind.Number && Kind(i + 2) == TimeWordKind.MeridiemMark;

    private FoundTime? YearAt(int i)
    {
        if (SpokenYearAt(i) is { } spoken) return spoken;
        if (Kind(i) == TimeWordKind.Fiscal || (Kind(i) == TimeWordKind.Unit && UnitOf(i) == TimeUnit.Year && !IsPlural(i)))
            return IsYearNumber(i + 1) ? FoundTime.OfDate(i, i + 2, CalendarValue.OfYear(Value(i + 1)), "year") with { FixedYear = true } : null;
        if (Kind(i) == TimeWordKind.Number && Kind(i + 1) == TimeWordKind.Era && Value(i) is > 0 and < 10_000)
            return new FoundTime(i, i + 2, TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"BC{Value(i):D4}"), "year");
        if (!IsYearNumber(i) || !IsYearInContext(i)) return null;
        return FoundTime.OfDate(i, i + 1, CalendarValue.OfYear(Value(i)), "year") with { FixedYear = true };
    }

    /// <summary>"nineteen ninety-six".</summary>
    private FoundTime? SpokenYearAt(int i)
    {
        if (YearInWordsAt(i) is not { } year || year.Year >= 2000 && (!(Is(i - 1, "in") || Is(i - 1, "since") || Is(i - 1, "of")) || CountsThings(year.End))) return null;
        return FoundTime.OfDate(i, year.End, CalendarValue.OfYear(year.Year), "year") with { FixedYear = true };
    }

    /// <summary>"nineteen eighty-six", "nineteen hundred ninety-three", "two thousand and fifteen".</summary>
    private (int Year, int End)? YearInWordsAt(int i)
    {
        if (Kind(i) != TimeWordKind.Number || IsDigits(i) || Value(i) is not (2 or 18 or 19 or 20)) return null;
        var (century, j) = (Value(i) * 100, i + 1);
        var isThousand = Value(i) == 2;
        if (isThousand != (Kind(j) == TimeWordKind.Multiplier && Value(j) == 1000)) return null;
        if (isThousand) century = 2000;
        if (Kind(j) == TimeWordKind.Multiplier && Value(j) is 100 or 1000) j++;
        if (Is(j, "and") && j > i + 1) j++;
        if (Kind(j) != TimeWordKind.Number || IsDigits(j)) return null;
        var (end, rest) = CardinalAt(j);
        return rest < 100 && (rest > 9 || isThousand) ? (century + rest, end) : null;
    }

    /// <summary>A number that reads as a year: four digits between 1000 and 2100, no price, model or part of a longer number.</summary>
    private bool IsYearNumber(int i)
    {
        if (Kind(i) != TimeWordKind.Number || _words[i].End - _words[i].Start != 4 || !IsDigits(i) || Value(i) is < 1000 or > 2100) return false;
        var start = _words[i].Start;
        if (start > 0 && _text[start - 1] is '$' or '€' or '£' or '#' or '№' or '/' or '.') return false;
        var end = _words[i].End;
        return end >= _text.Length || _text[end] is not ('%' or '°' or '/') && (_text[end] != ':' || end + 1 >= _text.Length || char.IsWhiteSpace(_text[end + 1]));
    }

    /// <summary>"Resolution 1701", "Flight 1549": what bears a number.</summary>
    private bool IsNumbered(int i) => _words[i].In(_text) is "Resolution" or "resolution" or "Resolutions" or "resolutions" or "Flight" or "flight" or "Article" or "article" or "Decree" or "Order" or "Section"
        or "Unit" or "Hill" or "Height" or "Point" or "Route" or "Highway" or "Room" or "Paragraph" or "Convention" or "No" or "number" or "Number";

    private bool IsYearInContext(int i)
    {
        var before = Kind(i - 1);
        var strong = Is(i - 1, "in") || Is(i - 1, "since") || Is(i - 1, "until") || Is(i - 1, "during") || Is(i - 1, "circa");
        if (Kind(i + 1) is TimeWordKind.Unit or TimeWordKind.Multiplier || before == TimeWordKind.Other && Exists(i - 1) && IsNumbered(i - 1)) return false;
        if (before == TimeWordKind.Hyphen && Touch(i - 2, i - 1) && Touch(i - 1, i) && !IsYearNumber(i - 2) && Kind(i - 2) != TimeWordKind.Mid && !(Kind(i - 2) == TimeWordKind.Number && Value(i - 2) <= 31)
            && !Is(i - 2, "pre") && !Is(i - 2, "post")) return false; // "An-2000"
        var countsThings = Exists(i + 1) && Kind(i + 1) == TimeWordKind.Other && !IsCapitalised(i + 1) && char.IsAsciiLetter(_text[_words[i + 1].Start])
            && _text[_words[i + 1].End - 1] == 's' && _words[i + 1].End - _words[i + 1].Start > 3;
        if (strong) return !countsThings || Value(i) is >= 1900 and <= 2035;
        if (countsThings || Value(i) < 1500) return false;
        return before is not (TimeWordKind.Approximate or TimeWordKind.Than or TimeWordKind.Number or TimeWordKind.Vague) || Value(i) is >= 1900 and <= 2035;
    }

    /// <summary>A number from 1 to 31, also as an ordinal.</summary>
    private bool IsDayNumber(int i) => Kind(i) is TimeWordKind.Number or TimeWordKind.Ordinal && Value(i) is >= 1 and <= 31 && (IsDigits(i) || Kind(i) == TimeWordKind.Ordinal)
        && !(Touch(i, i + 1) && Exists(i + 1) && _text[_words[i + 1].Start] == '%');

    private int SkipPeriod(int i) => Kind(i) == TimeWordKind.Period && Exists(i + 1) && Touch(i - 1, i) && (IsDigits(i + 1) || Kind(i + 1) == TimeWordKind.Comma) ? i + 1 : i;
}
