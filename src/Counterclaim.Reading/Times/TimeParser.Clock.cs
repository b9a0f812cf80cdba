using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Reading.Times;

/// <summary>Times of day.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"6 p.m. Monday", "at 18:30 GMT", "0600 hours", "6 o'clock", "half past seven in the evening", "noon", "at dawn".</summary>
    private FoundTime? ClockAt(int i)
    {
        if ((SpokenMinutesAt(i) ?? MinutesAt(i) ?? BareHourAt(i)) is not { } plain) return DeicticClockAt(i);
        var clock = InHalfOfDay(i, plain);
        var end = clock.End;
        while (Kind(end) is TimeWordKind.Zone || Is(end, "local") || (Is(end, "time") && end > clock.End) || (IsCapitalised(end) && Is(end + 1, "time"))) end++;
        return Timed(i, end, clock);
    }

    private FoundTime Timed(int start, int end, ClockTime clock)
    {
        if (PartOfNamedDayAt(end) is { } day)
        {
            var named = TimeOfDay(clock.HalfKnown ? clock.Minutes : ToPart(clock.Minutes, Array.FindIndex(TimeLexicon.DayParts, p => day.Value!.EndsWith(p, StringComparison.Ordinal))));
            return new FoundTime(start, day.End, TimeType.Time, day.Date + named, "clock") { Date = day.Date, FromPublication = day.FromPublication, TimeOfDay = named };
        }
        return Timed(start, end, TimeOfDay(clock.Minutes)) with { HalfUnknown = !clock.HalfKnown && Kind(start) != TimeWordKind.Clock };
    }

    private static string TimeOfDay(int minutes) => string.Create(CultureInfo.InvariantCulture, $"T{minutes / 60:D2}:{minutes % 60:D2}");

    /// <summary>"this evening", "tomorrow morning", "tonight", "last night" after a time of day.</summary>
    private FoundTime? PartOfNamedDayAt(int i)
    {
        var found = Kind(i) switch
        {
            TimeWordKind.Last or TimeWordKind.This or TimeWordKind.That or TimeWordKind.Next when Kind(i + 1) == TimeWordKind.DayPart => RelativeAt(i, hasArticle: false),
            TimeWordKind.Deictic when Value(i) == TimeLexicon.Tonight || Kind(i + 1) == TimeWordKind.DayPart => DeicticAt(i) is { } day ? WithDayPart(day) : null,
            _ => null,
        };
        return found is { Type: TimeType.Time, Value: not null, Date: not null } ? found : null;
    }

    /// <summary>Joins a time of day with the day that follows: "6 p.m. on Monday", "noon, 5 May".</summary>
    private FoundTime Timed(int start, int end, string timeOfDay)
    {
        var j = end;
        if (Kind(j) == TimeWordKind.Comma) j++;
        if (Is(j, "on")) j++;
        var day = Exists(j) && Kind(j) is TimeWordKind.Weekday or TimeWordKind.Month or TimeWordKind.Number or TimeWordKind.Deictic or TimeWordKind.CalendarDate or TimeWordKind.WeekdayAbbreviation
            ? DateAt(j) ?? WeekdayAt(j) ?? DeicticAt(j)
            : null;
        if (day is { Type: TimeType.Date, Date: null or { Granularity: Granularity.Day } } found)
            return new FoundTime(start, found.End, TimeType.Time, found.Value is null ? null : found.Value + timeOfDay, "clock")
            { Date = found.Date, FixedYear = found.FixedYear, FromPublication = found.FromPublication, TimeOfDay = found.Value is null ? null : timeOfDay };
        return new FoundTime(start, end, TimeType.Time, null, "clock") { TimeOfDay = timeOfDay };
    }

    /// <summary>A time of day in figures or with "o'clock", and the word after.</summary>
    private ClockTime? MinutesAt(int i)
    {
        if (Kind(i) == TimeWordKind.Clock) return FiguresAt(i);
        if (Kind(i) != TimeWordKind.Number) return null;
        if (Kind(i + 1) is TimeWordKind.Hyphen or TimeWordKind.And && !Is(i + 1, "or") && Value(i) is >= 1 and <= 12 && IsDigits(i) && _words[i].End - _words[i].Start <= 2
            && HalfOfDay(i + 2) is { } half) return new ClockTime(BeforeEnd(Value(i) * 60, half, i + 2), i + 1, HalfKnown: true); // "from 7 to 9 p.m."
        if (Kind(i + 1) == TimeWordKind.MeridiemMark && DigitWords.DottedClock(_text.AsSpan(_words[i].Start.._words[i].End)) is >= 0 and var dotted) return Meridiem(dotted, i + 1);
        if (Kind(i + 1) == TimeWordKind.MeridiemMark && Value(i) is >= 1 and <= 12) return Meridiem(Value(i) * 60, i + 1);
        if (IsOClock(i + 1)) return Value(i) is >= 1 and <= 12 ? new ClockTime(Value(i) * 60, i + 2, HalfKnown: false) : null;
        var military = IsDigits(i) && _words[i].End - _words[i].Start == 4 && Value(i) / 100 < 24 && Value(i) % 100 < 60
            && (Kind(i + 1) == TimeWordKind.Zone || (Is(i + 1, "hours") && _text[_words[i].Start] is '0' or '1' or '2'));
        return military ? new ClockTime(Value(i) / 100 * 60 + Value(i) % 100, Kind(i + 1) == TimeWordKind.Zone ? i + 1 : i + 2, HalfKnown: true) : null;
    }

    private ClockTime? FiguresAt(int i)
    {
        var value = Value(i);
        var letter = _text[_words[i].End - 1];
        if (value >= TimeLexicon.MeridiemKnown)
            return letter is 'a' or 'p' && !Is(i - 1, "at") && !DayEndsAt(i - 1) ? null : new ClockTime(value - TimeLexicon.MeridiemKnown, i + 1, HalfKnown: true); // "at 7p", but "7p a litre"
        if (Kind(i + 1) == TimeWordKind.MeridiemMark) return Meridiem(value, i + 1);
        if (Kind(i + 1) is TimeWordKind.Hyphen or TimeWordKind.And && value < 13 * 60 && HalfOfDay(i + 2) is { } noon) return new ClockTime(BeforeEnd(value, noon, i + 2), i + 1, HalfKnown: true);
        var inContext = Kind(i - 1) is TimeWordKind.Preposition or TimeWordKind.From or TimeWordKind.Before or TimeWordKind.After or TimeWordKind.And or TimeWordKind.CalendarDate || DayEndsAt(i)
            || Kind(i - 1) == TimeWordKind.Than && Kind(i - 2) is TimeWordKind.Later or TimeWordKind.Earlier
            || Kind(i + 1) == TimeWordKind.Zone || Is(i + 1, "local") || IsJoint(i + 1) && Kind(i + 2) == TimeWordKind.Clock || ContinuesHours(i);
        return inContext && value < 24 * 60 ? new ClockTime(value, i + 1, value >= 13 * 60) : null;
    }

    /// <summary>The beginning of a stretch lies in the half of the day of its end, unless it would then be later: "from 11 to 2 p.m.".</summary>
    private int BeforeEnd(int minutes, int half, int end)
    {
        var last = Kind(end) == TimeWordKind.Clock ? Value(end) % TimeLexicon.MeridiemKnown % Noon : Value(end) * 60 % Noon;
        var first = minutes % Noon;
        return first <= last ? first + half : (first + half + Noon) % (2 * Noon);
    }

    /// <summary>0 or the minutes of half a day, as the time at a word is told to lie before or after noon; null where that is not told.</summary>
    private int? HalfOfDay(int i)
    {
        if (!Exists(i)) return null;
        if (Kind(i) == TimeWordKind.Clock && Value(i) >= TimeLexicon.MeridiemKnown && char.IsAsciiLetter(_text[_words[i].End - 1]) && _text[_words[i].End - 1] is not ('Z' or 'L' or 'h' or 's')) return Value(i) - TimeLexicon.MeridiemKnown >= 12 * 60 ? 12 * 60 : 0;
        return Kind(i) is TimeWordKind.Clock or TimeWordKind.Number && Kind(i + 1) == TimeWordKind.MeridiemMark ? Value(i + 1) : null;
    }

    private ClockTime? Meridiem(int minutes, int mark) =>
        minutes < 13 * 60 ? new ClockTime(minutes % Noon + Value(mark), mark + 1, HalfKnown: true) : null;

    private FoundTime? DeicticClockAt(int i)
    {
        if (Kind(i) != TimeWordKind.Deictic) return null;
        return Value(i) switch
        {
            TimeLexicon.Noon => Timed(i, i + 1, "T12:00"),
            TimeLexicon.Midnight => Timed(i, i + 1, "T24:00"),
            TimeLexicon.Dawn when Kind(i - 1) is TimeWordKind.Preposition or TimeWordKind.Before or TimeWordKind.After or TimeWordKind.And => Timed(i, i + 1, "TMO"),
            TimeLexicon.Dusk when Kind(i - 1) is TimeWordKind.Preposition or TimeWordKind.Before or TimeWordKind.After => Timed(i, i + 1, "TEV"),
            _ => null,
        };
    }

    /// <summary>"the night of 20 June", "the early hours of Monday", "the morning of the next day".</summary>
    private FoundTime? DayPartOfAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        if (Kind(j) is TimeWordKind.Early or TimeWordKind.Late) j++;
        var part = Kind(j) == TimeWordKind.DayPart ? TimeLexicon.DayParts[Value(j)] : Is(j, "hours") && Kind(j - 1) is TimeWordKind.Early ? TimeLexicon.DayParts[0] : null;
        if (part is null || Kind(j + 1) != TimeWordKind.Of) return null;
        if (PointAt(j + 2) is not { Type: TimeType.Date, Date: null or { Granularity: Granularity.Day }, Rule: not "quarter" and not "season" and not "month" } day) return null;
        var found = day with { Start = i, End = part == TimeLexicon.Night ? EndOfNight(day) : day.End, Type = TimeType.Time, Value = day.Value is null ? null : day.Value + part };
        const int Dawn = 6;
        if (!Is(j, "hours") || day.Date is not { } date) return found;
        var midnight = date.Start.ToDateTimeUnspecified();
        return found with { Covers = new TimeInterval(midnight, midnight.AddHours(Dawn)) }; // "the early hours"
    }

    /// <summary>"the night of May 4–5", "the night of May 4 to 5": one night has two dates.</summary>
    private int EndOfNight(FoundTime day)
    {
        var j = day.End;
        return day.Date is { Start: var first } && (Kind(j) == TimeWordKind.Hyphen || Is(j, "to") || Is(j, "into")) && IsDayNumber(j + 1) && IsDigits(j + 1) && Value(j + 1) == first.PlusDays(1).Day && !CountsThings(j + 2)
            ? j + 2 : day.End;
    }

    /// <summary>"the early morning", "late evening": part of a day that another word names.</summary>
    private FoundTime? DayPartAt(int i) => Kind(i) == TimeWordKind.DayPart
        ? Timed(i, i + 1, TimeLexicon.DayParts[Value(i)])
        : null;
}
