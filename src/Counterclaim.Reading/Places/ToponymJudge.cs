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
        _bestOfCountry ??= Groups.Where(g => g.Best is not null && !OriginFinder.IsOrigin(g.Key)).GroupBy(g => g.Best!.Toponym.Country).ToDictionary(g => g.Key, g => g.Count());
        _bestOfRow ??= Groups.Where(g => g.Best is not null && !OriginFinder.IsOrigin(g.Key)).GroupBy(g => g.Best!.Toponym.Row).ToDictionary(g => g.Key, g => g.Count());
        return _bestOfCountry.GetValueOrDefault(toponym.Country) > _bestOfRow.GetValueOrDefault(toponym.Row);
    }

    /// <summary>Whether several other places of the report are known and none lies within a continent's width.</summary>
    public bool IsFarFromAll(Toponym toponym)
    {
        const double Far = 1500;
        const int Several = 4;
        var others = 0;
        foreach (var group in Groups)
        {
            if (group.Best is not { Toponym: var other } || other.Row == toponym.Row) continue;
            if (other.DistanceTo(toponym) < Far) return false;
            others++;
        }
        return others >= Several;
    }

    /// <summary>The region, else the country, that most of the report's places lie in; null where no country outweighs all others together.</summary>
    public Toponym? Focus()
    {
        const double Most = 0.5, MostOfRegions = 0.6;
        if (_countries.Count == 0) return null;
        var (country, weight) = _countries.MaxBy(c => c.Value);
        if (weight < Most * _countrySum) return null;
        var region = _regions.Count == 0 ? default : _regions.MaxBy(r => r.Value);
        if (region.Value > 1 && region.Value >= MostOfRegions * _regions.Values.Sum())
        {
            var within = Groups.FirstOrDefault(g => g.Best is { } best && best.Toponym.Region == region.Key && best.Toponym.Country == country);
            if (within is not null && gazetteer.RegionOf(within.Best!.Toponym) is { } division) return division;
        }
        return gazetteer.Country(country);
    }

    private void Group(IReadOnlyDictionary<string, List<ToponymHit>> held)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var key = mentions[i].Key;
            if (!_byKey.TryGetValue(key, out var group))
            {
                group = _byKey[key] = new ToponymGroup { Key = key, Candidates = Candidates(key, held.GetValueOrDefault(key) ?? []) };
                Groups.Add(group);
            }
            group.Mentions.Add(i);
        }
    }

    private List<Candidate> Candidates(string key, List<ToponymHit> hits)
    {
        var candidates = hits.Select(h => (Hit: h, Toponym: gazetteer[h.Row])).Select(p => new Candidate
        {
            Toponym = p.Toponym,
            Hit = p.Hit.Kind,
            Prior = Prior(key, p.Toponym, p.Hit.Kind),
        }).ToList();
        foreach (var candidate in candidates) candidate.Score = candidate.Prior;
        if (candidates.Count <= MostCandidates) return candidates;
        return candidates.OrderByDescending(c => c.Prior).ThenBy(c => c.Toponym.Row).Take(MostCandidates).ToList();
    }

    private double Prior(string key, Toponym toponym, ToponymHitKind hit)
    {
        var prior = toponym.Kind switch
        {
            ToponymKind.Country => 12,
            ToponymKind.Continent => 12,
            ToponymKind.Region => toponym.Country is "US" or "CA" or "AU" ? 8.5 : 7.5, // states that English readers know by name
            ToponymKind.Sea => 8,
            ToponymKind.Area => 7,
            ToponymKind.Seat => 11,
            ToponymKind.District => 3,
            ToponymKind.Neighbourhood => 0.35 * Math.Log(1 + toponym.Population),
            _ when toponym.Kind.IsSettlement() => 1 + 0.5 * Math.Log(1 + toponym.Population) + (toponym.IsCapital ? 2 : toponym.IsRegionalSeat ? 0.7 : 0),
            _ => 5,
        };
        if (hit == ToponymHitKind.Name || toponym.Kind == ToponymKind.Country) return prior;
        // Large cities are best known by names that are not their own country's ("Geneva"), but not by those they once had ("Salisbury" for Harare).
        const double Former = 2.5, Other = 1;
        if (toponym.Kind.IsSettlement() && !BeginAlike(key, ToponymNormalizer.Normalize(gazetteer.NameOf(toponym.Row)))) return prior - Former;
        return toponym.Population > 100_000 ? prior : prior - Other;
    }

    /// <summary>Spellings of one name begin with the same letter or, in another script's romanisation, share their second and third.</summary>
    private static bool BeginAlike(string key, string name) =>
        key.Length > 0 && name.Length > 0 && (key[0] == name[0] || key.Length > 3 && name.Length > 3 && key.AsSpan(1, 2).SequenceEqual(name.AsSpan(1, 2)));

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
            if (group.Best is not { Toponym: var toponym } || toponym.Country.Length == 0 || OriginFinder.IsOrigin(group.Key)) continue;
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

    /// <summary>
    /// What a meaning loses in whose country the report has nothing else, while another meaning lies in the country that most of it is about: Palma in
    /// Mallorca in a report on Mozambique, the country of Georgia where Atlanta is.
    /// </summary>
    private double Alone(ToponymGroup group, Toponym toponym)
    {
        const double Loss = 4, LittleEvidence = 1.2;
        if (toponym.Country.Length == 0 || ShareOf(group, toponym.Country) > 0.05) return 0;
        var others = _countrySum - group.Weight;
        if (others < LittleEvidence && toponym.Kind != ToponymKind.Country) return 0;
        foreach (var other in group.Candidates)
        {
            if (other.Toponym.Country == toponym.Country || other.Toponym.Country.Length == 0) continue;
            var holdsAnother = other.Toponym.Kind == ToponymKind.Region && _regions.GetValueOrDefault(other.Toponym.Region) > (group.Best == other ? 1 : 0) + 0.2;
            if (toponym.Kind == ToponymKind.Country ? holdsAnother : ShareOf(group, other.Toponym.Country) >= 0.5) return -Loss;
        }
        return 0;
    }

    /// <summary>The share of a country in what the report's other names tell of countries.</summary>
    private double ShareOf(ToponymGroup group, string country)
    {
        var others = _countrySum - group.Weight;
        if (others < 0.01) return 0;
        var own = group.WeightedCountry == country ? group.Weight : 0;
        return Math.Max(0, _countries.GetValueOrDefault(country) - own) / others;
    }

    /// <summary>"Kherson" is the town unless the text says "region" or "oblast": what a division that shares its name with a town inside it loses.</summary>
    private double BehindItsTown(ToponymGroup group, Toponym toponym)
    {
        const double Loss = 3;
        if (toponym.Kind is not (ToponymKind.Region or ToponymKind.District) || toponym.Country is "US" or "CA" or "AU") return 0;
        foreach (var index in group.Mentions)
            if (mentions[index].Said is ToponymKind.Region or ToponymKind.District) return 0;
        return group.Candidates.Exists(c => c.Toponym.Kind.IsSettlement() && c.Toponym.Country == toponym.Country && c.Toponym.Population >= 10_000 && c.Toponym.Region == toponym.Region) ? -Loss : 0;
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
        return context + said + ByContainer(group, toponym) + BehindItsTown(group, toponym) + BySide(group, toponym) + Alone(group, toponym);
    }

    /// <summary>
    /// "northern Gaza" is of the land, where the land is so small that its side is no farther off than the town's, or where the report calls the town "Gaza City".
    /// Large towns have sides too ("eastern Aleppo").
    /// </summary>
    private double BySide(ToponymGroup group, Toponym toponym)
    {
        const double Gain = 8, SmallLand = 40;
        if (toponym.Kind is not (ToponymKind.Region or ToponymKind.Area) || !group.Candidates.Exists(c => c.Toponym.Kind.IsSettlement() && c.Toponym.Country == toponym.Country)) return 0;
        if (toponym.RadiusKm > SmallLand && !_byKey.ContainsKey(group.Key + " city")) return 0;
        var sides = group.Mentions.Count(m => mentions[m].Tokens.Start is > 0 and var start && RelationWords.Bearing(analysis.Form(start - 1)) is not null && analysis.Form(start - 1).EndsWith("ern"));
        return Gain * sides / group.Mentions.Count;
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
            if (outer.Best.Toponym.Kind == ToponymKind.Country && group.Candidates.Exists(c => c.Toponym.Kind == ToponymKind.Country)) continue; // "Mexico, Canada": a list
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
