using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.Model;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Ledger.Tests.Claims;

/// <summary>Where and when a count is set that does not say so itself.</summary>
public class SettingTests
{
    [Theory]
    [InlineData("TOLVANE, March 12 (Strait Wire) — ")]
    [InlineData("TOLVANE (Strait Wire) – ")]
    [InlineData("TOLVANE, Merrow -- ")]
    public void Not_where_and_when_the_report_was_written(string dateline)
    {
        var b = new ReadingBuilder($"Toll rises to 26\n\n{dateline}The number of people killed in a strike on Velm has risen to 26.\n\nFourteen people died, the rebels say.");
        b.Place(b.At("TOLVANE"), "Tolvane", "city", 41, 8);
        if (dateline.Contains("March", StringComparison.Ordinal)) b.Time(b.At("March 12"), TimeType.Date, "2026-03-12", new TimeInterval(new DateTime(2026, 3, 12), new DateTime(2026, 3, 13)), TimeGranularity.Day);
        var velm = b.Place(b.At("Velm"), "Velm", "city", 42, 9);
        Count(b, b.At("Toll rises to 26"), 26, null);
        Count(b, b.At("The number of people killed in a strike on Velm has risen to 26"), 26, velm);
        Count(b, b.At("Fourteen people died"), 14, null);
        var claims = ClaimProjection.Of(b.Build("wire.txt", r => r));
        Assert.All(claims, c => Assert.Equal("Velm", c.SetAt!.Name));
        Assert.All(claims, c => Assert.Null(c.Setting.Time));
    }

    [Fact]
    public void Where_it_was_written_where_no_other_place_is_named()
    {
        var b = new ReadingBuilder("TOLVANE, March 12 (Strait Wire) — Nine people were killed.");
        b.Place(b.At("TOLVANE"), "Tolvane", "city", 41, 8);
        Count(b, b.At("Nine people were killed"), 9, null);
        Assert.Equal("Tolvane", ClaimProjection.Of(b.Build("wire.txt", r => r))[0].SetAt!.Name);
    }

    [Fact]
    public void The_road_and_the_ring_are_those_of_the_town_told_of_but_a_strike_is_set_where_its_clause_says()
    {
        var b = new ReadingBuilder("Velm has been without bread for a week. The coast road is cut, the rebels say. The ring is closed. Shells fell on Friday.");
        b.Place(b.At("Velm"), "Velm", "city", 42, 9);
        b.OwnClaim(b.At("The coast road is cut"), a => a with { Kind = "route", Position = "cut" });
        b.OwnClaim(b.At("The ring is closed"), a => a with { Kind = "encirclement", Position = "complete" });
        b.OwnClaim(b.At("Shells fell on Friday"), a => a with { Kind = "strike" });
        var claims = ClaimProjection.Of(b.Build("velm.txt", r => r));
        Assert.Equal(["Velm", "Velm", null], claims.Select(c => c.SetAt?.Name));
        Assert.All(claims, c => Assert.Null(c.Place));
        Assert.Equal(["route/:velm", "encirclement/:velm"], claims.Take(2).Select(QuestionBuilder.MatterOfState));
    }

    [Fact]
    public void A_smaller_count_is_a_part_of_a_larger_one_unless_another_gives_it()
    {
        var b = new ReadingBuilder("The hospital said that 26 people were killed in Velm. The ministry said that 30 people were killed in Velm. The ministry said that seven people were killed in Velm.");
        var velm = b.Place(b.At("Velm"), "Velm", "city", 42, 9);
        string hospital = b.Actor("the hospital", ActorKind.Organisation, null, b.At("The hospital")), ministry = b.Actor("the ministry", ActorKind.Organisation, null, b.At("The ministry"));
        foreach (var (teller, holder, words, count) in (ReadOnlySpan<(string, string, string, int)>)
            [(hospital, "The hospital", "26 people were killed in Velm", 26), (ministry, "The ministry", "30 people were killed in Velm", 30), (ministry, "The ministry", "seven people were killed in Velm", 7)])
        {
            var statement = b.Statement(b.At(holder), null, [b.At(words)], StatementMode.Indirect, actor: teller);
            b.Claim(b.At(words), statement, a => a with { Kind = "casualties", Position = "killed", Place = velm, Quantity = new Quantity(count, false, "people") });
        }
        Assert.Equal([false, false, true], ClaimProjection.Of(b.Build("velm.txt", r => r)).Select(c => c.Setting.IsPart));
    }

    private static void Count(ReadingBuilder b, TextSpan clause, int count, string? place) =>
        b.OwnClaim(clause, a => a with { Kind = "casualties", Position = "killed", Place = place, Quantity = new Quantity(count, false, "people") });
}
