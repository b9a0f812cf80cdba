using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Links;

/// <summary>
/// Holds claims against those told before them that share a key, keeps what comes of it, and puts them to the questions they answer. Links and questions follow from the claims
/// that are there, in whatever order they came: a claim that comes or goes has those told after it looked at again for which it matters.
/// </summary>
internal sealed class LinkKeeper(WriteSession session)
{
    private readonly ClaimNeighbours _neighbours = new(session);
    private readonly LinkRows _links = new(session);

    /// <summary>Takes a report's claims out of all that was made of them, before their rows go.</summary>
    public RemovedClaims Remove(long report) =>
        Remove(session.Prepared("SELECT id FROM claims WHERE report = @0 ORDER BY id", 1).Rows(r => r.GetInt64(0), report));

    /// <remarks>Goes by what the ledger holds, not by what the claims say: that may have changed already.</remarks>
    public RemovedClaims Remove(IReadOnlyCollection<long> claims)
    {
        session.Terms.Follow(session.Connection);
        var removed = new RemovedClaims();
        var gone = claims.ToHashSet();
        var keys = claims.SelectMany(KeysOf).ToList();
        var together = keys.CountBy(k => k.Term).ToDictionary();
        var near = new HashSet<long>();
        var edges = new List<(long Follower, long Edge)>();
        foreach (var (term, moment, kind) in keys)
            foreach (var (follower, edge) in _neighbours.Around(term, moment, kind, together[term]).Followers)
            {
                if (gone.Contains(follower.Claim)) continue;
                near.Add(follower.Claim);
                edges.AddRange(edge.Where(e => !gone.Contains(e.Claim)).Select(e => (follower.Claim, e.Claim)));
            }
        foreach (var claim in claims) removed.Followers.UnionWith(_links.Remove(claim));
        new QuestionKeeper(session).Remove(claims, near, removed);
        foreach (var claim in claims)
        {
            session.Run("DELETE FROM claim_keys WHERE claim = @0", claim);
            session.Claims.Forget(claim);
        }
        removed.Followers.UnionWith(WhereItMatters(edges));
        removed.Followers.ExceptWith(gone);
        return removed;
    }

    /// <summary>Puts claims, whose rows are written, to their keys, links and questions.</summary>
    /// <param name="removed">What was taken out before, of these claims or of others.</param>
    /// <param name="pinned">Claims that people put to a question, with its number.</param>
    public void Place(IReadOnlyCollection<long> ids, RemovedClaims removed, IReadOnlyDictionary<long, long> pinned)
    {
        var fresh = session.ClaimsOf(ids).Where(c => c.Value.Review != ReviewState.Rejected).OrderBy(c => c.Key).Select(c => new PlacedClaim(c.Key, c.Value)).ToDictionary(c => c.Id);
        WriteKeys(fresh.Values);
        var together = fresh.Values.SelectMany(c => c.Keys).CountBy(k => k).ToDictionary();
        var queue = new SortedSet<PlacedClaim>(fresh.Values, Comparer<PlacedClaim>.Create((a, b) => (a.Moment, a.Id).CompareTo((b.Moment, b.Id))));
        Put(removed.Followers);

        var questions = new QuestionKeeper(session, removed, pinned);
        var around = fresh.Values.ToDictionary(c => c.Id, c => c.Keys.Select(k => _neighbours.Around(k, c.Moment, c.Claim.Kind, together[k])).ToList());
        session.ClaimsOf([.. around.Values.SelectMany(a => a).SelectMany(n => n.Window).Select(n => n.Claim).Distinct()]); // fetched at once
        while (queue.Count > 0)
        {
            var claim = queue.Min!;
            queue.Remove(claim);
            var near = around.GetValueOrDefault(claim.Id);
            var held = HeldAgainst(claim, near?.SelectMany(n => n.Window) ?? claim.Keys.SelectMany(k => _neighbours.Before(k, claim.Moment, claim.Claim.Kind)));
            _links.Write(claim, LinkChoice.Of(claim, held), isNew: near is not null);
            var isMoved = questions.Decide(claim, held, isNew: near is not null);
            if (near is not null) Put(WhereItMatters([.. near.SelectMany(n => n.Followers).SelectMany(f => f.Edge.Select(e => (f.Follower.Claim, e.Claim)).Append((f.Follower.Claim, claim.Id))).Distinct()]));
            else if (isMoved) Put(WhereItMatters([.. claim.Keys.SelectMany(k => _neighbours.After(k, claim.Moment, claim.Claim.Kind)).Select(n => (n.Claim, claim.Id)).Distinct()]));
            Put(questions.TakeUnsettled());
        }
        questions.Write();

        void Put(IReadOnlyCollection<long> claims)
        {
            foreach (var (id, claim) in session.ClaimsOf([.. claims.Where(c => !fresh.ContainsKey(c))])) queue.Add(new PlacedClaim(id, claim));
        }
    }

