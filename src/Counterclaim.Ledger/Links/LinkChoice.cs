using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;

namespace Counterclaim.Ledger.Links;

/// <summary>Which of a claim's comparisons are kept as links: all that clash, as far as anybody can read them, and of those that agree the nearest in time.</summary>
internal static class LinkChoice
{
    /// <summary>How many links of a relation a new claim brings.</summary>
    public static int Most(ClaimRelation relation) => relation switch
    {
        ClaimRelation.Contradicts or ClaimRelation.Denies => 12,
        ClaimRelation.Updates or ClaimRelation.Supports or ClaimRelation.Narrows => 3,
        ClaimRelation.Repeats or ClaimRelation.Compatible => 2,
        _ => 0,
    };

    /// <param name="candidates">The nearest in time first.</param>
    public static List<(long Other, ClaimLink Link)> Of(Claim claim, IEnumerable<(long Id, Claim Claim)> candidates)
    {
        var links = new List<(long, ClaimLink)>();
        var counts = new Dictionary<ClaimRelation, int>();
        foreach (var (id, other) in candidates)
        {
            if (other.Report.Id == claim.Report.Id || ClaimComparer.Link(claim, other) is not { } link) continue;
            var relation = link.Comparison.Relation;
            var count = counts.GetValueOrDefault(relation);
            if (count >= Most(relation)) continue;
            counts[relation] = count + 1;
            links.Add((id, link));
        }
        return links;
    }
}

/// <summary>How relations of claims are spelt.</summary>
public static class RelationNames
{
    private static readonly string[] Names = ["repeats", "supports", "contradicts", "denies", "updates", "narrows", "compatible", "not_comparable"];

    public static string Of(ClaimRelation relation) => Names[(int)relation];

    public static ClaimRelation Parse(string name) => (ClaimRelation)Array.IndexOf(Names, name);

    /// <summary>Those that are kept.</summary>
    internal static IReadOnlyList<string> Kept => [.. Enum.GetValues<ClaimRelation>().Where(r => LinkChoice.Most(r) > 0).Select(Of)];
}
