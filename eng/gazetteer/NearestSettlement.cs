using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.GazetteerCompiler;

/// <summary>Finds the settlement of GeoNames nearest to a point, by cells of one degree.</summary>
internal sealed class NearestSettlement
{
    private const double FarKilometres = 100;

    private readonly GazetteerDraft _draft;
    private readonly ILookup<(int Latitude, int Longitude), DraftRow> _cells;

    public NearestSettlement(GazetteerDraft draft)
    {
        _draft = draft;
        _cells = draft.Rows.Where(r => r.Kind.IsSettlement()).ToLookup(r => Cell(r.Latitude, r.Longitude));
    }

    /// <summary>The division of the nearest settlement of a country for what is small enough to lie in one; else that of the whole country.</summary>
    public int Of(string country, double latitude, double longitude, ToponymKind kind)
    {
        var whole = _draft.Division(country, "");
        var isSmall = kind.IsSettlement() || kind is ToponymKind.Camp or ToponymKind.Facility or ToponymKind.Crossing;
        if (!isSmall || country.Length == 0) return whole;
        var (row, distance) = Near(latitude, longitude, r => _draft.CountryOf(r) == country);
        return row is not null && distance < FarKilometres ? row.Division : whole;
    }

    /// <summary>What to look at: rows far from every settlement of the country they name, or much nearer to those of another.</summary>
    public IEnumerable<string> Doubtful(IEnumerable<DraftRow> rows)
    {
        foreach (var row in rows)
        {
            var country = _draft.CountryOf(row);
            if (country.Length == 0 || row.Kind.IsNatural() || row.Kind is ToponymKind.Area or ToponymKind.Road) continue;
            var (_, own) = Near(row.Latitude, row.Longitude, r => _draft.CountryOf(r) == country);
            var (other, foreign) = Near(row.Latitude, row.Longitude, r => _draft.CountryOf(r) != country);
            if (own > FarKilometres || (own > 25 && foreign < own / 3))
                yield return FormattableString.Invariant($"{row.Name} ({row.Kind}, {country}) {row.Latitude:F2},{row.Longitude:F2}: {own:F0} km from its country, {foreign:F0} km from {other?.Name}");
        }
    }

    private (DraftRow? Row, double Kilometres) Near(double latitude, double longitude, Func<DraftRow, bool> wanted)
    {
        (DraftRow? Row, double Kilometres) best = (null, double.PositiveInfinity);
        var (south, west) = Cell(latitude, longitude);
        for (var i = south - 2; i <= south + 2; i++)
        {
            for (var j = west - 3; j <= west + 3; j++)
            {
                foreach (var row in _cells[(i, j)])
                {
                    if (!wanted(row)) continue;
                    var distance = GreatCircle.Kilometres(latitude, longitude, row.Latitude, row.Longitude);
                    if (distance < best.Kilometres) best = (row, distance);
                }
            }
        }
        return best;
    }

    private static (int Latitude, int Longitude) Cell(double latitude, double longitude) => ((int)Math.Floor(latitude), (int)Math.Floor(longitude));
}
