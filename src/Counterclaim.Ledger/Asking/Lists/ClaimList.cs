using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Asking.Lists;

internal sealed class ClaimList : ClaimListOf<Claim>
{
    protected override IReadOnlyList<Claim> Rows(List<long> ids) => new ClaimReader(Connection, Terms).Read(ids);
}

/// <summary>Claims, as whatever is shown of them.</summary>
internal abstract class ClaimListOf<T> : LedgerList<T>
{
    protected override string Table => "claims c";

    protected override string Id => "c.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } =
    [
        new("newest", "c.as_of", true), new("oldest", $"CASE WHEN c.as_of = {TimeColumns.Unknown} THEN {long.MaxValue} ELSE c.as_of END", false),
        new("meant", $"COALESCE(c.meant_from, {TimeColumns.Unknown})", true), new("largest", "COALESCE(c.quantity, -1e300)", true), new("smallest", "COALESCE(c.quantity, 1e300)", false),
        new("surest", "COALESCE(c.confidence, -1)", true), new("added", "c.id", true),
    ];

    protected override void Restrict(LedgerQuery query)
    {
        base.Restrict(query);
        if (!query.Asks("review")) Filter.Must(Conditions.NotRejected);
    }

    protected override void AddWords(LedgerQuery query) => MustMatch(query, "claim_words", matching => $"c.id IN ({matching})");

    protected override string Own(QueryTerm term) => Conditions.OfClaim(term);

    protected override string InReports(string condition) => $"c.report IN (SELECT r.id FROM reports r WHERE {condition})";

    protected override string InClaims(string condition) => condition;
}
