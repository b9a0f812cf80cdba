using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Finds the names of places in a report and says which place each stands for.</summary>
/// <remarks>Thread-safe: one instance serves any number of threads.</remarks>
public sealed class PlaceResolver
{
    /// <summary>A hamlet in a country the report says nothing of is more likely a place that no gazetteer holds.</summary>
    private const int HamletPopulation = 3000;

    /// <summary>The same of a town by a name that is not its first, on another continent than all else in the report.</summary>
    private const int OtherNamePopulation = 30_000;

    /// <summary>Kilometres of radius up to which a place within another is worth a pin.</summary>
    private const double WidestContainer = 250;

    private readonly Gazetteer _gazetteer;

    private PlaceResolver(Gazetteer gazetteer) => _gazetteer = gazetteer;

    public static PlaceResolver Load(Gazetteer gazetteer) => new(gazetteer);

    /// <summary>
    /// Places in text order; their spans do not overlap. A name no gazetteer holds keeps its own words, a kind where its words give one, and
    /// the point and radius of the district, region or town it lies in, if that is known; of a country only the name.
    /// </summary>
    /// <param name="explanations">Takes why each was resolved so, with the runner-up; null where nobody asks.</param>
    public IReadOnlyList<Place> Resolve(Report report, Analysis analysis, ICollection<Explanation>? explanations) => Resolve(report, analysis, [], explanations);

    /// <param name="listed">Names of listed bodies: none of their words is a place of its own.</param>
    internal IReadOnlyList<Place> Resolve(Report report, Analysis analysis, IReadOnlyList<TokenRange> listed, ICollection<Explanation>? explanations)
    {
        var finder = new ToponymFinder(_gazetteer, analysis, listed);
        var mentions = finder.Find();
        var judge = new ToponymJudge(_gazetteer, analysis, mentions);
        judge.Judge(finder.Held);
        if (DoubtedNames.Near(_gazetteer, finder, judge, mentions) is { } more)
        {
            mentions = more;
            judge = new ToponymJudge(_gazetteer, analysis, mentions);
            judge.Judge(finder.Held);
        }
        var groups = new ToponymGroup[mentions.Count];
        foreach (var group in judge.Groups)
            foreach (var index in group.Mentions) groups[index] = group;
        List<ToponymGroup> groupOf = [.. groups];
        var toponyms = new List<Toponym?>(mentions.Count);
        for (var i = 0; i < mentions.Count; i++)
            toponyms.Add(groupOf[i].Best is { Toponym: var best } && !IsFarHamlet(groupOf[i].Best!, mentions[i], judge) && !IsFarSpelling(groupOf[i], judge) ? best : null);

        LeaveTornNames(mentions, toponyms, analysis);
        LeaveNamesakesOutside(mentions, toponyms, analysis);
        new TownsTakenUp(analysis, mentions, toponyms, groupOf).Add();
        var containers = new ContainerFinder(analysis, mentions, i => toponyms[i], judge);
        var relations = new RelationFinder(analysis, mentions);
        var metonymy = new Metonymy(analysis);
        var places = new Place[mentions.Count];
        for (var i = 0; i < mentions.Count; i++)
        {
            places[i] = toponyms[i] is { } toponym ? Widened(Located(i, mentions[i], toponym, metonymy), mentions[i], toponym, analysis) : Unheld(i, mentions[i], containers.Of(i), report);
            explanations?.Add(Explain(places[i], groupOf[i]));
        }
        for (var i = 0; i < mentions.Count; i++)
            if (toponyms[i] is { } anchor && places[i].Role is PlaceRole.Literal && relations.At(i, anchor.Kind) is { } relation) Relate(i, relation, toponyms, places, analysis);
        return places;
    }

    private Place Located(int index, ToponymMention mention, Toponym toponym, Metonymy metonymy) => new(IdOf(index), mention.Span, _gazetteer.NameOf(toponym.Row), toponym.Kind.Word())
    {
        Country = toponym.Country.Length == 0 ? null : toponym.Country,
        Latitude = RelationGeometry.Round(toponym.Latitude),
        Longitude = RelationGeometry.Round(toponym.Longitude),
        Gazetteer = _gazetteer.IdOf(toponym.Row),
        Role = mention.Role ?? metonymy.RoleOf(mention.Tokens, toponym),
        Precision = PrecisionOf(toponym),
        RadiusKm = Kilometres(toponym.RadiusKm),
    };

