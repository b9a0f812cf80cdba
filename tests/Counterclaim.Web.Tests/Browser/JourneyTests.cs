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
}
