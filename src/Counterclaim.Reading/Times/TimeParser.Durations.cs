using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Amounts of time, and points that lie such an amount away.</summary>
internal sealed partial class TimeParser
{
    private readonly record struct Amount(int End, string Text, int? Whole);

    /// <summary>"three days", "a week", "two-year", "the past two months", "five years ago", "two days later".</summary>
    private FoundTime? DurationAt(int i)
    {
        var start = i;
        if (Kind(i) == TimeWordKind.The) i++;
        var stretch = Kind(i) is TimeWordKind.Last or TimeWordKind.Next || (Kind(i) == TimeWordKind.Ordinal && Value(i) == 1 && Kind(i - 1) == TimeWordKind.The && Kind(i + 1) != TimeWordKind.Unit);
        if (stretch) i++;
        if (Kind(i) == TimeWordKind.Recent) return RecentAt(start, i);
        if (!stretch && Kind(i) == TimeWordKind.Unit) return i == start ? WholeUnitAt(i) ?? BareUnitAt(i) : null;
        if (AmountAt(i) is not { } amount)
            return stretch && Kind(i) == TimeWordKind.Unit && IsPlural(i) ? OpenStretch(start, i) : null;
        var j = amount.End;
        var hyphenated = Kind(j) == TimeWordKind.Hyphen && Touch(j - 1, j);
        if (hyphenated) j++;
        else if (IsFillingWord(j)) j++;
        if (!stretch && Kind(j) is TimeWordKind.Last or TimeWordKind.Next && Kind(j + 1) == TimeWordKind.Unit && IsPlural(j + 1)) // "five past years"
            return Covering(FoundTime.OfDuration(start, j + 2, amount.Text, UnitOf(j + 1)), Kind(j) == TimeWordKind.Next ? 1 : -1, amount.Whole, UnitOf(j + 1));
        if (Kind(j) == TimeWordKind.DayPart && IsPluralForm(j) && Is(j, "nights") && Is(start - 1, "for")) return FoundTime.OfDuration(start, j + 1, amount.Text, TimeUnit.Day); // "for three nights"
        if (Kind(j) != TimeWordKind.Unit) return null;
        var unit = UnitOf(j);
        if (IsTitle(j) || (unit == TimeUnit.Quarter && !stretch)) return null; // "60 Minutes"; "three quarters of them"
        var end = j + 1;
        if (FractionAt(end) is { } fraction) (end, amount) = (fraction.End, new Amount(end, amount.Text + fraction.Text, null));
        if (IsAge(end)) return AgeOfThing(start, end, amount, unit);
        if (!stretch && !hyphenated && PointAway(start, end, amount, unit) is { } point) return point;
        if (!stretch && IsRate(start, i)) return new FoundTime(start, end, TimeType.Set, FoundTime.DurationValue("1", unit), "set");
        if (Composite(start, end, amount, unit) is { } composite) return stretch ? composite : AwayBy(composite) ?? composite;
        if (!stretch && Within(start, end, amount, unit) is { } within) return within;
        var duration = FoundTime.OfDuration(Approximation(start), end, amount.Text, unit);
        if (duration.Start < start) duration = duration with { Modifier = TimeModifier.Approx };
        return stretch ? Covering(duration, Kind(i - 1) == TimeWordKind.Next ? 1 : -1, amount.Whole, unit) : duration with { Anchor = EventAfter(end) };
    }

