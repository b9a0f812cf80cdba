using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Links;

/// <summary>A claim under a key.</summary>
internal readonly record struct Neighbour(long Claim, ClaimMoment Moment);

/// <summary>Finds claims that share a key and are near in time: each claim is held against so many told before it, and so is held against by as many told after it.</summary>
internal sealed class ClaimNeighbours(WriteSession session)
{
    /// <summary>
    /// How many claims under one key are a claim's window, the last ones told before it. What a state is the state of tells its question, so that fewer do; which happening
    /// a count is of, comparing alone tells.
    /// </summary>
    public static int Window(string kind) => Kinds.FamilyOf(kind) == KindFamily.State ? 12 : 30;

    /// <summary>What stands around a claim under one key.</summary>
    /// <param name="together">How many claims come, or go, under the key at once.</param>
    public Neighbourhood Around(long key, ClaimMoment at, string kind, int together) => new(Before(key, at, kind, together), After(key, at, kind), Window(kind), together);

    /// <summary>Those told before, the last first.</summary>
    /// <param name="beyond">How many more than the window holds.</param>
    public List<Neighbour> Before(long key, ClaimMoment at, string kind, int beyond = 0) => at.AsOf == Unknown ? [] : session.Prepared(
        "SELECT claim, as_of, tie FROM claim_keys WHERE term = @0 AND (as_of, tie) < (@1, @2) AND as_of >= @3 ORDER BY as_of DESC, tie DESC LIMIT @4", 5)
        .Rows(Read, key, at.AsOf, at.Tie, at.AsOf - Reach(kind), Window(kind) + beyond);

    /// <summary>Those told after it in whose window it may be, the first first.</summary>
    public List<Neighbour> After(long key, ClaimMoment at, string kind) => at.AsOf == Unknown ? [] : session.Prepared(
        "SELECT claim, as_of, tie FROM claim_keys WHERE term = @0 AND (as_of, tie) > (@1, @2) AND as_of <= @3 ORDER BY as_of, tie LIMIT @4", 5)
        .Rows(Read, key, at.AsOf, at.Tie, at.AsOf + Reach(kind), Window(kind));

    private const long Unknown = TimeColumns.Unknown;

    private static long Reach(string kind) => (long)ComparisonKeys.Reach(kind).TotalSeconds;

    private static Neighbour Read(System.Data.Common.DbDataReader r) => new(r.GetInt64(0), new ClaimMoment(r.GetInt64(1), r.GetInt64(2)));
}

/// <summary>What stands around a claim under one key.</summary>
/// <param name="before">The last told first; more than the window holds.</param>
/// <param name="after">The first told first.</param>
/// <param name="together">How many claims come, or go, under the key at once.</param>
internal sealed class Neighbourhood(List<Neighbour> before, List<Neighbour> after, int window, int together)
{
    public IEnumerable<Neighbour> Window => before.Take(window);

    /// <summary>
    /// The claims in whose windows the claim stands, each paired with those that stand just beyond its window: what coming and going of the claim puts out of it or into it.
    /// </summary>
    public IEnumerable<(Neighbour Follower, IEnumerable<Neighbour> Edge)> Followers => after.Select((follower, i) => (follower, before.Skip(window - i - 1).Take(together)));
}
