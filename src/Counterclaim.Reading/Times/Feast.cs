using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Feasts that reports name days by.</summary>
internal enum Feast
{
    Christmas, ChristmasEve, BoxingDay, OrthodoxChristmas, NewYearsDay, NewYearsEve, Halloween, ValentinesDay, EarthDay, Thanksgiving,
    Easter, GoodFriday, PalmSunday, EasterMonday, OrthodoxEaster,
    EidAlFitr, EidAlAdha, Passover, YomKippur, RoshHashanah, Sukkot, SimchatTorah, Hanukkah, Nowruz,
}

/// <summary>The day of a feast in a year of our calendar.</summary>
internal static class Feasts
{
    /// <summary>Islamic months begin when the moon is seen: the calendar of Umm al-Qura may be a day off elsewhere.</summary>
    public static bool IsApproximate(Feast feast) => feast is Feast.EidAlFitr or Feast.EidAlAdha;

    /// <summary>Its first day; null where it falls on no day of that year or outside the calendars' range.</summary>
    public static LocalDate? In(int year, Feast feast) => year is < 1 or > 9998 || feast >= Feast.Easter && year is < 1901 or > 2075 ? null : feast switch
    {
        Feast.Christmas => new LocalDate(year, 12, 25),
        Feast.ChristmasEve => new LocalDate(year, 12, 24),
        Feast.BoxingDay => new LocalDate(year, 12, 26),
        Feast.OrthodoxChristmas => new LocalDate(year, 1, 7),
        Feast.NewYearsDay => new LocalDate(year, 1, 1),
        Feast.NewYearsEve => new LocalDate(year, 12, 31),
        Feast.Halloween => new LocalDate(year, 10, 31),
        Feast.ValentinesDay => new LocalDate(year, 2, 14),
        Feast.EarthDay => new LocalDate(year, 4, 22),
        Feast.Thanksgiving => new LocalDate(year, 10, 31).Next(IsoDayOfWeek.Thursday).PlusWeeks(3),
        Feast.Easter => Easter(year),
        Feast.GoodFriday => Easter(year).PlusDays(-2),
        Feast.PalmSunday => Easter(year).PlusDays(-7),
        Feast.EasterMonday => Easter(year).PlusDays(1),
        Feast.OrthodoxEaster => OrthodoxEaster(year),
        Feast.EidAlFitr => OfCalendar(year, CalendarSystem.UmAlQura, 10, 1),
        Feast.EidAlAdha => OfCalendar(year, CalendarSystem.UmAlQura, 12, 10),
        Feast.Passover => OfCalendar(year, CalendarSystem.HebrewScriptural, 1, 15),
        Feast.YomKippur => OfCalendar(year, CalendarSystem.HebrewScriptural, 7, 10),
        Feast.RoshHashanah => OfCalendar(year, CalendarSystem.HebrewScriptural, 7, 1),
        Feast.Sukkot => OfCalendar(year, CalendarSystem.HebrewScriptural, 7, 15),
        Feast.SimchatTorah => OfCalendar(year, CalendarSystem.HebrewScriptural, 7, 23),
        Feast.Hanukkah => OfCalendar(year, CalendarSystem.HebrewScriptural, 9, 25),
        Feast.Nowruz => OfCalendar(year, CalendarSystem.PersianAstronomical, 1, 1),
        _ => null,
    };

    private static LocalDate? OfCalendar(int year, CalendarSystem calendar, int month, int day)
    {
        var first = new LocalDate(year, 1, 1).WithCalendar(calendar).Year;
        for (var theirs = first; theirs <= first + 1; theirs++)
        {
            var date = new LocalDate(theirs, month, day, calendar).WithCalendar(CalendarSystem.Iso);
            if (date.Year == year) return date;
        }
        return null;
    }

    /// <summary>The anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8).</summary>
    private static LocalDate Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var sum = epact + weekday - 7 * correction + 114;
        return new LocalDate(year, sum / 31, sum % 31 + 1);
    }

    /// <summary>The Julian computus (the same source), thirteen days on in the years between 1900 and 2100.</summary>
    private static LocalDate OrthodoxEaster(int year)
    {
        var moon = (19 * (year % 19) + 15) % 30;
        var weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        var sum = moon + weekday + 114;
        return new LocalDate(year, sum / 31, sum % 31 + 1).PlusDays(13);
    }
}