    /// <summary>"two years and three months", "1 hour 30 minutes": an amount in two units, the second smaller.</summary>
    private FoundTime? Composite(int start, int end, Amount amount, TimeUnit unit)
    {
        var j = Kind(end) is TimeWordKind.And or TimeWordKind.Comma && !Is(end, "or") && !Is(end, "to") ? end + 1 : end;
        if (amount.Whole is not { } whole || AmountAt(j) is not { Whole: { } rest } second || Kind(second.End) != TimeWordKind.Unit || UnitOf(second.End) >= unit || IsAge(second.End + 1)) return null;
        string? value = (unit, UnitOf(second.End)) switch
        {
            (TimeUnit.Year, TimeUnit.Month) => $"P{whole}Y{rest}M",
            (TimeUnit.Month, TimeUnit.Day) => $"P{whole}M{rest}D",
            (TimeUnit.Week, TimeUnit.Day) => $"P{7 * (long)whole + rest}D",
            (TimeUnit.Day, TimeUnit.Hour) => $"P{whole}DT{rest}H",
            (TimeUnit.Hour, TimeUnit.Minute) => $"PT{whole}H{rest}M",
            (TimeUnit.Minute, TimeUnit.Second) => $"PT{whole}M{rest}S",
            _ => null,
        };
        if (value is null) return null;
        var after = second.End + 1;
        if ((unit, UnitOf(second.End)) == (TimeUnit.Year, TimeUnit.Month) && AmountAt(Is(after, "and") ? after + 1 : after) is { Whole: { } days } third && Kind(third.End) == TimeWordKind.Unit && UnitOf(third.End) == TimeUnit.Day)
            (value, after) = ($"{value}{days}D", third.End + 1);
        return new FoundTime(Approximation(start), after, TimeType.Duration, value, "duration");
    }

    /// <summary>"2 years and 3 months ago", "a week and two days later".</summary>
    private FoundTime? AwayBy(FoundTime amount)
    {
        var step = Kind(amount.End) switch { TimeWordKind.Ago or TimeWordKind.Earlier => -1, TimeWordKind.Later => 1, _ => 0 };
        if (step == 0 || NodaTime.Text.PeriodPattern.Roundtrip.Parse(amount.Value!) is not { Success: true, Value: { HasTimeComponent: false } period } || period.Years > 5000 || period.Months > 60_000 || period.Days > 500_000) return null;
        var origin = Kind(amount.End) != TimeWordKind.Ago && anchors.Running is { } running ? running.Start : anchors.Published;
        var date = origin is { } day && CalendarValue.Shift(day, TimeUnit.Year, step * period.Years) is { } years && CalendarValue.Shift(years, TimeUnit.Month, step * period.Months) is { } months
            ? CalendarValue.Shift(months, TimeUnit.Day, step * period.Days)
            : null;
        return FoundTime.OfDate(amount.Start, amount.End + 1, date is { } found ? CalendarValue.Day(found) : null, "relative") with { FromPublication = Kind(amount.End) == TimeWordKind.Ago };
    }

    /// <summary>"within two hours", of what is to come: from publication on.</summary>
    private FoundTime? Within(int start, int end, Amount amount, TimeUnit unit) =>
        Is(start - 1, "within") && amount.Whole is { } count && Kind(end) is not (TimeWordKind.Of or TimeWordKind.After) && DirectionAt(start) == Direction.Future
            ? Covering(FoundTime.OfDuration(Approximation(start), end, amount.Text, unit), 1, count, unit)
            : null;

    /// <summary>Gives a stretch that ends or begins with the day of publication its place on the calendar.</summary>
    private FoundTime Covering(FoundTime stretch, int step, int? count, TimeUnit unit)
    {
        const int Few = 4;
        if (anchors.Published is not { } day || anchors.TellsHistory && anchors.History() is not null) return stretch;
        var units = count ?? Few;
        if (unit < TimeUnit.Day && count is { } some && anchors.Moment is { } now && some < 100_000)
        {
            var other = now.PlusSeconds(step * (long)some * SecondsOf(unit));
            return stretch with { Covers = step < 0 ? new TimeInterval(other.ToDateTimeUnspecified(), now.ToDateTimeUnspecified()) : new TimeInterval(now.ToDateTimeUnspecified(), other.ToDateTimeUnspecified()) };
        }
        if (unit == TimeUnit.Quarter && count is not null) return CoveringQuarters(stretch, step, units, day);
        if (step > 0 && unit >= TimeUnit.Day) day = day.PlusDays(1); // "the next three days" begin tomorrow
        var far = unit < TimeUnit.Day ? day.PlusDays(step * (unit == TimeUnit.Hour ? Math.Min(units, 24_000) / 24 : 0)) : CalendarValue.Shift(day, unit, step * units);
        if (far is not { } edge) return stretch;
        var (from, to) = step < 0 ? (edge, day.PlusDays(1)) : (day, unit < TimeUnit.Day ? edge.PlusDays(1) : edge);
        return stretch with
        {
            Covers = new TimeInterval(from.ToDateTimeUnspecified(), to.ToDateTimeUnspecified()),
            Modifier = count is null ? TimeModifier.Approx : stretch.Modifier,
        };
    }

