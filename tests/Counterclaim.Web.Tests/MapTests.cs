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
        Assert.Contains("Thin dashes: contested", page.QuerySelector(".map-caption")!.TextContent, StringComparison.Ordinal);
    }

    private const string Roads = """
        Roads around Quillhaven

        The road between Quillhaven and Tolvane has been cut, the army said on Thursday. The railway from Tolvane to Quillhaven is open, the Compact said.

        The coast road from Quillhaven to Uldmar Cross is open, an aid worker said. In the Saltfen marshes fighting killed 12 people. Strikes across Merrow killed 40 people in January, the ministry said.
        """;

    [Fact]
    public async Task A_way_between_two_located_places_is_a_line_a_region_an_area_and_a_country_is_not_drawn()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(A_way_between_two_located_places_is_a_line_a_region_an_area_and_a_country_is_not_drawn));
        await rooms.AddAsync(ledger, Roads);
        const string Query = "outlet:\"Tolvane Echo\"";
        using var response = await rooms.GetAsync(room, "/map/claims.json?q=" + Uri.EscapeDataString(Query));
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var rows = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        var ways = rows.Where(r => r.GetArrayLength() > 11).ToList();
        Assert.Equal(["[-38.05,-21.31,-38.19,-21.22]", "[-38.19,-21.22,-38.05,-21.31]"], ways.Select(w => $"[{string.Join(',', w.EnumerateArray().Skip(11))}]").Order());
        Assert.Contains(ways, w => w[6].GetString() == "The road between Quillhaven – Tolvane");
        Assert.Equal("Saltfen", Assert.Single(rows, r => r[10].GetInt32() == 1)[6].GetString());
        Assert.DoesNotContain(rows, r => r[6].GetString() is "Merrow");

        var claims = ledger.Claims(QueryParser.Parse(Query), new PageRequest()).Items;
        Assert.All(claims.Where(c => c.Exact.Contains("Uldmar", StringComparison.Ordinal)), c => Assert.True(c.Place?.Relation is null or { Ends.Count: 0 })); // nobody knows where that is
        var page = await rooms.PageAsync(room, "/map?q=" + Uri.EscapeDataString(Query));
        Assert.Equal(["Merrow"], page.QuerySelectorAll(".countries a").Select(a => a.TextContent));
        Assert.Equal(claims.Count, page.QuerySelectorAll(".claims-table tbody tr").Length);
        Assert.Equal(["Quillhaven", "Tolvane"], page.QuerySelectorAll(".claims-table tr").First(r => r.TextContent.Contains("has been cut", StringComparison.Ordinal)).QuerySelectorAll("td:nth-child(3) a").Select(a => a.TextContent));
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
