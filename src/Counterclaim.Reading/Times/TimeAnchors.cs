using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Which way from its anchor an expression points.</summary>
internal enum Direction
{
    Unknown, Past, Future,
}

/// <summary>What relative expressions are counted from: the day of publication, and the date the text is at.</summary>
internal sealed class TimeAnchors(LocalDate? published)
{
    /// <summary>Years between publication and a date in the text from which on the text tells history.</summary>
    private const int HistoryYears = 2;

    private CalendarValue? _running;
    private bool _tellsHistory;

    /// <summary>Day of publication; null where unknown: what is relative to it then stays unresolved.</summary>
    public LocalDate? Published { get; } = published;

    /// <summary>The last date resolved ("on Tuesday … the next day").</summary>
    public CalendarValue? Running => _running;

    /// <summary>Notes a date that the text gave.</summary>
    /// <param name="fixedYear">The expression itself names the year.</param>
    public void Note(CalendarValue value, bool fixedYear)
    {
        _running = value;
        if (fixedYear) _tellsHistory = Published is not { } day || Math.Abs(value.Year - day.Year) >= HistoryYears;
    }

    /// <summary>Notes an expression counted from the day of publication: the text is back in the present.</summary>
    public void NotePresent() => _tellsHistory = false;

    /// <summary>The day of a month and a day without a year.</summary>
    public LocalDate? Day(int month, int day, Direction direction)
    {
        if (History() is { } at) return Nearest(year => Valid(year, month, day), at, Direction.Unknown);
        return Published is { } anchor ? Nearest(year => Valid(year, month, day), anchor, direction) : null;
    }

    /// <summary>The first day of a month without a year.</summary>
    public LocalDate? Month(int month, Direction direction)
    {
        if (History() is { } at) return Nearest(year => new LocalDate(year, month, 1), at, Direction.Unknown);
        if (Published is not { } anchor) return null;
        var first = new LocalDate(anchor.Year, anchor.Month, 1);
        var ahead = (month - first.Month + 12) % 12;
        var future = direction == Direction.Future || (direction == Direction.Unknown && ahead is > 0 and <= 2);
        return future ? first.PlusMonths(ahead) : first.PlusMonths(ahead == 0 ? 0 : ahead - 12);
    }

    /// <summary>A weekday near the day of publication; the day itself counts.</summary>
    public LocalDate? Weekday(int weekday, Direction direction)
    {
        if (Published is not { } anchor) return null;
        var ahead = (weekday - (int)anchor.DayOfWeek + 7) % 7;
        return direction == Direction.Future ? anchor.PlusDays(ahead) : anchor.PlusDays(ahead == 0 ? 0 : ahead - 7);
    }

    /// <summary>The year that a season, quarter or half without one belongs to.</summary>
    /// <param name="startMonth">First month of it.</param>
    public int? YearOf(int startMonth, Direction direction)
    {
        if (History() is { } at) return at.Year;
        if (Published is not { } anchor) return null;
        if (direction == Direction.Future) return anchor.Month <= startMonth + 2 ? anchor.Year : anchor.Year + 1;
        return anchor.Month >= startMonth ? anchor.Year : anchor.Year - 1;
    }

    private LocalDate? History() => _tellsHistory && _running is { } running ? running.Start : null;

    private static LocalDate? Valid(int year, int month, int day) =>
        day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>Of the dates in the years around an anchor the nearest that lies on the wanted side of it.</summary>
    private static LocalDate? Nearest(Func<int, LocalDate?> inYear, LocalDate anchor, Direction direction)
    {
        LocalDate? best = null;
        var bestDistance = int.MaxValue;
        for (var year = Math.Max(1, anchor.Year - 4); year <= anchor.Year + 4; year++)
        {
            if (inYear(year) is not { } date) continue;
            var days = Period.DaysBetween(anchor, date);
            if ((direction == Direction.Past && days > 0) || (direction == Direction.Future && days < 0) || Math.Abs(days) >= bestDistance) continue;
            (best, bestDistance) = (date, Math.Abs(days));
        }
        return best;
    }
}
