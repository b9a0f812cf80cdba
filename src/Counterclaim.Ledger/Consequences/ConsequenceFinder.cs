using System.Data.Common;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Consequences;

/// <summary>
/// Finds the consequences that a query asks for: those beside a claim that fits it, told by the same teller in the same paragraph or with words in common; and, where it asks for a place or an
/// actor alone, those whose words name it.
/// </summary>
internal sealed class ConsequenceFinder(ILedgerDatabase database, DbConnection connection, Terms terms)
{
    /// <summary>Consequences beyond these, the newest, are not looked at.</summary>
    public const int Most = 5_000;

    /// <param name="most">Of how many consequences, the newest, the map is made; older ones are not looked for.</param>
    public ConsequenceMap Map(LedgerQuery query, int most = Most)
    {
        terms.Follow(connection);
        var asksForAll = query.Terms.All(t => t.Field is { Name: "sort" });
        var named = NamedIn(query);
        var (fitting, isCut) = asksForAll ? (null, false) : FittingClaims(query, most < Most ? NewestClaims : null);
        var reports = most < Most ? Newest(2 * most + 1, fitting?.Keys, named) : Newest(long.MaxValue, null, null);
        var told = new List<ToldConsequence>();
        long total = 0;
        var opened = 0;
        foreach (var (id, key) in reports)
        {
            if (most >= Most && fitting is not null && !fitting.ContainsKey(id) && named?.Reports.Value.Contains(id) != true) continue;
            if (most < Most && (told.Count >= most || opened >= 2 * most))
            {
                isCut = true;
                break;
            }
            if (told.Count >= Most && asksForAll) break;
            opened++;
            var found = OfReport(id, key, fitting is null ? null : fitting.GetValueOrDefault(id) ?? [], named);
            total += found.Count;
            if (told.Count < Most) told.AddRange(found);
        }
        return ConsequenceMapBuilder.Build(told.Take(Math.Min(most, Most)), asksForAll ? connection.Long("SELECT COUNT(*) FROM consequences") : total) with { IsCut = isCut };
    }

    /// <summary>Reports that tell a consequence, the newest first: those of <paramref name="fitting"/> and those that name what is asked for, or all where both are null.</summary>
    private List<(long Id, string Key)> Newest(long most, IReadOnlyCollection<long>? fitting, Named? named)
    {
        var asked = fitting is null ? "" : $" AND (r.id IN {SqlFilter.List(fitting)}{(named is null ? "" : $" OR EXISTS (SELECT 1 FROM {named.Table} n WHERE n.report = r.id AND n.{named.Column} IN {SqlFilter.List(named.Ids)})")})";
        return connection.Query(
            FormattableString.Invariant($"SELECT r.id, r.report_key FROM reports r WHERE EXISTS (SELECT 1 FROM consequences k WHERE k.report = r.id){asked} ORDER BY r.published DESC NULLS LAST, r.id DESC LIMIT {most}"), r => (r.GetInt64(0), r.GetString(1)));
    }

    /// <summary>Where a few consequences do, no more claims are looked at, the newest.</summary>
    private const int NewestClaims = 3_000;

    private readonly record struct FittingClaim(long Passage, string? Statement, TextSpan Span);

    /// <summary>The claims that fit, by report.</summary>
    /// <param name="most">How many, the newest; null for all.</param>
    /// <returns>Also whether there are more.</returns>
    private (Dictionary<long, List<FittingClaim>> Claims, bool IsCut) FittingClaims(LedgerQuery query, int? most)
    {
        var claims = new Dictionary<long, List<FittingClaim>>();
        var ids = new ClaimList().Ids(query, most is null ? "c.id" : "c.as_of DESC, c.id DESC", database, connection, terms, most);
        foreach (var chunk in ids.Chunk(ChunkSize))
            foreach (var (report, claim) in connection.Query(
                $"SELECT c.report, c.passage, s.local, c.span_start, c.span_end FROM claims c LEFT JOIN statements s ON s.id = c.statement WHERE c.id IN {SqlFilter.List(chunk)}",
                r => (r.GetInt64(0), new FittingClaim(r.GetInt64(1), r.TextOrNull(2), new TextSpan(r.GetInt32(3), r.GetInt32(4))))))
            {
                if (!claims.TryGetValue(report, out var of)) claims[report] = of = [];
                of.Add(claim);
            }
        return (claims, ids.Count == most);
    }

