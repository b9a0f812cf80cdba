using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Counterclaim.View.Html;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Assets;

/// <summary>The style, the scripts and the map data, kept in this assembly. What changes has its hash in its address, so that a browser asks for it once.</summary>
internal static class AssetFiles
{
    private sealed record Asset(byte[] Bytes, string Type);

    private const string Folder = "wwwroot/";

    private static readonly FrozenDictionary<string, Asset> Files = Load();
    private static readonly string Digest = DigestOf(Files);

    /// <summary>The address of a file: "/assets/3fa9c1d2/room.css".</summary>
    public static string Address(string name) => $"/assets/{Digest}/{name}";

    public static void Map(WebApplication app)
    {
        app.MapGet("/assets/{digest}/{name}", (RequestDelegate)Send);
        app.MapGet("/favicon.ico", (RequestDelegate)(http =>
        {
            http.Response.Redirect(Address("icon.svg"));
            return Task.CompletedTask;
        }));
    }

    private static async Task Send(HttpContext http)
    {
        if (http.Request.RouteValues["name"] is not string name || !Files.TryGetValue(name, out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.Headers.CacheControl = http.Request.RouteValues["digest"] is string digest && digest == Digest ? "public, max-age=31536000, immutable" : "no-store";
        http.Response.ContentType = asset.Type;
        http.Response.ContentLength = asset.Bytes.Length;
        await http.Response.Body.WriteAsync(asset.Bytes, http.RequestAborted);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(AssetFiles).Assembly;
        var files = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[name[Folder.Length..]] = new Asset(bytes, TypeOf(name));
        }
        // A report is shown here as in the page of 'read --format html': the same style and script, with what the room adds behind them.
        files["room.css"] = new Asset([.. Encoding.UTF8.GetBytes(PageFiles.Style), .. files["room.css"].Bytes], TypeOf(".css"));
        files["report.js"] = new Asset(Encoding.UTF8.GetBytes(PageFiles.Script), TypeOf(".js"));
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string DigestOf(FrozenDictionary<string, Asset> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, asset) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(asset.Bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        ".png" => "image/png",
        _ => "text/plain; charset=utf-8",
    };
}
