using CsCheck;

namespace Counterclaim.Model.Tests;

public class SpanListTests
{
    private static readonly Gen<TextSpan> AnySpan =
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 10]).Select((start, length) => new TextSpan(start, start + length));

    [Fact]
    public void A_list_is_sorted_covers_what_was_given_and_nothing_else() =>
        AnySpan.Array[0, 12].Sample(spans =>
        {
            var list = SpanList.Create(spans);
            for (var i = 1; i < list.Count; i++) Assert.True(list[i - 1].End < list[i].Start);
            for (var position = 0; position < 80; position++)
                Assert.Equal(spans.Any(s => s.Contains(position)), list.Contains(position));
        });

    [Fact]
    public void Making_a_list_of_a_list_changes_nothing() =>
        AnySpan.Array[0, 12].Sample(spans =>
        {
            var once = SpanList.Create(spans);
            var twice = SpanList.Create([.. once]);
            Assert.Equal(once, twice);
            Assert.Equal(once.GetHashCode(), twice.GetHashCode());
        });

    [Fact]
    public void The_text_of_a_discontinuous_list_shows_the_gap() =>
        Assert.Equal("The road … is closed", SpanList.Create([new(19, 28), new(0, 8)]).TextIn("The road, he said, is closed"));

    [Fact]
    public void A_span_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(3, 2));
}
