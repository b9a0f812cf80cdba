using Counterclaim.Ledger.Store;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Asking.Lists;

internal sealed class ActorList : LedgerList<LedgerActor>
{
    private const int MostNames = 12;

    protected override string Table => "actors a";

    protected override string Id => "a.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } = [new("reports", "a.reports", true), new("added", "a.id", true)];

    protected override void Restrict(LedgerQuery query)
    {
        base.Restrict(query);
        if (query.Terms.All(t => t.Field is not (null or { Name: "type" or "actor" }))) Filter.Must("a.described = 0"); // those known by words alone are shown when their words are asked for
        Filter.Must("a.reports > 0");
    }

    protected override void AddWords(LedgerQuery query) =>
        MustMatch(query, "actor_words", matching => $"a.id IN (SELECT n.actor FROM actor_names n WHERE n.id IN ({matching}))", asNames: true);

    protected override string? Own(QueryTerm term) => term.Field!.Name switch
    {
        "actor" => ClaimConditions.Any(term, value => $"a.id IN {SqlFilter.List(Conditions.Names.Actors(value))}"),
        "type" => ClaimConditions.Any(term, value => $"a.kind = {Conditions.Term(value)}"),
        _ => null,
    };

    protected override string InReports(string condition) => $"a.id IN (SELECT ra.actor FROM report_actors ra JOIN reports r ON r.id = ra.report WHERE {condition})";

    protected override string InClaims(string condition) => $"a.id IN (SELECT ca.actor FROM claim_actors ca JOIN claims c ON c.id = ca.claim WHERE {condition})";

    protected override IReadOnlyList<LedgerActor> Rows(List<long> ids)
    {
        var names = Connection.Query($"SELECT actor, name FROM actor_names WHERE actor IN {SqlFilter.List(ids)} ORDER BY id", r => (Actor: r.GetInt64(0), Name: r.GetString(1))).ToLookup(n => n.Actor, n => n.Name);
        var roles = Connection.Query(
            $"SELECT actor, role, COUNT(*) FROM claim_actors WHERE actor IN {SqlFilter.List(ids)} GROUP BY actor, role", r => (Actor: r.GetInt64(0), Role: r.GetInt32(1), Count: r.GetInt64(2))).ToLookup(r => r.Actor);
        return InOrder(ids, "SELECT a.id, a.name, a.kind, a.country, a.identity, a.described, a.reports FROM actors a WHERE a.id", at =>
        {
            var id = at.Long();
            string name = at.Text(), kind = at.Term();
            string? country = at.TermOrNull(), identity = at.TextOrNull();
            var shown = at.Int() == 0 ? ActorIds.Shown(id) : null;
            var reports = at.Long();
            return (id, new LedgerActor(
                shown, name, JsonNames.ActorKind(kind), country, identity, [.. names[id].Where(n => n != name).Take(MostNames)], reports,
                roles[id].Where(r => r.Role == ClaimRows.TellerRole).Sum(r => r.Count), roles[id].Where(r => r.Role != ClaimRows.TellerRole).Sum(r => r.Count)));
        });
    }
}
