using System.Data.Common;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Identity;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Store;

/// <summary>Reads claims back whole: two queries for the rows, and one for each link of their chains.</summary>
internal sealed class ClaimReader(DbConnection connection, Terms terms)
{
    private const int MostInOneQuery = 400;

    private const string ClaimColumns =
        "c.id, c.local, c.kind, c.span_start, c.span_end, c.point_start, c.point_end, c.exact, c.statement, "
        + "c.place_role, c.place_precision, c.relation, c.relation_words, c.relation_latitude, c.relation_longitude, c.relation_radius_km, c.relation_ends, "
        + "c.meant_words, c.meant_value, c.meant_from, c.meant_to, c.meant_granularity, c.meant_modifier, "
        + "c.quantity, c.quantity_to, c.bound, c.approximate, c.unit, c.position, c.polarity, c.certainty, c.voice, c.loaded, c.review, c.corrected, first.report_key, c.setting, "
        + "c.agent_words, c.agent_start, c.agent_point, c.patient_words, c.patient_start, c.patient_point, "
        + ReportColumns.Sql + ", "
        + "p.name, p.kind, p.country, p.latitude, p.longitude, p.radius_km, p.gazetteer, p.container, ";

    private const string ClaimTables =
        " FROM claims c JOIN reports r ON r.id = c.report " + ReportColumns.Join + " LEFT JOIN places p ON p.id = c.place LEFT JOIN reports first ON first.id = c.origin "
        + "LEFT JOIN report_actors ag ON ag.report = c.report AND ag.local = c.agent LEFT JOIN actors agl ON agl.id = ag.actor "
        + "LEFT JOIN report_actors pa ON pa.report = c.report AND pa.local = c.patient LEFT JOIN actors pal ON pal.id = pa.actor ";

    private static string ActorColumns(string mention, string actor) =>
        $"{mention}.span_start, {mention}.span_end, {mention}.name, {mention}.kind, {mention}.country, {mention}.identity, {mention}.actor, {actor}.described";

