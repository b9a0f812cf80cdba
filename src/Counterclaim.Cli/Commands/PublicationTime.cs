using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Counterclaim.Cli.Commands;

/// <summary>A date, or a date and time, as given on the command line.</summary>
/// <param name="Time">Midnight UTC where only the day is given; UTC where no zone is.</param>
internal sealed record PublicationTime(DateTimeOffset Time, bool IsDay)
{
    private static readonly string[] WithTime =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public static bool TryParse(string given, [NotNullWhen(true)] out PublicationTime? time)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal;
        time = DateTimeOffset.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out var day) ? new(day, true)
            : DateTimeOffset.TryParseExact(given, WithTime, CultureInfo.InvariantCulture, Utc, out var moment) ? new(moment, false)
            : null;
        return time is not null;
    }
}
