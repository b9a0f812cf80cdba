using Counterclaim.Ledger.Identity;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Identity;

/// <summary>
/// Pairs of actors of two different reports: right where labels and clusters agree that they are one. "found" counts those of whom our reading has both;
/// "end to end" counts every pair that the labels tell. B³ (Bagga and Baldwin 1998) is over actors found, each with those of all reports.
/// </summary>
internal sealed class IdentityScores
{
    private readonly IReadOnlyList<IdentityReport> _gold;
    private readonly IReadOnlyDictionary<string, LabelFacts> _facts;
    private readonly IReadOnlyList<FoundActor> _found;
    private readonly IdentityGraph _graph;
    private readonly Dictionary<ActorRef, string> _clusterOf = [];

    public IdentityScores(IReadOnlyList<IdentityReport> gold, IReadOnlyDictionary<string, LabelFacts> facts, IReadOnlyList<FoundActor> actors, IdentityGraph graph)
    {
        _gold = gold;
        _facts = facts;
        _found = [.. actors.Where(a => a.Record is not null)];
        _graph = graph;
        foreach (var cluster in graph.Clusters)
            foreach (var member in cluster.Members) _clusterOf[member] = cluster.Id;
    }

    public Tally Tally()
    {
        var tally = new Tally();
        var all = _gold.Sum(g => g.Actors.Count);
        tally.Share("actor found", "", _found.Count, all);
        foreach (var kind in _facts.Values.Select(f => f.Kind).Distinct().Order())
            tally.Share("actor found", JsonNames.Of(kind), _found.Count(f => _facts[f.Gold.Label].Kind == kind), _gold.Sum(g => g.Actors.Count(a => _facts[a.Label].Kind == kind)));
        tally.Share("kind accuracy", "", _found.Count(f => f.Record!.Kind == _facts[f.Gold.Label].Kind), _found.Count);
        foreach (var kind in _facts.Values.Select(f => f.Kind).Distinct().Order())
            tally.Share("kind accuracy", JsonNames.Of(kind), _found.Count(f => _facts[f.Gold.Label].Kind == kind && f.Record!.Kind == kind), _found.Count(f => _facts[f.Gold.Label].Kind == kind));
        tally.Share("country accuracy", "", _found.Count(f => f.Record!.Country == _facts[f.Gold.Label].Country), _found.Count);
        tally.Matches("country told", "", _found.Count(f => f.Record!.Country is { } country && country == _facts[f.Gold.Label].Country), _found.Count(f => f.Record!.Country is not null), _found.Count(f => _facts[f.Gold.Label].Country is not null));
        AddPairs(tally);
        AddCubed(tally);
        AddCalibration(tally);
        return tally;
    }

    /// <summary>Pairs put together wrongly, then pairs that were missed, each with the names and the score the two had.</summary>
    public IEnumerable<string> Errors()
    {
        var scores = _graph.Proposals.ToDictionary(p => (p.First, p.Second));
        foreach (var unfound in _gold.SelectMany(g => g.Actors.Select(a => (g, a))).Where(x => !_found.Any(f => f.Report == x.g && f.Gold == x.a)))
            yield return $"not found: {unfound.a.Label} in {unfound.g.Id}: {string.Join(" | ", unfound.a.Wordings.Select(w => w.Role + w.Name))}";
        foreach (var found in _found.Where(f => f.Record!.Kind != _facts[f.Gold.Label].Kind || f.Record!.Country != _facts[f.Gold.Label].Country))
            yield return $"kind or country: {Shown(found)} is {JsonNames.Of(found.Record!.Kind)} {found.Record.Country}, not {JsonNames.Of(_facts[found.Gold.Label].Kind)} {_facts[found.Gold.Label].Country}";
        foreach (var (a, b) in Pairs().Where(p => IsTogether(p.A, p.B) && p.A.Gold.Label != p.B.Gold.Label)) yield return $"wrongly one: {Shown(a)} = {Shown(b)} {Score(a, b)}";
        foreach (var (a, b) in Pairs().Where(p => !IsTogether(p.A, p.B) && p.A.Gold.Label == p.B.Gold.Label)) yield return $"kept apart: {Shown(a)} = {Shown(b)} {Score(a, b)}";

        string Score(FoundActor a, FoundActor b) =>
            (scores.GetValueOrDefault((a.Record!.Ref, b.Record!.Ref)) ?? scores.GetValueOrDefault((b.Record!.Ref, a.Record!.Ref))) is { } proposal
                ? FormattableString.Invariant($"{proposal.Score:0.00} ({string.Join(", ", proposal.Signs)})") : "not proposed";
    }

