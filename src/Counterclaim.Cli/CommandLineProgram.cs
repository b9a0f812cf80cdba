using System.CommandLine;
using System.CommandLine.Invocation;
using Counterclaim.Cli.Commands;
using Counterclaim.Cli.Ledgers;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Cli;

/// <summary>The command <c>counterclaim</c>: parses its line, runs what was asked, and turns what went wrong into one line and an exit code.</summary>
internal static class CommandLineProgram
{
    public static async Task<int> RunAsync(string[] args, Streams streams)
    {
        if (TrainingCommands.Owns(args)) return await TrainingCommands.RunAsync(args, streams);
        var parsed = BuildRoot(streams).Parse(QueryArguments.WithNegatedBehind(args));
        if (parsed.Action is ParseErrorAction)
        {
            streams.Error.WriteLine($"counterclaim: {parsed.Errors[0].Message}");
            streams.Error.WriteLine($"Try 'counterclaim {PathOf(parsed.CommandResult.Command)}--help'.");
            return ExitCodes.WrongUsage;
        }
        var text = streams.OpenText();
        try
        {
            var exitCode = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = text,
                Error = streams.Error,
            });
            await text.FlushAsync();
            return exitCode;
        }
        catch (UsageException e)
        {
            streams.Error.WriteLine($"counterclaim: {e.Message}");
            return ExitCodes.WrongUsage;
        }
        catch (LedgerException e)
        {
            streams.Error.WriteLine($"counterclaim: {e.Message}");
            return ExitCodes.SomeFailed;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (IOException e) when (Streams.IsBrokenPipe(e))
        {
            return ExitCodes.Done; // whoever reads our output has seen enough
        }
    }

    private static RootCommand BuildRoot(Streams streams)
    {
        var root = new RootCommand(
            "Reads reporting on conflicts and lays out who claims what, about where and when, how sure, "
            + "who contradicts whom, and what the publisher asserts in its own voice.")
        {
            ReadCommand.Build(streams),
            AddCommand.Build(streams),
            LedgerCommand.Build(streams),
            ServeCommand.Build(streams),
            McpCommand.Build(streams),
            DemoCommand.Build(streams),
            ParseCommand.Build(streams),
            TrainingCommands.BuildTrain(),
            TrainingCommands.BuildEvaluate(),
        };
        root.Add(ConsequencesCommand.Build(streams));
        root.Add(BriefCommand.Build(streams));
        root.Add(ExportCommand.Build(streams));
        foreach (var command in AskingCommands.Build(streams).Concat(CorrectCommands.Build(streams))) root.Add(command);
        HelpWithExamples.AddTo(root);
        return HelpWithExamples.Give(
            root,
            new Example("counterclaim read page.html", "What a saved page claims, as a table."),
            new Example("counterclaim read --help", "All there is to know about a command."));
    }

    private static string PathOf(Command command) => command is RootCommand ? "" : command.Name + " ";
}
