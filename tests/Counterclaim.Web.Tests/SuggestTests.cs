using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Suggesting;
using CsCheck;

namespace Counterclaim.Web.Tests;

/// <summary>How a query could go on.</summary>
[Collection(nameof(RoomFixture))]
public sealed class SuggestTests(RoomFixture rooms)
{
    [Theory]
    [InlineData("", 0, 0, 0, "", "", "")]
    [InlineData("road", 4, 0, 4, "", "", "road")]
    [InlineData("road kind:ro", 12, 5, 12, "kind", "", "ro")]
    [InlineData("kind:control,ro x", 15, 0, 15, "kind", "control,", "ro")]
    [InlineData("-place:\"Port A", 14, 1, 14, "place", "", "Port A")]
    [InlineData("place:\"Port A\" road", 13, 0, 14, "place", "", "Port A")]
    [InlineData("place:Port road", 8, 0, 10, "place", "", "Po")]
    [InlineData("http://x", 8, 0, 8, "http", "", "//x")]
    public void The_term_under_the_caret_is_found(string query, int caret, int start, int end, string field, string before, string value) =>
        Assert.Equal(new QueryToken(start, end, field, before, value), QueryToken.At(query, caret));

    [Fact]
    public void A_term_lies_in_its_query_wherever_the_caret_stands() => Gen.Select(Gen.String[Gen.Char["ab:, -\"“*"], 0, 24], Gen.Int[-3, 30]).Sample((query, caret) =>
    {
        var token = QueryToken.At(query, caret);
        Assert.InRange(token.Start, 0, query.Length);
        Assert.InRange(token.End, Math.Min(token.Start, query.Length), query.Length);
    });

    [Theory]
    [InlineData("kind:rou", "kind:route")]
    [InlineData("certainty:hyp", "certainty:hypothetical")]
    [InlineData("-polarity:", "polarity:+")]
    [InlineData("place:quill", "place:Quillhaven")]
    [InlineData("holder:\"irena v", "holder:\"Irena Vosk\"")]
    [InlineData("outlet:sallow", "outlet:\"The Sallowmere Courier\"")]
    [InlineData("quillh", "place:Quillhaven")]
    [InlineData("cert", "certainty:")]
    [InlineData("hypoth", "certainty:hypothetical")]
    public async Task What_the_syntax_and_the_ledger_know_is_suggested_and_can_be_asked(string typed, string expected)
    {
        var items = await AskAsync(typed, typed.Length);
        Assert.Contains(expected, items);
        foreach (var item in items.Where(i => !i.EndsWith(':'))) QueryParser.Parse(item);
    }

    [Theory]
    [InlineData("place:*")]
    [InlineData("actor:\"")]
    [InlineData("actor:-")]
    [InlineData("place:'; DROP TABLE places; --")]
    [InlineData("sort:")]
    [InlineData("near:41")]
    public async Task Nothing_typed_breaks_it(string typed) => await AskAsync(typed, typed.Length);

    private async Task<List<string>> AskAsync(string query, int at)
    {
        using var response = await rooms.GetAsync(rooms.Demo, $"/suggest?q={Uri.EscapeDataString(query)}&at={at}");
        Assert.True(response.IsSuccessStatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(i => i[0].GetString()!.Trim())];
    }
}
