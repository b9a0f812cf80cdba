using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Corrections;

public sealed class CorrectionTests : IDisposable
{
    private static readonly PageRequest All = new(PageRequest.MostAtOnce);
    private readonly TestLedger _ledger = TestLedger.WithDemo();

    private Claim Again(Claim claim) => _ledger.Store.ClaimsOf(claim.Ref.Report).Single(c => c.Ref == claim.Ref);

    private Claim First(string query) => _ledger.Store.Claims(QueryParser.Parse(query), All).Items[0];

    private void Change(Claim claim, string field, string value) => _ledger.Store.Correct(claim.Ref.ToString(), CorrectionAction.Change, [(field, value)], "an editor");

    [Fact]
    public void Accepted_rejected_and_proposed_are_told_apart_and_rejected_ones_left_out()
    {
        var all = _ledger.Store.Claims(LedgerQuery.Empty, All).Total;
        Claim right = First("kind:casualties"), wrong = First("kind:control");
        _ledger.Store.Correct(right.Ref.ToString(), CorrectionAction.Accept, [], "an editor");
        _ledger.Store.Correct($"{ReportKeys.Short(wrong.Ref.Report)}/{wrong.Ref.Assertion}", CorrectionAction.Reject, [], "an editor", "a threat, not a fact");
        Assert.Equal((ReviewState.Confirmed, false), (Again(right).Review, Again(right).IsCorrected));
        Assert.Equal(all - 1, _ledger.Store.Claims(LedgerQuery.Empty, All).Total);
        Assert.Equal(wrong.Ref, First("review:rejected").Ref);
        Assert.Equal("a threat, not a fact", _ledger.Store.Corrections()[^1].Entry.Reason);
    }

    [Fact]
    public void Every_field_can_be_changed_and_is_found_by_its_new_value()
    {
        var claim = First("kind:casualties -voice:own");
        Change(claim, "quantity", "at least 1,200 people");
        Change(claim, "place", "Brandry");
        Change(claim, "position", "wounded");
        Change(claim, "certainty", "possible");
        Change(claim, "time", "2026-03-10");
        Change(claim, "patient", "none");
        Change(claim, "agent", "Irena Vosk");
        Change(claim, "holder", "Ilsa Corveth");
        Change(claim, "act", "deny");
        var now = Again(claim);
        Assert.Equal((1200d, QuantityBound.AtLeast, "people"), (now.Quantity!.Value, now.Quantity.Bound, now.Quantity.Unit));
        Assert.Equal(("Brandry", "wounded", Certainty.Possible), (now.Place!.Name, now.Position, now.Certainty));
        Assert.NotNull(now.Place.Pin);
        Assert.Equal(new DateTime(2026, 3, 10), now.Meant!.Interval!.Value.From);
        Assert.Equal((null, "Irena Vosk", "Ilsa Corveth"), (now.Patient?.Name, now.Agent!.Name, now.FirstTeller.Name));
        Assert.Equal((SpeechAct.Deny, ClaimStance.Denies), (now.FirstTeller.Act, now.Stance));
        Assert.Equal((ReviewState.Confirmed, true), (now.Review, now.IsCorrected));
        Assert.Contains(_ledger.Store.Claims(QueryParser.Parse("has:correction place:Brandry agent:\"Irena Vosk\" count:1200"), All).Items, c => c.Ref == claim.Ref);
        Change(claim, "kind", "displacement");
        Assert.Equal("displacement", Again(claim).Kind);
    }

    [Fact]
    public void What_is_taken_back_is_as_if_it_had_not_been()
    {
        var claim = First("kind:casualties");
        var before = AddTests.Written(claim);
        var entries = _ledger.Store.Correct(claim.Ref.ToString(), CorrectionAction.Change, [("place", "Brandry"), ("quantity", "7")], "an editor");
        Assert.Equal(2, entries.Count);
        foreach (var entry in entries) _ledger.Store.Undo(entry, "an editor");
        Assert.Equal(before, AddTests.Written(Again(claim)));
        Assert.Equal(4, _ledger.Store.Corrections().Count);
        Assert.Throws<CorrectionException>(() => _ledger.Store.Undo(entries[0], "an editor"));
    }

    [Fact]
    public void Corrections_hold_on_when_the_rows_are_made_anew_and_when_a_newer_reader_reads_otherwise()
    {
        var claim = First("kind:casualties");
        Change(claim, "quantity", "7");
        _ledger.Store.Rebuild(null, TestLedger.Version, (_, _) => { }, CancellationToken.None);
        Assert.Equal(7, Again(claim).Quantity!.Value);

        // A reader that numbers otherwise, cuts the clause a little otherwise and counts otherwise.
        var readings = TestLedger.Demo.ToDictionary(r => r.Report.Id);
        Model.Reading Reread(Report report) => readings[report.Id] with
        {
            Assertions = [.. readings[report.Id].Assertions.Select(a => a with
            {
                Id = a.Id + "0", Quantity = a.Quantity is null ? null : a.Quantity with { Value = 99 }, Span = a.Span.Length > 8 ? new TextSpan(a.Span.Start, a.Span.End - 1) : a.Span,
            })],
        };
        _ledger.Store.Rebuild(Reread, new Ledger.Store.ReaderVersion("newer", 1), (_, _) => { }, CancellationToken.None);
        var now = _ledger.Store.ClaimsOf(claim.Ref.Report).Single(c => c.Ref.Assertion == claim.Ref.Assertion + "0");
        Assert.Equal((7d, ReviewState.Confirmed), (now.Quantity!.Value, now.Review));
        Assert.Equal(99, First("count:99").Quantity!.Value);
    }

