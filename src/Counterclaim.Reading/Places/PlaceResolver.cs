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

    private readonly Gazetteer _gazetteer;

    private PlaceResolver(Gazetteer gazetteer) => _gazetteer = gazetteer;

    public static PlaceResolver Load(Gazetteer gazetteer) => new(gazetteer);

    /// <summary>
    /// Places in text order; their spans do not overlap. A name no gazetteer holds keeps its own words, a kind where its words give one, and
    /// no coordinates.
    /// </summary>
    /// <param name="explanations">Takes why each was resolved so, with the runner-up; null where nobody asks.</param>
    public IReadOnlyList<Place> Resolve(Report report, Analysis analysis, ICollection<Explanation>? explanations)
    {
        var finder = new ToponymFinder(_gazetteer, analysis);
        var mentions = finder.Find();
        var judge = new ToponymJudge(_gazetteer, analysis, mentions);
        judge.Judge(finder.Held);
        var groupOf = new ToponymGroup[mentions.Count];
        foreach (var group in judge.Groups)
            foreach (var index in group.Mentions) groupOf[index] = group;
        var metonymy = new Metonymy(analysis);

        var places = new Place[mentions.Count];
        for (var i = 0; i < mentions.Count; i++)
        {
            var id = "p" + (i + 1).ToString(CultureInfo.InvariantCulture);
            places[i] = Resolved(id, mentions[i], groupOf[i], judge, report, metonymy);
            explanations?.Add(Explain(places[i], groupOf[i]));
        }
        return places;
    }

    private Place Resolved(string id, ToponymMention mention, ToponymGroup group, ToponymJudge judge, Report report, Metonymy metonymy)
    {
        if (group.Best is not { Toponym: var toponym } || IsFarHamlet(toponym, mention, judge))
            return new Place(id, mention.Span, mention.Span.In(report.Text).ToString(), mention.Said?.Word() ?? (mention.Entity == EntityKind.Facility ? "facility" : "place"));
        return new Place(id, mention.Span, _gazetteer.NameOf(toponym.Row), toponym.Kind.Word())
        {
            Country = toponym.Country.Length == 0 ? null : toponym.Country,
            Latitude = Math.Round(toponym.Latitude, 4),
            Longitude = Math.Round(toponym.Longitude, 4),
            Gazetteer = _gazetteer.IdOf(toponym.Row),
            Metonym = metonymy.IsMetonym(mention.Tokens, toponym),
        };
    }

    private bool IsFarHamlet(Toponym toponym, ToponymMention mention, ToponymJudge judge) =>
        toponym.Kind.IsSettlement() && toponym.Population < HamletPopulation && mention.Container < 0 && !_gazetteer.IsOverlay(toponym.Row)
        && judge.Groups.Count > 1 && !judge.HasOtherEvidence(toponym);

    private Explanation Explain(Place place, ToponymGroup group)
    {
        if (place.Gazetteer is null) return new Explanation(place.Id, "places/unheld", "No gazetteer holds it near what the report speaks of.");
        var reason = $"{place.Gazetteer}, score {Show(group.Best!.Score)} from {group.Mentions.Count} mention(s) of the name";
        if (group.RunnerUp is { } second)
            reason += $"; next {_gazetteer.IdOf(second.Toponym.Row)} ({_gazetteer.NameOf(second.Toponym.Row)}, {second.Toponym.Country}), {Show(ToponymJudge.Margin(group))} behind";
        return new Explanation(place.Id, "places/gazetteer", reason + ".");

        static string Show(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
