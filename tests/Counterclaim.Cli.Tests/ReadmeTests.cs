namespace Counterclaim.Cli.Tests;

/// <summary>Every command the README shows does what it says: it runs, from a fresh clone, to a good end.</summary>
public class ReadmeTests
{
    private const string Prompt = "$ ./counterclaim ";

    public static TheoryData<string> Commands =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith(Prompt, StringComparison.Ordinal))
            .Select(line => line[Prompt.Length..])];

    [Fact]
    public async Task The_README_shows_what_its_first_command_prints()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        var at = Array.FindIndex(lines, line => line.TrimStart().StartsWith(Prompt, StringComparison.Ordinal));
        var shown = lines[(at + 1)..].TakeWhile(line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim());
        var run = await CommandRun.OfAsync(["read", Path.Combine(Repository.Root, lines[at].Trim().Split(' ')[^1])]);
        Assert.Equal(run.Output.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0), shown.Where(line => line.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_of_the_README_runs(string command)
    {
        var folder = Directory.CreateTempSubdirectory();
        var args = command.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.StartsWith("demo/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word)
            .Select(word => word.EndsWith(".html", StringComparison.Ordinal) && !Path.IsPathRooted(word) ? Path.Combine(folder.FullName, word) : word)
            .TakeWhile(word => word != ">");
        var run = await CommandRun.OfAsync([.. args]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }
}