    private static string Shown(FoundActor actor) => $"{actor.Gold.Label} “{actor.Record!.Name}”{(actor.Record.Role is { } role ? $" ({role})" : "")} in {actor.Report.Id}";

    private void AddPairs(Tally tally)
    {
        var pairs = Pairs().Select(p => (p.A, p.B, Together: IsTogether(p.A, p.B), Same: p.A.Gold.Label == p.B.Gold.Label)).Where(p => p.Together || p.Same).ToList();
        tally.Matches("pairs found", "", pairs.Count(p => p.Together && p.Same), pairs.Count(p => p.Together), pairs.Count(p => p.Same));
        Add("pairs end to end", "", _ => true);
        foreach (var kind in _facts.Values.Select(f => f.Kind).Distinct().Order()) Add("pairs end to end", JsonNames.Of(kind), label => _facts[label].Kind == kind);

        void Add(string measure, string part, Func<string, bool> counts)
        {
            var told = _gold.SelectMany(g => g.Actors).Where(a => counts(a.Label)).GroupBy(a => a.Label).Sum(g => g.Count() * (g.Count() - 1) / 2);
            var joined = pairs.Where(p => p.Together && counts(p.A.Gold.Label)).ToList();
            tally.Matches(measure, part, joined.Count(p => p.Same), joined.Count, told);
        }
    }

    /// <summary>How far a proposal's score is the share of such pairs that are one: expected calibration error in ten bins (Guo et al. 2017), over proposals between actors found.</summary>
    private void AddCalibration(Tally tally)
    {
        const int Bins = 10;
        double[] scores = new double[Bins], same = new double[Bins];
        var labels = _found.ToLookup(f => f.Record!.Ref, f => f.Gold.Label); // an actor of ours may be two labelled ones
        var count = 0;
        foreach (var proposal in _graph.Proposals)
        {
            if (!labels.Contains(proposal.First) || !labels.Contains(proposal.Second)) continue;
            var bin = Math.Clamp((int)(proposal.Score * Bins), 0, Bins - 1);
            scores[bin] += proposal.Score;
            if (labels[proposal.First].Intersect(labels[proposal.Second]).Any()) same[bin]++;
            count++;
        }
        if (count > 0) tally.Share("score", "calibration error", Enumerable.Range(0, Bins).Sum(b => Math.Abs(scores[b] - same[b])), count);
    }

    private void AddCubed(Tally tally)
    {
        double precision = 0, recall = 0;
        var byCluster = _found.GroupBy(f => _clusterOf[f.Record!.Ref]).ToDictionary(g => g.Key, g => g.ToArray());
        var byLabel = _found.GroupBy(f => f.Gold.Label).ToDictionary(g => g.Key, g => g.Count());
        foreach (var actor in _found)
        {
            var cluster = byCluster[_clusterOf[actor.Record!.Ref]];
            var same = cluster.Count(c => c.Gold.Label == actor.Gold.Label);
            precision += (double)same / cluster.Length;
            recall += (double)same / byLabel[actor.Gold.Label];
        }
        tally.Matches("B³ of actors found", "", new MatchCount(precision, _found.Count, recall, _found.Count));
    }

    private bool IsTogether(FoundActor a, FoundActor b) => _clusterOf[a.Record!.Ref] == _clusterOf[b.Record!.Ref];

    private IEnumerable<(FoundActor A, FoundActor B)> Pairs()
    {
        for (var i = 0; i < _found.Count; i++)
            for (var j = i + 1; j < _found.Count; j++)
                if (_found[i].Report != _found[j].Report) yield return (_found[i], _found[j]);
    }
}
