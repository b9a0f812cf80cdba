using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Counterclaim.Cli.Tests.Browser;

/// <summary>What holds for the page whatever the report: nothing leaves it, nothing runs, everyone can read it.</summary>
[Collection(nameof(BrowserFixture))]
public sealed class PageSoundnessTests(BrowserFixture browser)
{
    [Fact]
    public async Task Markup_of_a_report_never_runs()
    {
        await using var open = await browser.OpenAsync(browser.Hostile);
        await open.Page.Keyboard.PressAsync("j");
        await open.Page.Locator(".text .says[data-i]").First.ClickAsync();
        Assert.False(await open.Page.EvaluateAsync<bool>("'broken' in window"));
        Assert.Equal(0, await open.Page.Locator("img, svg, iframe, script:not(:last-child)").CountAsync());
        open.AssertQuiet();
    }

    [Fact]
    public async Task Nothing_stands_out_sideways_or_leaves_the_page()
    {
        foreach (var address in new[] { browser.Siege, browser.Demo, browser.Hostile })
        {
            await using var open = await browser.OpenAsync(address);
            foreach (var width in new[] { 1440, 1024, 390, 320 })
            {
                await open.Page.SetViewportSizeAsync(width, 800);
                var wider = await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(wider == 0, $"{address} is {wider} px wider than a window of {width} px");
            }
            open.AssertQuiet();
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, true)]
    [InlineData(ColorScheme.Dark, false)]
    public async Task The_page_takes_the_reader_s_colours(ColorScheme scheme, bool light)
    {
        await using var open = await browser.OpenAsync(browser.Siege, scheme: scheme);
        var background = await open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        var red = int.Parse(background.Split('(', ',')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(light, red > 127);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_serious_barrier_is_found(ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(browser.Siege, scheme: scheme);
        await open.Page.Keyboard.PressAsync("j");
        await open.Page.Keyboard.PressAsync("?");
        var found = await open.Page.RunAxe();
        var barriers = found.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
        Assert.Empty(barriers);
        Assert.NotEmpty(found.Passes);
    }
}
