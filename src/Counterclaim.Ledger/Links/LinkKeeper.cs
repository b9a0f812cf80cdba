using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Links;

/// <summary>Holds each new claim against those that share a key with it and are near in time, keeps what comes of it, and puts it to the question it answers.</summary>
internal sealed class LinkKeeper(WriteSession session)
{
    /// <summary>
    /// Claims under one key that a claim is held against: so many told before it, the last first, and so many after, the first first. What a state is the state of tells its
    /// question, so that fewer do; which happening a count is of, comparing alone tells.
    /// </summary>
    private static (int Before, int After) Most(string kind) => Kinds.FamilyOf(kind) == KindFamily.State ? (24, 8) : (60, 20);

    private readonly QuestionKeeper _questions = new(session);

    /// <summary>Takes a report's claims out of all that was made of them, before their rows go.</summary>
    /// <returns>The questions they answered.</returns>
    public IReadOnlyDictionary<long, long> Remove(long report) =>
        Remove(session.Prepared("SELECT id FROM claims WHERE report = @0 ORDER BY id", 1).Rows(r => r.GetInt64(0), report));

    public IReadOnlyDictionary<long, long> Remove(IReadOnlyCollection<long> claims)
    {
        foreach (var claim in claims)
        {
            session.Run("DELETE FROM claim_keys WHERE claim = @0", claim);
            session.Run("DELETE FROM claim_links WHERE later = @0", claim);
            session.Run("DELETE FROM claim_links WHERE earlier = @0", claim);
            session.Claims.Forget(claim);
        }
        return _questions.Remove(claims);
    }

    /// <summary>Puts claims of a report, whose rows are written, to their keys, links and questions.</summary>
    /// <param name="before">The questions they answered before, where they had been placed already.</param>
    /// <param name="pinned">Claims that people put to a question, with its number.</param>
    public void Place(IReadOnlyCollection<long> ids, IReadOnlyDictionary<long, long> before, IReadOnlyDictionary<long, long> pinned)
    {
        var claims = session.ClaimsOf(ids).Where(c => c.Value.Review != ReviewState.Rejected).OrderBy(c => c.Key).Select(c => new PlacedClaim(c.Key, c.Value)).ToList();
        var near = claims.ConvertAll(c => c.Keys.SelectMany(k => Near(c, k)).Distinct().ToList());
        var others = session.ClaimsOf([.. near.SelectMany(n => n).Distinct()]);
        var rows = new List<string>();
        for (var i = 0; i < claims.Count; i++)
        {
            var claim = claims[i];
            var candidates = near[i].Where(others.ContainsKey).Select(id => (Id: id, Claim: others[id])).OrderBy(o => Math.Abs(PlacedClaim.AsOfOf(o.Claim) - claim.AsOf)).ThenBy(o => o.Id).ToList();
            foreach (var (other, link) in LinkChoice.Of(claim.Claim, candidates)) Write(claim, other, link);
            candidates.AddRange(claims.Take(i).Where(c => c.Keys.Intersect(claim.Keys).Any()).Select(c => (c.Id, c.Claim)));
            _questions.Place(claim, candidates, before.TryGetValue(claim.Id, out var former) ? former : null, pinned.TryGetValue(claim.Id, out var pin) ? pin : null);
            rows.AddRange(claim.Keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"({k},{claim.AsOf},{claim.Id})")));
        }
        if (rows.Count > 0) session.Connection.Run($"INSERT INTO claim_keys (term, as_of, claim) VALUES {string.Join(',', rows)}");
    }

    private IEnumerable<long> Near(PlacedClaim claim, long key)
    {
        if (claim.AsOf == TimeColumns.Unknown) return [];
        var (before, after) = Most(claim.Claim.Kind);
        var reach = (long)ComparisonKeys.Reach(claim.Claim.Kind).TotalSeconds;
        return session.Prepared($"SELECT claim FROM claim_keys WHERE term = @0 AND as_of <= @1 AND as_of >= @2 ORDER BY as_of DESC, claim DESC LIMIT {before}", 3).Rows(r => r.GetInt64(0), key, claim.AsOf, claim.AsOf - reach)
            .Concat(session.Prepared($"SELECT claim FROM claim_keys WHERE term = @0 AND as_of > @1 AND as_of <= @2 ORDER BY as_of, claim LIMIT {after}", 3).Rows(r => r.GetInt64(0), key, claim.AsOf, claim.AsOf + reach));
    }

    private void Write(PlacedClaim claim, long other, ClaimLink link)
    {
        var (later, earlier) = link.From == claim.Claim.Ref ? (claim.Id, other) : (other, claim.Id);
        if (session.Prepared("SELECT 1 FROM claim_links WHERE later = @0 AND earlier = @1", 2).First(later, earlier) is not null) return;
        session.Insert(
            "claim_links", "id, later, earlier, relation, rule, reason, as_of, later_kind, later_place, earlier_kind, earlier_place",
            session.NextId("claim_links"), later, earlier, session.Term(RelationNames.Of(link.Comparison.Relation)), session.Term(link.Comparison.Rule), link.Comparison.Reason, claim.AsOf,
            KindOf(later), PlaceOf(later), KindOf(earlier), PlaceOf(earlier));
    }

    private object? KindOf(long claim) => session.Prepared("SELECT kind FROM claims WHERE id = @0", 1).First(claim);

    private object? PlaceOf(long claim) => session.Prepared("SELECT set_at FROM claims WHERE id = @0", 1).First(claim);
}

/// <summary>A claim of the ledger with what it is looked up by.</summary>
internal sealed class PlacedClaim(long id, Claim claim)
{
    public long Id => id;

    public Claim Claim => claim;

    /// <summary>Seconds, as <c>claims.as_of</c>.</summary>
    public long AsOf { get; } = AsOfOf(claim);

    /// <summary>Hashes of its keys; none for a claim that is held against nothing.</summary>
    public IReadOnlyList<long> Keys { get; } = QuestionMaker.IsCommitted(claim) ? [.. ComparisonKeys.Of(claim).Select(StoryTerms.HashOf).Distinct()] : [];

    public static long AsOfOf(Claim claim) => claim.AsOf is { } asOf ? TimeColumns.Seconds(asOf.From) : TimeColumns.Unknown;
}
