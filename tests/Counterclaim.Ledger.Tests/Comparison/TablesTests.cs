using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Comparison;

public class TablesTests
{
    [Theory]
    [InlineData("Syrian soldiers", "soldier")]
    [InlineData("child", "child")]
    [InlineData("other", "people")]
    [InlineData("tank", null)]
    public void People_have_classes(string phrase, string? expected) => Assert.Equal(expected, People.ClassOf(phrase));

    [Fact]
    public void Children_are_civilians_and_civilians_people()
    {
        Assert.True(People.IsPart("child", "people"));
        Assert.False(People.IsPart("people", "child"));
        Assert.False(People.IsPart("soldier", "civilian"));
    }

    [Fact]
    public void Scales_run_from_nothing_to_one()
    {
        var control = Scale.Of("control")!;
        Assert.Equal((0, 1), (control.At("defender holds"), control.At("attacker holds")));
        Assert.Null(control.At("no such position"));
        Assert.Null(Scale.Of("casualties"));
    }

    [Fact]
    public void Signs_tell_happenings_apart()
    {
        var market = Happening.Of("an air strike on the fish market");
        Assert.Equal(["market"], market.Targets);
        Assert.Equal(["air"], market.Means);
        Assert.True(market.Excludes(Happening.Of("shells hit the hospital")));
        Assert.False(market.Excludes(Happening.Of("the market was hit")));
        Assert.Equal("market", market.Shared(Happening.Of("the bazaar")));
        Assert.Same(Happening.Unknown, Happening.Of("it rained"));
    }

    [Theory]
    [InlineData(41, null, QuantityBound.Exact, false, "41")]
    [InlineData(30, null, QuantityBound.AtLeast, false, "at least 30")]
    [InlineData(5, null, QuantityBound.AtMost, false, "up to 5")]
    [InlineData(50, null, QuantityBound.Exact, true, "42 to 58")]
    [InlineData(24, 99d, QuantityBound.Exact, true, "24 to 99")]
    public void Wordings_admit_ranges(double value, double? to, QuantityBound bound, bool about, string range) =>
        Assert.Equal(range, CountRange.Of(new Quantity(value, about, null) { Bound = bound, To = to }).ToString());
}
