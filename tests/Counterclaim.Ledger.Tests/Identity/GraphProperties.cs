using CsCheck;
using Counterclaim.Ledger.Identity;
using Counterclaim.Model;
using static Counterclaim.Ledger.Tests.Identity.Records;

namespace Counterclaim.Ledger.Tests.Identity;

/// <summary>What holds whatever the records: order, repetition and the way they came do not matter.</summary>
public class GraphProperties
{
    private static readonly string[] Given = ["Pell", "P.", "Ida", "Mohammed", "Muhammad", "", "Luis Alberto", "Luis"];
    private static readonly string[] Surnames = ["Osran", "Zelensky", "Zelenskyy", "Зеленський", "Quintero", "al-Nur", "Elnour", "Marn"];
    private static readonly string[] Bodies = ["FRM", "Free Reef Movement", "the army", "Sudanese army", "Ministry of Defence", "Velmar", "Velmari Defence Ministry", "9th Brigade"];
    private static readonly string?[] Roles = [null, "mayor", "the governor of Tessaly", "army spokesman", "merchant"];
    private static readonly string?[] Countries = [null, "SD", "UA"];

    private static readonly Gen<ActorRecord> AnyRecord =
        from report in Gen.Int[0, 9]
        from at in Gen.Int[0, 400]
        from isPerson in Gen.Bool
        from given in Gen.Int[0, Given.Length - 1].Select(i => Given[i])
        from surname in Gen.Int[0, Surnames.Length - 1].Select(i => Surnames[i])
        from body in Gen.Int[0, Bodies.Length - 1].Select(i => Bodies[i])
        from role in Gen.Int[0, Roles.Length - 1].Select(i => Roles[i])
        from country in Gen.Int[0, Countries.Length - 1].Select(i => Countries[i])
        from identity in Gen.Int[0, 4].Select(i => i < 3 ? null : i == 3 ? "known:x" : "known:y")
        let id = FormattableString.Invariant($"r{report}")
        select (isPerson ? Person(id, at, $"{given} {surname}".Trim(), role, country, ["Ada Lind"], ["Tessaly"]) : Body(id, at, body, ActorKind.Organisation, country, ["Ada Lind"])) with { Identity = identity };

    private static string Shape(IdentityGraph graph) => string.Join('\n', graph.Clusters.Select(c => $"{c.Id}: {string.Join(' ', c.Members)}"));

    [Fact]
    public void The_order_of_records_does_not_matter() =>
        Gen.Select(AnyRecord.Array[0, 40], Gen.Int).Sample((records, seed) =>
        {
            var unique = records.DistinctBy(r => r.Ref).ToArray();
            var shuffled = unique.OrderBy(r => unchecked((uint)(r.Ref.Anchor.Start * 2654435761L + r.Ref.Report[^1] * seed))).ToArray();
            return Shape(Graph(unique)) == Shape(Graph(shuffled));
        }, iter: 300);

    [Fact]
    public void Added_one_by_one_they_give_what_they_give_at_once() =>
        AnyRecord.Array[0, 30].Sample(records =>
        {
            var unique = records.DistinctBy(r => r.Ref).ToArray();
            var grown = IdentityGraph.Empty;
            foreach (var record in unique)
            {
                grown = grown.With([record]);
                _ = grown.Clusters.Count; // as one who looks on would
            }
            return Shape(grown) == Shape(Graph(unique));
        }, iter: 200);

    [Fact]
    public void Adding_the_same_again_and_taking_a_report_out_and_in_changes_nothing() =>
        AnyRecord.Array[1, 30].Sample(records =>
        {
            var unique = records.DistinctBy(r => r.Ref).ToArray();
            var graph = Graph(unique);
            var report = unique[0].Ref.Report;
            return Shape(graph.With(unique)) == Shape(graph) && Shape(graph.Without(report).With(unique.Where(r => r.Ref.Report == report))) == Shape(graph);
        }, iter: 200);

    [Fact]
    public void Every_actor_is_in_one_cluster_and_no_cluster_holds_two_listed_identities() =>
        AnyRecord.Array[0, 40].Sample(records =>
        {
            var unique = records.DistinctBy(r => r.Ref).ToDictionary(r => r.Ref);
            var graph = Graph([.. unique.Values]);
            Assert.Equal(unique.Keys.Order(), graph.Clusters.SelectMany(c => c.Members).Order());
            Assert.All(graph.Clusters, c => Assert.True(c.Members.Select(m => unique[m].Identity).OfType<string>().Distinct().Count() <= 1));
        }, iter: 200);

    [Fact]
    public void Hostile_names_break_nothing() =>
        Gen.String.Array[0, 12].Sample(names =>
        {
            var graph = Graph([.. names.Select((n, i) => i % 2 == 0 ? Person($"r{i}", i, n, n) : Body($"r{i}", i, n))]);
            Assert.Equal(names.Length, graph.Clusters.Sum(c => c.Members.Count));
        }, iter: 300);

    [Fact]
    public void Eight_thousand_actors_give_little_more_than_twice_the_proposals_of_four_thousand()
    {
        var (half, whole) = (ProposalsOf(4_000), ProposalsOf(8_000));
        Assert.True(whole < 3 * half, $"{half} and {whole}");
    }

    /// <summary>Half of them of few names, as in a war that everybody reports on; the rest of many.</summary>
    private static int ProposalsOf(int count)
    {
        var records = new ActorRecord[count];
        for (var i = 0; i < count; i++)
        {
            var report = FormattableString.Invariant($"report-{i / 10:00000}");
            records[i] = i % 2 == 0
                ? Person(report, 10 * (i % 10), i % 4 == 0 ? "Volodymyr Zelensky" : "Zelenskyy", "president", with: ["Ada Lind", "Radio Wadi"])
                : Person(report, 10 * (i % 10), $"{Letters(i % 97)} {Letters(i * 7 % 5003)}", "mayor", with: ["Ada Lind", "Radio Wadi"]);
        }
        var graph = Graph(records);
        Assert.NotEmpty(graph.Clusters);
        return graph.Proposals.Count();
    }

    private static string Letters(int n) => string.Concat("KMRTSLNDVB"[n % 10], "aeiou"[n / 10 % 5], "rnlmtk"[n / 50 % 6], "aeiou"[n / 300 % 5], "dsgvbz"[n / 1500 % 6]);
}