    [Fact]
    public void Making_the_rows_anew_changes_nothing()
    {
        var before = TestLedger.Demo.SelectMany(r => _ledger.Store.ClaimsOf(r.Report.Id)).Select(AddTests.Written).ToArray();
        var counts = _ledger.Store.Counts();
        var actors = _ledger.Store.Actors(LedgerQuery.Empty, All).Items.Select(a => (a.Id, a.Name, a.Reports, a.Told)).ToArray();
        _ledger.Store.Rebuild(null, TestLedger.Version, (_, _) => { }, CancellationToken.None);
        Assert.Equal(before, TestLedger.Demo.SelectMany(r => _ledger.Store.ClaimsOf(r.Report.Id)).Select(AddTests.Written));
        Assert.Equal(counts, _ledger.Store.Counts());
        Assert.Equal(actors, _ledger.Store.Actors(LedgerQuery.Empty, All).Items.Select(a => (a.Id, a.Name, a.Reports, a.Told)));
    }

    [Fact]
    public void Actors_are_joined_and_parted_and_both_can_be_taken_back()
    {
        var vosk = _ledger.Store.Actors(QueryParser.Parse("vosk"), All).Items;
        var (full, bare) = (vosk.Single(a => a.Name == "Irena Vosk"), vosk.Single(a => a.Name == "Vosk"));
        var told = _ledger.Store.Claims(QueryParser.Parse($"holder:{full.Id}"), All).Total;
        var join = _ledger.Store.JoinActors(full.Id!, bare.Id!, "an editor");
        var one = _ledger.Store.Actors(QueryParser.Parse("vosk"), All).Items.Single();
        Assert.Equal((full.Id, full.Reports + bare.Reports), (one.Id, one.Reports));
        Assert.Equal(told + bare.Told, _ledger.Store.Claims(QueryParser.Parse($"holder:{bare.Id}"), All).Total);
        _ledger.Store.Undo(join, "an editor");
        Assert.Equal(vosk.Select(a => (a.Id, a.Reports, a.Told)), _ledger.Store.Actors(QueryParser.Parse("vosk"), All).Items.Select(a => (a.Id, a.Reports, a.Told)));

        var report = _ledger.Store.Claims(QueryParser.Parse($"holder:{full.Id}"), All).Items[0].Ref.Report;
        var split = _ledger.Store.SplitActor(full.Id!, ReportKeys.Short(report), "an editor");
        Assert.Equal(3, _ledger.Store.Actors(QueryParser.Parse("vosk"), All).Total);
        Assert.DoesNotContain(_ledger.Store.Claims(QueryParser.Parse($"holder:{full.Id}"), All).Items, c => c.Ref.Report == report);
        _ledger.Store.Undo(split, "an editor");
        Assert.Equal(told, _ledger.Store.Claims(QueryParser.Parse($"holder:{full.Id}"), All).Total);
    }

    [Theory]
    [InlineData("nowhere", "place", "x", "names nothing")]
    [InlineData("00000000/c1", "place", "x", "no report")]
    [InlineData("*/c999", "place", "x", "no claim c999")]
    [InlineData("*/c1", "colour", "red", "no field \"colour\"")]
    [InlineData("*/c1", "certainty", "sure", "give certain, probable")]
    [InlineData("*/c1", "quantity", "many", "quantity=many")]
    [InlineData("*/c1", "time", "Tuesday", "time=Tuesday")]
    [InlineData("*/c1", "agent", "A99999", "no actor A99999")]
    [InlineData("*/s1", "place", "Brandry", "can be corrected, not place")]
    [InlineData("*/s1", "content", "words that stand nowhere", "its words as they stand there")]
    [InlineData("*/s1", "content", "5-2", "code points of the report's text")]
    [InlineData("*/s1", "content", "none", "reject it instead")]
    [InlineData("*/s1", "link", "likes:s2", "give one of repeats")]
    [InlineData("*/s1", "link", "denies:s999", "no statement or claim s999")]
    [InlineData("*/s1", "unlink", "s999", "no link from s1 to s999")]
    [InlineData("*/c1", "content", "1-2", "of a statement, not of a claim")]
    public void What_cannot_be_corrected_is_answered_and_changes_nothing(string item, string field, string value, string message)
    {
        var report = First("kind:casualties").Ref.Report;
        var claim = _ledger.Store.ClaimsOf(report)[0].Ref.Assertion;
        var e = Assert.Throws<CorrectionException>(() => _ledger.Store.Correct(
            item == "*/c1" ? $"{report}/{claim}" : item.Replace("*", report, StringComparison.Ordinal),
            CorrectionAction.Change, [(field, value)], "an editor"));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Empty(_ledger.Store.Corrections());
    }

    public void Dispose() => _ledger.Dispose();
}
