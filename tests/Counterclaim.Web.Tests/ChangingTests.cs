using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Web.Changing;

namespace Counterclaim.Web.Tests;

/// <summary>Correcting on the pages: what a form says is done, what no form of ours says is not.</summary>
[Collection(nameof(RoomFixture))]
public sealed class ChangingTests(RoomFixture rooms)
{
    [Fact]
    public async Task A_claim_is_accepted_rejected_and_taken_back()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(A_claim_is_accepted_rejected_and_taken_back));
        using var visitor = new Visitor(room);
        var claim = ledger.Claims(QueryParser.Parse("kind:route"), new PageRequest(1)).Items[0];
        var report = "/reports/" + ReportKeys.Short(claim.Report.Id);
        var id = claim.Ref.Assertion;

        var accepted = await visitor.SendAsync(report, report + "/review", ("do", "accept " + id));
        Assert.Equal((303, $"{report}?done=1#{id}"), (accepted.Status, accepted.Location));
        Assert.Equal(ReviewState.Confirmed, ledger.ClaimsOf(claim.Report.Id).Single(c => c.Ref == claim.Ref).Review);

        var page = await visitor.OpenAsync(report + "?done=1");
        Assert.Contains("accepted", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var undone = await visitor.SendAsync(report + "?done=1", page.QuerySelector(".notice form")!.GetAttribute("action")!, ("back", report));
        Assert.Equal((303, report), (undone.Status, undone.Location));
        Assert.Equal(ReviewState.Proposed, ledger.ClaimsOf(claim.Report.Id).Single(c => c.Ref == claim.Ref).Review);

        await visitor.SendAsync(report, report + "/review", ("do", "reject " + id));
        Assert.DoesNotContain(ledger.Claims(QueryParser.Parse("kind:route"), new PageRequest()).Items, c => c.Ref == claim.Ref);
        Assert.Equal(3, (await visitor.OpenAsync("/corrections")).QuerySelectorAll(".log .row").Length);
    }

    [Fact]
    public async Task Fields_of_a_claim_are_set_right_and_those_left_as_they_were_stay()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(Fields_of_a_claim_are_set_right_and_those_left_as_they_were_stay));
        using var visitor = new Visitor(room);
        var claim = ledger.Claims(QueryParser.Parse("kind:casualties -voice:own"), new PageRequest(1)).Items[0];
        var path = $"/reports/{ReportKeys.Short(claim.Report.Id)}/claims/{claim.Ref.Assertion}";
        var form = (await visitor.OpenAsync(path)).QuerySelector("form.correct")!;
        var fields = form.QuerySelectorAll("input[name]:not([type=hidden])").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Concat(form.QuerySelectorAll("select").Select(s => (s.GetAttribute("name")!, s.QuerySelector("option[selected]")!.TextContent))).Where(f => f.Item1 is not ("reason" or "author")).ToList();
        Assert.Empty(ClaimFields.Changes(claim, field => fields.First(f => f.Item1 == field).Item2));

        var changed = fields.Select(f => f.Item1 switch { "holder" => (f.Item1, "Irena Vosk"), "quantity" => (f.Item1, ">=31 people"), _ => f });
        var sent = await visitor.SendAsync(path, path, [.. changed, ("do", "change"), ("reason", "counted again")]);
        Assert.Equal(303, sent.Status);
        var after = ledger.ClaimsOf(claim.Report.Id).Single(c => c.Ref == claim.Ref);
        Assert.Equal(("Irena Vosk", 31.0, true, ReviewState.Confirmed), (after.FirstTeller.Name, after.Quantity!.Value, after.IsCorrected, after.Review));
        Assert.Equal((claim.Kind, claim.Position, claim.Place?.Name), (after.Kind, after.Position, after.Place?.Name));
        Assert.Equal(["holder", "quantity"], ledger.Corrections().Select(c => c.Entry.Field!).Order());
    }

    [Fact]
    public async Task What_cannot_be_is_said_so_and_changes_nothing()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(What_cannot_be_is_said_so_and_changes_nothing));
        using var visitor = new Visitor(room);
        var claim = ledger.Claims(QueryParser.Parse("kind:route"), new PageRequest(1)).Items[0];
        var path = $"/reports/{ReportKeys.Short(claim.Report.Id)}/claims/{claim.Ref.Assertion}";
        var wrong = await visitor.SendAsync(path, path, ("quantity", "many"), ("do", "change"));
        Assert.Equal(400, wrong.Status);
        Assert.Contains("quantity=many", wrong.Page.QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(400, (await visitor.SendAsync(path, "/actors/A1", ("do", "join"), ("other", "A99999"))).Status);
        Assert.Empty(ledger.Corrections());
    }

    [Fact]
    public async Task No_form_but_ours_changes_anything()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(No_form_but_ours_changes_anything));
        using var visitor = new Visitor(room);
        var claim = ledger.Claims(QueryParser.Parse("kind:route"), new PageRequest(1)).Items[0];
        var report = "/reports/" + ReportKeys.Short(claim.Report.Id);
        foreach (var action in new[] { report + "/review", report + "/claims/" + claim.Ref.Assertion, "/actors/A1", "/corrections/1/undo", "/add" })
        {
            Assert.Equal(400, (await visitor.PostAsync(action, new FormUrlEncodedContent([KeyValuePair.Create("do", "accept " + claim.Ref.Assertion)]))).Status);
            Assert.Equal(400, (await visitor.PostAsync(action, new FormUrlEncodedContent([KeyValuePair.Create("seal", "made up")]))).Status);
            Assert.Equal(400, (await visitor.PostAsync(action, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))).Status);
        }
        Assert.Empty(ledger.Corrections());
    }

    [Theory]
    [InlineData("/reports/1", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("/a\r\nX: 1", false)]
    [InlineData("", false)]
    public void A_way_back_leads_nowhere_else(string address, bool isLocal) => Assert.Equal(isLocal, Layout.Urls.IsLocal(address));

    [Fact]
    public async Task A_question_is_worded_anew_merged_parted_dismissed_and_taken_back()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(A_question_is_worded_anew_merged_parted_dismissed_and_taken_back));
        using var visitor = new Visitor(room);
        var questions = ledger.Questions(QueryParser.Parse("kind:control"), new PageRequest()).Items;
        var (first, second) = (questions[0], questions[1]);
        var page = "/questions/" + first.Id;
        Assert.Equal($"{page}?done=1", (await visitor.SendAsync(page, page, ("do", "rename"), ("value", "Whose is <it>?"))).Location);
        Assert.Equal("Whose is <it>?", (await visitor.OpenAsync(page)).QuerySelector("h1")!.TextContent);
        Assert.Contains("Whose is <it>?", (await visitor.OpenAsync(page + "?done=1")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        await visitor.SendAsync(page, page, ("do", "merge"), ("value", second.Id!));
        Assert.Equal(first.Positions.Sum(p => p.ClaimCount) + second.Positions.Sum(p => p.ClaimCount), ledger.Question(first.Id!)!.Positions.Sum(p => p.ClaimCount));
        await visitor.SendAsync(page, "/corrections/2/undo", ("back", page));
        var claim = first.Positions[0].Claims[0];
        await visitor.SendAsync(page, page, ("do", "part"), ("value", $"{ReportKeys.Short(claim.Report.Id)}/{claim.Ref.Assertion}"));
        Assert.DoesNotContain(ledger.Question(first.Id!)!.Claims, c => c.Ref == claim.Ref);
        await visitor.SendAsync(page, page, ("do", "dismiss"));
        Assert.DoesNotContain(ledger.Questions(LedgerQuery.Empty, new PageRequest()).Items, q => q.Id == first.Id);
        Assert.Equal(400, (await visitor.SendAsync(page, page, ("do", "merge"), ("value", "Q99999"))).Status);
        Assert.Equal(5, (await visitor.OpenAsync("/corrections")).QuerySelectorAll(".log > li").Length);
    }
}
