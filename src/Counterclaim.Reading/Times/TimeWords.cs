using System.Collections.Frozen;
using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Times;

/// <summary>What a word can do in an expression of time.</summary>
internal enum TimeWordKind : byte
{
    Other,

    /// <summary>A cardinal; the value is its whole part.</summary>
    Number,
    Multiplier,
    Ordinal,
    Month,

    /// <summary>A month in small letters, before it is known whether it is one.</summary>
    SmallMonth,
    Weekday,

    /// <summary>"Mon", "Sat": only a weekday beside a date.</summary>
    WeekdayAbbreviation,
    Unit,
    Season,
    DayPart,
    Clock,
    MeridiemMark,
    Zone,
    Decade,

    /// <summary>"Q3"; 5 and 6 are the halves, "H1" and "H2".</summary>
    QuarterName,

    /// <summary>"5/12": two numbers that may be a month and a day; the value is a hundred times the first and the second.</summary>
    Pair,
    CalendarDate,

    /// <summary>A military date-time group, whole or without its month.</summary>
    Stamp,
    Deictic,
    Reference,
    SetAdverb,
    Holiday,

    /// <summary>The first word of a feast's name of several words: "Good" Friday, "New" Year, "Yom" Kippur.</summary>
    HolidayStart,

    /// <summary>"the rest" of the week.</summary>
    Rest,

    The,
    Article,
    Of,
    And,
    Last,
    Next,
    This,
    That,
    Same,
    Ago,
    Earlier,
    Later,
    Before,
    After,
    From,
    Early,
    Late,
    Mid,
    Edge,
    Each,
    Per,
    Times,
    Vague,
    Half,
    Recent,
    Fiscal,
    Preposition,
    Approximate,
    Than,
    Era,
    Hyphen,
    Slash,
    Comma,
    Period,
    Bracket,
    Possessive,
}

/// <summary>A word of a sentence as the grammar of time sees it.</summary>
/// <param name="Value">By kind: month, weekday (1 Monday), unit, number, index of a deictic…</param>
internal readonly record struct TimeWord(int Start, int End, TimeWordKind Kind, int Value, int Token)
{
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}

/// <summary>Units of time; the order is that of size.</summary>
internal enum TimeUnit
{
    Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Year, Decade, Century,
}

/// <summary>Turns the tokens of a sentence into words of time.</summary>
internal static class TimeWords
{
    /// <summary>Longer words mean nothing to the grammar.</summary>
    private const int LongestWord = 24;

    private static readonly FrozenDictionary<string, (TimeWordKind Kind, int Value)>.AlternateLookup<ReadOnlySpan<char>> Lexicon =
        TimeLexicon.Build().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Fills <paramref name="words"/> with the words of a sentence; says whether any of them could start an expression.</summary>
    public static bool Read(Analysis analysis, TokenRange sentence, List<TimeWord> words)
    {
        words.Clear();
        var any = false;
        for (var token = sentence.Start; token < sentence.End; token++)
        {
            var span = analysis.Tokens[token];
            var first = words.Count;
            Cut(analysis.Text, span, token, words);
            if (analysis.Upos[token] == Upos.Verb && words[first].Kind == TimeWordKind.Last) words[first] = words[first] with { Kind = TimeWordKind.Other }; // "may last three weeks"
            for (var i = first; i < words.Count; i++) any |= words[i].Kind is > TimeWordKind.Other and < TimeWordKind.Hyphen;
        }
        if (any) RaiseSmallMonths(words, analysis.Text);
        return any;
    }

