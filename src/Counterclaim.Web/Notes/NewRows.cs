using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Web.Notes;

/// <summary>What came with reports that were added since somebody looked: a query like every other, so that what is counted can be opened.</summary>
internal sealed class NewRows(LedgerStore ledger)
{
    private const int MostKept = 512;

    private readonly Kept<long> _counts = new(ledger, MostKept);
    private readonly Kept<DateTimeOffset?> _last = new(ledger, 1);

    /// <summary>A query narrowed to what reports tell that were added from that moment on.</summary>
    /// <remarks>To the second: what was added within the second of the look counts as new once more rather than never.</remarks>
    public static string Since(string query, DateTimeOffset moment) => $"{query} added:>={moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)}".TrimStart();

    /// <summary>How many rows of a list have something new.</summary>
    /// <param name="list">"claims".</param>
    /// <returns>0 for a query that can no longer be asked.</returns>
    public long Count(string list, string query, DateTimeOffset since)
    {
        if (_last.Of("", ledger.LastAdded) is not { } last || last < since) return 0;
        var asked = Since(query, since);
        return _counts.Of($"{list} {asked}", () =>
        {
            try
            {
                return TotalOf(list, QueryParser.Parse(asked));
            }
            catch (QueryException)
            {
                return 0;
            }
        });
    }

    private long TotalOf(string list, LedgerQuery query)
    {
        var one = new PageRequest(1);
        return list switch
        {
            "questions" => ledger.Questions(query, one).Total,
            "claims" or "map" => ledger.Claims(query, one).Total,
            "links" => ledger.Links(query, one).Total,
            "reports" => ledger.Reports(query, one).Total,
            "stories" => ledger.Stories(query, one).Total,
            "actors" => ledger.Actors(query, one).Total,
            "places" => ledger.Places(query, one).Total,
            "search" => ledger.Search(query, one).Total,
            _ => 0,
        };
    }

    /// <summary>Lists that searches can be kept of.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["questions", "claims", "links", "map", "stories", "reports", "actors", "places", "search"];
}
