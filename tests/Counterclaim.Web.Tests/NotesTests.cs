using Counterclaim.Ledger.Asking;

namespace Counterclaim.Web.Tests;

/// <summary>The notebook on the pages: kept searches, what is new, the name to correct under.</summary>
[Collection(nameof(RoomFixture))]
public sealed class NotesTests(RoomFixture rooms)
{
    [Fact]
    public async Task A_search_is_kept_tells_what_is_new_and_can_be_removed_and_taken_back()
    {
        var clock = new SteppedClock();
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(A_search_is_kept_tells_what_is_new_and_can_be_removed_and_taken_back), clock);
        clock.Now += TimeSpan.FromHours(1);
        using var visitor = new Visitor(room);
        const string List = "/claims?q=kind%3Acontrol";
        var (status, location, _) = await visitor.SendAsync(List, "/searches", ("list", "claims"), ("query", "kind:control"), ("name", "Who holds <what>"), ("back", List));
        Assert.Equal((303, "/claims?q=kind%3Acontrol&noted=1"), (status, location));
        var page = await visitor.OpenAsync("/reports");
        var link = page.QuerySelector(".kept a")!;
        Assert.Equal(("Who holds <what>", List), (link.TextContent, link.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll(".kept .new"));

        // What comes later is counted, and what is counted can be opened.
        var before = ledger.Claims(QueryParser.Parse("kind:control"), new PageRequest()).Total;
        clock.Now += TimeSpan.FromHours(1);
        await rooms.AddAsync(ledger, "Ninefields has fallen\n\nThe suburb of Ninefields has fallen to the Compact, an aid worker said on Thursday.");
        var added = ledger.Claims(QueryParser.Parse("kind:control"), new PageRequest()).Total - before;
        Assert.True(added > 0);
        Assert.Equal($"{added} new", (await visitor.OpenAsync("/questions")).QuerySelector(".kept .new")!.TextContent);
        Assert.Equal($"{added} new", (await visitor.OpenAsync("/searches")).QuerySelector(".kept-searches .new")!.TextContent);

        var removed = await visitor.SendAsync("/searches", "/searches/1/remove", ("back", "/searches"));
        Assert.Equal("/searches?noted=2", removed.Location);
        Assert.Empty((await visitor.OpenAsync("/reports")).QuerySelectorAll(".kept a"));
        await visitor.SendAsync("/searches?noted=2", "/notes/2/undo", ("back", "/searches"));
        Assert.NotEmpty((await visitor.OpenAsync("/reports")).QuerySelectorAll(".kept a"));
    }

    [Theory]
    [InlineData("claims", "kinds:x", 400)]
    [InlineData("nothing", "kind:control", 303)]
    [InlineData("claims", "", 303)]
    public async Task What_is_no_search_is_not_kept(string list, string query, int expected)
    {
        using var visitor = new Visitor(rooms.Demo);
        var (status, _, _) = await visitor.SendAsync("/claims?q=road", "/searches", ("list", list), ("query", query), ("name", "x"), ("back", "https://elsewhere.example/"));
        Assert.Equal(expected, status);
        Assert.Empty((await visitor.OpenAsync("/searches")).QuerySelectorAll(".kept-searches .row"));
    }

    [Fact]
    public async Task No_other_page_changes_the_notebook()
    {
        using var visitor = new Visitor(rooms.Demo);
        foreach (var path in new[] { "/searches", "/questions/seen", "/corrections/author", "/searches/1/remove" })
            Assert.Equal(400, (await visitor.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("list", "claims"), KeyValuePair.Create("query", "road")]))).Status);
    }

    [Fact]
    public async Task Corrections_are_signed_with_the_name_that_was_given()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(Corrections_are_signed_with_the_name_that_was_given));
        using var visitor = new Visitor(room);
        await visitor.SendAsync("/corrections", "/corrections/author", ("author", "Irena"), ("back", "/corrections"));
        var claim = ledger.Claims(QueryParser.Parse("kind:route"), new PageRequest(1)).Items[0];
        var report = "/reports/" + ReportKeys.Short(claim.Report.Id);
        await visitor.SendAsync(report, report + "/review", ("do", "accept " + claim.Ref.Assertion));
        Assert.Equal("Irena", ledger.Corrections()[^1].Entry.Author);
        Assert.Equal("Irena", (await visitor.OpenAsync($"{report}/claims/{claim.Ref.Assertion}")).QuerySelector("form.correct input[name=author]")!.GetAttribute("value"));
        Assert.Contains("Irena", (await visitor.OpenAsync("/corrections")).QuerySelector(".log")!.TextContent, StringComparison.Ordinal);
    }
}
