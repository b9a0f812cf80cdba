using System.CommandLine;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim claims [QUERY]</c>: the claims in the ledger.</summary>
internal static class ClaimsCommand
{
    public static Command Build(Streams streams)
    {
        var command = new Command("claims", "List the claims in the ledger: who says what, about whom, where and when.")
        {
            QueryArguments.Query, LedgerOptions.Ledger, ListFormat.Option, QueryArguments.Limit, QueryArguments.Offset, QueryArguments.After,
        };
        command.SetAction(parsed => Asking.Run(parsed, streams, (ledger, query, page) =>
        {
            var found = ledger.Claims(query, page);
            ClaimList.Write(ListFormat.Of(parsed), found, query, streams);
        }));
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim claims kind:casualties place:Quillhaven", "Who says how many died there."),
            new Example("counterclaim claims kind:control,route said:2026-03-09..2026-03-12 -voice:own", "What others are said to say, in those days."),
            new Example("counterclaim claims 'actor:\"Ruven Vosk\" certainty:certain sort:oldest' --format csv", "As a table for other programs."));
    }
}
