using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Comparison;

/// <summary>The stretch of time a claim is about, and whether the claim says so itself.</summary>
/// <param name="From">First moment.</param>
/// <param name="To">First moment after it.</param>
/// <param name="IsTold">False where only the day of telling is known, before which it must lie.</param>
public readonly record struct ClaimWindow(DateTime From, DateTime To, bool IsTold)
{
    /// <summary>News that names no day is of the last days.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(2);

    /// <summary>Told windows longer than this are periods, not days.</summary>
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(36);

    /// <summary>Whether it covers more than a day and a night.</summary>
    public bool IsPeriod => IsTold && To - From > LongestDay;

    /// <summary>Whether a stretch is more than a day and a night.</summary>
    public static bool IsLongerThanDay(TimeInterval interval) => interval.To - interval.From > LongestDay;

    /// <summary>Null where neither the claim nor its report is dated.</summary>
    public static ClaimWindow? Of(Claim claim)
    {
        if (claim.Meant?.Interval is { } meant) return new ClaimWindow(meant.From, meant.To, true);
        if (claim.Setting.Time?.Interval is { } around) return new ClaimWindow(around.From, around.To, false);
        var asOf = claim.AsOf is { } told && !IsLongerThanDay(told) ? told : claim.Report.PublishedInterval; // "said this year" dates nothing
        return asOf is { } day ? new ClaimWindow(day.From - News, day.To, false) : null;
    }

    public bool Meets(ClaimWindow other) => From < other.To && other.From < To;

    /// <summary>How much time lies between the two; nothing where they meet.</summary>
    public TimeSpan Gap(ClaimWindow other) => Meets(other) ? TimeSpan.Zero : From >= other.To ? From - other.To : other.From - To;

    /// <summary>Whether the other lies wholly inside, and is much shorter.</summary>
    public bool Holds(ClaimWindow other) => From <= other.From && other.To <= To && (To - From) > 1.5 * (other.To - other.From);
}
