using System.Net;
using Counterclaim.Web.Adding;
using Counterclaim.Web.Api;
using Counterclaim.Web.Assets;
using Counterclaim.Web.Changing;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Pages;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Suggesting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Counterclaim.Web;

/// <summary>The room where people work: the ledger's pages, served on this machine.</summary>
/// <remarks>Takes nothing from the environment or from settings files: where it listens is what <see cref="WebOptions"/> says, nowhere else.</remarks>
public sealed class WebRoom : IAsyncDisposable
{
    /// <summary>A body larger than this is refused before it is read.</summary>
    private const long MostBodyBytes = 48L << 20;

    private readonly WebApplication _app;

    private readonly Desk _desk;

    private WebRoom(WebApplication app, Desk desk, Uri address) => (_app, _desk, Address) = (app, desk, address);

    /// <summary>Where it can be opened, the token not included.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is taken, or the address is none of this machine's.</exception>
    public static async Task<WebRoom> StartAsync(WebOptions options, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => Listen(server, options));
        builder.Services.AddRoutingCore();
        FormSeal.Add(builder.Services);
        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostGuard>(options);
        if (options.Token is { } token) app.UseMiddleware<TokenGuard>(token);
        app.UseRouting();
        var desk = new Desk(options);
        AssetFiles.Map(app);
        PageRoutes.Map(app, desk);
        CorrectionRoutes.Map(app, desk);
        AddingRoutes.Map(app, desk);
        FeedRoutes.Map(app, desk);
        NotesRoutes.Map(app, desk);
        SuggestRoutes.Map(app, desk);
        ApiRoutes.Map(app, desk);
        await app.StartAsync(cancel);
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return new WebRoom(app, desk, bound);
    }

    public Task WaitAsync(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        if (_desk.Feeds is { } feeds) await feeds.DisposeAsync();
        if (_desk.Intake is { } intake) await intake.DisposeAsync();
        await _app.DisposeAsync();
    }

    private static void Listen(KestrelServerOptions server, WebOptions options)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MostBodyBytes;
        server.Limits.MaxRequestLineSize = 32 << 10;
        server.Listen(IPAddress.Parse(options.Address), options.Port);
    }
}
