using System.Net;
using System.Text.Json;
using Counterclaim.Ledger.Asking;

namespace Counterclaim.Web.Tests;

/// <summary>The map's page and data without a browser: the same claims in every view, nothing pinned that has no place.</summary>
[Collection(nameof(RoomFixture))]
public sealed class MapTests(RoomFixture rooms)
{
    [Fact]
    public async Task The_drawing_gets_every_claim_with_a_pin_and_no_other()
    {
        using var response = await rooms.GetAsync(rooms.Demo, "/map/claims.json?q=kind:route,control");
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var pinned = rooms.DemoLedger.Claims(QueryParser.Parse("kind:route,control has:pin"), new PageRequest()).Items;
        Assert.NotEmpty(pinned);
        Assert.Equal(pinned.Select(c => $"{ReportKeys.Short(c.Ref.Report)}/{c.Ref.Assertion}").Order(), json.RootElement.GetProperty("claims").EnumerateArray().Select(c => c[0].GetString()!).Order());
        var all = rooms.DemoLedger.Claims(QueryParser.Parse("kind:route,control"), new PageRequest()).Items;
        Assert.Equal(all.Count(c => c.AsOf is not null), json.RootElement.GetProperty("days").EnumerateObject().Sum(d => d.Value.GetInt32()));
    }

    [Fact]
    public async Task Claims_without_a_pin_are_counted_and_listed()
    {
        var page = await rooms.PageAsync(rooms.Demo, "/map");
        var unpinned = rooms.DemoLedger.Claims(QueryParser.Parse("-has:pin"), new PageRequest()).Total;
        Assert.StartsWith($"{unpinned} claims without a place", page.QuerySelector(".outside summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dashed: contested", page.QuerySelector(".map-caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_narrow_the_rows()
    {
        var page = await rooms.PageAsync(rooms.Demo, "/map?from=2026-03-11&to=2026-03-11");
        var told = rooms.DemoLedger.Claims(QueryParser.Parse("said:2026-03-11"), new PageRequest()).Total;
        Assert.StartsWith($"{told} claims", page.QuerySelector("#map-rows .count")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-03-11", page.QuerySelector("#from")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/map/claims.json?q=kinds:x")]
    [InlineData("/map?q=kinds:x")]
    [InlineData("/map?from=2026-03-12&to=2026-03-11")]
    public async Task What_cannot_be_asked_is_refused(string path)
    {
        using var response = await rooms.GetAsync(rooms.Demo, path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
