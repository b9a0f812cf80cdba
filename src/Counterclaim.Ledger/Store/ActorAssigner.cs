using Counterclaim.Ledger.Identity;
using Counterclaim.Ledger.Words;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Store;

/// <summary>
/// Finds for each actor of a report the one of the ledger it is, looking only at those that share a key with it, or makes a new one.
/// </summary>
/// <remarks>
/// The rounds of <see cref="Clustering"/> for actors that come one by one: a listed identity or an equal full name decides; else the best score wins, a surname, role or
/// acronym only where no second one that is not the same fits alike. Ids, once given, stay.
/// </remarks>
internal sealed class ActorAssigner(WriteSession session)
{
    /// <summary>How many actors are looked at under one key, and under all keys of a record.</summary>
    private const int MostOfKey = 24;
    private const int MostCompared = 96;
    private const int MostKeys = 24;
    private const int MostStoredKeys = 64;
    private const double LeastShown = 0.1;
    private const double Lead = 0.05;

    /// <returns>The ids of the ledger's actors, in the order of the records.</returns>
    public long Assign(ActorRecord record, long report)
    {
        if (IsDescribed(record)) return Described(record);
        var candidate = new Candidate(ActorProfile.Trimmed(record, report));
        var folded = SearchText.FoldName(record.Name);
        if ((ByIdentity(record) ?? ByName(candidate, folded)) is { } known) return Join(known, candidate, folded);
        var keys = candidate.BlockingKeys().Take(MostKeys).ToArray();
        var fits = Fits(candidate, keys);
        var best = Best(candidate, fits);
        var id = best is null ? Create(candidate, folded, keys) : Join(best.Id, candidate, folded, keys);
        Propose(id, fits, best?.Id);
        return id;
    }

    /// <summary>Whether nothing but words that fit many tell who it is ("residents", "one soldier"): then it is the same as in no other report.</summary>
    public static bool IsDescribed(ActorRecord record) =>
        record.Identity is null && (record.Kind == ActorKind.Group || (record.Kind == ActorKind.Person ? !NameWords.IsNameOfPerson(record.Name) : !NameWords.IsName(record.Name)));

    private long Described(ActorRecord record)
    {
        var folded = SearchText.FoldName(record.Name);
        var known = session.Prepared("SELECT a.id FROM actor_names n JOIN actors a ON a.id = n.actor WHERE n.folded = @0 AND a.described = 1 AND a.kind = @1 ORDER BY a.id LIMIT 1", 2)
            .First(folded, session.Term(JsonNames.Of(record.Kind)));
        if (known is not null) return Convert.ToInt64(known, System.Globalization.CultureInfo.InvariantCulture);
        var id = session.NextId("actors");
        InsertActor(id, record, described: true, profile: null);
        AddName(id, record.Name, folded);
        return id;
    }

