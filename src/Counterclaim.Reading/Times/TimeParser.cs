using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>The grammar of English expressions of time over the words of one sentence.</summary>
/// <remarks>
/// Every rule looks a bounded number of words ahead and either takes words or leaves the position alone, so a sentence costs time
/// in proportion to its length. The values are those of TIMEX3 (ISO-TimeML, ISO 24617-1).
/// </remarks>
internal sealed partial class TimeParser(Analysis analysis, TimeAnchors anchors)
{
    private readonly string _text = analysis.Text;
    private readonly List<TimeWord> _words = [];
    private readonly List<FoundTime> _found = [];

    /// <summary>Expressions of a sentence in text order; valid until the next call.</summary>
    public IReadOnlyList<FoundTime> Parse(TokenRange sentence)
    {
        _found.Clear();
        _isAddressed = null;
        anchors.NextSentence();
        if (!TimeWords.Read(analysis, sentence, _words)) return _found;
        for (var i = 0; i < _words.Count;)
        {
            if (_words[i].Kind is TimeWordKind.Other or >= TimeWordKind.Hyphen || At(i) is not { } found)
            {
                i++;
                continue;
            }
            found = WithEra(WithDayPart(found));
            if (found.FromPublication) anchors.NotePresent();
            if (found.Date is { } date) anchors.Note(date, found.FixedYear);
            _found.Add(found);
            i = Math.Max(i + 1, found.End);
            for (var day = found; DayListedAfter(day) is { } listed; day = listed)
            {
                _found.Add(listed);
                i = listed.End;
            }
        }
        GiveSetsToTimes();
        MarkRanges();
        GiveDaysToTimes();
        OrderRanges();
        return _found;
    }

    /// <summary>"from Monday to Wednesday", "between 3 and 5 May", "2014–2022".</summary>
    private void MarkRanges()
    {
        for (var k = 0; k + 1 < _found.Count; k++)
        {
            var (first, second) = (_found[k], _found[k + 1]);
            if (second.Start != first.End + 1 || first.Type is TimeType.Set or TimeType.Duration || second.Type is TimeType.Set or TimeType.Duration) continue;
            var joint = first.End;
            var joins = Kind(joint) == TimeWordKind.Hyphen || Is(joint, "to") || Is(joint, "until") || Is(joint, "till") || Is(joint, "through")
                || (Is(joint, "and") && Is(first.Start - 1, "between"));
            if (joins) _found[k] = first with { BeginsRange = true };
        }
    }

    /// <summary>A range does not end before it begins: "from Friday to Monday", "between November and March", "April 9 through April 3".</summary>
    private void OrderRanges()
    {
        for (var k = 0; k + 1 < _found.Count; k++)
        {
            if (!_found[k].BeginsRange || _found[k].Date is not { } from || _found[k + 1] is not { Date: { } to, FixedYear: false } second || to.Granularity != from.Granularity || to.Start >= from.Start) continue;
            if (_found[k].TimeOfDay is not null || second.TimeOfDay is not null) continue;
            var isWeekday = second.Rule == "weekday" && _found[k].Rule == "weekday";
            var (unit, first) = (isWeekday ? TimeUnit.Week : TimeUnit.Year, _found[k]);
            if (!isWeekday && second.Rule is not ("date" or "month" or "pair")) continue;
            // What was told as over keeps its end before publication.
            if (anchors.Published is { } day && to.Start <= day && !first.FixedYear && DirectionAt(first.Start) == Direction.Past && CalendarValue.Shift(from.Start, unit, -1) is { } back) _found[k] = WithDay(first, from, back);
            else if (CalendarValue.Shift(to.Start, unit, 1) is { } ahead) _found[k + 1] = WithDay(second, to, ahead);
        }

        static FoundTime WithDay(FoundTime found, CalendarValue old, LocalDate start)
        {
            var date = old with { Start = start };
            return found with { Date = date, Value = found.Value == old.ToString() ? date.ToString() : found.Value };
        }
    }

    /// <summary>The characters of an expression.</summary>
    public TextSpan SpanOf(FoundTime found) => new(_words[found.Start].Start, _words[found.End - 1].End);

    /// <summary>The characters of the happening an expression is counted from; null for none.</summary>
    public TextSpan? AnchorOf(FoundTime found) =>
        found.Anchor.End > found.Anchor.Start ? new TextSpan(_words[found.Anchor.Start].Start, _words[found.Anchor.End - 1].End) : null;

    /// <summary>The expression that starts at a word; the first rule that fits wins.</summary>
    private FoundTime? At(int i) => MilitaryAt(i) ?? ClockAt(i) ?? EventDayAt(i) ?? SetAt(i) ?? ComparedPeriodAt(i) ?? ModifiedAt(i) ?? RestAt(i) ?? PartsOfAt(i) ?? PointAt(i) ?? PairAt(i) ?? DurationAt(i) ?? OrdinalDayAt(i) ?? NightAt(i) ?? ReferenceAt(i);

