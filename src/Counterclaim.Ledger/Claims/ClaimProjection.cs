using Counterclaim.Ledger.Identity;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Claims;

/// <summary>Makes the claims of a reading: pure, the same for the same reading.</summary>
public sealed class ClaimProjection
{
    /// <summary>Deeper chains are cut at their outer end: a hostile text may nest without end.</summary>
    public const int LongestChain = 16;

    private readonly Model.Reading _reading;
    private readonly ClaimReport _report;
    private readonly CodePointMap _points;
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, TimeExpression> _times;
    private readonly Dictionary<string, Statement> _statements;

    private ClaimProjection(Model.Reading reading)
    {
        _reading = reading;
        _report = ClaimReport.Of(reading.Report);
        _points = new CodePointMap(reading.Report.Text);
        _actors = ById(reading.Actors, a => a.Id);
        _places = ById(reading.Places, p => p.Id);
        _times = ById(reading.Times, t => t.Id);
        _statements = ById(reading.Statements, s => s.Id);
    }

    private string Text => _reading.Report.Text;

    /// <summary>One claim for each assertion that has a kind, in the order of the reading.</summary>
    public static IReadOnlyList<Claim> Of(Model.Reading reading) => [.. WithAssertions(reading).Select(c => c.Claim)];

    /// <summary>The claims of <see cref="Of"/>, each with the assertion it was made from.</summary>
    internal static IEnumerable<(Claim Claim, Assertion Assertion)> WithAssertions(Model.Reading reading)
    {
        var projection = new ClaimProjection(reading);
        Assertion[] assertions = [.. reading.Assertions.Where(a => a.Kind is not null)];
        var claims = new SettingReader(reading).Settle([.. assertions.Select(a => projection.ClaimOf(a, a.Kind!))]);
        return claims.Zip(assertions);
    }

    private Claim ClaimOf(Assertion assertion, string kind)
    {
        var chain = ChainOf(assertion.Statement);
        return new Claim(new ClaimRef(_report.Id, assertion.Id), _report, kind, assertion.Span, assertion.Span.In(Text).ToString())
        {
            CodePoints = PointsOf(assertion.Span),
            Agent = ActorOf(assertion.Agent),
            AgentWords = WordsOf(assertion.AgentSpan),
            Patient = ActorOf(assertion.Patient),
            PatientWords = WordsOf(assertion.PatientSpan),
            Place = PlaceOf(assertion.Place),
            Meant = TimeOf(assertion.Time),
            Said = SaidIn(chain),
            Quantity = assertion.Quantity,
            Position = assertion.Position,
            Polarity = assertion.Polarity,
            Certainty = assertion.Certainty,
            Voice = assertion.Voice,
            Loaded = assertion.Loaded,
            Tellers = [new ClaimTeller(_report.Outlet ?? ""), .. chain.Select(TellerOf)],
        };
    }

    /// <summary>The statements that hold an assertion, outermost first.</summary>
    private List<Statement> ChainOf(string? innermost)
    {
        var chain = new List<Statement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var id = innermost; id is not null && _statements.TryGetValue(id, out var statement) && seen.Add(id); id = statement.Via) chain.Add(statement);
        if (chain.Count > LongestChain) chain.RemoveRange(LongestChain, chain.Count - LongestChain);
        chain.Reverse();
        return chain;
    }

    private ClaimTime? SaidIn(List<Statement> chain)
    {
        for (var i = chain.Count - 1; i >= 0; i--)
            if (TimeOf(chain[i].Time) is { } said) return said;
        return null;
    }

    private ClaimTeller TellerOf(Statement statement)
    {
        var actor = ActorOf(statement.Actor);
        return new ClaimTeller(actor?.Name ?? statement.Holder.TextIn(Text))
        {
            Statement = statement.Id,
            Actor = actor,
            Act = statement.Act,
            Mode = statement.Mode,
            NegatedOrHypothetical = statement.NegatedOrHypothetical,
            Channel = statement.Channel,
            Confidence = statement.Confidence,
        };
    }

    private ClaimActor? ActorOf(string? id)
    {
        if (id is null || !_actors.TryGetValue(id, out var actor) || actor.Mentions.Count == 0) return null;
        return new ClaimActor(new ActorRef(_report.Id, actor.Mentions[0]), actor.Name, actor.Kind) { Country = actor.Country, Identity = actor.Identity };
    }

    private SlotWords? WordsOf(TextSpan? words) => words is not { } span ? null : new SlotWords(span, PointsOf(span), span.In(Text).ToString());

    private CodePointRange PointsOf(TextSpan span) => new(_points.ToCodePoint(span.Start), _points.ToCodePoint(span.End));

    private ClaimPlace? PlaceOf(string? id) => id is not null && _places.TryGetValue(id, out var place) ? WithEnds(PlaceOf(place, Text), place.Relation) : null;

    private ClaimPlace WithEnds(ClaimPlace place, PlaceRelation? relation)
    {
        if (relation is not { Kind: PlaceRelationKind.Route, Of: [var one, var other], Path: [var from, var to] }) return place;
        return _places.TryGetValue(one, out var first) && _places.TryGetValue(other, out var last) ? place with { Relation = place.Relation! with { Ends = [new(first.Name, from), new(last.Name, to)] } } : place;
    }


    /// <summary>A place of a report as claims hold it.</summary>
    /// <param name="text">The report's text.</param>
    internal static ClaimPlace PlaceOf(Place place, string text) => new(place.Name, place.Kind)
    {
        Gazetteer = place.Gazetteer,
        Country = place.Country,
        Point = place is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null,
        RadiusKm = place.RadiusKm,
        Precision = place.Precision,
        Role = place.Role,
        Container = place.Container,
        Relation = place.Relation is { } relation
            ? new ClaimPlaceRelation(relation.Kind, relation.Span.In(text).ToString(), new GeoPoint(relation.Latitude, relation.Longitude), relation.RadiusKm)
            : null,
    };

    private ClaimTime? TimeOf(string? id) => TimeOf(id, _times, Text);

    /// <summary>A time of a report as claims hold it; null where there is none of this id.</summary>
    /// <param name="text">The report's text.</param>
    internal static ClaimTime? TimeOf(string? id, IReadOnlyDictionary<string, TimeExpression> times, string text)
    {
        if (id is null || !times.TryGetValue(id, out var time)) return null;
        return new ClaimTime(time.Span.In(text).ToString(), time.Value, WithEnd(time, times), time.Granularity) { Modifier = time.Modifier };
    }

    /// <summary>"from 3 May to 5 May" covers what lies between too.</summary>
    private static TimeInterval? WithEnd(TimeExpression time, IReadOnlyDictionary<string, TimeExpression> times)
    {
        if (time.Interval is not { } interval) return null;
        return time.Until is { } until && times.TryGetValue(until, out var end) && end.Interval is { } last && last.To > interval.To
            ? new TimeInterval(interval.From, last.To)
            : interval;
    }

    private static Dictionary<string, T> ById<T>(IReadOnlyList<T> items, Func<T, string> id)
    {
        var byId = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        foreach (var item in items) byId.TryAdd(id(item), item);
        return byId;
    }
}
