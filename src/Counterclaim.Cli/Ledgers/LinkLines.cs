using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Links;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary>A link with both its quotes, for people.</summary>
internal static class LinkLines
{
    private const int MostCharacters = 200;

    public static IReadOnlyList<string> Of(LedgerLink link) =>
    [
        $"{RelationNames.Of(link.Comparison.Relation)}: {SafeText.OneLine(link.Comparison.Reason)}",
        Quote(link.Later),
        Quote(link.Earlier),
        link.Comparison.Rule,
    ];

    private static string Quote(Claim claim) => Wording.Joined(
        $"“{SafeText.Shorten(SafeText.OneLine(claim.Exact), MostCharacters)}”",
        claim.FirstTeller.IsPublisher || claim.FirstTeller.Name.Length == 0 ? "" : SafeText.OneLine(claim.FirstTeller.Name),
        claim.Report.Outlet is { } outlet ? SafeText.OneLine(outlet) : "unnamed publisher",
        claim.Report.Published is { } published ? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no date",
        $"{ReportKeys.Short(claim.Ref.Report)}/{claim.Ref.Assertion}");
}