    /// <summary>"all day", "a whole month": one of a unit, from end to end.</summary>
    private FoundTime? WholeUnitAt(int i)
    {
        if (IsPlural(i) || UnitOf(i) is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year) || IsTitle(i) || Kind(i + 1) == TimeWordKind.Hyphen || CountsThings(i + 1)) return null;
        if (Is(i - 1, "all") && !IsCapitalised(i - 1)) return FoundTime.OfDuration(i - 1, i + 1, "1", UnitOf(i));
        return Is(i - 1, "whole") && Kind(i - 2) == TimeWordKind.Article ? FoundTime.OfDuration(i - 2, i + 1, "1", UnitOf(i)) : null;
    }

    /// <summary>Quarters are those of the calendar: the past two are the last two that were over.</summary>
    private static FoundTime CoveringQuarters(FoundTime stretch, int step, int count, LocalDate day)
    {
        var present = CalendarValue.Around(day, TimeUnit.Quarter).Start;
        if (CalendarValue.Shift(present, TimeUnit.Quarter, step < 0 ? -count : 1) is not { } from || CalendarValue.Shift(from, TimeUnit.Quarter, count) is not { } to) return stretch;
        return stretch with { Covers = new TimeInterval(from.ToDateTimeUnspecified(), to.ToDateTimeUnspecified()) };
    }

    private static int SecondsOf(TimeUnit unit) => unit switch { TimeUnit.Second => 1, TimeUnit.Minute => 60, _ => 3600 };

    /// <summary>"for weeks", "years ago", "hours later": an amount nobody counted.</summary>
    private FoundTime? BareUnitAt(int i)
    {
        if (!IsPlural(i)) return null;
        var open = new Amount(i, "X", null);
        if (PointAway(i, i + 1, open, UnitOf(i)) is { } point) return point;
        return Is(i - 1, "for") || Is(i - 1, "in") || Is(i - 1, "over") || Is(i - 1, "after") || Is(i - 1, "within") || Is(i - 1, "during") || Kind(i - 1) == TimeWordKind.Than
            ? FoundTime.OfDuration(i, i + 1, "X", UnitOf(i))
            : null;
    }

    private FoundTime? RecentAt(int start, int i) => Kind(i + 1) == TimeWordKind.Unit && IsPlural(i + 1)
        ? Covering(FoundTime.OfDuration(start, i + 2, "X", UnitOf(i + 1)), -1, null, UnitOf(i + 1))
        : null;

    /// <summary>"the past weeks", "the coming months"; "the first days of the siege" is counted from another happening.</summary>
    private FoundTime OpenStretch(int start, int unit)
    {
        var open = FoundTime.OfDuration(start, unit + 1, "X", UnitOf(unit));
        return Kind(unit - 1) switch
        {
            TimeWordKind.Last => Covering(open, -1, null, UnitOf(unit)),
            TimeWordKind.Next => Covering(open, 1, null, UnitOf(unit)),
            _ => open with { Anchor = EventAfter(unit + 1) },
        };
    }

    /// <summary>"ago", "earlier", "later", "from now" after an amount makes it a point of time.</summary>
    private FoundTime? PointAway(int start, int end, Amount amount, TimeUnit unit)
    {
        var j = end;
        if (Is(j, "or") && Is(j + 1, "so")) j += 2;
        var step = 0;
        var fromRunning = false;
        switch (Kind(j))
        {
            case TimeWordKind.Ago:
                step = -1;
                break;
            case TimeWordKind.Earlier:
                (step, fromRunning) = (-1, true);
                break;
            case TimeWordKind.Later:
                (step, fromRunning) = (1, true);
                break;
            case TimeWordKind.Before or TimeWordKind.After when !Exists(j + 1) || Kind(j + 1) >= TimeWordKind.Hyphen:
                (step, fromRunning) = (Kind(j) == TimeWordKind.Before ? -1 : 1, true);
                break;
            case TimeWordKind.From or TimeWordKind.After or TimeWordKind.Before when amount.Whole is { } days && (DeicticAt(j + 1) ?? WeekdayAt(j + 1) ?? HolidayAt(j + 1) ?? (Kind(j) == TimeWordKind.From ? DateAt(j + 1) : null)) is { Date: { } origin } counted && !IsJoint(counted.End):
                var shifted = CalendarValue.Shift(origin.Start, unit, Kind(j) == TimeWordKind.Before ? -days : days);
                return FoundTime.OfDate(Approximation(start), counted.End, shifted is { } target ? CalendarValue.Around(target, unit >= TimeUnit.Month ? unit : TimeUnit.Day) : null, "relative");
            case TimeWordKind.From when Is(j + 1, "now"):
                (step, j) = (1, j + 1);
                break;
            case TimeWordKind.Possessive when Is(j + 1, "time") && Is(start - 1, "in"): // "in two weeks' time"
                (step, j) = (1, j + 1);
                break;
            case not TimeWordKind.Possessive when Is(start - 1, "in") && (unit >= TimeUnit.Day || anchors.Moment is not null) && amount.Whole is not null && DirectionAt(start) == Direction.Future: // "will vote in two weeks"
                (step, j) = (1, j - 1);
                break;
            default:
                return null;
        }
        end = j + 1;
        start = Approximation(start);
        if (MomentAway(start, end, amount, unit, step, fromRunning) is { } moment) return moment;
        if (amount.Whole is not { } count) // "years ago", "several weeks later"
            return new FoundTime(start, end, TimeType.Date, fromRunning ? null : step < 0 ? "PAST_REF" : "FUTURE_REF", "relative");
        var grain = unit switch { TimeUnit.Decade or TimeUnit.Century => TimeUnit.Year, TimeUnit.Fortnight => TimeUnit.Week, TimeUnit.Weekend => TimeUnit.Week, _ => unit };
        if (unit == TimeUnit.Year && count == 1 && step < 0 && anchors.Quarter is { } quarter) // "up from $10 million a year ago"
            return FoundTime.OfDate(start, end, CalendarValue.Quarter(quarter.Year - 1, (quarter.Start.Month + 2) / 3), "quarter");
        var anchor = fromRunning && anchors.Running is { } running ? running.Start : anchors.Published;
        var date = anchor is { } day && CalendarValue.Shift(day, unit, step * count) is { } away ? CalendarValue.Around(away, grain) : (CalendarValue?)null;
        return FoundTime.OfDate(start, end, date, fromRunning ? "running" : "relative") with { FromPublication = !fromRunning };
    }

    /// <summary>"half an hour ago", "in 20 minutes": where the moment of publication is known, and nothing else is being told of.</summary>
    private FoundTime? MomentAway(int start, int end, Amount amount, TimeUnit unit, int step, bool fromRunning)
    {
        const double FarthestSeconds = 1e7;
        if (unit >= TimeUnit.Day || anchors.Moment is not { } now || fromRunning && anchors.Running is not null) return null;
        if (!double.TryParse(amount.Text, CultureInfo.InvariantCulture, out var count) || count * SecondsOf(unit) > FarthestSeconds) return null;
        var then = now.PlusSeconds(step * (long)(count * SecondsOf(unit)));
        var day = CalendarValue.Day(then.Date);
        return new FoundTime(start, end, TimeType.Time, day + TimeOfDay(then.Hour * 60 + then.Minute), "relative")
        { Date = day, FromPublication = true, Modifier = unit == TimeUnit.Hour ? TimeModifier.Approx : null };
    }

    /// <summary>"three", "twenty-four", "two hundred", "a", "a few", "a couple of", "two to three", "half a".</summary>
    private Amount? AmountAt(int i)
    {
        if (Kind(i) == TimeWordKind.Half && Kind(i + 1) == TimeWordKind.Article) return new Amount(i + 2, "0.5", null);
        if (Kind(i) == TimeWordKind.Article)
        {
            if (Kind(i + 1) == TimeWordKind.Vague) return Is(i + 1, "couple") ? new Amount(SkipOf(i + 2), "2", 2) : new Amount(SkipOf(i + 2), "X", null);
            if (Kind(i + 1) == TimeWordKind.Multiplier) return new Amount(i + 2, Text(Value(i + 1)), Value(i + 1));
            if (Is(i + 1, "half") && Kind(i + 2) == TimeWordKind.Hyphen) return new Amount(i + 3, "0.5", null);
            return new Amount(i + 1, "1", 1);
        }
        if (Is(i, "couple")) return new Amount(SkipOf(i + 1), "2", 2);
        if (Kind(i) == TimeWordKind.Vague) return Is(i, "some") && !(Kind(i + 1) == TimeWordKind.Unit && IsPlural(i + 1)) ? null : new Amount(SkipOf(i + 1), "X", null);
        if (Kind(i) != TimeWordKind.Number) return null;
        var (end, number) = CardinalAt(i);
        if (Kind(end) is TimeWordKind.And or TimeWordKind.Hyphen && Kind(end + 1) == TimeWordKind.Number && (Is(end, "to") || Is(end, "or") || IsDigits(i)))
        {
            var (rangeEnd, upper) = CardinalAt(end + 1);
            if (upper > number && Kind(rangeEnd) is TimeWordKind.Unit) return new Amount(rangeEnd, Text(upper), upper);
        }
        if (Kind(end) == TimeWordKind.Half && IsDigits(i)) return new Amount(end + 1, Text(number) + ".5", null);
        if (FractionAt(end) is { } fraction) return new Amount(fraction.End, Text(number) + fraction.Text, null);
        var form = _words[i].In(_text);
        return form.Contains('.') ? new Amount(end, form.ToString(), null) : new Amount(end, Text(number), number);

        static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>"and a half", "and half", "and a quarter".</summary>
    private (int End, string Text)? FractionAt(int i)
    {
        if (Kind(i) != TimeWordKind.And || !Is(i, "and")) return null;
        var j = Is(i + 1, "a") ? i + 2 : i + 1;
        return Kind(j) == TimeWordKind.Half ? (j + 1, ".5") : j > i + 1 && Is(j, "quarter") ? (j + 1, ".25") : null;
    }

    private (int End, int Value) CardinalAt(int i)
    {
        var value = Value(i);
        var end = i + 1;
        if (value is >= 20 and < 100 && value % 10 == 0 && !IsDigits(i))
        {
            var j = Kind(end) == TimeWordKind.Hyphen ? end + 1 : end;
            if (Kind(j) == TimeWordKind.Number && Value(j) is > 0 and < 10 && !IsDigits(j)) (value, end) = (value + Value(j), j + 1);
        }
        while (Kind(end) == TimeWordKind.Multiplier && value < 100_000) (value, end) = (value * Value(end), end + 1);
        return (end, value);
    }

    private int SkipOf(int i) => Kind(i) == TimeWordKind.Of ? i + 1 : i;

    private bool IsFillingWord(int i) => Exists(i) && Kind(i + 1) == TimeWordKind.Unit && _words[i].In(_text) is "more" or "consecutive" or "straight" or "full" or "whole"
        or "long" or "short" or "additional" or "further" or "extra" or "trading" or "working" or "business" or "successive" or "other" or "final";

    /// <summary>"a 34-year-old", "two months old": how old somebody is tells no time of the story.</summary>
    private bool IsAge(int end) => Is(end, "old") || Is(end, "olds") || (Kind(end) == TimeWordKind.Hyphen && (Is(end + 1, "old") || Is(end + 1, "olds")))
        || Is(end, "of") && Is(end + 1, "age");

    /// <summary>"300 shells a day": an article between a counted thing and a unit.</summary>
    private bool IsRate(int start, int i) => Kind(start) == TimeWordKind.Article && start == i && start > 0
        && analysis.Upos[_words[start].Token - (_words[start].Token > 0 ? 1 : 0)] is Upos.Noun or Upos.Num or Upos.Sym;

    /// <summary>Takes in the words that make an amount approximate: "nearly", "more than", "at least".</summary>
    private int Approximation(int start)
    {
        if (Kind(start - 1) == TimeWordKind.Than && Kind(start - 2) == TimeWordKind.Approximate) return start - 2;
        if (Kind(start - 1) != TimeWordKind.Approximate) return start;
        return Is(start - 1, "least") || Is(start - 1, "most") ? (Is(start - 2, "at") ? start - 2 : start) : start - 1;
    }
}