    private const int ChunkSize = 1_000;

    /// <summary>What a query for places and actors alone names; null for every other query.</summary>
    private Named? NamedIn(LedgerQuery query)
    {
        QueryTerm[] asked = [.. query.Terms.Where(t => t.Field is not { Name: "sort" })];
        if (asked.Length != 1 || asked[0] is not { Field.Name: "place" or "actor", IsNegated: false, Values: [var value] }) return null;
        var names = new NameLookUp(database, connection);
        if (asked[0].Field!.Name == "actor")
        {
            var actors = names.Actors(value);
            return Of("report_actors", "actor", actors, [], [.. actors]);
        }
        var places = names.Places(value).Places;
        return Of("report_places", "place", places, [.. connection.Query($"SELECT DISTINCT place_key FROM places WHERE id IN {SqlFilter.List(places)}", r => r.GetString(0))], []);

        Named Of(string table, string column, IReadOnlyCollection<long> ids, HashSet<string> keys, HashSet<long> actors) => new(table, column, ids, keys, actors)
        {
            Reports = new(() => [.. connection.Query($"SELECT DISTINCT report FROM {table} WHERE {column} IN {SqlFilter.List(ids)}", r => r.GetInt64(0))]),
        };
    }

    /// <param name="Table">Where it stands which report names them, by <paramref name="Column"/>.</param>
    private sealed record Named(string Table, string Column, IReadOnlyCollection<long> Ids, HashSet<string> Places, HashSet<long> Actors)
    {
        /// <summary>Every report that names one; many, where it is a large place.</summary>
        public required Lazy<HashSet<long>> Reports { get; init; }
    }

    private List<ToldConsequence> OfReport(long id, string key, List<FittingClaim>? claimsThatFit, Named? named)
    {
        var reading = ReadingRows.Readings(connection, [id])[id];
        var standing = CorrectionLog.Standing(CorrectionRows.Read(connection, key));
        if (standing.Count > 0) reading = CorrectedReading.Of(reading, standing).Reading;
        bool Fits(Consequence consequence)
        {
            if (claimsThatFit is null) return true;
            var hull = consequence.Cause.Hull(consequence.Effect);
            var passage = PassageIds.Of(id, reading.Report.Paragraphs, hull);
            return claimsThatFit.Exists(c => (c.Passage == passage && c.Statement == consequence.Statement) || c.Span.Overlaps(hull)) || (named is not null && IsNamed(reading, id, hull, named));
        }
        var fitting = reading.Consequences.Select((c, i) => (Consequence: c, Ordinal: i)).Where(c => Fits(c.Consequence)).ToList();
        if (fitting.Count == 0) return [];
        var claims = new ClaimReader(connection, terms).Read(connection.Query("SELECT id FROM claims WHERE report = @report ORDER BY id", r => r.GetInt64(0), new SqlValue("@report", id)));
        var chains = new ClaimReader(connection, terms).Chains(key, connection.Query("SELECT id, local FROM statements WHERE report = @report", r => (r.GetInt64(0), r.GetString(1)), new SqlValue("@report", id)));
        return new ReportConsequences(reading, claims, chains, connection.Query("SELECT COALESCE(t.report_key, r.report_key) FROM reports r LEFT JOIN reports t ON t.id = r.first_print WHERE r.id = @id", r => r.GetString(0), new SqlValue("@id", id)).First())
            .Of(fitting);
    }

    private bool IsNamed(Model.Reading reading, long report, TextSpan hull, Named named)
    {
        foreach (var place in reading.Places)
            if (hull.Contains(place.Span) && named.Places.Contains(ClaimProjection.PlaceOf(place, reading.Report.Text).Key)) return true;
        if (named.Actors.Count == 0) return false;
        var locals = connection.Query($"SELECT local FROM report_actors WHERE report = @report AND actor IN {SqlFilter.List(named.Actors)}", r => r.GetString(0), new SqlValue("@report", report));
        return reading.Actors.Any(a => locals.Contains(a.Id) && a.Mentions.Any(m => hull.Contains(m)));
    }
}
