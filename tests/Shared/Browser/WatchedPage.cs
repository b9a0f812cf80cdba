using Microsoft.Playwright;

namespace Counterclaim.Tests.Shared;

/// <summary>A page in the browser with all it asked for and complained about since it was opened.</summary>
internal sealed class WatchedPage
{
    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];

    private WatchedPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => _requests.Add(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>The addresses it asked for.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Errors, warnings and dialogs.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<WatchedPage> AtAsync(IBrowserContext context, string address)
    {
        var watched = new WatchedPage(await context.NewPageAsync());
        await watched.Page.GotoAsync(address);
        return watched;
    }

    /// <summary>True when the middle of the element stands inside the window.</summary>
    public Task<bool> ShowsAsync(string selector) => Page.Locator(selector).First.EvaluateAsync<bool>(
        "e => { const r = e.getClientRects()[0], y = (r.top + r.bottom) / 2; return y >= 0 && y <= innerHeight }");
}