    /// <summary>"Kupwara district", "the Lachin corridor", where only the town of the name is held: what is meant lies about it and is wider.</summary>
    private static Place Widened(Place place, ToponymMention mention, Toponym toponym, Analysis analysis)
    {
        const double District = 25, Region = 80;
        if (!toponym.Kind.IsSettlement() || mention.Tokens.End < analysis.TokenCount && RelationWords.IsFront(analysis.Form(mention.Tokens.End))) return place;
        return mention.Said switch
        {
            ToponymKind.District or ToponymKind.Area => place with { Precision = PlacePrecision.District, RadiusKm = Math.Max(District, toponym.RadiusKm) },
            ToponymKind.Region => place with { Precision = PlacePrecision.Region, RadiusKm = Math.Max(Region, toponym.RadiusKm) },
            _ => place,
        };
    }

    private Place Unheld(int index, ToponymMention mention, Toponym? container, Report report)
    {
        var kind = mention.Said?.Word() ?? (mention.Entity == EntityKind.Facility ? "facility" : "place");
        var place = new Place(IdOf(index), mention.Span, mention.Span.In(report.Text).ToString(), kind);
        if (container is not { } within) return place;
        place = place with { Country = within.Country.Length == 0 ? null : within.Country, Container = _gazetteer.NameOf(within.Row) };
        if (within.Kind is ToponymKind.Country or ToponymKind.Continent || within.RadiusKm > WidestContainer) return place; // somewhere in a country is no point
        return place with
        {
            Latitude = RelationGeometry.Round(within.Latitude),
            Longitude = RelationGeometry.Round(within.Longitude),
            Precision = PrecisionOf(within) is PlacePrecision.Exact ? PlacePrecision.Near : PrecisionOf(within),
            RadiusKm = Kilometres(within.RadiusKm),
        };
    }

    /// <summary>Adds to a place, and to the second anchor, what the words around them say.</summary>
    private void Relate(int index, in FoundRelation found, List<Toponym?> toponyms, Place[] places, Analysis analysis)
    {
        if (places[index].Relation is not null) return;
        var other = found.Other >= 0 ? toponyms[found.Other] : null;
        if (found.Other >= 0 && other is null) return;
        var anchor = toponyms[index]!.Value;
        var (latitude, longitude, radius, path) = RelationGeometry.Of(found, anchor, other, found.Kind == PlaceRelationKind.Along ? _gazetteer.CourseOf(anchor.Row) : []);
        string[] of = found.Other >= 0 ? [places[index].Id, places[found.Other].Id] : [places[index].Id];
        var relation = new PlaceRelation(found.Kind, analysis.SpanOf(found.Tokens), of, RelationGeometry.Round(latitude), RelationGeometry.Round(longitude), Kilometres(radius)) { Path = path };
        places[index] = Related(places[index], relation);
        if (found.Other >= 0) places[found.Other] = Related(places[found.Other], relation);
    }

    private static Place Related(Place place, PlaceRelation relation) =>
        place with { Relation = relation, Precision = place.Precision is PlacePrecision.Exact && relation.Kind != PlaceRelationKind.Along ? PlacePrecision.Near : place.Precision };

    private static PlacePrecision PrecisionOf(Toponym toponym)
    {
        const double Small = 15, Middling = 60;
        return toponym.Kind switch
        {
            ToponymKind.Country or ToponymKind.Continent => PlacePrecision.Country,
            ToponymKind.Region or ToponymKind.Area or ToponymKind.Sea => PlacePrecision.Region,
            ToponymKind.District => PlacePrecision.District,
            _ when toponym.Kind.IsSettlement() || toponym.Kind is ToponymKind.Facility or ToponymKind.Camp or ToponymKind.Crossing or ToponymKind.Seat => PlacePrecision.Exact,
            _ => toponym.RadiusKm <= Small ? PlacePrecision.Exact : toponym.RadiusKm <= Middling ? PlacePrecision.District : PlacePrecision.Region,
        };
    }

