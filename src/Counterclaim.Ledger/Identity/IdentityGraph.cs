using System.Collections.Immutable;

namespace Counterclaim.Ledger.Identity;

/// <summary>
/// The actors of many reports, what may be one of them, and the clusters that follow: a value that adding and deciding make a new one of.
/// Added at once or one report after the other, in whatever order, the same records give the same proposals and clusters.
/// </summary>
public sealed class IdentityGraph
{
    /// <summary>Score from which proposals form clusters.</summary>
    public const double DefaultThreshold = 0.5;

    /// <summary>Score from which a pair is worth showing.</summary>
    private const double LeastShown = 0.1;

    private readonly ImmutableDictionary<ActorRef, Candidate> _candidates;
    private readonly ImmutableDictionary<string, Block> _blocks;
    private readonly Lazy<IReadOnlyList<IdentityCluster>> _clusters;

    private IdentityGraph(ImmutableDictionary<ActorRef, Candidate> candidates, ImmutableDictionary<string, Block> blocks, IdentityDecisionLog decisions, double threshold)
    {
        _candidates = candidates;
        _blocks = blocks;
        Decisions = decisions;
        Threshold = threshold;
        _clusters = new(() => Clustering.Form(_candidates.Values, Proposals, Decisions.Standing, Threshold));
    }

    public static IdentityGraph Empty { get; } = new(ImmutableDictionary<ActorRef, Candidate>.Empty, ImmutableDictionary<string, Block>.Empty, IdentityDecisionLog.Empty, DefaultThreshold);

    public IdentityDecisionLog Decisions { get; }

    public double Threshold { get; }

    public int Count => _candidates.Count;

    /// <summary>Pairs that may be one, those below the threshold too; each once, in no order.</summary>
    public IEnumerable<IdentityProposal> Proposals => _blocks.Values.SelectMany(b => b.Proposals.Value).DistinctBy(p => (p.First, p.Second));

    /// <summary>The clusters, each actor in exactly one, in the order of their first members.</summary>
    public IReadOnlyList<IdentityCluster> Clusters => _clusters.Value;

    /// <summary>The graph with records added; one whose reference is there already takes the place of the old one.</summary>
    public IdentityGraph With(IEnumerable<ActorRecord> records)
    {
        var come = new Dictionary<ActorRef, Candidate>();
        foreach (var record in records) come[record.Ref] = new Candidate(record);
        return Changed([.. come.Keys.Where(_candidates.ContainsKey).Select(r => _candidates[r])], [.. come.Values]);
    }

    /// <summary>The graph without the actors of a report, as before it is read anew.</summary>
    public IdentityGraph Without(string report) => Changed([.. _candidates.Values.Where(c => c.Ref.Report == report)], []);

    public IdentityGraph With(IdentityDecisionLog decisions) => new(_candidates, _blocks, decisions, Threshold);

    public IdentityGraph WithThreshold(double threshold) => new(_candidates, _blocks, Decisions, threshold);

    private IdentityGraph Changed(IReadOnlyList<Candidate> go, IReadOnlyList<Candidate> come)
    {
        var candidates = _candidates.RemoveRange(go.Select(g => g.Ref)).AddRange(come.Select(c => KeyValuePair.Create(c.Ref, c)));
        var gone = go.SelectMany(c => c.BlockingKeys().Select(k => (Key: k, c))).ToLookup(x => x.Key, x => x.c);
        var added = come.SelectMany(c => c.BlockingKeys().Select(k => (Key: k, c))).ToLookup(x => x.Key, x => x.c);
        var blocks = _blocks.ToBuilder();
        foreach (var key in gone.Select(g => g.Key).Union(added.Select(a => a.Key)))
            blocks[key] = new Block([.. (_blocks.GetValueOrDefault(key)?.Members ?? []).Except(gone[key]), .. added[key]]);
        return new IdentityGraph(candidates, blocks.ToImmutable(), Decisions, Threshold);
    }

    /// <summary>Those who share a key; their proposals are worked out when first asked for, and kept while nobody comes or goes.</summary>
    private sealed class Block(IReadOnlyList<Candidate> members)
    {
        public IReadOnlyList<Candidate> Members => members;

        public Lazy<List<IdentityProposal>> Proposals { get; } = new(() => ProposalFinder.InBlock(members, LeastShown));
    }
}
