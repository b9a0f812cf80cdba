using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Which way from its anchor an expression points.</summary>
internal enum Direction
{
    Unknown, Past, Future,
}

/// <summary>What relative expressions are counted from: the day of publication, and the date the text is at.</summary>
/// <param name="tellsHistory">The text is an account of the past: a year it names holds until the next one.</param>
/// <param name="moment">The time of day of publication, in the publisher's own time; null where only the day is known.</param>
internal sealed class TimeAnchors(LocalDate? published, bool tellsHistory, LocalTime? moment = null)
{
    /// <summary>Years between publication and a date in the text from which on the text tells history.</summary>
    private const int HistoryYears = 2;

    /// <summary>The text as a whole is an account of the past.</summary>
    public bool TellsHistory { get; } = tellsHistory;

    private CalendarValue? _running;
    private bool _inHistory;

    /// <summary>Day of publication; null where unknown: what is relative to it then stays unresolved.</summary>
    public LocalDate? Published { get; } = published;

    /// <summary>The moment of publication; null where only the day is known.</summary>
    public LocalDateTime? Moment { get; } = published is { } date && moment is { } time ? date + time : null;

    /// <summary>The quarter that a company's figures are of, once the text has named one.</summary>
    public CalendarValue? Quarter { get; private set; }

    /// <summary>The last date resolved ("on Tuesday … the next day").</summary>
    public CalendarValue? Running => _running;

    /// <summary>Notes a date that the text gave.</summary>
    /// <param name="fixedYear">The expression itself names the year.</param>
    public void Note(CalendarValue value, bool fixedYear)
    {
        _running = value;
        if (value.Granularity == Granularity.Quarter && Published is { } today && Math.Abs(today.Year - value.Year) <= 1) Quarter ??= value;
        if (fixedYear) _inHistory = Published is not { } day || day.Year - value.Year >= HistoryYears;
    }

    /// <summary>Notes an expression counted from the day of publication: the text is back in the present.</summary>
    public void NotePresent() => _inHistory = false;

    /// <summary>A news report that names an old year is back in the present with its next sentence.</summary>
    public void NextSentence() => _inHistory &= TellsHistory;

    /// <summary>The day of a month and a day without a year.</summary>
    public LocalDate? Day(int month, int day, Direction direction)
    {
        if (History() is { Granularity: Granularity.Year } known) return Valid(known.Year, month, day);
        if (History() is { } at) return Following(year => Valid(year, month, day), at.Start);
        if (Published is not { } anchor) return null;
        var date = Nearest(year => Valid(year, month, day), anchor, direction);
        if (date is not { } found || direction == Direction.Unknown) return date;
        return Nearest(year => Valid(year, month, day), anchor, Direction.Unknown) is { } near && IsFarNearer(Period.DaysBetween(anchor, near), Period.DaysBetween(anchor, found)) ? near : found;
    }

    /// <summary>The day of that number without a month.</summary>
    public LocalDate? DayOfMonth(int day, Direction direction)
    {
        var anchor = History()?.Start ?? Published;
        if (anchor is not { } at) return null;
        for (var months = 0; months <= 2; months++) // no two months in a row are short of a day
        {
            var month = direction == Direction.Future ? at.PlusMonths(months) : at.PlusMonths(-months);
            if (Valid(month.Year, month.Month, day) is { } date && (direction == Direction.Future ? date >= at : date <= at)) return date;
        }
        return null;
    }

    /// <summary>The first day of a month without a year.</summary>
    public LocalDate? Month(int month, Direction direction)
    {
        if (History() is { Granularity: Granularity.Year } known) return new LocalDate(known.Year, month, 1);
        if (History() is { } at) return Following(year => new LocalDate(year, month, 1), at.Start);
        if (Published is not { } anchor) return null;
        var first = new LocalDate(anchor.Year, anchor.Month, 1);
        var ahead = (month - first.Month + 12) % 12;
        var future = direction switch
        {
            Direction.Future => ahead == 0 || !IsFarNearer(12 - ahead, ahead),
            Direction.Past => ahead > 0 && IsFarNearer(ahead, 12 - ahead),
            _ => ahead is > 0 and <= 2,
        };
        return future ? first.PlusMonths(ahead) : first.PlusMonths(ahead == 0 ? 0 : ahead - 12);
    }

