using Counterclaim.Model;

namespace Counterclaim.Ledger.Store;

/// <summary>Times as numbers: seconds since 1970 of whatever clock the report tells.</summary>
internal static class TimeColumns
{
    /// <summary>What stands for a time not known where a column may not be empty: before all others.</summary>
    public const long Unknown = -62135596800;

    public static long Seconds(DateTime local) => (local.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;

    public static DateTime Local(long seconds) => new(DateTime.UnixEpoch.Ticks + seconds * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);

    public static TimeInterval? Interval(long? from, long? to) => from is { } start && to is { } end ? new TimeInterval(Local(start), Local(end)) : null;

    public static DateTimeOffset? Published(long? local, int? offsetMinutes) =>
        local is { } seconds ? new DateTimeOffset(Local(seconds), TimeSpan.FromMinutes(offsetMinutes ?? 0)) : null;
}
