using Counterclaim.Model;
using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Seasons, decades, centuries; references to past, present and future.</summary>
internal sealed partial class TimeParser
{
    private FoundTime? SeasonAt(int i)
    {
        if (Kind(i) != TimeWordKind.Season) return null;
        var j = Kind(i + 1) == TimeWordKind.Of ? i + 2 : i + 1;
        if (IsYearNumber(j)) return FoundTime.OfDate(i, j + 1, SeasonOf(Value(j), Value(i)), "season") with { FixedYear = true };
        if (Kind(j) is TimeWordKind.Last or TimeWordKind.This or TimeWordKind.Next && Kind(j + 1) == TimeWordKind.Unit && UnitOf(j + 1) == TimeUnit.Year && anchors.Published is { } day)
            return FoundTime.OfDate(i, j + 2, SeasonOf(day.Year + (Kind(j) == TimeWordKind.Last ? -1 : Kind(j) == TimeWordKind.Next ? 1 : 0), Value(i)), "season");
        if (!IsSeasonInContext(i)) return null;
        var year = anchors.YearOf(SeasonStart(Value(i)), DirectionAt(i));
        return FoundTime.OfDate(i, i + 1, year is { } y ? SeasonOf(y, Value(i)) : null, "season");
    }

    /// <summary>"spring" and "fall" are also other words: they need what stands before a season.</summary>
    private bool IsSeasonInContext(int i)
    {
        if (Kind(i + 1) == TimeWordKind.Of && Kind(i - 1) == TimeWordKind.The) return false; // "the fall of the town"
        if (Kind(i - 1) is TimeWordKind.And && Kind(i - 2) is TimeWordKind.Season) return true;
        if (Kind(i - 1) is TimeWordKind.Early or TimeWordKind.Late or TimeWordKind.Mid or TimeWordKind.Of || Kind(i - 2) == TimeWordKind.Mid) return true;
        if (Kind(i - 1) == TimeWordKind.Preposition) return !Is(i - 1, "on") && !Is(i - 1, "at") && !Is(i - 1, "for");
        if (Is(i - 1, "whole") || Is(i - 1, "entire")) return true;
        var ambiguous = Is(i, "fall") || Is(i, "spring");
        return Kind(i - 1) == TimeWordKind.The && (!ambiguous || Kind(i - 2) == TimeWordKind.Preposition);
    }

    /// <summary>"the first week of May", "the last week of 2025", "the last days of March" (its last seven): sevens of days, counted from either end.</summary>
    private FoundTime? WeekOfAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        var fromEnd = Kind(j) == TimeWordKind.Last && Value(j) == 0;
        if (!fromEnd && !(Kind(j) == TimeWordKind.Ordinal && Value(j) <= 5)) return null;
        if (Kind(j + 1) != TimeWordKind.Unit || Kind(j + 2) != TimeWordKind.Of) return null;
        if (!(UnitOf(j + 1) == TimeUnit.Week && !IsPlural(j + 1)) && !(UnitOf(j + 1) == TimeUnit.Day && IsPlural(j + 1) && (fromEnd || Value(j) == 1))) return null;
        var whole = Kind(j + 3) == TimeWordKind.Month ? MonthNameAt(j + 3, early: true) : YearAt(j + 3) ?? PresentStretchAt(j + 3) ?? RelativeAt(j + 3, hasArticle: false);
        if (whole is not { Date.Granularity: Granularity.Month or Granularity.Year } found || TimexInterval.Of(found.Value, null) is not { } stretch) return null;
        var from = fromEnd ? stretch.Interval.To.AddDays(-7) : stretch.Interval.From.AddDays(7 * (Value(j) - 1));
        var covered = new TimeInterval(from, from.AddDays(7));
        var value = CalendarValue.Around(LocalDate.FromDateTime(from).PlusDays(3), TimeUnit.Week);
        return FoundTime.OfDate(i, found.End, value, "week of") with { Covers = covered, FixedYear = found.FixedYear };
    }

    private FoundTime? DecadeAt(int i)
    {
        var j = Kind(i) is TimeWordKind.Early or TimeWordKind.Late or TimeWordKind.Mid ? i + 1 : i;
        if (Kind(j) == TimeWordKind.Hyphen) j++;
        var isWholeYear = IsDigits(j) && _words[j].End - _words[j].Start >= 5;
        if (IsDigits(j) && Kind(j) == TimeWordKind.Number && Value(j) % 10 == 0 && Is(j + 1, "s") && IsYearNumber(j)) // "1990 s"
            return FoundTime.OfDate(i, j + 2, CalendarValue.Around(new LocalDate(Value(j), 1, 1), TimeUnit.Decade), "decade") with { FixedYear = true };
        if (Kind(j) != TimeWordKind.Decade || (!isWholeYear && Kind(i - 1) != TimeWordKind.The)) return null; // "in his 30s"
        return FoundTime.OfDate(i, j + 1, CalendarValue.Around(new LocalDate(Value(j), 1, 1), TimeUnit.Decade), "decade") with { FixedYear = true };
    }

    /// <summary>"the 19th century", "mid-20th-century".</summary>
    private FoundTime? CenturyAt(int i)
    {
        if (Kind(i) != TimeWordKind.Ordinal || Value(i) is < 1 or > 22) return null;
        var j = Kind(i + 1) == TimeWordKind.Hyphen ? i + 2 : i + 1;
        if (Kind(j) != TimeWordKind.Unit || UnitOf(j) != TimeUnit.Century) return null;
        var start = new LocalDate(Math.Max(1, (Value(i) - 1) * 100), 1, 1);
        return FoundTime.OfDate(i, j + 1, new CalendarValue(start, Granularity.Century), "century");
    }

    /// <summary>"now", "recently", "the past", "in the future", "at the moment".</summary>
    private FoundTime? ReferenceAt(int i)
    {
        if (Kind(i) == TimeWordKind.The)
        {
            if (Kind(i + 1) == TimeWordKind.Last && Value(i + 1) == 1 && (!Exists(i + 2) || Kind(i + 2) >= TimeWordKind.Hyphen)) return Reference(i, i + 2, 1);
            var j = Is(i + 1, "near") || Is(i + 1, "foreseeable") ? i + 2 : i + 1;
            if (Kind(j) == TimeWordKind.Reference && Value(j) == 3 && (!Exists(j + 1) || Kind(j + 1) != TimeWordKind.Of)) return Reference(i, j + 1, 2);
            if (Is(i - 1, "at") && Is(i + 1, "present") && Is(i + 2, "time")) return Reference(i, i + 3, 0);
            return Is(i - 1, "at") && (Is(i + 1, "moment") || Is(i + 1, "minute") && !CountsThings(i + 2)) ? Reference(i, i + 2, 0) : null;
        }
        if (Is(i - 1, "at") && Is(i, "present") && !CountsThings(i + 1)) return Reference(i, i + 1, 0);
        if (Is(i - 1, "at") && Kind(i) == TimeWordKind.This && Is(i + 1, "time") && (!Exists(i + 2) || Kind(i + 2) >= TimeWordKind.Hyphen)) return Reference(i, i + 2, 0);
        return Kind(i) == TimeWordKind.Reference && Value(i) < 3 && !(IsTitle(i) && IsCapitalised(i - 1) && Kind(i - 1) == TimeWordKind.Other && _text[_words[i - 1].End - 1] != '.') && !Is(i + 1, "as") ? Reference(i, i + 1, Value(i)) : null;
    }

    private static FoundTime Reference(int start, int end, int reference) => new(start, end, TimeType.Date, TimeLexicon.References[reference], "reference");
}
