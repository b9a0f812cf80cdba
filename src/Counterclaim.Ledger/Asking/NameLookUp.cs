using System.Data.Common;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Stories;
using Counterclaim.Ledger.Words;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Asking;

/// <summary>Finds actors, places and outlets by what people call them: those with exactly this name, else those whose name holds its words.</summary>
internal sealed class NameLookUp(ILedgerDatabase database, DbConnection connection)
{
    private const int Most = 2_000;

    /// <summary>Places with a radius beyond are regions: what lies within is in them.</summary>
    public const double RegionFromKm = 20;

    /// <param name="name">A name, an id of the ledger ("A12"), or an id of a list ("known:…").</param>
    public List<long> Actors(string name)
    {
        if (ActorIds.Parse(name) is { } id)
            return connection.Query("SELECT COALESCE(merged, id) FROM actors WHERE id = @id", r => r.GetInt64(0), new SqlValue("@id", id));
        if (name.Contains(':', StringComparison.Ordinal)) return connection.Query("SELECT id FROM actors WHERE identity = @name", r => r.GetInt64(0), new SqlValue("@name", name));
        var pattern = SearchText.PatternOf(name, t => SearchText.FoldName(t));
        return pattern is null ? [] : connection.Query(
            $"SELECT DISTINCT actor FROM actor_names WHERE id IN ({database.Matching("actor_words", "@words")}) LIMIT {Most}", r => r.GetInt64(0), new SqlValue("@words", database.MatchText([pattern])));
    }

    /// <summary>The story of an id ("S12"), or the older one it was found to be; -1 for what is none.</summary>
    public long Story(string shown) =>
        StoryIds.Parse(shown) is { } id && connection.Long("SELECT COALESCE(merged, id) FROM stories WHERE id = @id", new SqlValue("@id", id)) is > 0 and var story ? story : -1;

    /// <summary>The question of an id ("Q12"), or the one it leads to; -1 for what is none.</summary>
    public long Question(string shown)
    {
        const int LongestWay = 32;
        var question = QuestionIds.Parse(shown) ?? -1;
        for (var steps = 0; steps < LongestWay && connection.Long("SELECT COALESCE(merged, joined) FROM questions WHERE id = @id", new SqlValue("@id", question)) is > 0 and var next; steps++) question = next;
        return question;
    }

    /// <summary>The rows of <c>places</c> that are the place or lie in it, and the circles of those that are regions.</summary>
    public (HashSet<long> Places, List<Circle> Regions) Places(string name)
    {
        var found = Named(name);
        var places = found.Select(f => f.Id).ToHashSet();
        foreach (var place in found)
        {
            if (place.Country is { } country && place.Kind == "country")
                places.UnionWith(connection.Query($"SELECT id FROM places WHERE country = {country}", r => r.GetInt64(0)));
            if (place.Container is not null) continue;
            places.UnionWith(connection.Query("SELECT id FROM places WHERE container_folded = @name", r => r.GetInt64(0), new SqlValue("@name", place.Folded)));
        }
        var regions = found.Where(f => f is { Kind: not "country", Latitude: not null, RadiusKm: >= RegionFromKm, Container: null })
            .Select(f => new Circle(f.Latitude!.Value, f.Longitude!.Value, f.RadiusKm!.Value)).Distinct().ToList();
        return (places, regions);
    }

    /// <summary>Exactly the places of a gazetteer's id or of a name, those that most reports name first.</summary>
    public List<long> PlaceIds(string name)
    {
        var (column, value) = name.Contains(':', StringComparison.Ordinal) ? ("gazetteer", name) : ("folded", SearchText.FoldName(name));
        return connection.Query($"SELECT id FROM places WHERE {column} = @name AND reports > 0 ORDER BY CASE WHEN container IS NULL THEN 0 ELSE 1 END, reports DESC, id", r => r.GetInt64(0), new SqlValue("@name", value));
    }

    private sealed record NamedPlace(long Id, string Folded, string Kind, long? Country, double? Latitude, double? Longitude, double? RadiusKm, string? Container);

    private List<NamedPlace> Named(string name)
    {
        const string Columns = "SELECT p.id, p.folded, t.term, p.country, p.latitude, p.longitude, p.radius_km, p.container FROM places p JOIN terms t ON t.id = p.kind WHERE ";
        if (name.Contains(':', StringComparison.Ordinal)) return connection.Query(Columns + "p.gazetteer = @name", Row, new SqlValue("@name", name));
        if (SearchText.PatternOf(name, t => SearchText.FoldName(t)) is not { } pattern) return [];
        if (!pattern.IsPrefix && connection.Query(Columns + "p.folded = @name", Row, new SqlValue("@name", string.Join(' ', pattern.Words))) is { Count: > 0 } exactly) return exactly;
        return connection.Query(Columns + $"p.id IN ({database.Matching("place_words", "@words")}) LIMIT {Most}", Row, new SqlValue("@words", database.MatchText([pattern])));

        static NamedPlace Row(DbDataReader r) => new(
            r.GetInt64(0), r.GetString(1), r.GetString(2), r.LongOrNull(3), r.DoubleOrNull(4), r.DoubleOrNull(5), r.DoubleOrNull(6), r.TextOrNull(7));
    }

    /// <summary>The place people most likely mean: the one that most reports name.</summary>
    public ClaimPlace? Place(string name, Terms terms)
    {
        var ids = Named(name).Where(p => p.Container is null).Select(p => p.Id).ToList();
        terms.Follow(connection);
        return connection.Query(
            $"SELECT name, kind, country, latitude, longitude, radius_km, gazetteer FROM places WHERE id IN {SqlFilter.List(ids)} ORDER BY reports DESC, id LIMIT 1",
            r =>
            {
                var at = new Columns(r, terms);
                var place = new ClaimPlace(at.Text(), at.Term()) { Country = at.TermOrNull() };
                double? latitude = at.DoubleOrNull(), longitude = at.DoubleOrNull();
                return place with
                {
                    Point = latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null,
                    RadiusKm = at.DoubleOrNull(),
                    Gazetteer = at.TextOrNull(),
                };
            }).SingleOrDefault();
    }

    public List<long> Outlets(string name)
    {
        var folded = SearchText.FoldName(name);
        if (folded.Length == 0) return [];
        var all = connection.Query("SELECT id, folded FROM outlets", r => (Id: r.GetInt64(0), Folded: r.GetString(1)));
        var exactly = all.Where(o => o.Folded == folded).Select(o => o.Id).ToList();
        var words = folded.Split(' ');
        return exactly.Count > 0 ? exactly : [.. all.Where(o => words.All(o.Folded.Split(' ').Contains)).Select(o => o.Id)];
    }

}
