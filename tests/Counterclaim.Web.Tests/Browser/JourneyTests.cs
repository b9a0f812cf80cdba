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

    private const string Pasted = "Ninefields has fallen\n\nThe suburb of Ninefields has fallen to the Compact, an aid worker said on Thursday. “The Compact holds all of Ninefields,” he said.";

    [Fact]
    public async Task A_report_is_pasted_read_corrected_its_question_changes_and_what_is_on_screen_is_taken_away()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(A_report_is_pasted_read_corrected_its_question_changes_and_what_is_on_screen_is_taken_away));
        await using var open = await Chromium.OpenAsync(room.Address, "/add");
        var page = open.Page;
        await page.FillAsync("#text", Pasted);
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
        await page.FillAsync("input[name=author]", "Irena");
        await page.ClickAsync("button.main");
        await page.Locator(".notice").WaitForAsync();
        Assert.Contains("Marten Tolliver", await page.Locator(".claims .who").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Irena", await page.Locator(".log").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("section .questions .title a").First.ClickAsync();
        await open.ArrivedAsync("/questions/");
        Assert.Contains("Marten Tolliver", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GoBackAsync();
        await page.Keyboard.PressAsync("u");
        await page.Locator(".log .gone").WaitForAsync();
        Assert.DoesNotContain("Marten Tolliver", await page.Locator(".claims .who").First.InnerTextAsync(), StringComparison.Ordinal);

        // What is taken away is what is on screen.
        await page.GotoAsync("/claims?q=outlet:\"Tolvane Echo\"");
        var rows = await page.Locator("ol.claims > .row").CountAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".take a").First.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(rows, lines.Length - 1);
        Assert.Contains(lines, line => line.Contains("an aid worker", StringComparison.Ordinal));
        open.AssertQuiet();
    }

    [Fact]
    public async Task The_same_by_keyboard_alone()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(The_same_by_keyboard_alone));
        await using var open = await Chromium.OpenAsync(room.Address, "/questions");
        var (page, keyboard) = (open.Page, open.Page.Keyboard);
        await keyboard.PressAsync("g");
        await keyboard.PressAsync("n");
        await open.ArrivedAsync("/add");
        await TabToAsync("text");
        await keyboard.InsertTextAsync(Pasted);
        await TabToAsync("publisher");
        await keyboard.TypeAsync("Tolvane Echo");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await open.ArrivedAsync("/reports/");

        // To the first claim that somebody tells, and set its holder right.
        var claim = ledger.Claims(QueryParser.Parse("outlet:\"Tolvane Echo\" kind:control -voice:own"), new PageRequest()).Items[^1];
        for (var step = 0; step < 40 && !await page.EvaluateAsync<bool>("id => document.activeElement.id === id", claim.Ref.Assertion); step++) await keyboard.PressAsync("j");
        Assert.EndsWith("#" + claim.Ref.Assertion, page.Url, StringComparison.Ordinal);
        await keyboard.PressAsync("e");
        await page.Locator("form.correct").WaitForAsync();
        for (var step = 0; step < 60 && await page.EvaluateAsync<string>("document.activeElement.name ?? ''") != "holder"; step++) await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Control+a");
        await keyboard.TypeAsync("Marten Tolliver");
        await keyboard.PressAsync("Enter");
        await page.Locator(".notice").WaitForAsync();

        // The question it answers names him now.
        for (var step = 0; step < 20 && !await page.EvaluateAsync<bool>("document.activeElement.closest('.questions') !== null"); step++) await keyboard.PressAsync("j");
        await keyboard.PressAsync("Enter");
        await open.ArrivedAsync("/questions/");
        Assert.Contains("Marten Tolliver", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // A search, with what the box suggests, and its rows as a file.
        await keyboard.PressAsync("g");
        await keyboard.PressAsync("c");
        await open.ArrivedAsync("/claims");
        await TabToAsync("q");
        await keyboard.TypeAsync("outlet:tol");
        await page.Locator("#q[aria-expanded=true]").WaitForAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        Assert.Equal("outlet:\"Tolvane Echo\" ", await page.InputValueAsync("#q"));
        await keyboard.PressAsync("Enter");
        await page.Locator(".count:has-text('claim')").First.WaitForAsync();
        var rows = await page.Locator("ol.claims > .row").CountAsync();
        for (var step = 0; step < 80 && await page.EvaluateAsync<string>("document.activeElement.textContent.trim()") != "CSV"; step++) await keyboard.PressAsync("Tab");
        var download = await page.RunAndWaitForDownloadAsync(() => keyboard.PressAsync("Enter"));
        Assert.Equal(rows, (await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Length - 1);
        open.AssertQuiet();

        async Task TabToAsync(string id)
        {
            for (var step = 0; step < 60 && !await page.EvaluateAsync<bool>("id => document.activeElement.id === id", id); step++) await keyboard.PressAsync("Tab");
            Assert.Equal(id, await page.EvaluateAsync<string>("document.activeElement.id"));
        }
    }

    [Fact]
    public async Task What_came_since_the_last_look_is_named_on_the_list_and_on_the_question()
    {
        var clock = new SteppedClock();
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(What_came_since_the_last_look_is_named_on_the_list_and_on_the_question), clock);
        clock.Now += TimeSpan.FromHours(1);
        await using var open = await Chromium.OpenAsync(room.Address, "/questions");
        var page = open.Page;
        var title = page.Locator(".questions .row", new() { HasText = "Who holds Ninefields?" });
        await title.Locator("a").First.ClickAsync();
        await open.ArrivedAsync("/questions/Q");
        Assert.Equal(0, await page.Locator(".changes").CountAsync());

        clock.Now += TimeSpan.FromDays(1);
        await rooms.AddAsync(ledger, Pasted);
        clock.Now += TimeSpan.FromMinutes(1);
        await page.GotoAsync("/questions");
        Assert.EndsWith("new", await title.Locator(".new").InnerTextAsync(), StringComparison.Ordinal);
        await title.Locator("a").First.ClickAsync();
        await page.Locator("section.changes").WaitForAsync();
        var named = await page.Locator(".changes li").First.InnerTextAsync();
        var marked = await page.Locator(".telling .new").CountAsync();
        Assert.Equal($"{marked} new claim{(marked == 1 ? "" : "s")}", named);
        await page.Locator(".changes li a").First.ClickAsync();
        await open.ArrivedAsync("/claims");
        Assert.Equal(marked, await page.Locator("ol.claims > .row").CountAsync());

        // Seen now; put back it is new again.
        await page.GotoAsync("/questions");
        Assert.Equal(0, await title.Locator(".new").CountAsync());
        await title.Locator("a").First.ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Keep as new" }).ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        Assert.Equal(1, await title.Locator(".new").CountAsync());
        open.AssertQuiet();
    }

    [Fact]
    public async Task The_box_suggests_how_a_query_could_go_on()
    {
        await using var open = await Chromium.OpenAsync(rooms.Demo.Address, "/claims");
        var page = open.Page;
        await page.Locator("#q").PressSequentiallyAsync("place:quil");
        var options = page.Locator(".ask [role=option]");
        await options.First.WaitForAsync();
        Assert.Equal("place:Quillhaven", await options.First.Locator("bdi").InnerTextAsync());
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(await options.First.GetAttributeAsync("id"), await page.GetAttributeAsync("#q", "aria-activedescendant"));
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator(".ask [role=listbox]").IsHiddenAsync());
        Assert.Equal("place:quil", await page.InputValueAsync("#q"));
        await page.Keyboard.PressAsync("ArrowDown");
        await options.First.ClickAsync();
        Assert.Equal("place:Quillhaven ", await page.InputValueAsync("#q"));

        // A field leads on to its values; what stands behind the caret stays.
        await page.FillAsync("#q", "road");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.TypeAsync("certaint ");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowDown");
        await options.First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".ask [role=option] bdi:text-is('certainty:probable')").ClickAsync();
        Assert.Equal("certainty:probable road", await page.InputValueAsync("#q"));
        open.AssertQuiet();
    }

    [Fact]
    public async Task A_way_on_the_map_opens_what_is_told_of_it()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(A_way_on_the_map_opens_what_is_told_of_it));
        await rooms.AddAsync(ledger, "The road between Quillhaven and Tolvane has been cut, the army said on Thursday.");
        await using var open = await Chromium.OpenAsync(room.Address, "/map?q=outlet:\"Tolvane Echo\"");
        var page = open.Page;
        await page.Locator("#views[data-ready]").WaitForAsync();
        Assert.Equal(0, await page.Locator(".way, .cluster").CountAsync());
        var box = (await page.Locator("#map").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await page.Locator(".popup q").WaitForAsync();
        Assert.Contains("between Quillhaven and Tolvane", await page.Locator(".popup q").InnerTextAsync(), StringComparison.Ordinal);
        open.AssertQuiet();
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
