using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Tests.Store;

namespace Counterclaim.Ledger.Tests.Links;

public class LinkTests
{
    private static readonly PageRequest All = new(PageRequest.MostAtOnce);

    [Fact]
    public void What_surrounds_a_claim_comes_back_as_the_reading_tells_it()
    {
        using var ledger = TestLedger.WithDemo();
        foreach (var reading in TestLedger.Demo)
            Assert.Equal(ClaimProjection.Of(reading).Select(c => SettingForm.Write(c.Setting)), ledger.Store.ClaimsOf(reading.Report.Id).Select(c => SettingForm.Write(c.Setting)));
        var place = new ClaimSetting(new ClaimPlace("Velm", "town"), null, Happening.Of("the market"), Happening.Unknown, CountScope.Period, true, false, ["killed=6"]);
        Assert.Equal(SettingForm.Write(place), SettingForm.Write(SettingForm.Read(SettingForm.Write(place))));
        Assert.Null(SettingForm.Write(ClaimSetting.None));
    }

    [Fact]
    public void Links_are_those_that_comparing_every_claim_with_every_other_of_a_key_finds()
    {
        using var ledger = TestLedger.WithDemo();
        var claims = ledger.Store.Claims(LedgerQuery.Empty, All).Items;
        var wanted = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < claims.Count; i++)
            for (var j = i + 1; j < claims.Count; j++)
                if (claims[i].Report.Id != claims[j].Report.Id && ComparisonKeys.Of(claims[i]).Intersect(ComparisonKeys.Of(claims[j])).Any()
                    && ClaimComparer.Link(claims[i], claims[j]) is { } link && link.Comparison.Relation is ClaimRelation.Contradicts or ClaimRelation.Denies or ClaimRelation.Supports)
                    wanted.Add($"{link.From} {link.Comparison.Relation} {link.To} {link.Comparison.Reason}");
        var links = ledger.Store.Links(QueryParser.Parse("relation:contradicts,denies,supports"), All).Items;
        Assert.Equal(wanted, links.Select(l => $"{l.Later.Ref} {l.Comparison.Relation} {l.Earlier.Ref} {l.Comparison.Reason}").Order(StringComparer.Ordinal));
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.NotEqual(l.Later.Report.Id, l.Earlier.Report.Id));
    }

    [Fact]
    public void Lists_can_be_asked_for_claims_with_a_link_and_links_for_a_claim_at_either_end()
    {
        using var ledger = TestLedger.WithDemo();
        var linked = ledger.Store.Claims(QueryParser.Parse("relation:updates"), All).Items.Select(c => c.Ref).ToHashSet();
        Assert.Equal(ledger.Store.Links(QueryParser.Parse("relation:updates"), All).Items.SelectMany(l => new[] { l.Later.Ref, l.Earlier.Ref }).ToHashSet(), linked);
        var ofKind = ledger.Store.Links(QueryParser.Parse("kind:control"), All).Items;
        Assert.NotEmpty(ofKind);
        Assert.All(ofKind, l => Assert.Equal("control", l.Later.Kind));
        var there = ledger.Store.Claims(QueryParser.Parse("kind:control place:Quillhaven"), All).Items.Select(c => c.Ref).ToHashSet();
        var wanted = ledger.Store.Links(LedgerQuery.Empty, All).Items.Where(l => there.Contains(l.Later.Ref) || there.Contains(l.Earlier.Ref)).Select(l => (l.Later.Ref, l.Earlier.Ref)).ToHashSet();
        Assert.Equal(wanted, ledger.Store.Links(QueryParser.Parse("place:Quillhaven kind:control"), All).Items.Select(l => (l.Later.Ref, l.Earlier.Ref)).ToHashSet());
    }

    [Fact]
    public void A_rejected_claim_has_no_links_and_has_them_again_when_that_is_taken_back()
    {
        using var ledger = TestLedger.WithDemo();
        var before = Written(ledger);
        var claim = ledger.Store.Links(LedgerQuery.Empty, All).Items[0].Later.Ref.ToString();
        var entry = ledger.Store.Correct(claim, CorrectionAction.Reject, [], "desk")[0];
        Assert.DoesNotContain(ledger.Store.Links(LedgerQuery.Empty, All).Items, l => l.Later.Ref.ToString() == claim || l.Earlier.Ref.ToString() == claim);
        ledger.Store.Undo(entry, "desk");
        Assert.Equal(before, Written(ledger));
        Assert.Contains(ledger.Store.Links(LedgerQuery.Empty, All).Items, l => l.Later.Ref.ToString() == claim);
    }

    private static List<string> Written(TestLedger ledger) => [.. ledger.Store.Links(LedgerQuery.Empty, All).Items.Select(l => $"{l.Later.Ref} {l.Comparison} {l.Earlier.Ref}").Order(StringComparer.Ordinal)];
}
