using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Counterclaim.Web.Tests;

/// <summary>Somebody with a browser of their own: keeps cookies, fills in forms.</summary>
internal sealed class Visitor(WebRoom room) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = room.Address };

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form of a page, its seal with it.</summary>
    /// <returns>The status, where it leads, and what it says.</returns>
    public async Task<(int Status, string? Location, IHtmlDocument Page)> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var seal = (await OpenAsync(page)).QuerySelector("input[name=seal]")!.GetAttribute("value")!;
        return await PostAsync(action, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("seal", seal)]));
    }

    public async Task<(int Status, string? Location, IHtmlDocument Page)> PostAsync(string action, HttpContent content)
    {
        using var response = await _client.PostAsync(action, content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Headers.Location?.ToString(), new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    public void Dispose() => _client.Dispose();
}
