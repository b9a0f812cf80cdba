using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.View;

namespace Counterclaim.Web.Mapping;

/// <summary>What a map of a query shows.</summary>
/// <param name="Json">The claims that have a pin, and how many were told on each day, for the drawing.</param>
/// <param name="Total">How many claims there are.</param>
/// <param name="Looked">Of how many of them the map was made: the newest.</param>
/// <param name="Unplaced">Those without a place that can be pinned: the first of them.</param>
/// <param name="UnplacedCount">How many of those looked at these are.</param>
/// <param name="Countries">Of these, what is told of whole countries: their names and how many claims each, those told of most first.</param>
/// <param name="Undated">Those of which nobody knows when they were told: the first of them.</param>
/// <param name="UndatedCount">How many these are.</param>
internal sealed record MapData(byte[] Json, long Total, long Looked, IReadOnlyList<Claim> Unplaced, int UnplacedCount, IReadOnlyList<(string Name, int Claims)> Countries, IReadOnlyList<ClaimRef> Undated, int UndatedCount);

/// <summary>Maps as they were made for a query, kept until the ledger changes.</summary>
internal sealed class MapBook(Desk desk)
{
    /// <summary>More pins than this tell a reader nothing.</summary>
    private const int MostClaims = 20_000;

    private const int MostKept = 8;
    private const int MostListed = 25;
    private const int MostCountries = 40;
    private const int MostCharacters = 140;

    private readonly Kept<MapData> _kept = new(desk.Ledger, MostKept);

    /// <exception cref="QueryException">The query cannot be asked of claims.</exception>
    public MapData Of(LedgerQuery query) => _kept.Of(query.Text, () => Make(query));

    /// <summary>The query of what no map can show.</summary>
    public static string WithoutPin(string query) => $"{query} -has:pin".TrimStart();

    private MapData Make(LedgerQuery query)
    {
        var claims = desk.Ledger.OnMap(query, MostClaims);
        var undated = claims.Items.Where(c => c.AsOf is null).ToList();
        var unplaced = claims.Items.Count(c => c.Pin is null);
        var countries = claims.Items.Where(c => c.Pin is null && c.Country is not null).CountBy(c => c.Country!, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostCountries).Select(c => (c.Key, c.Value)).ToList();
        var first = unplaced == 0 ? [] : desk.Ledger.Claims(QueryParser.Parse(WithoutPin(query.Text)), new PageRequest(MostListed)).Items;
        return new MapData(Write(claims.Items), claims.Total, claims.Items.Count, first, unplaced, countries, [.. undated.Take(MostListed).Select(c => c.Ref)], undated.Count);
    }

    /// <summary>Rows as arrays, for they are many: id, latitude, longitude, radius in km, day, kind, place, first teller, words, whether contested, whether the place is an area; of a way then the latitude and longitude of both its ends.</summary>
    private static byte[] Write(IReadOnlyList<MapClaim> claims)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("claims"u8);
            foreach (var claim in claims)
                if (claim.Pin is { } pin) WriteRow(json, claim, pin);
            json.WriteEndArray();
            json.WriteStartObject("days"u8);
            foreach (var day in claims.Where(c => c.AsOf is not null).CountBy(c => Day(c)!).OrderBy(d => d.Key, StringComparer.Ordinal)) json.WriteNumber(day.Key, day.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void WriteRow(Utf8JsonWriter json, MapClaim claim, Model.GeoPoint pin)
    {
        json.WriteStartArray();
        json.WriteStringValue($"{ReportKeys.Short(claim.Ref.Report)}/{claim.Ref.Assertion}");
        json.WriteNumberValue(Math.Round(pin.Latitude, 4));
        json.WriteNumberValue(Math.Round(pin.Longitude, 4));
        json.WriteNumberValue(Math.Round(claim.RadiusKm, 2));
        json.WriteStringValue(Day(claim));
        json.WriteStringValue(claim.Kind + (claim.Position is { } position ? " · " + position : ""));
        json.WriteStringValue(SafeText.OneLine(claim.Place));
        json.WriteStringValue(SafeText.OneLine(claim.Teller));
        json.WriteStringValue(SafeText.Shorten(SafeText.OneLine(claim.Words), MostCharacters));
        json.WriteNumberValue(claim.IsContested ? 1 : 0);
        json.WriteNumberValue(claim.IsArea ? 1 : 0);
        foreach (var (_, point) in claim.Ends)
        {
            json.WriteNumberValue(Math.Round(point.Latitude, 4));
            json.WriteNumberValue(Math.Round(point.Longitude, 4));
        }
        json.WriteEndArray();
    }

    private static string? Day(MapClaim claim) => claim.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
