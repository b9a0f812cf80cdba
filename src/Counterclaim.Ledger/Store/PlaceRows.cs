using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Words;

namespace Counterclaim.Ledger.Store;

/// <summary>Places as the ledger keeps them: one row for what is told alike.</summary>
internal sealed class PlaceRows(WriteSession session)
{
    /// <summary>Notes which places a report names, and how often.</summary>
    public void WriteReport(long report, Model.Reading reading)
    {
        var times = new Dictionary<long, int>();
        foreach (var place in reading.Places)
        {
            var id = IdOf(ClaimProjection.PlaceOf(place, reading.Report.Text));
            times[id] = times.GetValueOrDefault(id) + 1;
        }
        foreach (var (id, count) in times)
        {
            session.Insert("report_places", "place, report, times", id, report, count);
            session.Run("UPDATE places SET reports = reports + 1 WHERE id = @0", id);
        }
    }

    public long IdOf(ClaimPlace place)
    {
        var signature = Signature(place);
        if (session.Prepared("SELECT id FROM places WHERE signature = @0", 1).First(signature) is { } known) return Convert.ToInt64(known, CultureInfo.InvariantCulture);
        var id = session.NextId("places");
        var folded = SearchText.FoldName(place.Name);
        session.Insert(
            "places", "id, signature, place_key, name, folded, kind, country, latitude, longitude, radius_km, gazetteer, container, container_folded, reports",
            id, signature, place.Key, place.Name, folded, session.Term(place.Kind), session.Term(place.Country), place.Point?.Latitude, place.Point?.Longitude,
            place.RadiusKm, place.Gazetteer, place.Container, place.Container is { } container ? SearchText.FoldName(container) : null, 0);
        session.InsertWords("place_words", id, folded);
        return id;
    }

    private static string Signature(ClaimPlace place) => string.Join('\u001f',
        place.Key, place.Name, place.Kind, place.Country, Number(place.Point?.Latitude), Number(place.Point?.Longitude), Number(place.RadiusKm), place.Container);

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
