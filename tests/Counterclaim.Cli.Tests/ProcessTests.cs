using System.Diagnostics;
using System.Text.Json;

namespace Counterclaim.Cli.Tests;

/// <summary>The command as a process of its own: exit codes, streams, pipes.</summary>
public class ProcessTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "counterclaim.dll");

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_read()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "a.txt"), "The mayor said the bridge was gone.");
        File.WriteAllText(Path.Combine(folder.FullName, "b.txt"), "");
        File.WriteAllText(Path.Combine(folder.FullName, "c.txt"), "“Nobody crossed it,” the ferryman said.");

        var (exitCode, output, error) = Shell($"dotnet '{Program}' read '{folder.FullName}' /no/such/file --format jsonl");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["a.txt", "c.txt"],
            output.TrimEnd('\n').Split('\n').Select(line => Path.GetFileName(JsonDocument.Parse(line).RootElement.GetProperty("report").GetProperty("source").GetString()!)));
        var messages = error.TrimEnd('\n').Split('\n');
        Assert.Equal(2, messages.Length);
        Assert.StartsWith($"counterclaim: {Path.Combine(folder.FullName, "b.txt")}: ", messages[0], StringComparison.Ordinal);
        Assert.StartsWith("counterclaim: /no/such/file: ", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_pipe_is_no_failure()
    {
        var folder = Directory.CreateTempSubdirectory();
        for (var i = 0; i < 60; i++) File.WriteAllText(Path.Combine(folder.FullName, $"{i:00}.txt"), string.Concat(Enumerable.Repeat("The mayor said the bridge was gone. ", 300)));
        var (exitCode, output, error) = Shell($"dotnet '{Program}' read '{folder.FullName}' --format jsonl | head -c 9; echo \": ${{PIPESTATUS[0]}}\"");
        Assert.Equal((0, "{\"schema\": 0\n", ""), (exitCode, output, error));
    }

    [Fact]
    public void Standard_input_is_read_verbatim_and_dated_from_the_command_line()
    {
        var (exitCode, output, error) = Shell($"printf 'He left on Monday 🚀.' | dotnet '{Program}' read - --published 2026-03-11 --publisher 'The Wire' --format json");
        Assert.Equal((0, ""), (exitCode, error));
        var reading = JsonDocument.Parse(output).RootElement;
        Assert.Equal("He left on Monday 🚀.", reading.GetProperty("text").GetString());
        Assert.Equal("2026-03-11T00:00:00Z", reading.GetProperty("report").GetProperty("published").GetString());
        Assert.Equal("The Wire", reading.GetProperty("report").GetProperty("publisher").GetString());
    }

    private static (int ExitCode, string Output, string Error) Shell(string line)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "needs bash");
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
