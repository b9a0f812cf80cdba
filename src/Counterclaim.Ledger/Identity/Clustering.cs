namespace Counterclaim.Ledger.Identity;

/// <summary>Forms clusters of proposals, best first, and never against a decision or against names that tell people apart.</summary>
/// <remarks>
/// In three rounds: those with a full name; then those known by a surname, a role or an acronym, each to the cluster it fits best, and to none
/// where two that are not one fit it alike; then those left over among themselves. The result depends on what is given, not on its order.
/// </remarks>
internal sealed class Clustering
{
    /// <summary>How much better one cluster must fit a surname than the next.</summary>
    private const double Lead = 0.05;

    private readonly Candidate[] _members;
    private readonly Dictionary<ActorRef, int> _indexes = [];
    private readonly int[] _parents;
    private readonly ClusterTraits[] _traits;
    private readonly List<IdentityProposal> _grounds = [];

    private Clustering(Candidate[] members)
    {
        _members = members;
        _parents = new int[members.Length];
        _traits = new ClusterTraits[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            _indexes[members[i].Ref] = i;
            _parents[i] = i;
            _traits[i] = new ClusterTraits(members[i]);
        }
    }

    /// <param name="proposals">In any order; those below the threshold are left aside.</param>
    public static List<IdentityCluster> Form(IEnumerable<Candidate> candidates, IEnumerable<IdentityProposal> proposals, IEnumerable<IdentityDecision> standing, double threshold)
    {
        var members = candidates.ToArray();
        Array.Sort(members, (a, b) => a.Ref.CompareTo(b.Ref));
        var clustering = new Clustering(members);
        clustering.Decide(standing);
        var edges = proposals.Where(p => p.Score >= threshold).ToArray();
        Array.Sort(edges, BestFirst);
        clustering.JoinFull(edges);
        clustering.JoinPartial(edges);
        clustering.JoinLeftOver(edges);
        return clustering.Clusters();
    }

    private static int BestFirst(IdentityProposal a, IdentityProposal b)
    {
        if (a.Score != b.Score) return b.Score.CompareTo(a.Score);
        var first = a.First.CompareTo(b.First);
        return first != 0 ? first : a.Second.CompareTo(b.Second);
    }

    /// <summary>Decisions before anything else, the latest first: an older one holds as far as later ones let it.</summary>
    private void Decide(IEnumerable<IdentityDecision> standing)
    {
        var anchors = new AnchorIndex(_members);
        foreach (var decision in standing)
        {
            if (anchors.Find(decision.First) is not { } a || anchors.Find(decision.Second) is not { } b) continue;
            int first = Root(_indexes[a]), second = Root(_indexes[b]);
            if (first == second) continue;
            if (decision.Verdict == IdentityVerdict.Split) ClusterTraits.Separate(_traits[first], _traits[second]);
            else if (!_traits[first].IsSeparateFrom(_traits[second])) Unite(first, second, byPeople: true);
        }
    }

    private void JoinFull(IdentityProposal[] edges)
    {
        foreach (var edge in edges)
        {
            int a = _indexes[edge.First], b = _indexes[edge.Second];
            if (!_members[a].IsPartial && !_members[b].IsPartial) TryJoin(edge, a, b);
        }
    }

    private void JoinPartial(IdentityProposal[] edges)
    {
        var fits = new Dictionary<int, List<(IdentityProposal Edge, int Other)>>();
        foreach (var edge in edges)
        {
            int a = _indexes[edge.First], b = _indexes[edge.Second];
            if (_members[a].IsPartial == _members[b].IsPartial) continue;
            var (partial, full) = _members[a].IsPartial ? (a, b) : (b, a);
            if (!fits.TryGetValue(partial, out var list)) fits[partial] = list = [];
            list.Add((edge, full));
        }
        foreach (var (partial, list) in fits.OrderBy(f => f.Key))
        {
            var (edge, best) = list[0];
            var rival = list.Find(f => _traits[Root(f.Other)].Contradicts(_traits[Root(best)]) && edge.Score - f.Edge.Score < Lead);
            if (rival.Edge is null) TryJoin(edge, partial, best);
        }
    }

    private void JoinLeftOver(IdentityProposal[] edges)
    {
        foreach (var edge in edges)
        {
            int a = _indexes[edge.First], b = _indexes[edge.Second];
            if (_members[a].IsPartial && _members[b].IsPartial && Root(a) != Root(b) && (_traits[Root(a)].IsPartial || _traits[Root(b)].IsPartial)) TryJoin(edge, a, b);
        }
    }

    private void TryJoin(IdentityProposal edge, int a, int b)
    {
        a = Root(a);
        b = Root(b);
        if (a == b || _traits[a].IsSeparateFrom(_traits[b]) || _traits[a].Contradicts(_traits[b])) return;
        Unite(a, b, byPeople: false);
        _grounds.Add(edge);
    }

    private void Unite(int a, int b, bool byPeople)
    {
        var (kept, merged) = (Math.Min(a, b), Math.Max(a, b));
        _parents[merged] = kept;
        _traits[kept].Absorb(_traits[merged], byPeople);
    }

    private int Root(int i)
    {
        while (_parents[i] != i) i = _parents[i] = _parents[_parents[i]];
        return i;
    }

    private List<IdentityCluster> Clusters()
    {
        var grounds = _grounds.ToLookup(g => Root(_indexes[g.First]));
        return
        [
            .. Enumerable.Range(0, _members.Length).GroupBy(Root).Select(g =>
            {
                ActorRef[] members = [.. g.Select(i => _members[i]).OrderBy(m => m.Record.Published ?? DateOnly.MaxValue).ThenBy(m => m.Ref).Select(m => m.Ref)];
                return new IdentityCluster(members[0].ToString(), members, [.. grounds[g.Key]]);
            }).OrderBy(c => c.Members[0]),
        ];
    }
}
