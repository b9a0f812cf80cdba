using Counterclaim.Language;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Chooses what every name of a report stands for, from the names together.</summary>
/// <remarks>
/// Each meaning starts with a prior from its kind and population; the countries and regions the report names, words for
/// nationalities, what stands behind the comma, and nearness to the report's other places then speak for or against it. Two
/// rounds, so that what is clear helps what is not.
/// </remarks>
internal sealed class ToponymJudge(Gazetteer gazetteer, Analysis analysis, List<ToponymMention> mentions)
{
    private const int MostCandidates = 48;
    private const int MostNeighbours = 40;
    private const double NearKilometres = 120;

    private readonly Dictionary<string, double> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<int, double> _regions = [];
    private readonly Dictionary<string, ToponymGroup> _byKey = new(StringComparer.Ordinal);
    private double _countrySum;
    private Dictionary<string, int>? _bestOfCountry;
    private Dictionary<int, int>? _bestOfRow;

    public List<ToponymGroup> Groups { get; } = [];

    public void Judge(IReadOnlyDictionary<string, List<ToponymHit>> held)
    {
        Group(held);
        foreach (var group in Groups) Choose(group);
        for (var round = 0; round < 2; round++)
        {
            CountEvidence();
            var neighbours = Groups.Where(g => g.Best is { } b && (b.Toponym.Kind.IsSettlement() || b.Toponym.Kind is ToponymKind.District))
                .OrderByDescending(g => Margin(g)).Take(MostNeighbours).ToList();
            foreach (var group in Groups)
            {
                foreach (var candidate in group.Candidates) candidate.Score = candidate.Prior + InContext(group, candidate, neighbours);
                Choose(group);
            }
        }
    }

    public static double Margin(ToponymGroup group) => group.Best is null ? 0 : group.RunnerUp is null ? 10 : group.Best.Score - group.RunnerUp.Score;

    /// <summary>Whether the report speaks of the country of a meaning otherwise than by that meaning.</summary>
    public bool HasOtherEvidence(Toponym toponym)
    {
        if (_countries.GetValueOrDefault(toponym.Country) > 1.3) return true;
        _bestOfCountry ??= Groups.Where(g => g.Best is not null).GroupBy(g => g.Best!.Toponym.Country).ToDictionary(g => g.Key, g => g.Count());
        _bestOfRow ??= Groups.Where(g => g.Best is not null).GroupBy(g => g.Best!.Toponym.Row).ToDictionary(g => g.Key, g => g.Count());
        return _bestOfCountry.GetValueOrDefault(toponym.Country) > _bestOfRow.GetValueOrDefault(toponym.Row);
    }

