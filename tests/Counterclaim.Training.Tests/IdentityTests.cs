using Counterclaim.Training.Evaluation.Identity;

namespace Counterclaim.Training.Tests;

/// <summary>The marks of the identity exam, and its two halves.</summary>
public class IdentityTests
{
    [Fact]
    public void A_mark_has_a_label_and_may_part_a_role_from_a_name()
    {
        var report = new IdentityReport("x", null, "{osran:Mayor |Pell Osran} met {frm:the FRM}; {osran:he} left.");
        Assert.Equal("Mayor Pell Osran met the FRM; he left.", report.Text);
        Assert.Equal(["Mayor Pell Osran", "he"], report.Actors[0].Mentions.Select(m => m.In(report.Text).ToString()));
        Assert.Equal([new Wording("Mayor", "Pell Osran"), new Wording(null, "he")], report.Actors[0].Wordings);
        Assert.Equal("FRM", report.Actors[1].Mentions.Single().In(report.Text).ToString());
        Assert.Throws<FormatException>(() => new IdentityReport("x", null, "{osran:Mayor"));
    }

    [Theory]
    [InlineData("seen")]
    [InlineData("unseen")]
    public void Every_label_of_a_half_has_its_kind_and_country(string half)
    {
        var path = Path.Combine(RepositoryFolder.Path, "eval", "identity", half + ".jsonl");
        var facts = IdentityFile.Facts(path);
        var reports = IdentityFile.Read(path);
        Assert.Equal(30, reports.Count);
        Assert.Equal(facts.Keys.Order(), reports.SelectMany(r => r.Actors).Select(a => a.Label).Distinct().Order());
    }
}
