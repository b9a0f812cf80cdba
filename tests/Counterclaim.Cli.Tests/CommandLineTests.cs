using Counterclaim.Tests.Shared;

namespace Counterclaim.Cli.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("help.txt", "--help")]
    [InlineData("help.read.txt", "read", "--help")]
    [InlineData("help.parse.txt", "parse", "--help")]
    [InlineData("help.add.txt", "add", "--help")]
    [InlineData("help.claims.txt", "claims", "--help")]
    [InlineData("help.search.txt", "search", "--help")]
    [InlineData("help.correct.txt", "correct", "--help")]
    [InlineData("help.export.txt", "export", "--help")]
    public async Task Help_is_as_reviewed(string golden, params string[] args)
    {
        var run = await CommandRun.OfAsync(args);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        GoldenFile.Check(golden, run.Output.Replace("testhost", "counterclaim", StringComparison.Ordinal).Replace("Counterclaim.Cli.Tests", "counterclaim", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--help", "frobnicate")]
    [InlineData("read --help", "read")]
    [InlineData("read --help", "read", "x", "--format", "yaml")]
    [InlineData("read --help", "read", "x", "--jobs", "0")]
    [InlineData("read --help", "read", "x", "--published", "yesterday")]
    public async Task Wrong_usage_is_answered_by_one_line_and_a_hint(string hint, params string[] args)
    {
        var run = await CommandRun.OfAsync(args);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        var lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("counterclaim: ", lines[0], StringComparison.Ordinal);
        Assert.Equal($"Try 'counterclaim {hint}'.", lines[1]);
    }
}
