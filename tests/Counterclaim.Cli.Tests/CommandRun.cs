using System.Text;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Tests;

/// <summary>One run of the command inside the test's process: what it wrote and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandRun> OfAsync(string[] args, string input = "")
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var given = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var streams = new Streams(output, error, given, Streams.WidthWithoutTerminal, Colour: false);
        var exitCode = await CommandLineProgram.RunAsync(args, streams);
        return new CommandRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
