using System.CommandLine;
using System.CommandLine.Help;
using Counterclaim.Cli.Commands;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli;

/// <summary>The command <c>counterclaim</c>: parses its line, runs what was asked, and turns what went wrong into one line and an exit code.</summary>
internal static class CommandLineProgram
{
    public static async Task<int> RunAsync(string[] args, Streams streams)
    {
        var parsed = Build(streams).Parse(args);
        await using var text = streams.OpenText();
        if (parsed.Errors.Count > 0)
        {
            streams.Error.WriteLine($"counterclaim: {parsed.Errors[0].Message}");
            streams.Error.WriteLine($"Try 'counterclaim {PathOf(parsed.CommandResult.Command)}--help'.");
            return ExitCodes.WrongUsage;
        }
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = text,
                Error = streams.Error,
            };
            var exitCode = await parsed.InvokeAsync(configuration);
            await text.FlushAsync();
            return exitCode;
        }
        catch (UsageException e)
        {
            streams.Error.WriteLine($"counterclaim: {e.Message}");
            return ExitCodes.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (BrokenPipeException)
        {
            return ExitCodes.Done; // the reader of our output has seen enough
        }
    }

    private static RootCommand Build(Streams streams)
    {
        var root = new RootCommand(
            "Reads reporting on conflicts and lays out who claims what, about where and when, how sure, who contradicts whom, "
            + "and what the publisher asserts in its own voice.")
        {
            ReadCommand.Build(streams),
            TrainingCommands.BuildTrain(streams),
            TrainingCommands.BuildEvaluate(streams),
        };
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        HelpWithExamples.AddTo(root);
        return root;
    }

    private static string PathOf(Command command) => command is RootCommand ? "" : command.Name + " ";
}
