using Counterclaim.Tests.Shared;
using Microsoft.Playwright;

namespace Counterclaim.Web.Tests.Browser;

/// <summary>The installed Chromium, started once. Nothing is ever downloaded.</summary>
public static class Chromium
{
    private const string Missing = "No chromium on the PATH or at /usr/bin/chromium: the room is not tried in a browser.";

    private static readonly Lazy<Task<IBrowser?>> Started = new(StartAsync);

    /// <summary>Opens a window at an address; skips the test, aloud, where there is no browser.</summary>
    public static async Task<OpenPage> OpenAsync(Uri address, string path, ColorScheme scheme = ColorScheme.Light, bool script = true, int width = 1440)
    {
        var browser = await Started.Value;
        Assert.SkipUnless(browser is not null, Missing);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            TimezoneId = "UTC",
            BaseURL = address.ToString(),
        });
        context.SetDefaultTimeout(30_000);
        return await OpenPage.AtAsync(context, path);
    }

    private static async Task<IBrowser?> StartAsync()
    {
        if (ChromiumFile.Find() is not { } executable) return null;
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }
}

/// <summary>A window on the room.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly WatchedPage _watched;

    private OpenPage(IBrowserContext context, WatchedPage watched) => (_context, _watched) = (context, watched);

    public IPage Page => _watched.Page;

    public Uri Address => new(Page.Url);

    internal static async Task<OpenPage> AtAsync(IBrowserContext context, string path) => new(context, await WatchedPage.AtAsync(context, path));

    /// <summary>Fails unless the page asked nobody but this machine, wrote no error and ran into no policy.</summary>
    public void AssertQuiet()
    {
        Assert.All(_watched.Requests, url => Assert.True(new Uri(url).IsLoopback, url));
        Assert.Empty(_watched.Complaints);
    }

    /// <summary>Waits until the window is at a path that begins so; Playwright's own waiting for an address sometimes misses one that is there already.</summary>
    public async Task ArrivedAsync(string path)
    {
        const int Tries = 400;
        for (var i = 0; i < Tries && !Address.AbsolutePath.StartsWith(path, StringComparison.Ordinal); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.StartsWith(path, Address.AbsolutePath, StringComparison.Ordinal);
        await Page.Locator("main").WaitForAsync();
    }

    /// <summary>True when the middle of the element stands inside the window.</summary>
    public Task<bool> ShowsAsync(string selector) => _watched.ShowsAsync(selector);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
