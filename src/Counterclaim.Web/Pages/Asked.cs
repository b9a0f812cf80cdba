using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Notes;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Pages;

/// <summary>What the address asks of a list.</summary>
/// <param name="Text">The query as given.</param>
/// <param name="Error">Where and why it cannot be asked; the list is then empty.</param>
/// <param name="From">Number of the first row shown, from 1.</param>
internal sealed record Asked(string Text, LedgerQuery Query, QueryException? Error, string? After, long From)
{
    private const int Shown = 50;

    public string Order { get; private init; } = "";

    public required Visit Visit { get; init; }

    public static Asked Of(HttpContext http)
    {
        var given = http.Request.Query;
        var text = given["q"].ToString().Trim();
        var after = given["after"].ToString() is { Length: > 0 } cursor ? cursor : null;
        var from = after is not null && long.TryParse(given["row"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;
        try
        {
            return new Asked(text, QueryParser.Parse(text), null, after, from) { Order = given["order"].ToString(), Visit = Visit.Of(http) };
        }
        catch (QueryException e)
        {
            return new Asked(text, LedgerQuery.Empty, e, null, 1) { Visit = Visit.Of(http) };
        }
    }

    /// <summary>A page of the list; empty, with the reason, where the list cannot be asked so.</summary>
    public (Page<T> Page, QueryException? Error) Ask<T>(Func<LedgerQuery, PageRequest, Page<T>> list)
    {
        if (Error is not null) return (new Page<T>([], 0, null), Error);
        try
        {
            return (list(Query, new PageRequest(Shown, After: After)), null);
        }
        catch (QueryException e)
        {
            return (new Page<T>([], 0, null), e);
        }
    }
}
