using Counterclaim.Cli.Tests.Samples;
using Counterclaim.Tests.Shared;
using Microsoft.Playwright;

namespace Counterclaim.Cli.Tests.Browser;

/// <summary>The installed Chromium and the pages under test, made once for all browser tests. Nothing is ever downloaded.</summary>
[CollectionDefinition(nameof(BrowserFixture))]
public sealed class BrowserFixture : ICollectionFixture<BrowserFixture>, IAsyncLifetime
{
    public const string NoBrowser = "No chromium on the PATH or at /usr/bin/chromium: the page is not tried in a browser.";

    private readonly string _folder = Directory.CreateTempSubdirectory("counterclaim-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The siege report of the samples.</summary>
    public string Siege => Address("siege.html");

    /// <summary>A report whose title, names and words are all markup that would like to run.</summary>
    public string Hostile => Address("hostile.html");

    /// <summary>What <c>counterclaim demo</c> shows.</summary>
    public string Demo => Address("demo.html");

    public async ValueTask InitializeAsync()
    {
        if (ChromiumFile.Find() is not { } executable) return;
        await File.WriteAllTextAsync(Path.Combine(_folder, "siege.html"), HtmlWriterTests.Page(SiegeReport.Read()));
        await File.WriteAllTextAsync(Path.Combine(_folder, "hostile.html"), HtmlWriterTests.Page(HostileReport.Read()));
        var demo = await CommandRun.OfAsync(["demo", "--format", "html", "--output", Path.Combine(_folder, "demo.html")]);
        Assert.Equal(0, demo.ExitCode);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Headless = true,
            Args = ["--no-sandbox"],
        });
    }

    /// <summary>Opens a page in a window of its own.</summary>
    internal async Task<OpenPage> OpenAsync(string address, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.SkipUnless(_browser is not null, NoBrowser);
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 800 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            TimezoneId = "UTC",
        });
        // Long enough for a machine that is busy with something else; nothing waits for it where all is well.
        context.SetDefaultTimeout(30_000);
        return await OpenPage.AtAsync(context, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Address(string file) => new Uri(Path.Combine(_folder, file)).AbsoluteUri;
}
