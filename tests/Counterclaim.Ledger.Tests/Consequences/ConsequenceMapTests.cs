using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Consequences;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Model;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Ledger.Tests.Consequences;

/// <summary>Invented reports whose consequences meet: one chain over two of them, one told twice, one denied.</summary>
public sealed class ConsequenceMapTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly TestLedger _ledger = new();

    private ConsequenceMap Map(string query) => _ledger.Store.Consequences(QueryParser.Parse(query));

    private static Model.Reading Report(char digit, string outlet, string text, Action<ReadingBuilder> build)
    {
        var b = new ReadingBuilder(text);
        build(b);
        return b.Build($"{outlet}.html", report => report with { Id = "sha256:" + new string(digit, 64), Publisher = outlet, Title = outlet, Published = new DateTimeOffset(2026, 4, digit - '0', 8, 0, 0, TimeSpan.Zero) });
    }

    private static string Velm(ReadingBuilder b, string words) => b.Place(b.At("Velm", words), "Velm", "city", 52.5, 5.25, with: p => p with { Gazetteer = "geonames:1", Country = "NL" });

    private static IReadOnlyList<Model.Reading> Readings { get; } =
    [
        // Rain closes the road; the closed road starves the garrison.
        Report('1', "Courier", "General Orm said that the road to Velm is cut because the bridge fell at Sarn.", b =>
        {
            var orm = b.Actor("General Orm", ActorKind.Person, null, b.At("General Orm"));
            var place = Velm(b, "road to ");
            b.Place(b.At("Sarn"), "Sarn", "village");
            var s = b.Statement(b.At("General Orm"), b.At("said that"), [b.At("the road to Velm is cut because the bridge fell at Sarn")], StatementMode.Indirect, actor: orm);
            b.Claim(b.At("the road to Velm is cut"), s, a => a with { Kind = "route", Position = "cut", Place = place });
            b.Consequence(b.At("the bridge fell at Sarn"), b.At("the road to Velm is cut"), ConsequenceRelation.Cause, b.At("because"), Certainty.Certain, s);
        }),
        Report('2', "Tribune", "If supplies no longer reach Velm, its garrison will starve, the mayor warned. The army denied that the town would fall if the mill burned.", b =>
        {
            var mayor = b.Actor("Ada Brill", ActorKind.Person, "mayor", b.At("the mayor"));
            var army = b.Actor("The army", ActorKind.ArmedForce, null, b.At("The army"));
            var place = Velm(b, "reach ");
            var s = b.Statement(b.At("the mayor"), b.At("warned"), [b.At("If supplies no longer reach Velm, its garrison will starve")], StatementMode.Indirect, SpeechAct.Predict, actor: mayor);
            var denied = b.Statement(b.At("The army"), b.At("denied"), [b.At("the town would fall if the mill burned")], StatementMode.Indirect, SpeechAct.Deny, actor: army);
            b.Claim(b.At("supplies no longer reach Velm"), s, a => a with { Kind = "route", Position = "cut", Place = place, Certainty = Certainty.Hypothetical });
            b.Consequence(b.At("supplies no longer reach Velm"), b.At("its garrison will starve"), ConsequenceRelation.Condition, b.At("If"), Certainty.Hypothetical, s);
            b.Consequence(b.At("the mill burned"), b.At("the town would fall"), ConsequenceRelation.Condition, b.At("if"), Certainty.Hypothetical, denied);
        }),
        Report('3', "Gazette", "Orm again: the road to Velm is cut because the bridge fell at Sarn. The town would fall if the mill burned.", b =>
        {
            var orm = b.Actor("General Orm", ActorKind.Person, null, b.At("Orm"));
            var place = Velm(b, "road to ");
            b.Place(b.At("Sarn"), "Sarn", "village");
            var s = b.Statement(b.At("Orm"), null, [b.At("the road to Velm is cut because the bridge fell at Sarn")], StatementMode.Indirect, actor: orm);
            b.Claim(b.At("the road to Velm is cut"), s, a => a with { Kind = "route", Position = "cut", Place = place });
            b.Consequence(b.At("the bridge fell at Sarn"), b.At("the road to Velm is cut"), ConsequenceRelation.Cause, b.At("because"), Certainty.Certain, s);
            b.Consequence(b.At("the mill burned"), b.At("The town would fall"), ConsequenceRelation.Condition, b.At("if"), Certainty.Hypothetical, null);
        }),
    ];

    private void Fill() => _ledger.Store.Add(Readings, TestLedger.Version);

    [Fact]
    public void Chains_go_on_across_reports_where_the_matter_is_one()
    {
        Fill();
        var map = Map("");
        var bridge = Assert.Single(map.Edges, e => map.Node(e.Cause).Label.Contains("bridge", StringComparison.Ordinal));
        var road = map.Node(bridge.Effect);
        Assert.Equal(("route", "cut", 3), (road.Kind, road.Position, road.Reports));
        var starving = Assert.Single(map.From(road));
        Assert.Equal((ConsequenceRelation.Condition, "its garrison will starve"), (starving.Relation, map.Node(starving.Effect).Label));
        // Two reports, one general: one origin.
        Assert.Equal((2, 1), (bridge.Told.Count, bridge.Origins));
        var lines = ConsequenceTree.Lines(map).Where(l => l.Node.Id == starving.Effect).ToArray();
        Assert.Equal(2, Assert.Single(lines).Depth);
    }

    [Fact]
    public void Words_that_name_nothing_are_one_matter_in_no_two_reports_and_a_denial_counts_no_origin()
    {
        Fill();
        var map = Map("");
        var mills = map.Edges.Where(e => map.Node(e.Cause).Label == "the mill burned").ToArray();
        Assert.Equal(2, mills.Length);
        Assert.Equal([0, 1], mills.Select(e => e.Origins).Order());
        Assert.Equal("The army", mills.Single(e => e.Origins == 0).Told[0].FirstTeller.Name);
    }

    [Fact]
    public void A_place_and_an_actor_are_asked_for()
    {
        Fill();
        Assert.Equal(5, Map("").Total);
        Assert.Equal(2, Map("place:Sarn").Total);
        Assert.Equal(["Courier", "Gazette"], Map("holder:Orm").Edges.SelectMany(e => e.Told).Select(t => t.Report.Outlet).Order());
        Assert.Equal(0, Map("place:Nowhere").Total);
        Assert.Empty(Map("kind:strike").Edges);
    }

    [Fact]
    public void Words_and_offsets_are_the_reports_own_in_every_format()
    {
        Fill();
        var map = Map("");
        var texts = Readings.ToDictionary(r => r.Report.Id, r => r.Report.Text);
        foreach (var told in map.Edges.SelectMany(e => e.Told))
            foreach (var passage in new[] { told.Cause, told.Effect }) Assert.Equal(texts[told.Report.Id][passage.CodePoints.Start..passage.CodePoints.End], passage.Exact);
        using var output = new MemoryStream();
        ConsequenceLayouts.WriteJson(output, map, "");
        var json = JsonDocument.Parse(output.ToArray()).RootElement;
        var ids = json.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()).ToHashSet();
        Assert.All(json.GetProperty("edges").EnumerateArray(), e => Assert.True(ids.Contains(e.GetProperty("cause").GetString()) && ids.Contains(e.GetProperty("effect").GetString())));
        Assert.Equal(5, ConsequenceLayouts.RowsOf(map).Count());
        GoldenFile.Check("map.dot", ConsequenceLayouts.Dot(map));
        GoldenFile.Check("map.mermaid", ConsequenceLayouts.Mermaid(map));
    }

    [Fact]
    public void A_ring_is_shown_once_and_ends()
    {
        _ledger.Store.Add([Report('4', "Ring", "Hunger brings riots in Velm. Riots bring hunger to Velm.", b =>
        {
            Velm(b, "riots in ");
            Velm(b, "hunger to ");
            b.Consequence(b.At("Hunger"), b.At("riots"), ConsequenceRelation.Cause, null, Certainty.Certain, null);
            b.Consequence(b.At("Riots"), b.At("hunger", "Riots bring "), ConsequenceRelation.Cause, null, Certainty.Certain, null);
        })], TestLedger.Version);
        var map = Map("");
        Assert.Equal((2, 2), (map.Nodes.Count, map.Edges.Count));
        Assert.Equal(3, ConsequenceTree.Lines(map).Count());
    }

    [Fact]
    public void Both_databases_give_one_map()
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        Fill();
        using var postgres = LedgerStore.Open(server.NewDatabase(), new StoppedClock());
        postgres.Add(Readings, TestLedger.Version);
        foreach (var query in (string[])["", "place:Sarn", "holder:Orm", "kind:route"]) Assert.Equal(Written(Map(query)), Written(postgres.Consequences(QueryParser.Parse(query))));
    }

    private static string Written(ConsequenceMap map)
    {
        using var output = new MemoryStream();
        ConsequenceLayouts.WriteJson(output, map, "");
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public void Dispose() => _ledger.Dispose();
}
