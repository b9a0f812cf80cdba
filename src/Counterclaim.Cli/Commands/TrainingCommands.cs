using System.CommandLine;
using System.Diagnostics;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Commands;

/// <summary>
/// <c>train</c> and <c>evaluate</c>: started in their own program, which is never shipped with this one.
/// Arguments, streams and the exit code pass through unchanged.
/// </summary>
internal static class TrainingCommands
{
    private const string ProgramFile = "counterclaim-training.dll";
    private const string ProjectFolder = "src/Counterclaim.Training";

    public static Command BuildTrain(Streams streams) =>
        Build("train", "Train the language models, for those who improve them. 'counterclaim train --help' lists them.", streams);

    public static Command BuildEvaluate(Streams streams) =>
        Build("evaluate", "Measure the reading against gold data. 'counterclaim evaluate --help' lists the measures.", streams);

    private static Command Build(string name, string description, Streams streams)
    {
        var rest = new Argument<string[]>("arguments")
        {
            Description = "Passed on as they are.",
            Arity = ArgumentArity.ZeroOrMore,
            CaptureRemainingTokens = true,
        };
        var command = new Command(name, description) { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => RunAsync(name, parsed.GetValue(rest) ?? [], streams, cancel));
        return command;
    }

    /// <summary>Whether a command line belongs to the training program, its options and help included.</summary>
    public static bool Owns(string[] args) => args is ["train" or "evaluate", ..];

    public static async Task<int> RunAsync(string name, string[] arguments, Streams streams, CancellationToken cancel)
    {
        var program = Find(AppContext.BaseDirectory);
        if (program is null)
        {
            streams.Error.WriteLine(
                $"counterclaim: {name}: the training program is not here; it comes with the sources only: "
                + $"run 'dotnet build {ProjectFolder} -c Release' in a clone, then try again.");
            return ExitCodes.SomeFailed;
        }
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        foreach (var argument in (string[])[program, name, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }

    /// <summary>Beside this program, or in the build output of the clone this program was built in.</summary>
    private static string? Find(string from)
    {
        var beside = Path.Combine(from, ProgramFile);
        if (File.Exists(beside)) return beside;
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (!Directory.Exists(Path.Combine(folder.FullName, ProjectFolder))) continue;
            var built = Path.Combine(folder.FullName, ProjectFolder, "bin/Release/net10.0", ProgramFile);
            return File.Exists(built) ? built : null;
        }
        return null;
    }
}
