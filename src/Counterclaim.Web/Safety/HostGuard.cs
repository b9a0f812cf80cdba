using System.Net;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Safety;

/// <summary>
/// On loopback answers only to the names of this machine: a page elsewhere whose name was made to lead here (DNS rebinding) asks under its own name and gets nothing.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, WebOptions options)
{
    private readonly bool _isLoopback = IPAddress.IsLoopback(IPAddress.Parse(options.Address));

    public Task InvokeAsync(HttpContext http)
    {
        if (!_isLoopback || IsOurs(http.Request.Host.Host)) return next(http);
        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("This address is served under the names localhost and 127.0.0.1 alone.\n");
    }

    internal static bool IsOurs(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
