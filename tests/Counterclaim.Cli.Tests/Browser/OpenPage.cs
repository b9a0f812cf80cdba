using Counterclaim.Tests.Shared;
using Microsoft.Playwright;

namespace Counterclaim.Cli.Tests.Browser;

/// <summary>A page in a window of its own.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly WatchedPage _watched;

    private OpenPage(IBrowserContext context, WatchedPage watched) => (_context, _watched) = (context, watched);

    public IPage Page => _watched.Page;

    /// <summary>The address after the number sign, "" without one.</summary>
    public string Hash => new Uri(Page.Url).Fragment.TrimStart('#');

    /// <summary>Ids of the ledger's selected entries.</summary>
    public async Task<string[]> SelectedAsync() => await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.entry.on')].map(e => e.id)");

    public static async Task<OpenPage> AtAsync(IBrowserContext context, string address) => new(context, await WatchedPage.AtAsync(context, address));

    /// <summary>Fails unless the page asked for nothing but itself, wrote no error and ran into no policy.</summary>
    public void AssertQuiet()
    {
        Assert.All(_watched.Requests, url => Assert.Equal(Page.Url.Split('#')[0], url.Split('#')[0]));
        Assert.Empty(_watched.Complaints);
    }

    /// <summary>True when the middle of the element stands inside the window.</summary>
    public Task<bool> ShowsAsync(string selector) => _watched.ShowsAsync(selector);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
