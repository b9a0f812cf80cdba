namespace Counterclaim.Cli.Tests;

public class ParseTests
{
    /// <summary>Whoever compares trees needs all characters: those of furniture and drawn rules too.</summary>
    [Fact]
    public async Task Every_character_of_a_text_is_printed()
    {
        const string text = "Share this page\n\n-----------\n\nThe harbour of Marish can't be held, its governor's aides said on Monday.\n\n=====\n\n"
            + "Nobody left the town before the evening, and the bridge stood.\n\nRead more: Ferry lost\nSign up for our newsletter\n* * *\n";
        var run = await CommandRun.OfAsync(["parse", "-"], text);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var printed = run.Output.Split('\n').Where(l => l.StartsWith("# text = ", StringComparison.Ordinal)).SelectMany(l => l["# text = ".Length..]);
        Assert.Equal(Visible(text), Visible(printed));
    }

    private static string Visible(IEnumerable<char> text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
