using System.Data.Common;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Asking.Lists;

internal sealed class PlaceList : LedgerList<LedgerPlace>
{
    protected override string Table => "places p";

    protected override string Id => "p.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } = [new("reports", "p.reports", true), new("added", "p.id", true)];

    /// <summary>The place itself, not what lies in it.</summary>
    /// <param name="name">A gazetteer's id, or exactly its name.</param>
    public LedgerPlace? Find(string name, ILedgerDatabase database, DbConnection connection, Terms terms)
    {
        Attach(database, connection, terms);
        terms.Follow(connection);
        return Rows(Conditions.Names.PlaceIds(name)) is [var place, ..] ? place : null;
    }

    protected override void Restrict(LedgerQuery query)
    {
        base.Restrict(query);
        Filter.Must("p.reports > 0");
    }

    protected override void AddWords(LedgerQuery query) => MustMatch(query, "place_words", matching => $"p.id IN ({matching})", asNames: true);

    protected override string? Own(QueryTerm term) => term.Field!.Name switch
    {
        "place" => ClaimConditions.Any(term, InPlace),
        "near" => ClaimConditions.Any(term, value => ClaimConditions.Near(Circle.Parse(value)!.Value, "p.latitude", "p.longitude")),
        "type" => ClaimConditions.Any(term, value => $"p.kind = {Conditions.Term(value)}"),
        _ => null,
    };

    private string InPlace(string value)
    {
        var found = Conditions.Names.Places(value);
        var regions = found.Regions.Select(r => $" OR {ClaimConditions.Near(r, "p.latitude", "p.longitude")}");
        return $"(p.id IN {SqlFilter.List(found.Places)}{string.Concat(regions)})";
    }

    protected override string InReports(string condition) => $"p.id IN (SELECT rp.place FROM report_places rp JOIN reports r ON r.id = rp.report WHERE {condition})";

    protected override string InClaims(string condition) => $"p.id IN (SELECT c.set_at FROM claims c WHERE {condition})";

    protected override IReadOnlyList<LedgerPlace> Rows(List<long> ids) => InOrder(
        ids,
        "SELECT p.id, p.name, p.kind, p.country, p.latitude, p.longitude, p.radius_km, p.gazetteer, p.container, p.reports, (SELECT COUNT(*) FROM claims c WHERE c.set_at = p.id) FROM places p WHERE p.id",
        at =>
        {
            var id = at.Long();
            string name = at.Text(), kind = at.Term();
            var country = at.TermOrNull();
            double? latitude = at.DoubleOrNull(), longitude = at.DoubleOrNull(), radius = at.DoubleOrNull();
            var place = new ClaimPlace(name, kind)
            {
                Country = country,
                Point = latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null,
                RadiusKm = radius,
                Gazetteer = at.TextOrNull(),
                Container = at.TextOrNull(),
            };
            return (id, new LedgerPlace(place, at.Long(), at.Long()));
        });
}
