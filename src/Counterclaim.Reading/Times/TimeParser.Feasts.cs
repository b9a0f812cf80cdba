namespace Counterclaim.Reading.Times;

/// <summary>Days by the name of a feast.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"Christmas Eve", "Orthodox Easter 2025", "New Year's Day": the feast nearest to publication on the side the tense points to.</summary>
    private FoundTime? HolidayAt(int i)
    {
        if (FeastAt(i) is not { } named) return null;
        var (feast, end) = named;
        if (IsCapitalised(end) && !IsCapitalised(end - 1)) return null;
        if (IsCapitalised(end) && TimeKindIsName(end)) return null; // "Christmas Island"
        if (Is(end, "week") && feast is Feast.Easter or Feast.Christmas) return null;
        var (year, after) = TrailingYear(end);
        var date = year is { } y ? Feasts.In(y, feast) : anchors.Nearest(inYear => Feasts.In(inYear, feast), DirectionAt(i));
        return FoundTime.OfDate(i, after, date is { } day ? CalendarValue.Day(day) : null, "holiday") with
        {
            FixedYear = year is not null,
            Modifier = Feasts.IsApproximate(feast) ? Model.TimeModifier.Approx : null,
        };
    }

    private bool TimeKindIsName(int i) => Kind(i) == TimeWordKind.Other && analysis.Upos[_words[i].Token] is Language.Upos.Propn;

    private (Feast Feast, int End)? FeastAt(int i)
    {
        if (Kind(i) == TimeWordKind.Holiday) return SimpleFeastAt(i);
        if (Kind(i) != TimeWordKind.HolidayStart) return null;
        if (Is(i, "new") && Is(i + 1, "year") && IsCapitalised(i + 1)) return NewYearAt(i + 2);
        if (Is(i, "orthodox") && Kind(i + 1) == TimeWordKind.Holiday)
            return (Feast)Value(i + 1) switch { Feast.Christmas => (Feast.OrthodoxChristmas, i + 2), Feast.Easter => (Feast.OrthodoxEaster, i + 2), _ => null };
        if (Is(i, "good") && Is(i + 1, "friday")) return (Feast.GoodFriday, i + 2);
        if (Is(i, "palm") && Is(i + 1, "sunday")) return (Feast.PalmSunday, i + 2);
        if (Is(i, "earth") && Is(i + 1, "day")) return (Feast.EarthDay, i + 2);
        if (Is(i, "yom") && Is(i + 1, "kippur") && !Is(i + 2, "war")) return (Feast.YomKippur, i + 2);
        if (Is(i, "rosh") && Is(i + 1, "hashanah")) return (Feast.RoshHashanah, i + 2);
        if (Is(i, "simchat") && Is(i + 1, "torah")) return (Feast.SimchatTorah, i + 2);
        if (Is(i, "valentine") && Kind(i + 1) == TimeWordKind.Possessive && Is(i + 2, "day")) return (Feast.ValentinesDay, i + 3);
        return null;
    }

    private (Feast, int)? NewYearAt(int end)
    {
        if (Kind(end) == TimeWordKind.Possessive) end++;
        return Is(end, "eve") ? (Feast.NewYearsEve, end + 1) : Is(end, "day") ? (Feast.NewYearsDay, end + 1) : null;
    }

    private (Feast, int)? SimpleFeastAt(int i)
    {
        var feast = (Feast)Value(i);
        if (!IsCapitalised(i) && feast is not (Feast.Christmas or Feast.Easter or Feast.Thanksgiving or Feast.EidAlFitr)) return null;
        var end = i + 1;
        if (feast == Feast.EidAlFitr)
        {
            var j = Is(end, "al") ? end + 1 : end;
            if (Kind(j) == TimeWordKind.Hyphen) j++;
            return Is(j, "fitr") ? (feast, j + 1) : Is(j, "adha") ? (Feast.EidAlAdha, j + 1) : null;
        }
        if (Is(end, "eve")) return feast is Feast.Christmas ? (Feast.ChristmasEve, end + 1) : null;
        if (feast == Feast.Easter && Kind(end) == TimeWordKind.Weekday) return Value(end) switch { 1 => (Feast.EasterMonday, end + 1), 7 => (feast, end + 1), _ => null };
        return (feast, Is(end, "day") ? end + 1 : end);
    }
}
