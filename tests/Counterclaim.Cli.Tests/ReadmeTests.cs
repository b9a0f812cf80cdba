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
