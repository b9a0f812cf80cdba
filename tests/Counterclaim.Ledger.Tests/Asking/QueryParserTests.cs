using Counterclaim.Ledger.Asking;
using CsCheck;

namespace Counterclaim.Ledger.Tests.Asking;

public class QueryParserTests
{
    [Fact]
    public void Words_phrases_fields_and_what_must_not_be()
    {
        var terms = QueryParser.Parse("harbour \"coast road\" kind:control,route -place:\"Port Ash\" near:48.3,37.2,25km").Terms;
        Assert.Equal([null, null, "kind", "place", "near"], terms.Select(t => t.Field?.Name));
        Assert.Equal(["coast road"], terms[1].Values);
        Assert.Equal(["control", "route"], terms[2].Values);
        Assert.Equal((true, "Port Ash"), (terms[3].IsNegated, terms[3].Values[0]));
        Assert.Equal(["48.3,37.2,25km"], terms[4].Values);
    }

    [Theory]
    [InlineData("kind:control foo:x", 13, "There is no field \"foo\"")]
    [InlineData("certainty:sure", 10, "give one of certain, probable")]
    [InlineData("said:2025-11-10..2025-11-01", 5, "is no time")]
    [InlineData("near:48.3,37.2", 5, "is no circle")]
    [InlineData("count:many", 6, "is no number")]
    [InlineData("harbour \"coast road", 8, "not closed")]
    [InlineData("kind: control", 5, "comes, without a space")]
    [InlineData("kind:,x", 5, "missing before the comma")]
    [InlineData("harbour -", 8, "what must not be")]
    [InlineData("-sort:oldest", 0, "cannot be negated")]
    public void What_cannot_be_asked_is_answered_with_the_place_and_what_can(string query, int position, string message)
    {
        var e = Assert.Throws<QueryException>(() => QueryParser.Parse(query));
        Assert.Equal(position, e.Position);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_a_query_or_a_clear_refusal() =>
        Gen.String[Gen.Char["abc:-\",.<>=0123456789 kindsaid“”"], 0, 40].Sample(text =>
        {
            try
            {
                var query = QueryParser.Parse(text);
                Assert.All(query.Terms, t => Assert.NotEmpty(t.Values));
            }
            catch (QueryException e)
            {
                Assert.InRange(e.Position, 0, text.Length);
            }
        });

    [Theory]
    [InlineData("2025-11", "2025-11-01", "2025-12-01")]
    [InlineData("2025-11-09", "2025-11-09", "2025-11-10")]
    [InlineData("2025-11-01..2025-11-10", "2025-11-01", "2025-11-11")]
    [InlineData(">2025-11-09", "2025-11-10", null)]
    [InlineData("<2025", null, "2025-01-01")]
    [InlineData("..2025", null, "2026-01-01")]
    public void A_time_covers_all_of_what_is_named(string text, string? from, string? to)
    {
        var range = TimeRange.Parse(text)!.Value;
        Assert.Equal((from, to), (range.From?.ToString("yyyy-MM-dd"), range.To?.ToString("yyyy-MM-dd")));
    }
}
