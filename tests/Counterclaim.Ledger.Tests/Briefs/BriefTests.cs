using Counterclaim.Ledger.Briefs;
using Counterclaim.Ledger.Tests.Exports;
using Counterclaim.Ledger.Tests.Store;

namespace Counterclaim.Ledger.Tests.Briefs;

/// <summary>A brief says nothing that is not in the ledger.</summary>
public class BriefTests
{
    [Theory]
    [InlineData("Quillhaven")]
    [InlineData("")]
    [InlineData("kind:casualties")]
    public void Every_quotation_is_cut_from_where_its_reference_says(string about)
    {
        using var ledger = TestLedger.WithDemo();
        var brief = ledger.Store.Brief(about);
        Assert.NotEmpty(brief.Sections);
        Assert.Equal(Enumerable.Range(1, brief.References.Count), brief.References.Select(r => r.Number));
        var texts = TestLedger.Demo.ToDictionary(r => r.Report.Id, r => r.Report.Text);
        foreach (var part in brief.Sections.SelectMany(s => s.Items).SelectMany(i => i.Parts))
        {
            Assert.Equal(part.Kind == BriefPartKind.Quotation, part.Reference > 0);
            if (part.Reference == 0) continue;
            var reference = brief.References[part.Reference - 1];
            var points = new Model.CodePointMap(texts[reference.Report.Id]);
            Assert.Equal(texts[reference.Report.Id][points.ToUtf16(reference.CodePoints.Start)..points.ToUtf16(reference.CodePoints.End)], part.Text);
        }
        Assert.Equal(brief.References.Count, brief.Sections.SelectMany(s => s.Items).SelectMany(i => i.Parts).Select(p => p.Reference).Where(r => r > 0).Distinct().Count());
    }

    [Fact]
    public void What_is_denied_and_what_publishers_say_themselves_stand_apart()
    {
        using var ledger = ExportFixture.Open();
        var brief = ledger.Store.Brief("");
        var denied = brief.Sections.Single(s => s.Heading.Contains("denied", StringComparison.Ordinal)).Items;
        Assert.Contains(denied, i => i.Parts.Any(p => p.Text == "the road was cut") && i.Parts[^1].Text.Contains("denied", StringComparison.Ordinal));
        Assert.Contains(denied, i => i.Parts.Any(p => p.Text == "talks go on") && i.Parts[^1].Text.Contains("not committed to", StringComparison.Ordinal));
        Assert.DoesNotContain(brief.Sections.SelectMany(s => s.Items).SelectMany(i => i.Parts), p => p.Text.Contains("barbaric", StringComparison.Ordinal)); // a person rejected it
    }

    [Fact]
    public void Of_nothing_there_is_a_brief_that_says_so()
    {
        using var ledger = new TestLedger();
        var brief = ledger.Store.Brief("Nowhere");
        Assert.Equal((0, "No claim fits."), (brief.Sections.Count, brief.Scope));
    }
}
