using System.Text.RegularExpressions;
using Counterclaim.Cli.Output.Table;
using Counterclaim.Cli.Terminal;
using Counterclaim.Cli.Tests.Samples;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Cli.Tests;

public class TableWriterTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(44)]
    public void A_report_fits_the_terminal(int width)
    {
        var table = Render(SiegeReport.Read(), width, colour: false);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= width, line));
        GoldenFile.Check($"siege.{width}.txt", table);
    }

    [Fact]
    public void Colour_changes_nothing_but_colour()
    {
        var plain = Render(SiegeReport.Read(), 80, colour: false);
        var coloured = Render(SiegeReport.Read(), 80, colour: true);
        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
    }

    internal static string Render(Model.Reading reading, int width, bool colour)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var writer = new TableWriter(text, new Streams(Stream.Null, TextWriter.Null, Stream.Null, width, colour));
        writer.Write(reading);
        writer.Finish();
        return text.ToString();
    }
}
