using System.CommandLine;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Commands;

/// <summary><c>counterclaim read SOURCE...</c>: reads and prints; keeps nothing.</summary>
internal static class ReadCommand
{
    public static Command Build(Streams streams)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "A file, a folder, a glob, '-', a URL, a feed, or a JSONL file of articles.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("read", "Read reports and print who claims what; keeps nothing.") { sources };
        command.SetAction(parsed =>
        {
            foreach (var source in parsed.GetValue(sources)!)
                streams.Error.WriteLine($"counterclaim: {source}: reading is not built yet.");
            return ExitCodes.SomeFailed;
        });
        return command;
    }
}
