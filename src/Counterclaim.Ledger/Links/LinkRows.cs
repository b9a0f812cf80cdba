using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Links;

/// <summary>Writes the links that claims have to those told before them.</summary>
internal sealed class LinkRows(WriteSession session)
{
    /// <summary>Makes a claim's links to earlier ones those that were chosen.</summary>
    /// <param name="isNew">Whether it has none yet.</param>
    public void Write(PlacedClaim claim, IReadOnlyList<HeldAgainst> chosen, bool isNew)
    {
        var kept = isNew ? [] : session.Prepared("SELECT id, earlier FROM claim_links WHERE later = @0 AND turned = 0 UNION ALL SELECT id, later FROM claim_links WHERE earlier = @0 AND turned = 1", 1)
            .Rows(r => (Id: r.GetInt64(0), Other: r.GetInt64(1)), claim.Id).ToDictionary(r => r.Other, r => r.Id);
        foreach (var one in chosen)
            if (!kept.Remove(one.Other.Id)) Insert(claim, one);
        foreach (var id in kept.Values) session.Run("DELETE FROM claim_links WHERE id = @0", id);
    }

    /// <summary>Takes all links of a claim away.</summary>
    /// <returns>The claims told after it that were linked to it.</returns>
    public IReadOnlyList<long> Remove(long claim)
    {
        var followers = session.Prepared("SELECT later FROM claim_links WHERE earlier = @0 AND turned = 0 UNION ALL SELECT earlier FROM claim_links WHERE later = @0 AND turned = 1", 1).Rows(r => r.GetInt64(0), claim);
        session.Run("DELETE FROM claim_links WHERE later = @0", claim);
        session.Run("DELETE FROM claim_links WHERE earlier = @0", claim);
        return followers;
    }

    private void Insert(PlacedClaim claim, HeldAgainst one)
    {
        var link = one.Link!;
        var turned = link.From != claim.Claim.Ref;
        var (later, earlier) = turned ? (one.Other.Id, claim.Id) : (claim.Id, one.Other.Id);
        session.Insert(
            "claim_links", "id, later, earlier, turned, relation, rule, reason, as_of, later_kind, later_place, earlier_kind, earlier_place",
            session.NextId("claim_links"), later, earlier, turned ? 1 : 0, session.Term(RelationNames.Of(link.Comparison.Relation)), session.Term(link.Comparison.Rule), link.Comparison.Reason, claim.Moment.AsOf,
            KindOf(later), PlaceOf(later), KindOf(earlier), PlaceOf(earlier));
    }

    private object? KindOf(long claim) => session.Prepared("SELECT kind FROM claims WHERE id = @0", 1).First(claim);

    private object? PlaceOf(long claim) => session.Prepared("SELECT set_at FROM claims WHERE id = @0", 1).First(claim);
}
