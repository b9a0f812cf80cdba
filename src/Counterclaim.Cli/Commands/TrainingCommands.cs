using System.CommandLine;
using System.Diagnostics;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Commands;

/// <summary>
/// <c>train</c> and <c>evaluate</c>: started in their own program, which is never shipped with this one.
/// Arguments, streams and the exit code pass through unchanged, <c>--help</c> included.
/// </summary>
internal static class TrainingCommands
{
    private const string ProgramFile = "counterclaim-training.dll";
    private const string ProjectFolder = "src/Counterclaim.Training";

    public static Command BuildTrain() =>
        new("train", "Train the language models; for those who improve them.");

    public static Command BuildEvaluate() =>
        new("evaluate", "Measure the reading against gold data; for those who improve it.");

    public static bool Owns(string[] args) => args is ["train" or "evaluate", ..];

    public static async Task<int> RunAsync(string[] args, Streams streams)
    {
        var program = Find(AppContext.BaseDirectory);
        if (program is null)
        {
            streams.Error.WriteLine(
                $"counterclaim: {args[0]}: the training program is not here; it comes with the sources only. "
                + $"Run 'dotnet build {ProjectFolder} -c Release' in a clone and try again.");
            return ExitCodes.SomeFailed;
        }
        Console.CancelKeyPress += (_, e) => e.Cancel = true; // Ctrl-C reaches the child too; its exit code is ours
        var start = new ProcessStartInfo(Environment.ProcessPath!, [program, .. args]) { UseShellExecute = false };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Beside this program, or in the build output of the clone it was built in.</summary>
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
