using Counterclaim.Ledger.Identity;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Identity;

/// <summary>Records as one line each.</summary>
internal static class Records
{
    public static ActorRecord Person(string report, int at, string name, string? role = null, string? country = null, string[]? with = null, string[]? places = null) =>
        Record(report, at, name, ActorKind.Person, role, country, with, places);

    public static ActorRecord Body(string report, int at, string name, ActorKind kind = ActorKind.Organisation, string? country = null, string[]? with = null, string[]? others = null) =>
        Record(report, at, name, kind, null, country, with, null) with { OtherNames = others ?? [] };

    public static IdentityGraph Graph(params ActorRecord[] records) => IdentityGraph.Empty.With(records);

    public static bool AreOne(this IdentityGraph graph, ActorRecord a, ActorRecord b) => graph.Clusters.Single(c => c.Members.Contains(a.Ref)).Members.Contains(b.Ref);

    public static double Score(ActorRecord a, ActorRecord b) => Graph(a, b).Proposals.Select(p => p.Score).SingleOrDefault();

    private static ActorRecord Record(string report, int at, string name, ActorKind kind, string? role, string? country, string[]? with, string[]? places)
    {
        var span = new TextSpan(at, at + name.Length);
        return new ActorRecord(new ActorRef(report, span), name, kind)
        {
            Role = role,
            Country = country,
            Companions = with ?? [],
            Places = places ?? [],
            Mentions = [span],
            Published = new DateOnly(2025, 3, 1).AddDays(report.Length),
        };
    }
}