    /// <summary>A weekday near the day of publication; the day itself counts.</summary>
    public LocalDate? Weekday(int weekday, Direction direction)
    {
        if (Published is not { } anchor) return null;
        var ahead = (weekday - (int)anchor.DayOfWeek + 7) % 7;
        return direction == Direction.Future ? anchor.PlusDays(ahead) : anchor.PlusDays(ahead == 0 ? 0 : ahead - 7);
    }

    /// <summary>The quarter that "the quarter" means: the one named before, else the last that was over at publication.</summary>
    public CalendarValue? LatestQuarter() =>
        Quarter ?? (Published is { } day ? CalendarValue.Around(day.PlusMonths(-3), TimeUnit.Quarter) : null);

    /// <summary>The year of a numbered quarter: figures are told of after it, forecasts of them too ("expects to report a loss for the third quarter").</summary>
    public int? YearOfQuarter(int quarter, Direction direction)
    {
        const int MonthsUntilReported = 3;
        if (History() is null && direction == Direction.Future && Published is { } day && day.Month > 3 * quarter && day.Month <= 3 * quarter + MonthsUntilReported) return day.Year;
        return YearOf(3 * quarter - 2, direction);
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

    /// <summary>
    /// A date without a year is seldom most of a year away: one on the side that the tense speaks against, but so much nearer, is meant
    /// ("had been set to expire on Nov. 6", written on Nov. 2).
    /// </summary>
    private static bool IsFarNearer(int distance, int otherDistance)
    {
        const int TimesNearer = 6;
        return TimesNearer * Math.Abs(distance) < Math.Abs(otherDistance);
    }

    /// <summary>The date an account of the past is at; null in the present.</summary>
    public CalendarValue? History() => _inHistory ? _running : null;

    /// <summary>Accounts of the past go forward: of the dates in the years around the running one the nearest, one that lies back counting double.</summary>
    private static LocalDate? Following(Func<int, LocalDate?> inYear, LocalDate running)
    {
        LocalDate? best = null;
        var bestDistance = int.MaxValue;
        for (var year = Math.Max(1, running.Year - 1); year <= running.Year + 1; year++)
        {
            if (inYear(year) is not { } date) continue;
            var days = Period.DaysBetween(running, date);
            var distance = days < 0 ? -2 * days : days;
            if (distance < bestDistance) (best, bestDistance) = (date, distance);
        }
        return best;
    }

    /// <summary>No calendar goes on behind it.</summary>
    private const int LastYear = 9999;

    private static LocalDate? Valid(int year, int month, int day) =>
        year is >= 1 and <= LastYear && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>Of what falls on one day of a year the day nearest to publication, or to the year an account of the past is at, on the wanted side.</summary>
    public LocalDate? Nearest(Func<int, LocalDate?> inYear, Direction direction) =>
        History() is { } at ? (at.Granularity == Granularity.Year ? inYear(at.Year) : Following(inYear, at.Start)) : Published is { } day ? Nearest(inYear, day, direction) : null;

    /// <summary>The day of that number that falls on that weekday, nearest to publication on the wanted side ("Friday the 13th").</summary>
    public LocalDate? WeekdayOfNumber(int weekday, int number, Direction direction)
    {
        const int FarthestMonths = 14;
        if (Published is not { } anchor) return null;
        for (var months = 0; months <= FarthestMonths; months++)
        {
            if (direction != Direction.Past && OfMonth(months) is { } ahead && ahead >= anchor) return ahead;
            if (direction != Direction.Future && OfMonth(-months) is { } back && back <= anchor) return back;
        }
        return null;

        LocalDate? OfMonth(int months)
        {
            if (CalendarValue.Shift(anchor, TimeUnit.Month, months) is not { } month) return null;
            return Valid(month.Year, month.Month, number) is { } date && (int)date.DayOfWeek == weekday ? date : null;
        }
    }

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
