using Microsoft.Playwright;

namespace Counterclaim.Cli.Tests.Browser;

/// <summary>A page in the browser with all it asked for and complained about since it was opened.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];

    private OpenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>The address after the number sign, "" without one.</summary>
    public string Hash => new Uri(Page.Url).Fragment.TrimStart('#');

    /// <summary>Ids of the ledger's selected entries.</summary>
    public async Task<string[]> SelectedAsync() => await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.entry.on')].map(e => e.id)");

    public static async Task<OpenPage> AtAsync(IBrowserContext context, string address)
    {
        var open = new OpenPage(context, await context.NewPageAsync());
        open.Page.Request += (_, request) => open._requests.Add(request.Url);
        open.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") open._complaints.Add(message.Text);
        };
        open.Page.PageError += (_, error) => open._complaints.Add(error);
        open.Page.Dialog += async (_, dialog) =>
        {
            open._complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await open.Page.GotoAsync(address);
        return open;
    }

    /// <summary>Fails unless the page asked for nothing but itself, wrote no error and ran into no policy.</summary>
    public void AssertQuiet()
    {
        Assert.All(_requests, url => Assert.Equal(Page.Url.Split('#')[0], url.Split('#')[0]));
        Assert.Empty(_complaints);
    }

    /// <summary>True when the middle of the element stands inside the window.</summary>
    public async Task<bool> ShowsAsync(string selector) => await Page.Locator(selector).First.EvaluateAsync<bool>(
        "e => { const r = e.getClientRects()[0], y = (r.top + r.bottom) / 2; return y >= 0 && y <= innerHeight }");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
