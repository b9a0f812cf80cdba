using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Web.Words;

/// <summary>Days and moments as the pages write them: as the report tells them, in its own zone.</summary>
internal static class Dates
{
    public static string Day(DateTime local) => local.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment of this program's own, in the zone of this machine: "23 Nov 2026, 14:02".</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToLocalTime().ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Machine(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"9 Mar – 11 Mar 2026"; one day where it begins and ends on one.</summary>
    public static string Span(TimeInterval interval)
    {
        var last = interval.To.AddTicks(-1);
        if (interval.From.Date == last.Date) return Day(interval.From);
        var from = interval.From.Year == last.Year ? interval.From.ToString("d MMM", CultureInfo.InvariantCulture) : Day(interval.From);
        return $"{from} – {Day(last)}";
    }

    public static string Published(ClaimReport report) => report.Published is { } published ? Day(published.DateTime) : Texts.Undated;

    /// <summary>"as of 11 Mar 2026": when it was said, else published.</summary>
    public static string AsOf(Claim claim) => claim.AsOf is { } asOf ? Day(asOf.From) : Texts.Undated;
}
