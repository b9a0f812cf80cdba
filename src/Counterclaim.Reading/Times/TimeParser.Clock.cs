using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Reading.Times;

/// <summary>Times of day.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"6 p.m. Monday", "at 18:30 GMT", "0600 hours", "6 o'clock", "noon", "at dawn".</summary>
    private FoundTime? ClockAt(int i)
    {
        if (MinutesAt(i) is not { } clock) return DeicticClockAt(i);
        var (minutes, end) = clock;
        while (Kind(end) is TimeWordKind.Zone || Is(end, "local") || (Is(end, "time") && end > clock.End) || (IsCapitalised(end) && Is(end + 1, "time"))) end++;
        var timeOfDay = string.Create(CultureInfo.InvariantCulture, $"T{minutes / 60:D2}:{minutes % 60:D2}");
        return Timed(i, end, timeOfDay);
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

    /// <summary>Minutes since midnight, and the word after.</summary>
    private (int Minutes, int End)? MinutesAt(int i)
    {
        if (Kind(i) == TimeWordKind.Clock)
        {
            var value = Value(i);
            if (value >= TimeLexicon.MeridiemKnown) return (value - TimeLexicon.MeridiemKnown, i + 1);
            if (Kind(i + 1) == TimeWordKind.MeridiemMark) return Meridiem(value, i + 1);
            var inContext = Kind(i - 1) is TimeWordKind.Preposition or TimeWordKind.From or TimeWordKind.Before or TimeWordKind.After or TimeWordKind.And
                || Kind(i + 1) == TimeWordKind.Zone || Is(i + 1, "local");
            return inContext && value < 24 * 60 ? (value, i + 1) : null;
        }
        if (Kind(i) != TimeWordKind.Number) return null;
        if (Kind(i + 1) == TimeWordKind.MeridiemMark && DigitWords.DottedClock(_text.AsSpan(_words[i].Start.._words[i].End)) is >= 0 and var dotted) return Meridiem(dotted, i + 1);
        if (Kind(i + 1) == TimeWordKind.MeridiemMark && Value(i) is >= 1 and <= 12) return Meridiem(Value(i) * 60, i + 1);
        if (Is(i + 1, "o'clock") || Is(i + 1, "o’clock")) return Value(i) is >= 1 and <= 12 ? (Value(i) * 60, i + 2) : null;
        var military = IsDigits(i) && _words[i].End - _words[i].Start == 4 && Value(i) / 100 < 24 && Value(i) % 100 < 60
            && (Kind(i + 1) == TimeWordKind.Zone || (Is(i + 1, "hours") && _text[_words[i].Start] is '0' or '1' or '2'));
        return military ? (Value(i) / 100 * 60 + Value(i) % 100, Kind(i + 1) == TimeWordKind.Zone ? i + 1 : i + 2) : null;
    }

    private (int Minutes, int End)? Meridiem(int minutes, int mark) =>
        minutes < 13 * 60 ? (minutes % (12 * 60) + Value(mark), mark + 1) : null;

    private FoundTime? DeicticClockAt(int i)
    {
        if (Kind(i) != TimeWordKind.Deictic) return null;
        return Value(i) switch
        {
            TimeLexicon.Noon => Timed(i, i + 1, "T12:00"),
            TimeLexicon.Midnight => Timed(i, i + 1, "T24:00"),
            TimeLexicon.Dawn when Kind(i - 1) is TimeWordKind.Preposition or TimeWordKind.Before or TimeWordKind.After => Timed(i, i + 1, "TMO"),
            TimeLexicon.Dusk when Kind(i - 1) is TimeWordKind.Preposition or TimeWordKind.Before or TimeWordKind.After => Timed(i, i + 1, "TEV"),
            _ => null,
        };
    }

    /// <summary>"the early morning", "late evening": part of a day that another word names.</summary>
    private FoundTime? DayPartAt(int i) => Kind(i) == TimeWordKind.DayPart
        ? Timed(i, i + 1, TimeLexicon.DayParts[Value(i)])
        : null;
}