    private void Group(IReadOnlyDictionary<string, List<ToponymHit>> held)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var key = mentions[i].Key;
            if (!_byKey.TryGetValue(key, out var group))
            {
                group = _byKey[key] = new ToponymGroup { Key = key, Candidates = Candidates(held.GetValueOrDefault(key) ?? []) };
                Groups.Add(group);
            }
            group.Mentions.Add(i);
        }
    }

    private List<Candidate> Candidates(List<ToponymHit> hits)
    {
        var candidates = hits.Select(h => (Hit: h, Toponym: gazetteer[h.Row])).Select(p => new Candidate
        {
            Toponym = p.Toponym,
            Hit = p.Hit.Kind,
            Prior = Prior(p.Toponym, p.Hit.Kind),
        }).ToList();
        foreach (var candidate in candidates) candidate.Score = candidate.Prior;
        if (candidates.Count <= MostCandidates) return candidates;
        return candidates.OrderByDescending(c => c.Prior).ThenBy(c => c.Toponym.Row).Take(MostCandidates).ToList();
    }

    private static double Prior(Toponym toponym, ToponymHitKind hit)
    {
        var prior = toponym.Kind switch
        {
            ToponymKind.Country => 12,
            ToponymKind.Continent => 12,
            ToponymKind.Region => 6.5,
            ToponymKind.Area => 7,
            ToponymKind.Seat => 11,
            ToponymKind.District => 3,
            ToponymKind.Neighbourhood => 0.35 * Math.Log(1 + toponym.Population),
            _ when toponym.Kind.IsSettlement() => 1 + 0.5 * Math.Log(1 + toponym.Population) + (toponym.IsCapital ? 2 : toponym.IsRegionalSeat ? 0.7 : 0),
            _ => 5,
        };
        // Large cities are best known by names that are not their own country's ("Geneva").
        return prior - (hit == ToponymHitKind.Name || toponym.Kind == ToponymKind.Country || toponym.Population > 100_000 ? 0 : 1);
    }

    private static void Choose(ToponymGroup group)
    {
        group.Best = group.RunnerUp = null;
        foreach (var candidate in group.Candidates)
        {
            if (group.Best is null || candidate.Score > group.Best.Score) (group.RunnerUp, group.Best) = (group.Best, candidate);
            else if (group.RunnerUp is null || candidate.Score > group.RunnerUp.Score) group.RunnerUp = candidate;
        }
    }

    /// <summary>How much the report speaks of each country and region.</summary>
    private void CountEvidence()
    {
        _countries.Clear();
        _regions.Clear();
        foreach (var group in Groups)
        {
            (group.Weight, group.WeightedCountry) = (0, "");
            if (group.Best is not { Toponym: var toponym } || toponym.Country.Length == 0) continue;
            var certainty = Math.Min(1, 0.25 + Margin(group) / 4);
            var weight = certainty * (1 + Math.Log(group.Mentions.Count));
            group.Weight = toponym.Kind == ToponymKind.Country ? 1.5 * weight : weight;
            group.WeightedCountry = toponym.Country;
            Add(_countries, toponym.Country, group.Weight);
            if (toponym.Region >= 0 && toponym.Kind != ToponymKind.Country) Add(_regions, toponym.Region, weight);
        }
        CountDemonyms();
        _countrySum = _countries.Values.Sum();

        static void Add<TKey>(Dictionary<TKey, double> weights, TKey key, double weight) where TKey : notnull =>
            weights[key] = weights.GetValueOrDefault(key) + weight;
    }

    private void CountDemonyms()
    {
        var hits = new List<ToponymHit>();
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var token = 0; token < analysis.TokenCount; token++)
        {
            var form = analysis.Form(token);
            if (form.Length < 4 || !char.IsUpper(form[0])) continue;
            hits.Clear();
            gazetteer.Find(form, hits);
            foreach (var hit in hits)
                if (gazetteer[hit.Row] is { Kind: ToponymKind.Demonym } demonym) counted[demonym.Country] = counted.GetValueOrDefault(demonym.Country) + 1;
        }
        foreach (var (country, count) in counted)
            _countries[country] = _countries.GetValueOrDefault(country) + 0.8 * (1 + Math.Log(count));
    }

    private double InContext(ToponymGroup group, Candidate candidate, List<ToponymGroup> neighbours)
    {
        var toponym = candidate.Toponym;
        var context = 0.0;
        if (_countrySum > 0 && toponym.Country.Length > 0)
        {
            // What the name itself added to its country's weight is no evidence for it.
            var others = _countrySum - group.Weight;
            var own = group.WeightedCountry == toponym.Country ? group.Weight : 0;
            if (others > 0.01) context += 4.5 * Math.Max(0, _countries.GetValueOrDefault(toponym.Country) - own) / (others + 0.5);
        }
        if (toponym.Region >= 0 && toponym.Kind != ToponymKind.Country)
            context += 1.2 * Math.Log(1 + Math.Max(0, _regions.GetValueOrDefault(toponym.Region) - (group.Best == candidate ? 1 : 0)));
        context += Nearness(group, toponym, neighbours);
        var said = 0.0;
        foreach (var index in group.Mentions) said = Math.Max(said, BySaidKind(mentions[index].Said, toponym));
        return context + said + ByContainer(group, toponym);
    }

    private static double Nearness(ToponymGroup group, Toponym toponym, List<ToponymGroup> neighbours)
    {
        if (toponym.Kind is ToponymKind.Country or ToponymKind.Continent) return 0;
        var nearness = 0.0;
        foreach (var neighbour in neighbours)
            if (neighbour != group) nearness += Math.Exp(-toponym.DistanceTo(neighbour.Best!.Toponym) / NearKilometres);
        return 2 * Math.Min(1.5, nearness);
    }

    private static double BySaidKind(ToponymKind? said, Toponym toponym) => said switch
    {
        null => 0,
        ToponymKind.Region => toponym.Kind is ToponymKind.Region ? 6 : toponym.Kind is ToponymKind.Area ? 3 : 0,
        ToponymKind.District => toponym.Kind is ToponymKind.District ? 5 : 0,
        ToponymKind.City or ToponymKind.Town or ToponymKind.Village => toponym.Kind.IsSettlement() ? 5 : 0,
        { } kind => toponym.Kind == kind ? 4 : 0,
    };

    /// <summary>"X, Y": meanings of X inside some meaning of Y, most of all inside the one chosen for Y.</summary>
    private double ByContainer(ToponymGroup group, Toponym toponym)
    {
        var best = 0.0;
        foreach (var index in group.Mentions)
        {
            if (mentions[index].Container is not (>= 0 and var container)) continue;
            if (!_byKey.TryGetValue(mentions[container].Key, out var outer) || outer.Best is null) continue;
            foreach (var other in outer.Candidates)
            {
                if (!IsInside(toponym, other.Toponym)) continue;
                best = Math.Max(best, other == outer.Best ? 8 : 4);
            }
        }
        return best;
    }

    private bool IsInside(Toponym inner, Toponym outer) => outer.Kind switch
    {
        ToponymKind.Country => inner.Country == outer.Country && inner.Kind != ToponymKind.Country,
        ToponymKind.Region => inner.Region == outer.Region && inner.Row != outer.Row,
        ToponymKind.District => inner.Region == outer.Region && inner.Row != outer.Row && inner.DistanceTo(outer) < 80,
        ToponymKind.Area or ToponymKind.Continent or ToponymKind.Island or ToponymKind.Peninsula =>
            inner.Kind.IsSettlement() && inner.DistanceTo(outer) < 250 && (outer.Country.Length == 0 || outer.Country == inner.Country),
        ToponymKind.City => inner.Kind is ToponymKind.Neighbourhood or ToponymKind.Village && inner.DistanceTo(outer) < 40,
        _ => false,
    };
}
