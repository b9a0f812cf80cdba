using Counterclaim.Ledger.Asking;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Counterclaim.Web.Tests.Browser;

/// <summary>What holds for every page in a real browser: everyone can read it, nothing runs, nothing leaves, nothing stands out sideways.</summary>
[Collection(nameof(RoomFixture))]
public sealed class SoundnessTests(RoomFixture rooms)
{
    private string[] Pages()
    {
        var claim = rooms.DemoLedger.Claims(QueryParser.Parse("kind:route"), new PageRequest(1)).Items[0];
        var report = ReportKeys.Short(claim.Report.Id);
        var story = rooms.DemoLedger.Stories(LedgerQuery.Empty, new PageRequest(1)).Items[0];
        var both = story.Members.Take(2).Select(m => ReportKeys.Short(m.Report.Id)).ToList();
        var questions = rooms.DemoLedger.Questions(LedgerQuery.Empty, new PageRequest()).Items;
        return
        [
            "/questions", "/questions/" + questions.First(q => q.Kind == "control").Key, $"/reports/{report}", "/claims?q=kind:control", "/search?q=road", "/claims?q=kinds:x",
            "/questions/" + questions.First(q => q.Kind == "casualties").Key, "/reports", $"/reports/{report}/claims/{claim.Ref.Assertion}", "/actors", "/actors/A1", "/places", "/places/Quillhaven", "/add", "/map", "/corrections", "/stories", "/stories/" + story.Id, $"/compare?one={both[0]}&other={both[1]}", "/nowhere",
            "/consequences", "/consequences?q=place:Quillhaven", "/outlets", "/outlets/Compact%20Voice", "/searches", "/links", "/claims?q=road%20sort:oldest", "/actors/A4",
        ];
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_serious_barrier_is_found_on_any_page(ColorScheme scheme)
    {
        await using var open = await Chromium.OpenAsync(rooms.Demo.Address, "/questions", scheme);
        var barriers = new List<string>();
        // What is dark differs from what is light in its colours alone.
        var options = scheme == ColorScheme.Dark ? new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast") } : new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa") };
        foreach (var page in Pages())
        {
            await open.Page.GotoAsync(page);
            var found = await open.Page.RunAxe(options);
            barriers.AddRange(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{page}: {v.Id}: {string.Join(" | ", v.Nodes.Take(2).Select(n => n.Html))}"));
        }
        Assert.Empty(barriers);
    }

    [Fact]
    public async Task No_page_is_wider_than_its_window_and_none_asks_elsewhere()
    {
        await using var open = await Chromium.OpenAsync(rooms.Demo.Address, "/questions");
        foreach (var page in Pages())
        {
            await open.Page.GotoAsync(page);
            foreach (var width in new[] { 1440, 1024, 720, 512, 390, 320 }) // 720 and 512 are 1440 and 1024 at 200 %
            {
                await open.Page.SetViewportSizeAsync(width, 800);
                var wider = await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(wider <= 0, $"{page} is {wider} px wider than a window of {width} px");
            }
        }
    }

    [Fact]
    public async Task Hostile_reports_run_nothing_and_break_nothing()
    {
        await using var open = await Chromium.OpenAsync(rooms.Hostile.Address, "/claims?q=-kind:strike");
        foreach (var page in new[] { "/reports", "/questions", "/actors", "/places", "/outlets", "/links", "/consequences", "/stories", "/search?q=broken", "/claims?q=-kind:strike" })
        {
            await open.Page.GotoAsync(page);
            Assert.False(await open.Page.EvaluateAsync<bool>("'broken' in window"));
            var wider = await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(wider <= 0, $"{page} is {wider} px too wide");
        }
        await open.Page.Locator(".row q a").First.ClickAsync();
        Assert.False(await open.Page.EvaluateAsync<bool>("'broken' in window"));
        open.AssertQuiet();
    }

    [Fact]
    public async Task Without_script_the_room_still_reads_and_searches()
    {
        await using var open = await Chromium.OpenAsync(rooms.Demo.Address, "/questions", script: false);
        await open.Page.FillAsync("#find", "harbour");
        await open.Page.PressAsync("#find", "Enter");
        Assert.Equal("/search", open.Address.AbsolutePath);
        await open.Page.Locator(".row q a").First.ClickAsync();
        Assert.StartsWith("/reports/", open.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.True(await open.Page.Locator(".text").IsVisibleAsync());
    }

    [Fact]
    public async Task Without_script_a_claim_is_corrected_and_a_search_kept()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(Without_script_a_claim_is_corrected_and_a_search_kept));
        await using var open = await Chromium.OpenAsync(room.Address, "/claims?q=kind:route", script: false);
        await open.Page.FillAsync("#keep-name", "Roads");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Keep this search" }).ClickAsync();
        Assert.Equal("Roads", await open.Page.Locator(".kept [aria-current]").InnerTextAsync());
        var claim = ledger.Claims(QueryParser.Parse("kind:route -voice:own"), new PageRequest(1)).Items[0];
        await open.Page.GotoAsync($"/reports/{ReportKeys.Short(claim.Report.Id)}/claims/{claim.Ref.Assertion}");
        await open.Page.FillAsync("input[name=position]", "cut");
        await open.Page.PressAsync("input[name=position]", "Enter");
        await open.Page.Locator(".notice").WaitForAsync();
        Assert.Equal("cut", ledger.ClaimsOf(claim.Report.Id).Single(c => c.Ref == claim.Ref).Position);
        await open.Page.GotoAsync("/places/Quillhaven");
        Assert.True(await open.Page.Locator("svg.graph").IsVisibleAsync());
    }
}
