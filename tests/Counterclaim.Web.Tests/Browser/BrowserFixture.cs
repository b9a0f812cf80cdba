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
        if (Executable() is not { } executable) return null;
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    private static string? Executable() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .Append("/usr/bin/chromium")
            .FirstOrDefault(File.Exists);
}

/// <summary>A window with all it asked for and complained about.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];

    private OpenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public Uri Address => new(Page.Url);

    internal static async Task<OpenPage> AtAsync(IBrowserContext context, string path)
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
        await open.Page.GotoAsync(path);
        return open;
    }

    /// <summary>Fails unless the page asked nobody but this machine, wrote no error and ran into no policy.</summary>
    public void AssertQuiet()
    {
        Assert.All(_requests, url => Assert.True(new Uri(url).IsLoopback, url));
        Assert.Empty(_complaints);
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
    public Task<bool> ShowsAsync(string selector) => Page.Locator(selector).First.EvaluateAsync<bool>(
        "e => { const r = e.getClientRects()[0], y = (r.top + r.bottom) / 2; return y >= 0 && y <= innerHeight }");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
