using System.CommandLine;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Runs a question to the ledger.</summary>
internal static class Asking
{
    public static int Run(ParseResult parsed, Streams streams, Action<LedgerStore, LedgerQuery, PageRequest> ask)
    {
        var query = QueryArguments.QueryOf(parsed);
        using var ledger = LedgerOptions.OpenToAsk(parsed);
        try
        {
            ask(ledger, query, QueryArguments.PageOf(parsed));
        }
        catch (QueryException e)
        {
            throw QueryArguments.Wrong(e);
        }
        return ExitCodes.Done;
    }
}
