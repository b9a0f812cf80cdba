using System.Globalization;
using System.Text.RegularExpressions;

namespace Counterclaim.Ingest.Dates;

/// <summary>A time of publication as written; <see cref="IsDay"/> where no time of day was.</summary>
internal readonly record struct WrittenDate(DateTimeOffset Value, bool IsDay);

/// <summary>Reads full dates (day, month and year) as pages, feeds and posts write them.</summary>
/// <remarks>A time without a zone counts as UTC. A date that lacks its year is no date here: nothing is guessed.</remarks>
internal static partial class DateText
{
    private const int MaxLength = 240;

    /// <summary>The first full date in <paramref name="text"/>, of which only the beginning is looked at.</summary>
    /// <param name="monthFirst">How to read 3/4/2026; null refuses it.</param>
    public static WrittenDate? Find(ReadOnlySpan<char> text, bool? monthFirst = null)
    {
        text = text.Trim();
        var part = text[..Math.Min(text.Length, MaxLength)].ToString();
        Match? best = null;
        foreach (var form in (ReadOnlySpan<Regex>)[YearFirst(), MonthNameFirst(), DayThenMonthName(), Numbers(), Compact()])
        {
            for (var match = form.Match(part); match.Success; match = match.NextMatch())
            {
                if (Day(match, monthFirst) is null) continue;
                if (best is null || match.Index < best.Index) best = match;
                break;
            }
        }
        if (best is null || Day(best, monthFirst) is not { } day) return null;

        var after = part.AsSpan(best.Index + best.Length);
        var time = TimeAfter().Match(after[..Math.Min(after.Length, 40)].ToString());
        if (!time.Success) time = TimeBefore().Match(part[..best.Index]);
        return time.Success && Clock(time, day) is { } moment ? new WrittenDate(moment, false) : new WrittenDate(day, true);
    }

    /// <summary>Whether the text is a date and little else, as in the line under a headline.</summary>
    public static bool IsDateLine(ReadOnlySpan<char> line) =>
        line.Length <= 80 && Find(line, true) is not null && LettersBeyondDate().Count(line) <= 4;

    private static DateTimeOffset? Day(Match match, bool? monthFirst)
    {
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        if (year is < 1900 or > 2199) return null;
        int month, day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["name"].Success)
        {
            month = MonthNames.Number(match.Groups["name"].ValueSpan);
        }
        else
        {
            month = int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
            if (match.Groups["slash"].Success && month != day)
            {
                // The pattern reads day first; slashes leave it open unless one of the two is no month.
                if (month > 12 || (day <= 12 && monthFirst == true)) (day, month) = (month, day);
                else if (day <= 12 && monthFirst is null) return null;
            }
        }
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);
    }

    private static DateTimeOffset? Clock(Match match, DateTimeOffset day)
    {
        int Part(string name) => match.Groups[name] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : 0;
        int hour = Part("h"), minute = Part("min"), second = Part("s");
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12) return null;
            hour = hour % 12 + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) return null;
        var zone = TimeSpan.Zero;
        if (match.Groups["sign"].Success)
        {
            zone = new TimeSpan(Part("zh"), Part("zm"), 0);
            if (zone > TimeSpan.FromHours(14)) return null;
            if (match.Groups["sign"].ValueSpan[0] is '-' or '−') zone = -zone;
        }
        else if (match.Groups["zone"] is { Success: true } named)
        {
            zone = TimeSpan.FromHours(ZoneHours(named.ValueSpan));
        }
        return new DateTimeOffset(day.Year, day.Month, day.Day, hour, minute, second, zone);
    }

    private static double ZoneHours(ReadOnlySpan<char> name) => name switch
    {
        "EST" or "CDT" => -5,
        "EDT" => -4,
        "CST" or "MDT" => -6,
        "MST" or "PDT" => -7,
        "PST" => -8,
        "BST" or "CET" or "WEST" => 1,
        "CEST" or "EET" or "SAST" => 2,
        "EEST" or "MSK" or "TRT" => 3,
        "AEST" => 10,
        _ => 0,
    };

    private const string Time =
        @"(?<h>\d{1,2})(?:[:.](?<min>\d{2})(?::(?<s>\d{2})(?:[.,]\d+)?)?\s?(?<half>[AaPp]\.?[Mm]\b\.?)?|\s?(?<half>[AaPp]\.?[Mm]\b\.?))";
    private const string Zone =
        @"(?:\s?h\b)?\s?\(?(?:Z|(?:GMT|UTC)?\s?(?<sign>[+\-−])(?<zh>\d{1,2}):?(?<zm>\d{2})?(?!\d)|(?<zone>[A-Z]{3,4})\b)?";

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<name>\p{L}{3,10})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?\s?,?\s+(?<y>\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthNameFirst();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|[.ºª])?[\s\-]+(?:of\s|de\s)?(?<name>\p{L}{3,10})\.?,?[\s\-]+(?:de\s|del\s)?(?<y>\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayThenMonthName();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:\.\s?(?<m>\d{1,2})\.\s?|-(?<m>\d{1,2})-|(?<slash>/)(?<m>\d{1,2})/)(?<y>\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?=$|T)", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^[T\s,.;|•·\-–—/()]{0,6}(?:at\s|um\s|à\s|a las\s)?\s?" + Time + Zone, RegexOptions.CultureInvariant)]
    private static partial Regex TimeAfter();

    [GeneratedRegex(Time + Zone + @"[\s,.;|•·\-–—/()]{0,6}(?:on\s)?(?:\p{L}{3,9},?\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeBefore();

    [GeneratedRegex(@"(?<!\p{L})(?!(?:AM|PM|am|pm|GMT|UTC|EST|EDT)\b)\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex LettersBeyondDate();
}
