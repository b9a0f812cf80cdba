using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Counterclaim.Web.Safety;

/// <summary>Lets in who knows the token: once in the address (<c>?token=</c>), from then on by a cookie; programs by <c>Authorization: Bearer</c>.</summary>
internal sealed class TokenGuard(RequestDelegate next, string token)
{
    private const string Cookie = "counterclaim-token";
    private const string Parameter = "token";
    private const string Bearer = "Bearer ";

    private readonly byte[] _hash = Hash(token);

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.Query[Parameter] is [{ } given] && Knows(given))
        {
            http.Response.Cookies.Append(Cookie, given, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = "/" });
            if (!HttpMethods.IsGet(request.Method)) return next(http);
            // The token leaves the address bar, and with it the history and whatever is copied from it.
            var rest = new QueryBuilder(request.Query.Where(p => p.Key != Parameter).SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v ?? "")));
            http.Response.Redirect(request.Path + rest.ToString());
            return Task.CompletedTask;
        }
        if (Knows(request.Cookies[Cookie]) || (request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.Ordinal) && Knows(header[Bearer.Length..]))) return next(http);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = "Bearer";
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("Open the whole address that 'counterclaim serve' printed, its token included.\n");
    }

    private bool Knows(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Hash(given), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