    private IEnumerable<(long Term, ClaimMoment Moment, string Kind)> KeysOf(long claim) => session.Prepared("SELECT k.term, k.as_of, k.tie, c.kind FROM claim_keys k JOIN claims c ON c.id = k.claim WHERE k.claim = @0", 1)
        .Rows(r => (r.GetInt64(0), new ClaimMoment(r.GetInt64(1), r.GetInt64(2)), session.Terms.Word(r.GetInt64(3))), claim);

    private void WriteKeys(IEnumerable<PlacedClaim> claims)
    {
        var rows = claims.SelectMany(c => c.Keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"({k},{c.Moment.AsOf},{c.Moment.Tie},{c.Id})"))).ToList();
        if (rows.Count > 0) session.Connection.Run($"INSERT INTO claim_keys (term, as_of, tie, claim) VALUES {string.Join(',', rows)}");
    }

    /// <summary>What comes of holding a claim against those of its windows, the nearest first.</summary>
    private List<HeldAgainst> HeldAgainst(PlacedClaim claim, IEnumerable<Neighbour> windows)
    {
        List<Neighbour> window = [.. windows.Distinct().OrderByDescending(n => n.Moment)];
        var claims = session.ClaimsOf(window.ConvertAll(n => n.Claim));
        return [.. window.Where(n => claims.ContainsKey(n.Claim)).Select(n => HeldAgainst(claim, new Candidate(n.Claim, n.Moment, claims[n.Claim])))];
    }

    private static HeldAgainst HeldAgainst(PlacedClaim claim, Candidate other) => new(other, ClaimComparer.Link(claim.Claim, other.Claim));

    /// <summary>The first of each pair where holding it against the second makes a link that may be kept.</summary>
    private List<long> WhereItMatters(IReadOnlyCollection<(long Follower, long Other)> pairs)
    {
        if (pairs.Count == 0) return [];
        var claims = session.ClaimsOf([.. pairs.SelectMany(p => new[] { p.Follower, p.Other }).Distinct()]);
        return [.. pairs.Where(p => claims.ContainsKey(p.Follower) && claims.ContainsKey(p.Other) && ClaimComparer.Link(claims[p.Follower], claims[p.Other]) is { Comparison.Relation: var relation } && LinkChoice.Most(relation) > 0)
            .Select(p => p.Follower).Distinct()];
    }
}

/// <summary>What was taken out of links and questions, so that claims can be put back where they were, and those told after them looked at again.</summary>
internal sealed class RemovedClaims
{
    public static RemovedClaims None { get; } = new();

    /// <summary>The questions that the claims answered.</summary>
    public Dictionary<long, long> Questions { get; } = [];

    /// <summary>The questions that they belong to of themselves; those that people put elsewhere are not in it.</summary>
    public Dictionary<long, long> Homes { get; } = [];

    /// <summary>Questions whose first claim went.</summary>
    public HashSet<long> Headless { get; } = [];

    /// <summary>Claims told after them that are to be looked at again.</summary>
    public HashSet<long> Followers { get; } = [];
}
