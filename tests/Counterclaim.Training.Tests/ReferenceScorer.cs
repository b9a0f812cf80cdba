using System.Diagnostics;

namespace Counterclaim.Training.Tests;

/// <summary>Runs the reference scorers of the data folder; tests that need one are skipped aloud where it is absent.</summary>
internal static class ReferenceScorer
{
    private static readonly Lazy<bool> PythonIsThere = new(() =>
    {
        try
        {
            return Run("--version").Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    public static string Data(string relative) => Path.Combine(DataFolder.Default, relative);

    /// <summary>Skips the running test when Python or a file of the data folder is not at hand.</summary>
    public static void Require(params string[] files)
    {
        foreach (var file in files)
            Assert.SkipUnless(File.Exists(Data(file)), $"{file} is not in the data folder.");
        RequirePython();
    }

    public static void RequirePython() => Assert.SkipUnless(PythonIsThere.Value, "There is no python3 to compare with.");

    /// <summary>Standard output of python3.</summary>
    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
