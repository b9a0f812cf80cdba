using Counterclaim.Ledger.Comparison;

namespace Counterclaim.Ledger.Links;

/// <summary>
/// Which of a claim's comparisons with those told before it are kept as links: all that clash, as far as anybody can read them, and of those that agree or change the nearest
/// in time. What is chosen follows from the claims that are there, in whatever order they came.
/// </summary>
internal static class LinkChoice
{
    /// <summary>How many links of a relation a claim has to those told before it.</summary>
    public static int Most(ClaimRelation relation) => relation switch
    {
        ClaimRelation.Contradicts or ClaimRelation.Denies => 12,
        ClaimRelation.Updates or ClaimRelation.Supports or ClaimRelation.Narrows => 3,
        ClaimRelation.Repeats or ClaimRelation.Compatible => 2,
        _ => 0,
    };

    /// <param name="held">What a claim was held against, the nearest in time first.</param>
    public static List<HeldAgainst> Of(PlacedClaim claim, IEnumerable<HeldAgainst> held)
    {
        var links = new List<HeldAgainst>();
        var counts = new Dictionary<ClaimRelation, int>();
        foreach (var one in held)
        {
            if (one.Other.Claim.Report.Id == claim.Claim.Report.Id || one.Link is not { Comparison.Relation: var relation }) continue;
            var count = counts.GetValueOrDefault(relation);
            if (count >= Most(relation)) continue;
            counts[relation] = count + 1;
            links.Add(one);
        }
        return links;
    }
}

/// <summary>What came of holding a claim against another.</summary>
/// <param name="Link">Null where nothing did.</param>
internal sealed record HeldAgainst(Candidate Other, ClaimLink? Link);

/// <summary>How relations of claims are spelt.</summary>
public static class RelationNames
{
    private static readonly string[] Names = ["repeats", "supports", "contradicts", "denies", "updates", "narrows", "compatible", "not_comparable"];

    public static string Of(ClaimRelation relation) => Names[(int)relation];

    public static ClaimRelation Parse(string name) => (ClaimRelation)Array.IndexOf(Names, name);

    /// <summary>Those that are kept.</summary>
    internal static IReadOnlyList<string> Kept => [.. Enum.GetValues<ClaimRelation>().Where(r => LinkChoice.Most(r) > 0).Select(Of)];
}
