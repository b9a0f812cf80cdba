using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Asking.Lists;

/// <summary>Links of which the later or the earlier claim fits the query.</summary>
internal sealed class LinkList : LedgerList<LedgerLink>
{
    protected override string Table => "claim_links l";

    protected override string Id => "l.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } =
        [new("newest", "l.as_of", true), new("oldest", $"CASE WHEN l.as_of = {TimeColumns.Unknown} THEN {long.MaxValue} ELSE l.as_of END", false), new("added", "l.id", true)];

    protected override void AddWords(LedgerQuery query) => MustMatch(query, "claim_words", matching => $"(l.later IN ({matching}) OR l.earlier IN ({matching}))");

    protected override string? Own(QueryTerm term) =>
        term.Field!.Name == "relation" ? ClaimConditions.Any(term, value => $"l.relation = {Conditions.Term(value)}") : null;

    protected override string InReports(string condition) => Either($"SELECT c.id FROM claims c JOIN reports r ON r.id = c.report WHERE {condition}");

    protected override string? InClaims(IReadOnlyList<QueryTerm> asked) =>
        Conditions.OfKindAndPlace(asked, "l.later_kind", "l.later_place") is { } later ? $"({later} OR {Conditions.OfKindAndPlace(asked, "l.earlier_kind", "l.earlier_place")})" : null;

    protected override string InClaims(string condition) => Either($"SELECT c.id FROM claims c WHERE {condition}");

    private static string Either(string claims) => $"(l.later IN ({claims}) OR l.earlier IN ({claims}))";

    protected override IReadOnlyList<LedgerLink> Rows(List<long> ids)
    {
        var rows = Connection.Query(
            $"SELECT l.id, l.later, l.earlier, l.relation, l.rule, l.reason FROM claim_links l WHERE l.id IN {SqlFilter.List(ids)}",
            r =>
            {
                var at = new Columns(r, Terms);
                return (Id: at.Long(), Later: at.Long(), Earlier: at.Long(), Comparison: new ClaimComparison(RelationNames.Parse(at.Term()), at.Term(), at.Text()));
            }).ToDictionary(r => r.Id);
        var claims = new ClaimReader(Connection, Terms).ReadById([.. rows.Values.SelectMany(r => new[] { r.Later, r.Earlier }).Distinct()]);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => new LedgerLink(claims[r.Later], claims[r.Earlier], r.Comparison))];
    }
}
