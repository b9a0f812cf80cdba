using System.Net;
using AngleSharp.Dom;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Tests.Samples;

namespace Counterclaim.Web.Tests;

/// <summary>Who is let in, and what a report may not do.</summary>
[Collection(nameof(RoomFixture))]
public sealed class SafetyTests(RoomFixture rooms)
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("192.168.1.5", false)]
    [InlineData("", false)]
    public void On_loopback_only_names_of_this_machine_are_answered(string host, bool isOurs) => Assert.Equal(isOurs, HostGuard.IsOurs(host));

    [Fact]
    public async Task A_name_made_to_lead_here_gets_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(rooms.Demo.Address, "/reports"));
        request.Headers.Host = "evil.example";
        using var response = await rooms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.DoesNotContain("Quillhaven", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_token_nobody_comes_without_it()
    {
        const string Token = "a long secret of words";
        var room = await rooms.StartAsync(rooms.DemoLedger, Token);
        using var without = await rooms.GetAsync(room, "/reports");
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        using var wrong = await rooms.GetAsync(room, "/reports?token=another");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);

        using var first = await rooms.GetAsync(room, $"/reports?q=road&token={Uri.EscapeDataString(Token)}");
        Assert.Equal("/reports?q=road", first.Headers.Location!.ToString());
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(room.Address, "/reports"));
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var after = await rooms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("/questions")]
    [InlineData("/claims")]
    [InlineData("/reports")]
    [InlineData("/actors")]
    [InlineData("/places")]
    [InlineData("/search?q=broken")]
    public async Task No_markup_of_a_report_comes_through(string path)
    {
        var page = await rooms.PageAsync(rooms.Hostile, path);
        AssertHarmless(page);
        // Ten megabytes take seconds to parse: once is enough, in the test of their own.
        var endless = "/reports/" + ReportKeys.Short(HostileReports.EndlessId);
        foreach (var link in page.QuerySelectorAll("main a[href^='/']:not([href^='/api/'])").Select(a => a.GetAttribute("href")!.Split('#', '?')[0]).Distinct().Where(a => !a.StartsWith(endless, StringComparison.Ordinal)).Take(30))
        {
            using var response = await rooms.GetAsync(rooms.Hostile, link);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{link}: {response.StatusCode}");
            AssertHarmless(await rooms.PageAsync(rooms.Hostile, link, (int)response.StatusCode));
        }
    }

    private static void AssertHarmless(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, b > b, script:not([src^='/assets/']), [style]"));
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.QuerySelectorAll("[href]"), e => !e.GetAttribute("href")!.StartsWith('/') && !e.GetAttribute("href")!.StartsWith('#') && !e.GetAttribute("href")!.StartsWith("http", StringComparison.Ordinal));
        Assert.DoesNotContain('\u202E', page.DocumentElement.TextContent);
        Assert.DoesNotContain('\u0007', page.DocumentElement.TextContent);
    }

    [Fact]
    public async Task A_clause_of_megabytes_is_cut_in_lists_and_whole_in_its_report()
    {
        var list = await rooms.PageAsync(rooms.Hostile, "/claims?q=kind:strike");
        var row = list.QuerySelectorAll(".row").Single(r => r.TextContent.Contains("more characters", StringComparison.Ordinal));
        Assert.True(row.TextContent.Length < 2_000);
        var report = await rooms.PageAsync(rooms.Hostile, row.GetAttribute("data-open")!.Split('#')[0]);
        AssertHarmless(report);
        Assert.Contains(HostileReports.Endless[^40..], report.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
    }
}
