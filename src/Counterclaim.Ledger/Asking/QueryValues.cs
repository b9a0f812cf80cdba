using System.Globalization;

namespace Counterclaim.Ledger.Asking;

/// <summary>A stretch of time, its end exclusive; open where null.</summary>
public readonly record struct TimeRange(DateTime? From, DateTime? To)
{
    private static readonly (string Format, Func<DateTime, DateTime> End)[] Forms =
    [
        ("yyyy", t => t.Year == 9999 ? DateTime.MaxValue : t.AddYears(1)), ("yyyy-MM", t => t.AddMonths(1)), ("yyyy-MM-dd", t => t.AddDays(1)),
        ("yyyy-MM-dd'T'HH", t => t.AddHours(1)), ("yyyy-MM-dd'T'HH:mm", t => t.AddMinutes(1)), ("yyyy-MM-dd'T'HH:mm:ss", t => t.AddSeconds(1)),
    ];

    /// <summary>Null for anything that is no time or range of times, and for one that ends before it begins.</summary>
    public static TimeRange? Parse(string text)
    {
        if (text.IndexOf("..", StringComparison.Ordinal) is >= 0 and var dots)
        {
            var (first, last) = (text[..dots], text[(dots + 2)..]);
            if (first.Length == 0 && last.Length == 0) return null;
            var from = first.Length == 0 ? null : One(first);
            var to = last.Length == 0 ? null : One(last);
            if ((first.Length > 0 && from is null) || (last.Length > 0 && to is null)) return null;
            return from is { } f && to is { } t && t.To <= f.From ? null : new TimeRange(from?.From, to?.To);
        }
        return text switch
        {
            ['>', '=', .. var rest] => One(rest) is { } t ? new TimeRange(t.From, null) : null,
            ['<', '=', .. var rest] => One(rest) is { } t ? new TimeRange(null, t.To) : null,
            ['>', .. var rest] => One(rest) is { } t ? new TimeRange(t.To, null) : null,
            ['<', .. var rest] => One(rest) is { } t ? new TimeRange(null, t.From) : null,
            _ => One(text),
        };
    }

    private static TimeRange? One(string text)
    {
        foreach (var (format, end) in Forms)
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
                return new TimeRange(from, from > DateTime.MaxValue.AddDays(-366) ? DateTime.MaxValue : end(from));
        return null;
    }
}

/// <summary>Numbers between two bounds; open where null.</summary>
public readonly record struct NumberRange(double? From, bool FromIncluded, double? To, bool ToIncluded)
{
    public static NumberRange? Parse(string text)
    {
        if (text.IndexOf("..", StringComparison.Ordinal) is >= 0 and var dots)
        {
            var (first, last) = (text[..dots], text[(dots + 2)..]);
            if (first.Length == 0 && last.Length == 0) return null;
            double? from = first.Length == 0 ? null : One(first), to = last.Length == 0 ? null : One(last);
            return (first.Length > 0 && from is null) || (last.Length > 0 && to is null) || to < from ? null : new NumberRange(from, true, to, true);
        }
        return text switch
        {
            ['>', '=', .. var rest] => One(rest) is { } n ? new NumberRange(n, true, null, false) : null,
            ['<', '=', .. var rest] => One(rest) is { } n ? new NumberRange(null, false, n, true) : null,
            ['>', .. var rest] => One(rest) is { } n ? new NumberRange(n, false, null, false) : null,
            ['<', .. var rest] => One(rest) is { } n ? new NumberRange(null, false, n, false) : null,
            _ => One(text) is { } n ? new NumberRange(n, true, n, true) : null,
        };
    }

    private static double? One(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A circle on the ground.</summary>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east.</param>
public readonly record struct Circle(double Latitude, double Longitude, double RadiusKm)
{
    private const double HalfAround = 20_020;

    public static Circle? Parse(string text)
    {
        var parts = text.Split(',');
        if (parts.Length != 3) return null;
        var radius = parts[2].EndsWith("km", StringComparison.Ordinal) ? parts[2][..^2] : parts[2];
        return Number(parts[0]) is { } latitude && Number(parts[1]) is { } longitude && Number(radius) is { } kilometres
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 && kilometres is > 0 and <= HalfAround
            ? new Circle(latitude, longitude, kilometres) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