    private long? ByIdentity(ActorRecord record) => record.Identity is null ? null
        : session.Prepared("SELECT COALESCE(merged, id) FROM actors WHERE identity = @0", 1).First(record.Identity) is { } id ? Convert.ToInt64(id, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The one actor of the same full name, of a like kind, and of no other country or listed identity.</summary>
    private long? ByName(Candidate candidate, string folded)
    {
        if (candidate.IsPartial || candidate.Person is { Given.Length: 0 } || folded.Length == 0) return null;
        long? only = null;
        foreach (var id in session.Prepared("SELECT DISTINCT n.actor FROM actor_names n JOIN actors a ON a.id = n.actor WHERE n.folded = @0 AND a.described = 0 ORDER BY n.actor LIMIT 8", 1).Rows(r => r.GetInt64(0), folded))
        {
            var profile = ProfileOf(id);
            if (profile.Records[0].IsPerson != candidate.IsPerson || profile.Traits.Contradicts(new ClusterTraits(candidate))) continue;
            if (only is not null) return null;
            only = id;
        }
        return only;
    }

    private List<(ActorProfile Profile, IdentityProposal Proposal)> Fits(Candidate candidate, string[] keys)
    {
        var seen = new HashSet<long>();
        var fits = new List<(ActorProfile, IdentityProposal)>();
        var lookUp = session.Prepared($"SELECT actor FROM actor_keys WHERE blocking_key = @0 ORDER BY actor LIMIT {MostOfKey}", 1);
        foreach (var key in keys)
            foreach (var id in lookUp.Rows(r => r.GetInt64(0), key))
            {
                if (seen.Count == MostCompared || !seen.Add(id)) continue;
                var profile = ProfileOf(id);
                IdentityProposal? best = null;
                foreach (var record in profile.Records)
                    if (PairScorer.Score(candidate, record) is { } proposal && (best is null || proposal.Score > best.Score)) best = proposal;
                if (best is not null && best.Score >= LeastShown) fits.Add((profile, best));
            }
        fits.Sort((a, b) => a.Item2.Score != b.Item2.Score ? b.Item2.Score.CompareTo(a.Item2.Score) : a.Item1.Id.CompareTo(b.Item1.Id));
        return fits;
    }

    private static ActorProfile? Best(Candidate candidate, List<(ActorProfile Profile, IdentityProposal Proposal)> fits)
    {
        var traits = new ClusterTraits(candidate);
        foreach (var (profile, proposal) in fits)
        {
            if (proposal.Score < IdentityGraph.DefaultThreshold) return null;
            if (profile.Traits.Contradicts(traits)) continue;
            if (candidate.IsPartial == profile.Traits.IsPartial) return profile;
            var rival = fits.Exists(f => f.Profile != profile && f.Profile.Traits.Contradicts(profile.Traits) && proposal.Score - f.Proposal.Score < Lead);
            return rival ? null : profile;
        }
        return null;
    }

    private void Propose(long id, List<(ActorProfile Profile, IdentityProposal Proposal)> fits, long? joined)
    {
        const int MostProposed = 8;
        foreach (var (profile, proposal) in fits.Where(f => f.Profile.Id != joined && f.Profile.Id != id).Take(MostProposed))
        {
            var (first, second) = (Math.Min(id, profile.Id), Math.Max(id, profile.Id));
            session.Run(
                "INSERT INTO actor_proposals (first, second, score, signs) VALUES (@0, @1, @2, @3) ON CONFLICT (first, second) DO UPDATE SET score = excluded.score, signs = excluded.signs WHERE excluded.score > actor_proposals.score",
                first, second, proposal.Score, string.Join(' ', proposal.Signs));
        }
    }

    /// <summary>Makes an actor of its own of a record, whoever it resembles.</summary>
    public long Create(ActorRecord record, long report)
    {
        var candidate = new Candidate(ActorProfile.Trimmed(record with { Identity = null }, report));
        return Create(candidate, SearchText.FoldName(record.Name), [.. candidate.BlockingKeys().Take(MostKeys)]);
    }

    private long Create(Candidate candidate, string folded, string[] keys)
    {
        var id = session.NextId("actors");
        var profile = ActorProfile.Of(id, candidate);
        InsertActor(id, candidate.Record, described: false, profile.Write());
        session.Actors.Keep(profile);
        AddName(id, candidate.Record.Name, folded);
        AddOtherNames(id, candidate.Record);
        AddKeys(id, keys);
        return id;
    }

    private long Join(long id, Candidate candidate, string folded, string[]? keys = null)
    {
        var profile = ProfileOf(id);
        if (profile.Take(candidate, byPeople: false))
        {
            session.Run("UPDATE actors SET profile = @1 WHERE id = @0", id, profile.Write());
            AddKeys(id, keys ?? [.. candidate.BlockingKeys().Take(MostKeys)]);
            if (candidate.Record.Identity is { } identity) session.Run("UPDATE actors SET identity = @1 WHERE id = @0 AND identity IS NULL", id, identity);
            if (candidate.Record.Country is { } country) session.Run("UPDATE actors SET country = @1 WHERE id = @0 AND country IS NULL", id, session.Term(country));
        }
        if (AddName(id, candidate.Record.Name, folded) && IsFuller(profile, candidate))
            session.Run("UPDATE actors SET name = @1 WHERE id = @0", id, candidate.Record.Name);
        AddOtherNames(id, candidate.Record);
        return id;
    }

    /// <summary>A full name takes the place of a surname or an acronym that was met first.</summary>
    private static bool IsFuller(ActorProfile profile, Candidate candidate) => profile.Records[0].IsPartial && !candidate.IsPartial;

    private ActorProfile ProfileOf(long id)
    {
        if (session.Actors.Find(id) is { } known) return known;
        var profile = ActorProfile.Read(id, (string)session.Prepared("SELECT profile FROM actors WHERE id = @0", 1).First(id)!);
        session.Actors.Keep(profile);
        return profile;
    }

    private void InsertActor(long id, ActorRecord record, bool described, string? profile) =>
        session.Insert("actors", "id, name, kind, country, identity, described, reports, profile",
            id, record.Name, session.Term(JsonNames.Of(record.Kind)), session.Term(record.Country), record.Identity, described ? 1 : 0, 0, profile);

    private void AddOtherNames(long id, ActorRecord record)
    {
        foreach (var name in record.OtherNames) AddName(id, name, SearchText.FoldName(name));
    }

    private bool AddName(long actor, string name, string folded)
    {
        if (folded.Length == 0 || session.Prepared("SELECT 1 FROM actor_names WHERE folded = @0 AND actor = @1", 2).First(folded, actor) is not null) return false;
        var id = session.NextId("actor_names");
        session.Insert("actor_names", "id, actor, name, folded", id, actor, name, folded);
        session.InsertWords("actor_words", id, folded);
        return true;
    }

    private void AddKeys(long actor, string[] keys)
    {
        var held = (long)session.Connection.Long("SELECT COUNT(*) FROM actor_keys WHERE actor = @actor", new SqlValue("@actor", actor));
        foreach (var key in keys)
        {
            if (held >= MostStoredKeys) return;
            held += session.Run("INSERT INTO actor_keys (blocking_key, actor) VALUES (@0, @1) ON CONFLICT DO NOTHING", key, actor);
        }
    }
}