    private static string IdOf(int index) => "p" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static double Kilometres(double radius) => Math.Round(radius, radius < 10 ? 1 : 0);

    private bool IsFarHamlet(Candidate candidate, ToponymMention mention, ToponymJudge judge)
    {
        var toponym = candidate.Toponym;
        var least = candidate.Hit != ToponymHitKind.Name && judge.IsFarFromAll(toponym) ? OtherNamePopulation : HamletPopulation;
        return toponym.Kind.IsSettlement() && toponym.Population < least && mention.Container < 0 && !_gazetteer.IsOverlay(toponym.Row) && !_gazetteer.IsSupplement(toponym.Row)
            && judge.Groups.Count > 1 && !judge.HasOtherEvidence(toponym);
    }

    /// <summary>"Oakford, Umber province" is none of the Oakfords outside Umber.</summary>
    private static void LeaveNamesakesOutside(List<ToponymMention> mentions, List<Toponym?> toponyms, Analysis analysis)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Container is not (>= 0 and var outer) || toponyms[i] is not { } inner || !inner.Kind.IsSettlement()) continue;
            // "to Oakford, Umber officials said" speaks of two places
            if (analysis.Form(mentions[i].Tokens.End) is not "in" && mentions[outer].Said is null && !(mentions[outer].Tokens.End < analysis.TokenCount && analysis.Form(mentions[outer].Tokens.End) is "," or "." or ")" or ";")) continue;
            if (toponyms[outer] is { Kind: ToponymKind.Region } region && region.Country == inner.Country && region.Region != inner.Region && region.RadiusKm > 0 && inner.DistanceTo(region) > region.RadiusKm)
                toponyms[i] = null;
        }
    }

    /// <summary>"Wadi Kaja" is no Wadi in one country and no Kaja in another: two towns with nothing between their names, far from each other, are one place that is not held.</summary>
    private static void LeaveTornNames(List<ToponymMention> mentions, List<Toponym?> toponyms, Analysis analysis)
    {
        const double Far = 200;
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            if (mentions[i].Tokens.End != mentions[i + 1].Tokens.Start || analysis.SentenceOf[mentions[i].Tokens.Start] != analysis.SentenceOf[mentions[i + 1].Tokens.Start]) continue;
            if (mentions[i].Container >= 0 || toponyms[i] is not { } first || toponyms[i + 1] is not { } second || !first.Kind.IsSettlement() || !second.Kind.IsSettlement()) continue;
            if (first.DistanceTo(second) > Far) toponyms[i] = toponyms[i + 1] = null;
        }
    }

    /// <summary>A name found by its sound alone, far from everything else the report names, is another place's.</summary>
    private static bool IsFarSpelling(ToponymGroup group, ToponymJudge judge)
    {
        const double Far = 300;
        if (group.Best is not { Hit: ToponymHitKind.Transliteration, Toponym: var found }) return false;
        var others = 0;
        foreach (var other in judge.Groups)
        {
            if (other == group || other.Best is not { Toponym: var place } || !place.Kind.IsSettlement()) continue;
            if (found.DistanceTo(place) < Far && !place.IsCapital) return false;
            others++;
        }
        return others >= 2;
    }

    private Explanation Explain(Place place, ToponymGroup group)
    {
        if (place.Gazetteer is null)
            return new Explanation(place.Id, "places/unheld", place.Container is { } container
                ? $"No gazetteer holds it near what the report speaks of; it lies in {container}{(place.Latitude is null ? "" : ", whose point and radius it has")}."
                : "No gazetteer holds it near what the report speaks of.");
        var reason = $"{place.Gazetteer}, score {Show(group.Best!.Score)} from {group.Mentions.Count} mention(s) of the name";
        if (group.RunnerUp is { } second)
            reason += $"; next {_gazetteer.IdOf(second.Toponym.Row)} ({_gazetteer.NameOf(second.Toponym.Row)}, {second.Toponym.Country}), {Show(ToponymJudge.Margin(group))} behind";
        return new Explanation(place.Id, "places/gazetteer", reason + ".");

        static string Show(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
