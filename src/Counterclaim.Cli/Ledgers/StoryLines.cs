using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Stories;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary>A story with its reports, for people.</summary>
internal static class StoryLines
{
    private const int MostReports = 12;
    private const int MostOutlets = 6;

    public static IReadOnlyList<string> Of(LedgerStory story) =>
    [
        SafeText.OneLine(story.Title ?? (story.Members.Count > 0 ? story.Members[0].Report.Id : "no title")),
        Wording.Joined(
            story.Id, Count(story.Reports, "report"), story.Origins < story.Reports ? Count(story.Origins, "text") : "", Outlets(story.Outlets), Days(story),
            string.Join(", ", story.Places.Select(p => SafeText.OneLine(p)))),
        .. story.Reports > 1 ? story.Members.Take(MostReports).SelectMany(Lines) : [],
        story.Reports > MostReports ? string.Create(CultureInfo.InvariantCulture, $"and {story.Reports - MostReports:N0} more: counterclaim reports story:{story.Id}") : "",
    ];

    /// <summary>"same wire text, 94 % of it: 3fa9c1d2 · Strait Wire": what ties a report's text to an earlier one's.</summary>
    public static string Of(ReportTie tie) => Wording.Joined($"{tie.Tie.InWords()}: {ReportKeys.Short(tie.Earlier)}", tie.Outlet is { } outlet ? SafeText.OneLine(outlet) : "");

    private static IEnumerable<string> Lines(StoryReport member)
    {
        yield return "▸ " + Wording.Joined(
            ReportKeys.Short(member.Report.Id), member.Report.Outlet is { } outlet ? SafeText.OneLine(outlet) : "", Day(member.Report), member.Report.Title is { } title ? SafeText.OneLine(title) : "");
        var whole = member.Ties.Where(t => t.Tie.IsOneText).ToList();
        if (whole.Count == 0 && member.Reason is { } reason) yield return $"  {SafeText.OneLine(reason)} ({member.Score!.Value.ToString("0.00", CultureInfo.InvariantCulture)})";
        foreach (var tie in member.Ties) yield return "  " + Of(tie);
    }

    private static string Outlets(IReadOnlyList<string> outlets) => outlets.Count switch
    {
        0 => "",
        > MostOutlets => Count(outlets.Count, "outlet"),
        _ => string.Join(", ", outlets.Select(o => SafeText.OneLine(o))),
    };

    private static string Days(LedgerStory story) => (story.First, story.Last) switch
    {
        ({ } first, { } last) when first.Date == last.Date => Day(first),
        ({ } first, { } last) => $"{Day(first)} to {Day(last)}",
        _ => "no date",
    };

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(ClaimReport report) => report.Published is { } published ? Day(published.DateTime) : "no date";

    private static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
