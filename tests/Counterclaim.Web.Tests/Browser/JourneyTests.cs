using Counterclaim.Ledger.Asking;

namespace Counterclaim.Web.Tests.Browser;

/// <summary>The ways people go through the room.</summary>
[Collection(nameof(RoomFixture))]
public sealed class JourneyTests(RoomFixture rooms)
{
    [Fact]
    public async Task From_a_question_to_its_first_teller_s_words_by_keyboard_alone()
    {
        await using var open = await Chromium.OpenAsync(rooms.Demo.Address, "/questions");
        var keyboard = open.Page.Keyboard;
        await keyboard.PressAsync("j");
        var title = await open.Page.Locator(".row:focus .title").InnerTextAsync();
        await keyboard.PressAsync("Enter");
        await open.ArrivedAsync("/questions/");
        Assert.Equal(title, await open.Page.Locator("h1").InnerTextAsync());

        await keyboard.PressAsync("j");
        var quote = await open.Page.Locator(".row:focus q").InnerTextAsync();
        await keyboard.PressAsync("Enter");
        await open.ArrivedAsync("/reports/");
        var item = open.Address.Fragment.TrimStart('#');
        await open.Page.Locator(".scripted .ledger .on").First.WaitForAsync();
        Assert.True(await open.ShowsAsync($".text [data-i~='{item}']"));
        Assert.Contains(await open.Page.Locator($".text [data-i~='{item}'].on").AllInnerTextsAsync(), part => quote.Contains(part.Trim(), StringComparison.Ordinal));
        Assert.Equal(item, await open.Page.EvaluateAsync<string>("document.activeElement.id"));

        await open.Page.GoBackAsync();
        Assert.StartsWith("/questions/", open.Address.AbsolutePath, StringComparison.Ordinal);
        open.AssertQuiet();
    }

    [Fact]
    public async Task The_keys_are_shown_and_lead_about()
    {
        await using var open = await Chromium.OpenAsync(rooms.Demo.Address, "/claims");
        await open.Page.Keyboard.PressAsync("?");
        Assert.True(await open.Page.Locator("#keys").IsVisibleAsync());
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await open.Page.Locator("#keys").IsVisibleAsync());
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("jk?");
        Assert.Equal("jk?", await open.Page.Locator("#find").InputValueAsync());
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.Keyboard.PressAsync("g");
        await open.Page.Keyboard.PressAsync("r");
        await open.ArrivedAsync("/reports");
    }

    [Fact]
    public async Task A_report_is_pasted_read_corrected_and_its_question_changes()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(A_report_is_pasted_read_corrected_and_its_question_changes));
        await using var open = await Chromium.OpenAsync(room.Address, "/add");
        var page = open.Page;
        await page.FillAsync("#text", "Ninefields has fallen\n\nThe suburb of Ninefields has fallen to the Compact, an aid worker said on Thursday. “The Compact holds all of Ninefields,” he said.");
        await page.FillAsync("#published", "2026-03-12");
        await page.FillAsync("#publisher", "Tolvane Echo");
        await page.ClickAsync("button.main");
        await open.ArrivedAsync("/reports/");

        var claim = ledger.Claims(QueryParser.Parse("outlet:\"Tolvane Echo\" kind:control -voice:own"), new PageRequest()).Items[^1];
        await page.GotoAsync($"/reports/{ReportKeys.Short(claim.Report.Id)}#{claim.Ref.Assertion}");
        await page.Locator($"#{claim.Ref.Assertion}.on").WaitForAsync();
        await page.Keyboard.PressAsync("e");
        await open.ArrivedAsync("/reports/");
        await page.FillAsync("input[name=holder]", "Marten Tolliver");
        await page.ClickAsync("button.main");
        await page.Locator(".notice").WaitForAsync();
        Assert.Contains("Marten Tolliver", await page.Locator(".claims .who").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("section .questions .title a").First.ClickAsync();
        await open.ArrivedAsync("/questions/");
        Assert.Contains("Marten Tolliver", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GoBackAsync();
        await page.Keyboard.PressAsync("u");
        await page.Locator(".log .gone").WaitForAsync();
        Assert.DoesNotContain("Marten Tolliver", await page.Locator(".claims .who").First.InnerTextAsync(), StringComparison.Ordinal);
        open.AssertQuiet();
    }

    [Fact]
    public async Task Selected_text_becomes_a_claim_s_clause()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(Selected_text_becomes_a_claim_s_clause));
        var claim = ledger.Claims(QueryParser.Parse("kind:casualties -voice:own"), new PageRequest(1)).Items[0];
        await using var open = await Chromium.OpenAsync(room.Address, $"/reports/{ReportKeys.Short(claim.Report.Id)}#{claim.Ref.Assertion}");
        await open.Page.Locator($"#{claim.Ref.Assertion}.on").WaitForAsync();
        var words = await open.Page.EvaluateAsync<string>("""
            id => {
              const parts = [...document.querySelectorAll(`.text [data-i~="${id}"]`)].filter(e => !e.matches('.tag'));
              const walk = document.createTreeWalker(parts[0].closest('[data-at]'), NodeFilter.SHOW_TEXT, n => n.parentElement.closest('.tag, .from') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
              let first = null, last = null, node;
              while ((node = walk.nextNode())) if (parts.some(p => p.contains(node))) { first ??= node; last = node; }
              getSelection().setBaseAndExtent(first, 3, last, last.data.length);
              return [first, last].length && getSelection().toString();
            }
            """, claim.Ref.Assertion);
        await open.Page.Locator(".mover").ClickAsync();
        await open.Page.Locator(".notice").WaitForAsync();
        var after = ledger.ClaimsOf(claim.Report.Id).Single(c => c.IsCorrected);
        Assert.Equal(claim.Exact[3..], after.Exact);
        Assert.StartsWith(words[..5], after.Exact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_line_of_time_and_table_are_filtered_together()
    {
        await using var open = await Chromium.OpenAsync(rooms.Demo.Address, "/map");
        var page = open.Page;
        await page.Locator("#views[data-ready]").WaitForAsync();
        var pins = await page.Locator(".cluster").CountAsync();
        Assert.True(pins > 0);
        var before = await page.Locator("#map-rows .count").InnerTextAsync();

        // Drag over the last bars of the line of time.
        var box = (await page.Locator("#histogram").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width * 0.8f, box.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width - 4, box.Y + 20);
        await page.Mouse.UpAsync();
        await page.Locator($"#map-rows .count:not(:text-is('{before}'))").WaitForAsync();
        Assert.Contains("from=2026-03-1", open.Address.Query, StringComparison.Ordinal);
        var from = await page.InputValueAsync("#from");
        Assert.Equal(rooms.DemoLedger.Claims(QueryParser.Parse($"said:{from}.."), new PageRequest()).Total, int.Parse((await page.Locator("#map-rows .count").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));

        // The address restores it.
        await page.ReloadAsync();
        await page.Locator("#views[data-ready]").WaitForAsync();
        Assert.Equal(from, await page.InputValueAsync("#from"));
        Assert.NotEqual(0, await page.Locator("#histogram .out").CountAsync());
        open.AssertQuiet();
    }
}
