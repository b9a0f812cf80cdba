using System.Collections.Frozen;

namespace Counterclaim.Reading.Times;

/// <summary>The words of English expressions of time.</summary>
internal static class TimeLexicon
{
    /// <summary>Added to the minutes of a clock time that says whether it is morning or afternoon.</summary>
    public const int MeridiemKnown = 10_000;

    /// <summary>Values of <see cref="TimeWordKind.DayPart"/>, in TIMEX3's spelling.</summary>
    public static readonly string[] DayParts = ["TMO", "TAF", "TEV", Night, "TMI", "TDT"];

    public const string Night = "TNI";

    /// <summary>Values of <see cref="TimeWordKind.Season"/>, in TIMEX3's spelling.</summary>
    public static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    public const int Winter = 3;

    /// <summary>The value of "H1" among the names of quarters.</summary>
    public const int FirstHalf = 5;

    /// <summary>Values of <see cref="TimeWordKind.Reference"/>.</summary>
    public static readonly string[] References = ["PRESENT_REF", "PAST_REF", "FUTURE_REF"];

    /// <summary>Values of <see cref="TimeWordKind.Deictic"/>.</summary>
    public const int Today = 0, Yesterday = 1, Tomorrow = 2, Tonight = 3, Overnight = 4, Noon = 5, Midnight = 6, Dawn = 7, Dusk = 8;

