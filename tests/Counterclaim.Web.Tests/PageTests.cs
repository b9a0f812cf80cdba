using System.Net;
using AngleSharp.Dom;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Safety;

namespace Counterclaim.Web.Tests;

/// <summary>The pages without a browser: each is there, says how many of how many, and leads to the words it shows.</summary>
[Collection(nameof(RoomFixture))]
public sealed class PageTests(RoomFixture rooms)
{
    [Theory]
    [InlineData("/questions")]
    [InlineData("/questions?order=recent&q=kind:control")]
    [InlineData("/claims")]
    [InlineData("/claims?q=holder%3AVosk%20sort%3Aoldest")]
    [InlineData("/reports")]
    [InlineData("/actors")]
    [InlineData("/places")]
    [InlineData("/stories")]
    [InlineData("/search")]
    [InlineData("/search?q=harbour")]
    public async Task Every_list_is_a_page_of_its_own(string path)
    {
        var page = await rooms.PageAsync(rooms.Demo, path);
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main#main"));
        Assert.Equal("#main", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src]), [onclick]"));
        if (path != "/search") Assert.Matches(@"^(\d+–\d+ of )?\d+ \w+$", page.QuerySelector(".count")!.TextContent);
    }

    [Fact]
    public async Task Every_link_of_the_lists_leads_to_a_page()
    {
        var seen = new HashSet<string>();
        foreach (var list in new[] { "/questions", "/claims", "/reports", "/actors", "/places", "/stories", "/map", "/search?q=road" })
        {
            var page = await rooms.PageAsync(rooms.Demo, list);
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0])) seen.Add(link);
        }
        Assert.True(seen.Count > 60);
        foreach (var link in seen)
        {
            using var response = await rooms.GetAsync(rooms.Demo, link);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{link}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_link_to_a_claim_names_an_entry_of_the_report_s_ledger_and_a_place_in_its_text()
    {
        var page = await rooms.PageAsync(rooms.Demo, "/claims");
        foreach (var address in page.QuerySelectorAll(".row q a").Select(a => a.GetAttribute("href")!).Distinct().Take(20))
        {
            var (path, item) = (address.Split('#')[0], address.Split('#')[1]);
            var report = await rooms.PageAsync(rooms.Demo, path);
            Assert.NotNull(report.GetElementById(item));
            Assert.NotNull(report.GetElementById("t-" + item));
        }
    }

    [Fact]
    public async Task A_question_shows_each_answer_with_its_origins_and_the_words_cut_from_the_reports()
    {
        var question = rooms.DemoLedger.Questions(QueryParser.Parse("kind:control"), new PageRequest()).Items[0];
        var page = await rooms.PageAsync(rooms.Demo, "/questions/" + question.Key);
        Assert.Equal(question.Wording, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(question.Positions.Count, page.QuerySelectorAll("section.position").Length);
        Assert.Equal(question.Positions.Sum(p => p.Origins), page.QuerySelectorAll(".origin").Length);
        Assert.Equal(question.Claims.Select(c => c.Exact).Order(), page.QuerySelectorAll(".position q a").Select(a => a.TextContent).Order());
        Assert.NotNull(page.QuerySelector("svg.spectrum"));
    }

    [Fact]
    public async Task A_question_of_how_many_is_a_table_of_figures_with_their_bounds()
    {
        var question = rooms.DemoLedger.Questions(QueryParser.Parse("kind:casualties"), new PageRequest()).Items.First(q => q.Wording.Contains("Quillhaven", StringComparison.Ordinal));
        var page = await rooms.PageAsync(rooms.Demo, "/questions/" + question.Key);
        Assert.Contains("≥ 30", page.QuerySelectorAll("table.plot td.figure").Select(f => f.TextContent));
    }

    [Fact]
    public async Task Two_reports_of_a_story_stand_side_by_side_with_what_each_leaves_out()
    {
        var story = rooms.DemoLedger.Stories(LedgerQuery.Empty, new PageRequest(1)).Items[0];
        var page = await rooms.PageAsync(rooms.Demo, "/stories/" + story.Id);
        Assert.Equal(story.Members.Count, page.QuerySelectorAll(".members .row").Length);
        var ids = story.Members.Take(2).Select(m => ReportKeys.Short(m.Report.Id)).ToList();
        var sides = (await rooms.PageAsync(rooms.Demo, $"/compare?one={ids[0]}&other={ids[1]}")).QuerySelectorAll(".side");
        Assert.Equal(story.Members.Take(2).Select(m => m.Report.Title), sides.Select(s => s.QuerySelector("h2")!.TextContent));
    }

    [Fact]
    public async Task A_stretch_of_text_can_be_linked_to()
    {
        var report = rooms.DemoLedger.Claims(QueryParser.Parse("kind:route"), new PageRequest(1)).Items[0];
        var page = await rooms.PageAsync(rooms.Demo, $"/reports/{ReportKeys.Short(report.Report.Id)}?at={report.CodePoints.Start}-{report.CodePoints.End}");
        Assert.NotNull(page.GetElementById("at"));
        Assert.Equal(report.Exact, string.Concat(page.QuerySelectorAll(".stretch").Select(Words)));
    }

    /// <summary>The report's own words in an element, without the labels we put there.</summary>
    private static string Words(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var label in copy.QuerySelectorAll(".tag")) label.Remove();
        return copy.TextContent;
    }

    [Fact]
    public async Task A_query_that_cannot_be_asked_is_shown_with_the_place_of_its_fault()
    {
        var page = await rooms.PageAsync(rooms.Demo, "/claims?q=harbour%20kinds%3Acontrol", 400);
        Assert.Contains("kinds", page.QuerySelector(".wrong mark")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("There is no field \"kinds\"", page.QuerySelector(".wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("harbour kinds:control", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Pages_of_a_list_follow_each_other_without_gap_or_repeat()
    {
        var seen = new List<string>();
        var path = "/claims";
        while (path is not null)
        {
            var page = await rooms.PageAsync(rooms.Demo, path);
            seen.AddRange(page.QuerySelectorAll(".row").Select(r => r.GetAttribute("data-open")!));
            path = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(rooms.DemoLedger.Claims(LedgerQuery.Empty, new PageRequest()).Total, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/reports/ffffffff")]
    [InlineData("/reports/..%2F..%2Fetc")]
    [InlineData("/questions/control/none")]
    [InlineData("/actors/A99999")]
    [InlineData("/actors/x%20y")]
    [InlineData("/places/Nowhere")]
    public async Task What_is_not_there_is_said_so(string path)
    {
        var page = await rooms.PageAsync(rooms.Demo, path, 404);
        Assert.Equal("Not here", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_empty_ledger_says_what_to_do()
    {
        var room = await rooms.StartAsync(rooms.Open("empty.db"));
        foreach (var path in new[] { "/questions", "/claims", "/reports", "/actors", "/places" })
            Assert.Contains("paste a text", (await rooms.PageAsync(room, path)).QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        foreach (var path in new[] { "/questions", "/nowhere", "/assets/x/room.css" })
        {
            using var response = await rooms.GetAsync(rooms.Demo, path);
            Assert.Equal(SecurityHeaders.Policy, response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        }
        Assert.DoesNotContain("unsafe", SecurityHeaders.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_says_who_stands_against_it_in_its_report_and_on_its_page()
    {
        var link = rooms.DemoLedger.Links(QueryParser.Parse("relation:contradicts"), new PageRequest(1)).Items[0];
        var report = "/reports/" + ReportKeys.Short(link.Later.Report.Id);
        var sum = (await rooms.PageAsync(rooms.Demo, report)).QuerySelector($"#{link.Later.Ref.Assertion} .stands a.against")!;
        Assert.StartsWith("contradicts ", sum.TextContent, StringComparison.Ordinal);
        var page = await rooms.PageAsync(rooms.Demo, sum.GetAttribute("href")!.Split('#')[0]);
        Assert.Contains(page.QuerySelectorAll("#links .row"), row => row.TextContent.Contains(link.Comparison.Reason, StringComparison.Ordinal));
    }
}
