using System.Text;
using Counterclaim.View.Html;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Layout;

/// <summary>A page of the room: what stands between its head and its foot.</summary>
/// <param name="Title">Words of the report or ours; encoded.</param>
/// <param name="Section">The entry of the navigation that it belongs to.</param>
internal sealed record WebPage(string Title, Section Section, Action<HtmlBuilder> Body)
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What stands in the search box.</summary>
    public string Query { get; init; } = "";

    /// <summary>Scripts it needs besides those of every page.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Styles likewise.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>After so many seconds it is loaded anew; null for pages that stay.</summary>
    public int? RefreshSeconds { get; init; }

    /// <summary>A page of text and its ledger beside it takes the whole width.</summary>
    public bool IsWide { get; init; }

    public Task SendAsync(HttpContext http, int status) => (this with { Status = status }).SendAsync(http);

    public async Task SendAsync(HttpContext http)
    {
        var html = new HtmlBuilder();
        PageFrame.Write(this, html);
        var bytes = Encoding.UTF8.GetBytes(html.ToString());
        http.Response.StatusCode = Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}

/// <summary>The entries of the navigation.</summary>
internal enum Section
{
    None,
    Questions,
    Claims,
    Map,
    Stories,
    Reports,
    Outlets,
    Actors,
    Places,
    Search,
    Add,
}
