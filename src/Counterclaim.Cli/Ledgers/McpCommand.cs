using System.CommandLine;
using Counterclaim.Cli.Terminal;
using Counterclaim.Web.Assistant;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim mcp</c>: the ledger as tools for an assistant, over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Build(Streams streams)
    {
        var command = new Command("mcp", "Offer the ledger to an assistant as tools (Model Context Protocol over standard input and output): search claims, list questions, read a report, explain a link.") { LedgerOptions.Ledger };
        command.SetAction(async (parsed, cancel) =>
        {
            using var ledger = LedgerOptions.OpenToAsk(parsed);
            await AssistantServer.RunAsync(ledger, streams.Input, streams.Output, cancel);
            return ExitCodes.Done;
        });
        return HelpWithExamples.Give(command, new Example("counterclaim mcp --ledger siege.db", "What an assistant's settings name as the command of a server."));
    }
}
