using System.Globalization;
using System.Text.RegularExpressions;

namespace Counterclaim.Web.Tests;

/// <summary>Profiles of outlets: every figure is the number of the rows it leads to.</summary>
[Collection(nameof(RoomFixture))]
public sealed class OutletTests(RoomFixture rooms)
{
    [Fact]
    public async Task Every_figure_leads_to_as_many_rows()
    {
        var page = await rooms.PageAsync(rooms.Demo, "/outlets");
        var figures = page.QuerySelectorAll(".outlets td a").Select(a => (Text: a.TextContent, Address: a.GetAttribute("href")!)).ToList();
        Assert.True(figures.Count > 10);
        foreach (var (text, address) in figures)
        {
            var count = long.Parse(Regex.Match(text, @"^[\d,]+").Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            var words = (await rooms.PageAsync(rooms.Demo, address)).QuerySelector(".count")!.TextContent;
            Assert.StartsWith(count == 0 ? "no " : $"{count} ", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_outlet_s_loaded_words_and_sources_are_named()
    {
        var page = await rooms.PageAsync(rooms.Demo, "/outlets/Compact%20Voice");
        Assert.Contains(page.QuerySelectorAll(".tally bdi"), w => w.TextContent == "regime");
        Assert.Contains(page.QuerySelectorAll(".tally bdi"), w => w.TextContent == "Irena Vosk");
        await rooms.PageAsync(rooms.Demo, "/outlets/Nobody", 404);
    }
}