    /// <summary>One word per token, but for hyphenated ones the tokenizer keeps whole, and a final period.</summary>
    private static void Cut(string text, TextSpan span, int token, List<TimeWord> words)
    {
        if (span.Length > 2 * LongestWord)
        {
            words.Add(new TimeWord(span.Start, span.End, TimeWordKind.Other, 0, token));
            return;
        }
        var whole = Classify(span.In(text));
        var form = span.In(text);
        var hyphen = form.IndexOfAny('-', '–', '—');
        if (whole.Kind == TimeWordKind.Other && hyphen < 0 && Glued(form) is > 0 and var cut && Classify(form[..cut]) is { Kind: not TimeWordKind.Other } front && Classify(form[cut..]) is { Kind: not TimeWordKind.Other } back)
        {
            words.Add(new TimeWord(span.Start, span.Start + cut, front.Kind, front.Value, token));
            words.Add(new TimeWord(span.Start + cut, span.End, back.Kind, back.Value, token));
            return;
        }
        if (whole.Kind != TimeWordKind.Other || hyphen <= 0 || hyphen == form.Length - 1)
        {
            words.Add(new TimeWord(span.Start, span.End, whole.Kind, whole.Value, token));
            return;
        }
        var start = span.Start;
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && text[i] is not ('-' or '–' or '—')) continue;
            if (i > start)
            {
                var (kind, value) = Classify(text.AsSpan(start, i - start));
                words.Add(new TimeWord(start, i, kind, value, token));
            }
            if (i < span.End) words.Add(new TimeWord(i, i + 1, TimeWordKind.Hyphen, 0, token));
            start = i + 1;
        }
    }

    /// <summary>Where an amount or a month stands without a space before its unit or day: "2h", "3.5years", "mar3"; 0 for other words.</summary>
    private static int Glued(ReadOnlySpan<char> form)
    {
        var digits = 0;
        while (digits < form.Length && (char.IsAsciiDigit(form[digits]) || form[digits] == '.' && digits > 0)) digits++;
        if (digits > 0)
        {
            var rest = form[digits..];
            return rest is "h" or "hr" or "hrs" or "min" or "mins" or "sec" or "secs" or "days" or "day" or "weeks" or "week" or "months" or "month" or "years" or "year" or "hours" or "hour" or "minutes"
                ? digits
                : 0;
        }
        var letters = 0;
        while (letters < form.Length && char.IsAsciiLetter(form[letters])) letters++;
        return letters == 3 && form.Length is 4 or 5 && TimeLexicon.MonthOf(form[..3]) is not null && form[3..].ContainsAnyExceptInRange('0', '9') is false ? letters : 0;
    }

    private static (TimeWordKind Kind, int Value) Classify(ReadOnlySpan<char> form)
    {
        if (form.IsEmpty || form.Length > LongestWord) return default;
        if (char.IsAsciiDigit(form[0]) || (form.Length > 2 && form[0] is '\'' or '’' && char.IsAsciiDigit(form[1]))) return DigitWords.Classify(form);
        Span<char> lower = stackalloc char[LongestWord];
        var length = form.ToLowerInvariant(lower);
        if (Lexicon.TryGetValue(lower[..length], out var found)) return Fit(found, form);
        if (length > 2 && lower[length - 1] == '.' && Lexicon.TryGetValue(lower[..(length - 1)], out found)) return Fit(found, form);
        return default;
    }

    /// <summary>
    /// Names of days, months and the like stand in capitals: "march", "may" and "sun" are other words. Full names that are nothing else count as they
    /// stand; other months in small letters are kept for a day beside them.
    /// </summary>
    private static (TimeWordKind Kind, int Value) Fit((TimeWordKind Kind, int Value) word, ReadOnlySpan<char> form)
    {
        if (char.IsUpper(form[0])) return word;
        return word.Kind switch
        {
            TimeWordKind.Month => form is "march" or "may" or "august" || form.Length <= 4 && form is not ("june" or "july") ? (TimeWordKind.SmallMonth, word.Value) : word,
            TimeWordKind.Zone => form is "gmt" or "utc" or "pst" or "pdt" or "cst" or "cdt" or "edt" ? word : default,
            TimeWordKind.WeekdayAbbreviation or TimeWordKind.HolidayStart => default,
            _ => word,
        };
    }

    /// <summary>"14 nov", "march 9th": a word in small letters is a month beside a number of a day.</summary>
    private static void RaiseSmallMonths(List<TimeWord> words, string text)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind != TimeWordKind.SmallMonth) continue;
            var counted = i > 0 && IsDay(words[i - 1]) || i + 1 < words.Count && IsDay(words[i + 1]) && (words[i + 1].Kind == TimeWordKind.Ordinal || words[i + 1].End - words[i + 1].Start <= 4)
                || IsJoined(words, i) || i + 2 < words.Count && words[i + 1].Kind == TimeWordKind.And && words[i + 2].Kind == TimeWordKind.Month; // "between august and October"
            words[i] = words[i] with { Kind = counted && !words[i].In(text).Equals("may", StringComparison.Ordinal) ? TimeWordKind.Month : TimeWordKind.Other };
        }

        static bool IsJoined(List<TimeWord> words, int i) => i > 1 && words[i - 1].Kind is TimeWordKind.Hyphen or TimeWordKind.Slash && words[i - 2].Kind == TimeWordKind.Number && words[i - 1].End == words[i].Start && words[i - 2].End == words[i - 1].Start;

        static bool IsDay(TimeWord word) => word.Kind is TimeWordKind.Number or TimeWordKind.Ordinal && word.Value is >= 1 and <= 31;
    }
}

