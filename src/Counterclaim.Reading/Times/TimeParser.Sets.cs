using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Reading.Times;

/// <summary>What comes again: "every day", "each Monday", "every two weeks", "daily", "once a week", "on weekends".</summary>
internal sealed partial class TimeParser
{
    private FoundTime? SetAt(int i)
    {
        switch (Kind(i))
        {
            case TimeWordKind.SetAdverb when !IsCapitalised(i) || i == 0:
                return SetAdverbAt(i);
            case TimeWordKind.Times when Kind(i + 1) is TimeWordKind.Article or TimeWordKind.Each or TimeWordKind.Per && Kind(i + 2) == TimeWordKind.Unit:
                return new FoundTime(i, i + 3, TimeType.Set, FoundTime.DurationValue("1", UnitOf(i + 2)), "set");
            case TimeWordKind.Per when Kind(i + 1) == TimeWordKind.Unit && !IsPlural(i + 1):
                return new FoundTime(i, i + 2, TimeType.Set, FoundTime.DurationValue("1", UnitOf(i + 1)), "set");
            case TimeWordKind.Unit when UnitOf(i) == TimeUnit.Weekend && IsPlural(i) && (Is(i - 1, "on") || Is(i - 1, "at") || Is(i - 1, "all")):
                return new FoundTime(i, i + 1, TimeType.Set, "P1WE", "set");
            case TimeWordKind.Each:
                return EachAt(i);
            default:
                return null;
        }
    }

    /// <summary>"weekly", "bi-monthly" (every two), "semi-annually" (every half).</summary>
    private FoundTime SetAdverbAt(int i)
    {
        var unit = (TimeUnit)Value(i);
        if (Kind(i - 1) == TimeWordKind.Hyphen && Touch(i - 1, i))
        {
            if (Is(i - 2, "bi")) return new FoundTime(i - 2, i + 1, TimeType.Set, FoundTime.DurationValue("2", unit), "set");
            if (Is(i - 2, "semi") && unit == TimeUnit.Year) return new FoundTime(i - 2, i + 1, TimeType.Set, "P6M", "set");
        }
        return new FoundTime(i, i + 1, TimeType.Set, FoundTime.DurationValue("1", unit), "set");
    }

    private FoundTime? EachAt(int i)
    {
        var j = Is(i + 1, "other") || Is(i + 1, "second") && Kind(i + 2) is TimeWordKind.Unit or TimeWordKind.Weekday ? i + 2 : i + 1; // "every other day"
        var value = Kind(j) switch
        {
            TimeWordKind.Unit when !IsPlural(j) => FoundTime.DurationValue(j > i + 1 ? "2" : "1", UnitOf(j)),
            TimeWordKind.Weekday => $"XXXX-WXX-{Value(j)}",
            TimeWordKind.Month => string.Create(CultureInfo.InvariantCulture, $"XXXX-{Value(j):D2}"),
            TimeWordKind.Season => "XXXX-" + TimeLexicon.Seasons[Value(j)],
            TimeWordKind.DayPart => "XXXX-XX-XX" + TimeLexicon.DayParts[Value(j)],
            _ => null,
        };
        if (value is not null) return new FoundTime(i, j + 1, TimeType.Set, value, "set");
        if (AmountAt(i + 1) is { } amount && Kind(amount.End) == TimeWordKind.Unit)
            return new FoundTime(i, amount.End + 1, TimeType.Set, FoundTime.DurationValue(amount.Text, UnitOf(amount.End)), "set");
        return null;
    }

    /// <summary>"each Monday at 4 p.m.", "Thursdays at 17:30": a time of day beside what comes again has no day of its own.</summary>
    private void GiveSetsToTimes()
    {
        const int Beside = 2;
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i] is not { TimeOfDay: { } timeOfDay, Value: null } time) continue;
            var set = i > 0 && _found[i - 1].Type == TimeType.Set && time.Start - _found[i - 1].End <= Beside ? _found[i - 1]
                : i + 1 < _found.Count && _found[i + 1].Type == TimeType.Set && _found[i + 1].Start - time.End <= Beside ? _found[i + 1]
                : (FoundTime?)null;
            if (set is not { Value: { } value }) continue;
            var day = value.StartsWith("XXXX-WXX-", StringComparison.Ordinal) && value.Length == "XXXX-WXX-1".Length ? value : "XXXX-XX-XX";
            _found[i] = time with { Type = TimeType.Set, Value = day + timeOfDay };
        }
    }
}
