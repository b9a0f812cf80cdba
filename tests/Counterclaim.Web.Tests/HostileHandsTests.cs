using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Web.Tests.Samples;

namespace Counterclaim.Web.Tests;

/// <summary>What is typed into the room without end: names of searches, worded questions, reasons, authors, feeds, words of a statement.</summary>
[Collection(nameof(RoomFixture))]
public sealed class HostileHandsTests(RoomFixture rooms)
{
    [Fact]
    public async Task What_has_no_end_is_refused_and_the_room_goes_on()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(What_has_no_end_is_refused_and_the_room_goes_on));
        using var visitor = new Visitor(room);
        var claim = ledger.Claims(QueryParser.Parse("kind:control"), new PageRequest(1)).Items[0];
        var report = ReportKeys.Short(claim.Report.Id);
        foreach (var (action, field) in new[] { ("/searches", "name"), ("/corrections/author", "author"), ("/feeds", "url"), ($"/reports/{report}/claims/{claim.Ref.Assertion}", "reason"), ($"/reports/{report}/statements", "content"), ("/questions/Q1", "value") })
            Assert.InRange((await visitor.SendAsync("/corrections", action, ("do", "rename"), (field, HostileReports.Endless))).Status, 400, 499);
        Assert.DoesNotContain(ledger.Corrections(), c => c.Entry.Action == CorrectionAction.Rename);
        Assert.NotEmpty((await visitor.OpenAsync("/questions")).QuerySelectorAll(".questions > .row"));
    }
}