/// <summary>Words that start with a digit.</summary>
internal static class DigitWords
{
    public static (TimeWordKind Kind, int Value) Classify(ReadOnlySpan<char> form)
    {
        if (form[0] is '\'' or '’') return Decade(form[1..], 1900);
        var digits = 0;
        while (digits < form.Length && char.IsAsciiDigit(form[digits])) digits++;
        var rest = form[digits..];
        if (digits > 9) return default;
        var number = int.Parse(form[..digits], CultureInfo.InvariantCulture);
        if (rest.IsEmpty) return (TimeWordKind.Number, number);
        if (rest.Equals("st", StringComparison.OrdinalIgnoreCase) || rest.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || rest.Equals("rd", StringComparison.OrdinalIgnoreCase) || rest.Equals("th", StringComparison.OrdinalIgnoreCase))
            return digits <= 3 ? (TimeWordKind.Ordinal, number) : default;
        if (rest is "s" or "'s" or "’s") return Decade(form[..(digits + 1)], 1900);
        if (digits == 6 && char.IsAsciiLetterUpper(rest[0]) && rest.Length is 1 or 6 or 8) return (TimeWordKind.Stamp, 0);
        if (rest[0] == '.' && digits is 1 or 2 or 4 && IsDate(form)) return (TimeWordKind.CalendarDate, 0);
        if (MilitaryClock(form, digits, number) is >= 0 and var minutes) return (TimeWordKind.Clock, minutes + TimeLexicon.MeridiemKnown);
        if (rest[0] is ':' or '.' or 'h' or 'a' or 'p' or 'A' or 'P' && Clock(form, digits, number) is { Kind: not TimeWordKind.Other } clock) return clock;
        if (rest[0] == '.' && rest.Length is 2 or 3 && char.IsAsciiDigit(rest[1])) return (TimeWordKind.Number, number);
        if (form is "1/2") return (TimeWordKind.Half, 0);
        if (rest[0] == '/' && Pair(number, rest[1..]) is { } pair) return pair;
        if (rest[0] is '-' or '/' && IsDate(form)) return (TimeWordKind.CalendarDate, 0);
        if (rest[0] == ',' && IsGrouped(form, out var grouped)) return (TimeWordKind.Number, grouped);
        return default;
    }

    private static (TimeWordKind, int)? Pair(int first, ReadOnlySpan<char> rest) =>
        rest.Length <= 2 && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var second) && first is > 0 and <= 31 && second is > 0 and <= 31
            ? (TimeWordKind.Pair, 100 * first + second)
            : null;

    /// <summary>"1990s" gives 1990; "90s" the decade of this age that ends in it.</summary>
    private static (TimeWordKind Kind, int Value) Decade(ReadOnlySpan<char> form, int century)
    {
        if (form.Length < 3 || form[^1] != 's') return default;
        var digits = form[..^1].TrimEnd("'’");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year % 10 != 0) return default;
        return digits.Length switch
        {
            4 when year is >= 1000 and <= 2090 => (TimeWordKind.Decade, year),
            2 when year >= 20 => (TimeWordKind.Decade, century + year),
            _ => default,
        };
    }

    /// <summary>"6.30": minutes since midnight; −1 for what is no time of day.</summary>
    public static int DottedClock(ReadOnlySpan<char> form)
    {
        var dot = form.IndexOf('.');
        if (dot is not (1 or 2) || form.Length != dot + 3) return -1;
        return int.TryParse(form[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 23
            && int.TryParse(form[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60
            ? hours * 60 + minutes
            : -1;
    }

    /// <summary>"10:35", "6.30pm", "6pm", "18h30": minutes since midnight; half a day is added by the meridiem mark that follows.</summary>
    private static (TimeWordKind Kind, int Value) Clock(ReadOnlySpan<char> form, int digits, int hours)
    {
        if (digits > 2 || hours > 24) return default;
        var rest = form[digits..];
        var minutes = 0;
        if (rest[0] is ':' or '.' or 'h' && rest.Length >= 3 && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]))
        {
            minutes = (rest[1] - '0') * 10 + rest[2] - '0';
            var colon = rest[0] is ':' or 'h';
            rest = rest[3..];
            if (rest.Length == 3 && rest[0] == ':') rest = [];
            if (minutes > 59 || (rest.IsEmpty && !colon)) return default;
        }
        if (rest.IsEmpty) return (TimeWordKind.Clock, hours * 60 + minutes);
        if (hours is 0 or > 12) return default;
        return rest switch
        {
            "am" or "AM" or "a.m." or "a.m" or "A.M." or "a" => (TimeWordKind.Clock, hours % 12 * 60 + minutes + TimeLexicon.MeridiemKnown),
            "pm" or "PM" or "p.m." or "p.m" or "P.M." or "p" => (TimeWordKind.Clock, (hours % 12 + 12) * 60 + minutes + TimeLexicon.MeridiemKnown),
            _ => default,
        };
    }

    /// <summary>"0600Z", "1830hrs", "0530h": minutes since midnight; −1 for what is no such time.</summary>
    private static int MilitaryClock(ReadOnlySpan<char> form, int digits, int number) =>
        digits == 4 && number / 100 < 24 && number % 100 < 60 && form[4..] is "Z" or "L" or "hrs" or "hr" or "h" or "H" or "HRS" ? number / 100 * 60 + number % 100 : -1;

    private static bool IsGrouped(ReadOnlySpan<char> form, out int number) =>
        int.TryParse(form, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);

    private static bool IsDate(ReadOnlySpan<char> form)
    {
        var separator = form.IndexOfAny("-/.");
        var separators = form.Count(form[separator]);
        var time = form.IndexOf('T');
        foreach (var c in time > 0 ? form[..time] : form)
            if (!char.IsAsciiDigit(c) && c != form[separator]) return false;
        return separators == 2 && form.Length >= 6;
    }
}