    /// <summary>The claims of these numbers, in their order; those not there are left out.</summary>
    public List<Claim> Read(IReadOnlyList<long> ids)
    {
        var found = ReadById(ids);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>The claims of these numbers, by them; those not there are left out.</summary>
    public Dictionary<long, Claim> ReadById(IReadOnlyCollection<long> ids)
    {
        terms.Follow(connection);
        var found = new Dictionary<long, (Claim Claim, long? Statement)>(ids.Count);
        foreach (var chunk in ids.Chunk(MostInOneQuery))
            foreach (var row in connection.Query(
                $"SELECT {ClaimColumns}{ActorColumns("ag", "agl")}, {ActorColumns("pa", "pal")}{ClaimTables}WHERE c.id IN ({string.Join(',', chunk)})", ReadClaim))
                found[row.Id] = (row.Claim, row.Statement);
        var chains = ReadChains(found.Values.Where(f => f.Statement is not null).Select(f => f.Statement!.Value));
        return found.ToDictionary(f => f.Key, f => WithChain(f.Value.Claim, f.Value.Statement, chains));
    }

    private static Claim WithChain(Claim claim, long? innermost, Dictionary<long, Telling> tellings)
    {
        if (innermost is null) return claim;
        var (chain, said) = ChainOf(claim.Ref.Report, innermost, tellings);
        return claim with { Tellers = [claim.Tellers[0], .. chain], Said = said };
    }

    /// <summary>The holders down to a statement's, outermost first, and when it was said.</summary>
    private static (List<ClaimTeller> Tellers, ClaimTime? Said) ChainOf(string report, long? innermost, Dictionary<long, Telling> tellings)
    {
        var chain = new List<ClaimTeller>();
        ClaimTime? said = null;
        for (var id = innermost; id is { } at && chain.Count < ClaimProjection.LongestChain && tellings.TryGetValue(at, out var telling); id = telling.Via)
        {
            chain.Add(telling.Teller with { Actor = telling.Teller.Actor is { } actor ? actor with { Ref = new ActorRef(report, actor.Ref.Anchor) } : null });
            said ??= telling.Said;
        }
        chain.Reverse();
        return (chain, said);
    }

    private (long Id, Claim Claim, long? Statement) ReadClaim(DbDataReader r)
    {
        var at = new Columns(r, terms);
        long id = at.Long();
        string local = at.Text(), kind = at.Term();
        var span = new TextSpan(at.Int(), at.Int());
        var points = new CodePointRange(at.Int(), at.Int());
        var exact = at.Text();
        var statement = at.LongOrNull();
        var role = at.TermOrNull();
        var precision = at.TermOrNull();
        var relation = ReadRelation(at);
        var meant = ReadTime(at);
        var quantity = ReadQuantity(at);
        var position = at.TermOrNull();
        var polarity = Spelling<Polarity>.Value(JsonNames.Of, at.Term());
        var certainty = Spelling<Certainty>.Value(JsonNames.Of, at.Term());
        var voice = Spelling<Voice>.Value(JsonNames.Of, at.Term());
        var loaded = ClaimRows.Loaded(at.TextOrNull());
        var review = ClaimNames.Review(at.Term());
        var corrected = at.Int() != 0;
        var origin = at.TextOrNull();
        var setting = SettingForm.Read(at.TextOrNull());
        SlotWords? agentWords = ReadWords(at), patientWords = ReadWords(at);
        var report = ReportColumns.Read(at);
        var place = ReadPlace(at, role, precision, relation);
        var agent = ReadActor(at, report.Id);
        var patient = ReadActor(at, report.Id);
        return (id, new Claim(new ClaimRef(report.Id, local), report, kind, span, exact)
        {
            CodePoints = points,
            Agent = agent,
            AgentWords = agentWords,
            Patient = patient,
            PatientWords = patientWords,
            Place = place,
            Meant = meant,
            Quantity = quantity,
            Position = position,
            Polarity = polarity,
            Certainty = certainty,
            Voice = voice,
            Loaded = loaded,
            Review = review,
            IsCorrected = corrected,
            Origin = origin,
            Setting = setting,
            Tellers = [new ClaimTeller(report.Outlet ?? "")],
        }, statement);
    }

    private static SlotWords? ReadWords(Columns at)
    {
        var exact = at.TextOrNull();
        int? start = at.IntOrNull(), point = at.IntOrNull();
        return exact is null ? null : new SlotWords(new TextSpan(start!.Value, start.Value + exact.Length), new CodePointRange(point!.Value, point.Value + exact.EnumerateRunes().Count()), exact);
    }

    private static ClaimPlaceRelation? ReadRelation(Columns at)
    {
        var kind = at.TermOrNull();
        var words = at.TextOrNull();
        double? latitude = at.DoubleOrNull(), longitude = at.DoubleOrNull(), radius = at.DoubleOrNull();
        var ends = WayColumn.Read(at.TextOrNull());
        return kind is null ? null : new ClaimPlaceRelation(JsonNames.PlaceRelationKind(kind), words!, new GeoPoint(latitude!.Value, longitude!.Value), radius!.Value) { Ends = ends };
    }

    private static ClaimTime? ReadTime(Columns at)
    {
        string? words = at.TextOrNull(), value = at.TextOrNull();
        var interval = TimeColumns.Interval(at.LongOrNull(), at.LongOrNull());
        string? granularity = at.TermOrNull(), modifier = at.TermOrNull();
        if (words is null) return null;
        return new ClaimTime(words, value, interval, granularity is null ? null : Spelling<TimeGranularity>.Value(JsonNames.Of, granularity))
        {
            Modifier = modifier is null ? null : Spelling<TimeModifier>.Value(JsonNames.Of, modifier),
        };
    }

    private static Quantity? ReadQuantity(Columns at)
    {
        double? value = at.DoubleOrNull(), to = at.DoubleOrNull();
        var bound = at.TermOrNull();
        var approximate = at.IntOrNull();
        var unit = at.TermOrNull();
        return value is null ? null : new Quantity(value.Value, approximate == 1, unit) { Bound = Spelling<QuantityBound>.Value(JsonNames.Of, bound!), To = to };
    }

    private static ClaimPlace? ReadPlace(Columns at, string? role, string? precision, ClaimPlaceRelation? relation)
    {
        string? name = at.TextOrNull(), kind = at.TermOrNull(), country = at.TermOrNull();
        double? latitude = at.DoubleOrNull(), longitude = at.DoubleOrNull(), radius = at.DoubleOrNull();
        string? gazetteer = at.TextOrNull(), container = at.TextOrNull();
        if (name is null) return null;
        return new ClaimPlace(name, kind!)
        {
            Country = country,
            Point = latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null,
            RadiusKm = radius,
            Gazetteer = gazetteer,
            Container = container,
            Precision = precision is null ? null : Spelling<PlacePrecision>.Value(JsonNames.Of, precision),
            Role = role is null ? PlaceRole.Literal : Spelling<PlaceRole>.Value(JsonNames.Of, role),
            Relation = relation,
        };
    }

    private static ClaimActor? ReadActor(Columns at, string report)
    {
        int? start = at.IntOrNull(), end = at.IntOrNull();
        string? name = at.TextOrNull(), kind = at.TermOrNull(), country = at.TermOrNull(), identity = at.TextOrNull();
        var actor = at.LongOrNull();
        var described = at.IntOrNull();
        if (name is null) return null;
        return new ClaimActor(new ActorRef(report, new TextSpan(start!.Value, end!.Value)), name, JsonNames.ActorKind(kind!))
        {
            Country = country,
            Identity = identity,
            Cluster = described == 0 ? ActorIds.Shown(actor!.Value) : null,
        };
    }

    /// <summary>The tellers of these statements, and when they say so.</summary>
    public Dictionary<long, (ClaimTeller Teller, ClaimTime? Said)> Tellings(IReadOnlyList<long> statements) =>
        ReadChains(statements).ToDictionary(t => t.Key, t => (t.Value.Teller, t.Value.Said));

    /// <summary>The chains of a report's statements, by their ids in the reading.</summary>
    public Dictionary<string, (IReadOnlyList<ClaimTeller> Tellers, ClaimTime? Said)> Chains(string report, IReadOnlyList<(long Id, string Local)> statements)
    {
        terms.Follow(connection);
        var tellings = ReadChains(statements.Select(s => s.Id));
        var chains = new Dictionary<string, (IReadOnlyList<ClaimTeller>, ClaimTime?)>(StringComparer.Ordinal);
        foreach (var (id, local) in statements) chains[local] = ChainOf(report, id, tellings);
        return chains;
    }

    private sealed record Telling(long Id, long? Via, ClaimTeller Teller, ClaimTime? Said);

    private Dictionary<long, Telling> ReadChains(IEnumerable<long> innermost)
    {
        var tellings = new Dictionary<long, Telling>();
        var wanted = innermost.Distinct().ToArray();
        for (var depth = 0; depth < ClaimProjection.LongestChain && wanted.Length > 0; depth++)
        {
            foreach (var chunk in wanted.Chunk(MostInOneQuery))
                foreach (var telling in connection.Query(
                    $"SELECT s.id, s.local, s.via, s.name, s.mode, s.act, s.held_back, s.channel, s.said_words, s.said_value, s.said_from, s.said_to, s.said_granularity, s.said_modifier, s.confidence, {ActorColumns("h", "hl")} "
                    + "FROM statements s LEFT JOIN report_actors h ON h.report = s.report AND h.local = s.holder LEFT JOIN actors hl ON hl.id = h.actor "
                    + $"WHERE s.id IN ({string.Join(',', chunk)})", ReadTelling))
                    tellings[telling.Id] = telling;
            wanted = [.. wanted.Select(id => tellings.GetValueOrDefault(id)?.Via).OfType<long>().Where(via => !tellings.ContainsKey(via)).Distinct()];
        }
        return tellings;
    }

    private Telling ReadTelling(DbDataReader r)
    {
        var at = new Columns(r, terms);
        var id = at.Long();
        var local = at.Text();
        var via = at.LongOrNull();
        var name = at.Text();
        var mode = Spelling<StatementMode>.Value(JsonNames.Of, at.Term());
        var act = Spelling<SpeechAct>.Value(JsonNames.Of, at.Term());
        var heldBack = at.Int() != 0;
        var channel = at.TextOrNull();
        var said = ReadTime(at);
        var confidence = at.DoubleOrNull();
        var actor = ReadActor(at, "");
        var teller = new ClaimTeller(actor?.Name ?? name)
        {
            Statement = local,
            Actor = actor,
            Act = act,
            Mode = mode,
            NegatedOrHypothetical = heldBack,
            Channel = channel,
            Confidence = confidence,
        };
        return new Telling(id, via, teller, said);
    }
}
