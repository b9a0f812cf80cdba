using System.Text;
using Counterclaim.Ledger.Asking;

namespace Counterclaim.Web.Tests;

/// <summary>Handing reports over.</summary>
[Collection(nameof(RoomFixture))]
public sealed class AddingTests(RoomFixture rooms)
{
    private const string Text = "Ferry pier shelled\n\nThe mayor of Tolvane, Ada Brenner, said on Tuesday that 7 people were killed when shells struck the ferry pier. The army denied it had fired.";

    [Fact]
    public async Task A_pasted_text_becomes_a_report_and_the_next_page_is_it()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(A_pasted_text_becomes_a_report_and_the_next_page_is_it));
        using var visitor = new Visitor(room);
        var sent = await SendAsync(visitor, [("text", Text), ("published", "2026-03-17"), ("publisher", "Tolvane Echo")]);
        Assert.Equal(303, sent.Status);
        var page = await visitor.OpenAsync(sent.Location!);
        Assert.Contains("Ada Brenner", page.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
        var claim = Assert.Single(ledger.Claims(QueryParser.Parse("outlet:\"Tolvane Echo\" kind:casualties"), new PageRequest()).Items);
        Assert.Equal(7, claim.Quantity!.Value);

        var again = await SendAsync(visitor, [("text", Text)]);
        Assert.Equal(303, again.Status);
        Assert.Equal(14, ledger.Counts().Reports);
    }

    [Fact]
    public async Task Files_are_read_one_by_one_and_those_that_cannot_be_are_named()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(Files_are_read_one_by_one_and_those_that_cannot_be_are_named));
        using var visitor = new Visitor(room);
        var sent = await SendAsync(visitor, [("publisher", "Tolvane Echo")], ("pier.txt", Encoding.UTF8.GetBytes(Text)), ("../../empty.txt", [32]), ("picture.bin", [0, 1, 2, 3, 0, 0]));
        Assert.StartsWith("/add/", sent.Location, StringComparison.Ordinal);
        var page = await visitor.OpenAsync(sent.Location!);
        Assert.Equal(3, page.QuerySelectorAll(".intake .row").Length);
        Assert.Contains("1 report added, 2 not read", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("..", page.QuerySelector(".intake")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(14, ledger.Counts().Reports);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/x")]
    [InlineData("javascript:alert(1)")]
    public async Task Only_addresses_of_the_web_are_fetched(string address)
    {
        var room = await rooms.StartAsync(rooms.DemoLedger);
        using var visitor = new Visitor(room);
        var sent = await SendAsync(visitor, [("url", address)]);
        Assert.Equal(400, sent.Status);
        Assert.Contains("is no address", sent.Page.QuerySelector(".wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_and_said_so()
    {
        var room = await rooms.StartAsync(rooms.DemoLedger);
        using var visitor = new Visitor(room);
        var sent = await SendAsync(visitor, [("url", room.Address + "reports")]);
        var page = await visitor.OpenAsync(sent.Location!);
        Assert.Contains("not read", page.QuerySelector(".intake .row")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("private", page.QuerySelector(".intake .row")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_given_is_said_so()
    {
        var room = await rooms.StartAsync(rooms.DemoLedger);
        using var visitor = new Visitor(room);
        Assert.Contains("Nothing was given", (await SendAsync(visitor, [("text", "  ")])).Page.QuerySelector(".wrong")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string? Location, AngleSharp.Html.Dom.IHtmlDocument Page)> SendAsync(Visitor visitor, (string Name, string Value)[] fields, params (string Name, byte[] Bytes)[] files)
    {
        var seal = (await visitor.OpenAsync("/add")).QuerySelector("input[name=seal]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(seal), "seal" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return await visitor.PostAsync("/add", form);
    }
}
