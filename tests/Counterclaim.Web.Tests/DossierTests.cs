using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Charts;
using CsCheck;

namespace Counterclaim.Web.Tests;

/// <summary>A place's dossier and the map of what depends on what.</summary>
[Collection(nameof(RoomFixture))]
public sealed class DossierTests(RoomFixture rooms)
{
    [Fact]
    public async Task Every_source_of_a_state_has_a_band_that_ends_in_what_it_said_last()
    {
        var page = await rooms.PageAsync(rooms.Demo, "/places/Quillhaven");
        var bands = page.QuerySelectorAll("#control .bands").First(t => t.QuerySelector("caption")!.TextContent == "Who holds Quillhaven?");
        var claims = rooms.DemoLedger.Claims(QueryParser.Parse("place:Quillhaven kind:control certainty:certain"), new PageRequest()).Items;
        Assert.Equal(claims.Select(c => c.FirstTeller.IsPublisher ? c.Report.Outlet : c.FirstTeller.Name).Distinct().Order(), bands.QuerySelectorAll("tbody th").Select(h => h.TextContent).Order());
        Assert.Equal(claims.Count, bands.QuerySelectorAll("line.told").Length);
        Assert.All(bands.QuerySelectorAll("td.now"), now => Assert.StartsWith("/reports/", now.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void Letters_of_one_moment_and_of_moments_side_by_side_never_cover_each_other()
    {
        var day = new DateTime(2026, 3, 1);
        var axis = TimeAxis.Of([day, day.AddDays(60)]);
        Assert.Equal(["A/B", "B▸A", "C"], StateBands.LabelsOf([(day, [0, 1]), (day.AddDays(1), [0, 1]), (day.AddDays(20), [1]), (day.AddDays(21), [0]), (day.AddDays(50), [2])], axis).Select(l => l.Words));
        Gen.Select(Gen.Int[0, 60 * 24], Gen.Int[0, 6].HashSet[1, 3]).List[1, 30].Sample(moments =>
        {
            var told = moments.DistinctBy(m => m.Item1).OrderBy(m => m.Item1).Select(m => (day.AddHours(m.Item1), m.Item2.Order().ToList())).ToList();
            var labels = StateBands.LabelsOf(told, axis);
            for (var i = 1; i < labels.Count; i++) Assert.True(labels[i].At > labels[i - 1].At + 2);
            // Every change is told, none twice.
            Assert.Equal(told.Where((t, i) => i == 0 || !told[i - 1].Item2.SequenceEqual(t.Item2)).Sum(t => t.Item2.Count), labels.Sum(l => l.Words.Count(char.IsAsciiLetterUpper)));
        });
    }

    [Fact]
    public async Task Who_says_two_things_at_one_moment_has_two_bands_and_is_told_to_say_both()
    {
        var (room, ledger) = await rooms.FreshDemoAsync(nameof(Who_says_two_things_at_one_moment_has_two_bands_and_is_told_to_say_both));
        await rooms.AddAsync(ledger, "Brandry in question\n\nBrandry has fallen to the rebels. The army holds Brandry.");
        var page = await rooms.PageAsync(room, "/places/Brandry");
        var source = page.QuerySelectorAll("#control .bands tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Tolvane Echo");
        Assert.Equal(2, source.QuerySelectorAll("rect.band").Length);
        Assert.Equal(2, source.QuerySelectorAll("td.now .tag").Length);
        Assert.Matches("^[A-Z]/[A-Z]$", Assert.Single(source.QuerySelectorAll("text.letter")).TextContent);
    }

    [Fact]
    public async Task The_parts_of_the_dossier_count_what_they_lead_to()
    {
        var page = await rooms.PageAsync(rooms.Demo, "/places/Quillhaven");
        foreach (var (id, kinds) in new[] { ("routes", "route"), ("people", "casualties,displacement,humanitarian"), ("strikes", "strike,responsibility") })
        {
            var total = rooms.DemoLedger.Claims(QueryParser.Parse($"place:Quillhaven kind:{kinds}"), new PageRequest()).Total;
            Assert.Equal($"{total}", page.QuerySelector($".parts a[href='#{id}'] + small")!.TextContent);
            var all = page.QuerySelector($"#{id} h2 a")!.GetAttribute("href")!;
            Assert.StartsWith($"{total} claim", (await rooms.PageAsync(rooms.Demo, all)).QuerySelector(".count")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/consequences")]
    [InlineData("/consequences?q=place:Quillhaven")]
    public async Task The_drawing_says_nothing_that_the_list_does_not_say(string path)
    {
        var page = await rooms.PageAsync(rooms.Demo, path);
        var query = path.Contains('?', StringComparison.Ordinal) ? "place:Quillhaven" : "";
        var map = rooms.DemoLedger.Consequences(QueryParser.Parse(query));
        Assert.NotEmpty(map.Edges);
        Assert.Equal(map.Edges.Count, page.QuerySelectorAll("svg.graph path.edge").Length);
        Assert.Equal(map.Nodes.Count, page.QuerySelectorAll("svg.graph rect.matter").Length);
        Assert.Equal(map.Edges.Count, page.QuerySelectorAll(".consequences > .row").Length);
        Assert.All(page.QuerySelectorAll("svg.graph a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        using var response = await rooms.GetAsync(rooms.Demo, $"/api/v1/consequences?q={query}");
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(map.Edges.Count, json.RootElement.GetProperty("edges").GetArrayLength());
    }

    [Fact]
    public void Arrows_lead_to_the_right_but_where_they_close_a_ring_and_no_node_covers_another() =>
        Gen.Int[1, 14].SelectMany(n => Gen.Select(Gen.Const(n), Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1]).Where(e => e.Item1 != e.Item2 || n == 1).Array[0, 24])).Sample((nodes, edges) =>
        {
            (int From, int To)[] arrows = [.. edges.Where(e => e.Item1 != e.Item2).Distinct()];
            var layout = GraphLayout.Of(nodes, arrows);
            var at = Enumerable.Range(0, nodes).Select(layout.At).ToArray();
            Assert.All(at, p => Assert.InRange(p.Row, 0.5 - 1e-9, layout.Rows - 0.5 + 1e-9));
            Assert.All(at.GroupBy(p => p.Column), column => Assert.All(column.Order().Zip(column.Order().Skip(1)), pair => Assert.True(pair.Second.Row - pair.First.Row > 1 - 1e-9)));
            for (var i = 0; i < arrows.Length; i++)
            {
                var way = layout.Way(i).ToArray();
                Assert.Equal((at[arrows[i].From], at[arrows[i].To]), (way[0], way[^1]));
                Assert.All(way.Zip(way.Skip(1)), step => Assert.Equal(1, Math.Abs(step.Second.Column - step.First.Column)));
            }
            if (IsWithoutRings(nodes, arrows)) Assert.All(arrows, a => Assert.True(at[a.From].Column < at[a.To].Column));
        });

    private static bool IsWithoutRings(int nodes, (int From, int To)[] arrows)
    {
        var left = arrows.ToList();
        for (var round = 0; round < nodes; round++)
        {
            var reached = left.Select(a => a.To).ToHashSet();
            left.RemoveAll(a => !reached.Contains(a.From));
        }
        return left.Count == 0;
    }
}