    public static FrozenDictionary<string, (TimeWordKind Kind, int Value)> Build()
    {
        var words = new Dictionary<string, (TimeWordKind, int)>(StringComparer.Ordinal);
        AddCalendar(words);
        AddNumbers(words);
        AddUnits(words);
        AddRelations(words);
        AddWhole(words, TimeWordKind.Reference,
            ("now", 0), ("currently", 0), ("nowadays", 0), ("recently", 1), ("lately", 1), ("future", 3), ("present", 4));
        AddWhole(words, TimeWordKind.SetAdverb,
            ("hourly", (int)TimeUnit.Hour), ("daily", (int)TimeUnit.Day), ("nightly", (int)TimeUnit.Day), ("weekly", (int)TimeUnit.Week),
            ("fortnightly", (int)TimeUnit.Fortnight), ("monthly", (int)TimeUnit.Month), ("yearly", (int)TimeUnit.Year), ("annually", (int)TimeUnit.Year));
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static readonly string[] MonthAbbreviations = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>The number of a month by the three letters of military logs; null for other letters.</summary>
    public static int? MonthOf(ReadOnlySpan<char> letters)
    {
        for (var i = 0; i < MonthAbbreviations.Length; i++)
            if (letters.Equals(MonthAbbreviations[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        return null;
    }

    private static void AddWhole(Dictionary<string, (TimeWordKind, int)> words, TimeWordKind kind, params ReadOnlySpan<(string Word, int Value)> items)
    {
        foreach (var (word, value) in items) words[word] = (kind, value);
    }

    private static void AddList(Dictionary<string, (TimeWordKind, int)> words, TimeWordKind kind, string list, int value = 0)
    {
        foreach (var word in list.Split(' ')) words[word] = (kind, value);
    }

    private static void AddCalendar(Dictionary<string, (TimeWordKind, int)> words)
    {
        string[] months = ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
            "october oct", "november nov", "december dec"];
        for (var i = 0; i < months.Length; i++) AddList(words, TimeWordKind.Month, months[i], i + 1);
        string[] days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        string[] shortDays = ["mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"];
        for (var i = 0; i < days.Length; i++)
        {
            words[days[i]] = words[days[i] + "s"] = (TimeWordKind.Weekday, i + 1);
            AddList(words, TimeWordKind.WeekdayAbbreviation, shortDays[i], i + 1);
        }
        AddWhole(words, TimeWordKind.Season, ("spring", 0), ("summer", 1), ("autumn", 2), ("fall", 2), ("winter", Winter), ("springtime", 0), ("summertime", 1), ("wintertime", Winter));
        AddWhole(words, TimeWordKind.DayPart, ("morning", 0), ("afternoon", 1), ("evening", 2), ("night", 3), ("mornings", 0), ("afternoons", 1), ("evenings", 2), ("nights", 3), ("nightfall", 3));
        AddWhole(words, TimeWordKind.Deictic, ("today", Today), ("yesterday", Yesterday), ("tomorrow", Tomorrow), ("tmrw", Tomorrow), ("tonight", Tonight), ("tonite", Tonight), ("overnight", Overnight),
            ("noon", Noon), ("midday", Noon), ("midnight", Midnight), ("dawn", Dawn), ("daybreak", Dawn), ("sunrise", Dawn), ("dusk", Dusk), ("sunset", Dusk));
        AddList(words, TimeWordKind.MeridiemMark, "am a.m", 0);
        AddList(words, TimeWordKind.MeridiemMark, "pm p.m", 12 * 60);
        AddList(words, TimeWordKind.Zone, "gmt utc est edt cst cdt mst mdt pst pdt pt et cet cest eet eest msk bst ist");
        AddWhole(words, TimeWordKind.QuarterName, ("q1", 1), ("q2", 2), ("q3", 3), ("q4", 4), ("h1", FirstHalf), ("h2", FirstHalf + 1));
        AddList(words, TimeWordKind.Era, "bc bce b.c b.c.e");
        AddWhole(words, TimeWordKind.Holiday, ("christmas", (int)Feast.Christmas), ("halloween", (int)Feast.Halloween), ("thanksgiving", (int)Feast.Thanksgiving), ("easter", (int)Feast.Easter),
            ("eid", (int)Feast.EidAlFitr), ("passover", (int)Feast.Passover), ("hanukkah", (int)Feast.Hanukkah), ("sukkot", (int)Feast.Sukkot), ("nowruz", (int)Feast.Nowruz), ("newroz", (int)Feast.Nowruz));
        AddList(words, TimeWordKind.HolidayStart, "new orthodox good palm earth yom rosh valentine simchat");
        string[] decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        for (var i = 0; i < decades.Length; i++) words[decades[i]] = (TimeWordKind.Decade, 1920 + 10 * i);
    }

    private static void AddNumbers(Dictionary<string, (TimeWordKind, int)> words)
    {
        string[] cardinals = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        for (var i = 0; i < cardinals.Length; i++) words[cardinals[i]] = (TimeWordKind.Number, i);
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        for (var i = 0; i < tens.Length; i++) words[tens[i]] = (TimeWordKind.Number, 20 + 10 * i);
        string[] ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        for (var i = 0; i < ordinals.Length; i++) words[ordinals[i]] = (TimeWordKind.Ordinal, i + 1);
        AddWhole(words, TimeWordKind.Multiplier, ("hundred", 100), ("thousand", 1000), ("dozen", 12));
        AddList(words, TimeWordKind.Vague, "few several many couple some numerous");
        AddList(words, TimeWordKind.Half, "half ½");
    }

    private static void AddUnits(Dictionary<string, (TimeWordKind, int)> words)
    {
        foreach (var unit in Enum.GetValues<TimeUnit>())
        {
            var singular = unit.ToString().ToLowerInvariant();
            if (unit != TimeUnit.Second) words[singular] = (TimeWordKind.Unit, (int)unit);
            words[unit == TimeUnit.Century ? "centuries" : singular + "s"] = (TimeWordKind.Unit, (int)unit | Plural);
        }
        AddList(words, TimeWordKind.Unit, "min mins", (int)TimeUnit.Minute);
        AddList(words, TimeWordKind.Unit, "hr hrs h", (int)TimeUnit.Hour);
        AddList(words, TimeWordKind.Unit, "sec secs", (int)TimeUnit.Second);
    }

    /// <summary>Set in the value of a unit in the plural.</summary>
    public const int Plural = 0x100;

    private static void AddRelations(Dictionary<string, (TimeWordKind, int)> words)
    {
        words["the"] = (TimeWordKind.The, 0);
        AddList(words, TimeWordKind.Article, "a an another");
        words["of"] = (TimeWordKind.Of, 0);
        AddList(words, TimeWordKind.And, "and or to");
        AddWhole(words, TimeWordKind.Last, ("last", 0), ("past", 1), ("previous", 2), ("preceding", 2));
        AddWhole(words, TimeWordKind.Next, ("next", 0), ("coming", 1), ("following", 2), ("upcoming", 1), ("ensuing", 2));
        AddWhole(words, TimeWordKind.This, ("this", 0), ("current", 1), ("these", 2));
        words["that"] = (TimeWordKind.That, 0);
        words["same"] = (TimeWordKind.Same, 0);
        words["ago"] = (TimeWordKind.Ago, 0);
        words["earlier"] = (TimeWordKind.Earlier, 0);
        AddList(words, TimeWordKind.Later, "later hence");
        words["before"] = (TimeWordKind.Before, 0);
        words["after"] = (TimeWordKind.After, 0);
        words["from"] = (TimeWordKind.From, 0);
        words["early"] = (TimeWordKind.Early, 0);
        words["late"] = (TimeWordKind.Late, 0);
        words["mid"] = (TimeWordKind.Mid, 0);
        AddList(words, TimeWordKind.Edge, "end beginning start middle close turn");
        AddList(words, TimeWordKind.Each, "every each");
        AddList(words, TimeWordKind.Rest, "rest remainder");
        words["per"] = (TimeWordKind.Per, 0);
        AddWhole(words, TimeWordKind.Times, ("once", 1), ("twice", 2));
        words["recent"] = (TimeWordKind.Recent, 0);
        AddList(words, TimeWordKind.Fiscal, "fiscal calendar");
        AddList(words, TimeWordKind.Preposition, "in on by since until till at during through throughout between within over for around about before after into circa ca @");
        words["before"] = (TimeWordKind.Before, 0);
        words["after"] = (TimeWordKind.After, 0);
        AddList(words, TimeWordKind.Approximate, "nearly almost roughly approximately least more less up most under only just fewer");
        words["than"] = (TimeWordKind.Than, 0);
        AddList(words, TimeWordKind.Hyphen, "- – — ~");
        words["/"] = (TimeWordKind.Slash, 0);
        AddList(words, TimeWordKind.Comma, ",");
        AddList(words, TimeWordKind.Period, ".");
        AddList(words, TimeWordKind.Bracket, "( ) [ ]");
        AddList(words, TimeWordKind.Possessive, "'s ’s ' ’");
    }
}
