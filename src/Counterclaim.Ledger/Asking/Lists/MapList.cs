using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Asking.Lists;

/// <summary>What a map and a line of time show of a claim: much less than all of it, for they show many.</summary>
/// <param name="Pin">Null where it has no place that can be pinned.</param>
/// <param name="RadiusKm">Around the pin; 0 where it is exact.</param>
/// <param name="Place">The words around the place's name with it; of a way both ends; "" without a place.</param>
/// <param name="IsArea">Whether the place is a region or a district: its radius is how large it is, not how exactly it is told.</param>
/// <param name="Country">The name of a whole country, which has no pin; null for any other place.</param>
/// <param name="Ends">Of a way between two located places; empty for everything else.</param>
/// <param name="Teller">Whom the first teller's words name; in its own voice the outlet.</param>
/// <param name="Words">The beginning of the clause.</param>
/// <param name="IsContested">Whether somebody answers its question otherwise.</param>
public sealed record MapClaim(
    ClaimRef Ref, GeoPoint? Pin, double RadiusKm, DateTime? AsOf, string Kind, string? Position, string Place, bool IsArea, string? Country, IReadOnlyList<WayEnd> Ends, string Teller, string Words, bool IsContested);

/// <summary>Claims in the same order as the list of claims, with a few of their columns.</summary>
internal sealed class MapList : ClaimListOf<MapClaim>
{
    private const int ChunkSize = 1_000;
    private const int MostCharacters = 400;

    /// <summary>As in <see cref="NameLookUp.Places"/>: places with a radius beyond are regions.</summary>
    private const double AreaFromKm = NameLookUp.RegionFromKm;

    protected override IReadOnlyList<MapClaim> Rows(List<long> ids)
    {
        var found = new Dictionary<long, MapClaim>(ids.Count);
        foreach (var chunk in ids.Chunk(ChunkSize))
            foreach (var (id, claim) in Connection.Query(
                $"""
                SELECT c.id, r.report_key, c.local, c.pin_latitude, c.pin_longitude, COALESCE(c.relation_radius_km, p.radius_km), c.as_of, c.kind, c.position, c.relation_words, c.relation_ends, p.name, p.kind,
                s.name, o.name, SUBSTR(c.exact, 1, {MostCharacters}), CASE WHEN q.contested > 0 THEN 1 ELSE 0 END
                FROM claims c JOIN reports r ON r.id = c.report LEFT JOIN outlets o ON o.id = r.outlet LEFT JOIN places p ON p.id = c.place LEFT JOIN statements s ON s.id = c.statement
                LEFT JOIN question_claims a ON a.claim = c.id LEFT JOIN questions q ON q.id = a.question WHERE c.id IN {SqlFilter.List(chunk)}
                """, r => Read(new Columns(r, Terms)))) found[id] = claim;
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    private static (long Id, MapClaim Claim) Read(Columns at)
    {
        var id = at.Long();
        var claim = new ClaimRef(at.Text(), at.Text());
        double? latitude = at.DoubleOrNull(), longitude = at.DoubleOrNull(), radius = at.DoubleOrNull();
        var asOf = at.Long();
        var (kind, position) = (at.Term(), at.TermOrNull());
        var relation = at.TextOrNull();
        var ends = WayColumn.Read(at.TextOrNull());
        string? place = at.TextOrNull(), placeKind = at.TermOrNull();
        string? teller = at.TextOrNull(), outlet = at.TextOrNull();
        return (id, new MapClaim(
            claim, latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null, radius ?? 0, asOf == TimeColumns.Unknown ? null : TimeColumns.Local(asOf), kind, position,
            place is null ? "" : ends is [var one, var other] ? $"{relation} {one.Name} – {other.Name}" : relation is null ? place : $"{relation} {place}",
            relation is null && radius > 0 && (radius >= AreaFromKm || placeKind is "region" or "district"), placeKind == "country" ? place : null, ends, teller ?? outlet ?? "", at.Text(), at.Int() != 0));
    }
}
