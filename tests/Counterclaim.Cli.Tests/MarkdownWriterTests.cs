using Counterclaim.Cli.Output.Markdown;
using Counterclaim.Cli.Tests.Samples;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Cli.Tests;

public class MarkdownWriterTests
{
    [Fact]
    public void The_ledger_is_as_reviewed()
    {
        using var text = new StringWriter { NewLine = "\n" };
        var writer = new MarkdownWriter(text);
        writer.Write(SiegeReport.Read());
        writer.Finish();
        GoldenFile.Check("siege.md", text.ToString());
    }
}