    /// <summary>A point or stretch of the calendar: the rules that modifiers ("early", "the end of") may stand before.</summary>
    private FoundTime? PointAt(int i)
    {
        if (DayBeforeAt(i) is { } dayBefore) return dayBefore;
        if (DayPartOfAt(i) is { } partOfDay) return partOfDay;
        if (WeekOfAt(i) is { } weekOf) return weekOf;
        if (WeekdayOfMonthAt(i) is { } weekdayOfMonth) return weekdayOfMonth;
        if (WeekHoldingAt(i) is { } weekHolding) return weekHolding;
        if (WeekNumberAt(i) is { } weekNumber) return weekNumber;
        if (WeekdayInWeekAt(i) is { } weekdayInWeek) return weekdayInWeek;
        if (QuarterNameAt(i) is { } quarterName) return quarterName;
        if (Kind(i) == TimeWordKind.The)
        {
            var j = Is(i + 1, "whole") || Is(i + 1, "entire") ? i + 2 : i + 1;
            var inner = DateAt(j) ?? RelativeAt(j, hasArticle: true) ?? QuarterAt(j) ?? CenturyAt(j) ?? DecadeAt(j) ?? SeasonAt(j) ?? WeekendAt(j) ?? YearAt(j);
            return inner is { } found ? found with { Start = i } : null;
        }
        return DateAt(i) ?? WeekdayAt(i) ?? DeicticAt(i) ?? RelativeAt(i, hasArticle: false) ?? QuarterAt(i) ?? CenturyAt(i) ?? DecadeAt(i) ?? SeasonAt(i) ?? YearAt(i) ?? HolidayAt(i);
    }

