namespace Counterclaim.Cli.Tests.Browser;

/// <summary>The page as a reader uses it: from the text to the ledger and back, by keys, pointer and address.</summary>
[Collection(nameof(BrowserFixture))]
public sealed class PageUseTests(BrowserFixture browser)
{
    [Fact]
    public async Task Keys_move_through_the_ledger_and_the_address_follows()
    {
        await using var open = await browser.OpenAsync(browser.Siege);
        await open.Page.Keyboard.PressAsync("j");
        Assert.Equal(["r1-s1"], await open.SelectedAsync());
        Assert.Equal("r1-s1", open.Hash);
        await open.Page.Keyboard.PressAsync("j");
        await open.Page.Keyboard.PressAsync("j");
        Assert.Equal("r1-s3", open.Hash);
        await open.Page.Keyboard.PressAsync("k");
        Assert.Equal(["r1-s2"], await open.SelectedAsync());
        Assert.Equal("r1-s2", open.Hash);
        Assert.True(await open.ShowsAsync("#r1-s2"));
        Assert.True(await open.ShowsAsync(".text .says.on"));
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.Empty(await open.SelectedAsync());
        Assert.Equal("", open.Hash);
        open.AssertQuiet();
    }

    [Fact]
    public async Task Enter_on_an_entry_shows_its_passage()
    {
        await using var open = await browser.OpenAsync(browser.Demo);
        const string last = "article:last-of-type .ledger .entry:not(.plain)";
        await open.Page.Locator(last).Last.FocusAsync();
        await open.Page.EvaluateAsync("scrollTo(0, 0)");
        var id = open.Hash;
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.NotEmpty(id);
        Assert.True(await open.ShowsAsync($".text [data-i~='{id}']"));
        Assert.Contains(id, await open.SelectedAsync());
    }

    [Fact]
    public async Task A_label_in_the_ledger_leads_to_the_passage()
    {
        await using var open = await browser.OpenAsync(browser.Demo);
        var entry = open.Page.Locator("#r3 .ledger .entry:not(.plain)").Last;
        var id = await entry.GetAttributeAsync("id");
        await entry.Locator(".jump").First.ClickAsync();
        Assert.Equal(id, open.Hash);
        Assert.True(await open.ShowsAsync($".text [data-i~='{id}']"));
        Assert.True(await open.Page.Locator($".text .says[data-i~='{id}'].on").CountAsync() > 0);
        Assert.Equal([id], await open.SelectedAsync());
        open.AssertQuiet();
    }

    [Fact]
    public async Task Marked_text_leads_to_its_entry()
    {
        await using var open = await browser.OpenAsync(browser.Siege);
        foreach (var (selector, entry) in new[]
        {
            (".says[data-i~='r1-s5']", "r1-s5"),
            ("#t-r1-s6", "r1-s6"),
            (".holder[data-i~='r1-s6']", "r1-s6"),
            (".cue[data-i~='r1-s7']", "r1-s7"),
            (".says[data-i~='r1-s7'] .time", "r1-s7"),
            (".says[data-i~='r1-s7'] [data-i='r1-k1']", "r1-s7"),
            (".says[data-i~='r1-s3']", "r1-s3"),
            (".own[data-i~='r1-c1'] .loaded", "r1-c1"),
        })
        {
            await open.Page.Keyboard.PressAsync("Escape");
            await open.Page.Locator(".text " + selector).First.ClickAsync();
            Assert.Equal([entry], await open.SelectedAsync());
            Assert.Equal(entry, open.Hash);
            Assert.True(await open.ShowsAsync("#" + entry));
        }
        await open.Page.Locator(".legend .says").ClickAsync();
        open.AssertQuiet();
    }

    [Theory]
    [InlineData("r1-s8", "r1-s8")]
    [InlineData("t-r1-s8", "r1-s8")]
    [InlineData("r1-c1", "r1-c1")]
    public async Task An_address_brings_its_selection_back(string hash, string entry)
    {
        await using var open = await browser.OpenAsync($"{browser.Siege}#{hash}");
        Assert.Equal([entry], await open.SelectedAsync());
        Assert.True(await open.ShowsAsync("#" + entry));
        Assert.True(await open.ShowsAsync($".text [data-i~='{entry}']"));
        open.AssertQuiet();
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_does_no_harm()
    {
        await using var open = await browser.OpenAsync($"{browser.Siege}#%22%5D%3Cimg%20src=x%3E%");
        Assert.Empty(await open.SelectedAsync());
        open.AssertQuiet();
    }

    [Fact]
    public async Task A_question_mark_shows_the_keys_and_escape_hides_them_keeping_the_selection()
    {
        await using var open = await browser.OpenAsync(browser.Siege);
        var keys = open.Page.Locator("#keys");
        await open.Page.Keyboard.PressAsync("j");
        Assert.False(await keys.IsVisibleAsync());
        await open.Page.Keyboard.PressAsync("?");
        Assert.True(await keys.IsVisibleAsync());
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await keys.IsVisibleAsync());
        Assert.Equal(["r1-s1"], await open.SelectedAsync());
        open.AssertQuiet();
    }

    [Fact]
    public async Task Without_script_the_page_is_read_and_its_links_lead()
    {
        await using var open = await browser.OpenAsync(browser.Siege, script: false);
        Assert.True(await open.Page.GetByText("sought to deny").First.IsVisibleAsync());
        Assert.True(await open.Page.Locator("#r1-s6").IsVisibleAsync());
        Assert.False(await open.Page.Locator(".key").IsVisibleAsync());
        await open.Page.Locator("#r1-s8 > .jump").ClickAsync();
        Assert.Equal("t-r1-s8", open.Hash);
        Assert.True(await open.ShowsAsync("#t-r1-s8"));
        open.AssertQuiet();
    }
}