    /// <summary>"early next week", "mid-November", "the end of April", "later that day", "late Monday".</summary>
    private FoundTime? ModifiedAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        var word = j;
        switch (Kind(j))
        {
            case TimeWordKind.Early or TimeWordKind.Late or TimeWordKind.Mid or TimeWordKind.Earlier or TimeWordKind.Later:
                j++;
                if (Kind(j) is TimeWordKind.Hyphen) j++;
                else if (Is(j, "in") || Is(j, "on")) j++;
                break;
            case TimeWordKind.Edge when Kind(j + 1) == TimeWordKind.Of:
                j += 2;
                break;
            default:
                return null;
        }
        var inner = DayPartOfAt(j) ?? PointAt(j) ?? PresentStretchAt(j) ?? DayPartAt(j);
        if (inner is null && Kind(i) != TimeWordKind.The) inner = MonthNameAt(j, early: true);
        return inner is { } found ? SincePublication(found with { Start = i, Modifier = ModifierOf(word) }, word) : null;
    }

    private TimeModifier? ModifierOf(int i) => Kind(i) switch
    {
        TimeWordKind.Early => TimeModifier.Start,
        TimeWordKind.Mid => TimeModifier.Mid,
        TimeWordKind.Late => TimeModifier.End,
        TimeWordKind.Edge => Is(i, "end") || Is(i, "close") ? TimeModifier.End : Is(i, "middle") ? TimeModifier.Mid : TimeModifier.Start,
        _ => null,
    };

    /// <summary>"earlier this year" ends, "later this week" begins with the day of publication.</summary>
    private FoundTime SincePublication(FoundTime found, int word)
    {
        if (Kind(word) is not (TimeWordKind.Earlier or TimeWordKind.Later) || anchors.Published is not { } day || TimexInterval.Of(found.Value, null) is not { } whole) return found;
        var today = day.ToDateTimeUnspecified();
        if (today < whole.Interval.From || today.AddDays(1) >= whole.Interval.To) return found;
        return found with { Covers = Kind(word) == TimeWordKind.Earlier ? whole.Interval with { To = today.AddDays(1) } : whole.Interval with { From = today } };
    }

    /// <summary>"the week", "the month", "the year" after a modifier: the one the text is at.</summary>
    private FoundTime? PresentStretchAt(int i)
    {
        if (Kind(i) != TimeWordKind.The || Kind(i + 1) != TimeWordKind.Unit || UnitOf(i + 1) is not (>= TimeUnit.Day and <= TimeUnit.Year) || IsPlural(i + 1)) return null;
        if (anchors.History() is { } at) return FoundTime.OfDate(i, i + 2, CalendarValue.Around(at.Start, UnitOf(i + 1)), "running");
        var date = anchors.Published is { } day ? CalendarValue.Around(day, UnitOf(i + 1)) : (CalendarValue?)null;
        return FoundTime.OfDate(i, i + 2, date, "relative") with { FromPublication = true };
    }

    /// <summary>"Monday night", "yesterday evening", "5 May, early morning": a date and a part of the day.</summary>
    private FoundTime WithDayPart(FoundTime found)
    {
        if (found.Type != TimeType.Date || found.Date is { Granularity: not Granularity.Day } || found.Rule is "reference") return found;
        var j = found.End;
        if (Is(j, "in") && Kind(j + 1) == TimeWordKind.The && Kind(j + 2) == TimeWordKind.DayPart) j += 2;
        if (Kind(j) is TimeWordKind.Early or TimeWordKind.Late) j++;
        if (Kind(j) == TimeWordKind.Deictic && _words[j].Value is TimeLexicon.Noon or TimeLexicon.Midnight)
            return found with { End = j + 1, Type = TimeType.Time, Value = found.Value is null ? null : found.Value + (_words[j].Value == TimeLexicon.Noon ? "T12:00" : "T24:00") };
        if (Kind(j) != TimeWordKind.DayPart || !(found.Rule is "weekday" or "deictic" or "date")) return found;
        return found with { End = j + 1, Type = TimeType.Time, Value = found.Value is null ? null : found.Value + TimeLexicon.DayParts[_words[j].Value] };
    }

    /// <summary>"April 480 BC", "the autumn of 481 BC", "the 4th century BC".</summary>
    private FoundTime WithEra(FoundTime found)
    {
        var j = Kind(found.End) == TimeWordKind.Of ? found.End + 1 : found.End;
        if (found.Date is not { } date) return found;
        if (Kind(j) == TimeWordKind.Number && Kind(j + 1) == TimeWordKind.Era && Value(j) is > 0 and < 10_000 && found.Value is { Length: > 4 } value)
            return found with { End = j + 2, Value = string.Create(CultureInfo.InvariantCulture, $"BC{Value(j):D4}{value.AsSpan(4)}"), Date = null };
        return Kind(found.End) == TimeWordKind.Era && date.Granularity is Granularity.Century or Granularity.Year or Granularity.Month
            ? found with { End = found.End + 1, Value = "BC" + found.Value, Date = null }
            : found;
    }

    /// <summary>A time of day belongs to the nearest day its sentence names, else to the day the text is at.</summary>
    private void GiveDaysToTimes()
    {
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i] is not { TimeOfDay: { } timeOfDay, Value: null } time) continue;
            CalendarValue? day = null;
            for (var distance = 1; distance < _found.Count && day is null; distance++)
                day = DayOf(i - distance) ?? DayOf(i + distance);
            if (day is null) day = RunningDay(time.Start, ref timeOfDay);
            if (day is { } found) _found[i] = time with { Value = found + timeOfDay };
        }

        CalendarValue? DayOf(int index) =>
            index >= 0 && index < _found.Count && _found[index].Date is { Granularity: Granularity.Day } date ? date : null;
    }

    /// <summary>
    /// The day the text is at, else that of publication: what has happened did not do so on a day to come that was named before, and "midnight" today is the one that was.
    /// </summary>
    private CalendarValue? RunningDay(int word, ref string timeOfDay)
    {
        var day = anchors.Running is { Granularity: Granularity.Day } running ? running : (CalendarValue?)null;
        if (anchors.Published is not { } published) return day;
        var isOver = DirectionAt(word) == Direction.Past;
        if (day is null || isOver && day.Value.Start > published) day = CalendarValue.Day(published);
        if (isOver && timeOfDay == "T24:00" && day.Value.Start == published) timeOfDay = "T00:00";
        return day;
    }

    private TimeWordKind Kind(int i) => i >= 0 && i < _words.Count ? _words[i].Kind : TimeWordKind.Other;

    private int Value(int i) => _words[i].Value;

    private bool Is(int i, string word) => i >= 0 && i < _words.Count && _words[i].In(_text).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool Exists(int i) => i >= 0 && i < _words.Count;

    private TimeUnit UnitOf(int i) => (TimeUnit)(_words[i].Value & ~TimeLexicon.Plural);

    private bool IsPlural(int i) => (_words[i].Value & TimeLexicon.Plural) != 0;

    private bool IsCapitalised(int i) => Exists(i) && char.IsUpper(_text[_words[i].Start]);

    /// <summary>A common word in capitals inside a sentence belongs to a name: "This Week", "Today".</summary>
    private bool IsTitle(int i) => i > 0 && IsCapitalised(i) && !char.IsUpper(_text[_words[i].End - 1]) && !(i == 1 && Kind(0) >= TimeWordKind.Hyphen);

    private bool IsDigits(int i) => Exists(i) && char.IsAsciiDigit(_text[_words[i].Start]);

    /// <summary>Nothing stands between two neighbouring words.</summary>
    private bool Touch(int i, int j) => Exists(i) && Exists(j) && _words[i].End == _words[j].Start;

    private Direction DirectionAt(int i) => TenseFinder.At(analysis, _words[i].Token);

    private static LocalDate? DateOrNull(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
