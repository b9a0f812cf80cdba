using System.Collections.Frozen;
using Counterclaim.Model;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Actors.Known;

/// <summary>Well-known actors by their names: the seed list, and users' lists laid over it.</summary>
internal sealed class KnownActors
{
    private static readonly Lazy<KnownActors> Seeded = new(() => new KnownActors([.. KnownActorFile.Seed()]));

    private static readonly FrozenDictionary<string, bool> IsSurnameOfMany =
        DataFile.Rows("actors/ambiguous-names.tsv", 2).GroupBy(r => r[0]).ToFrozenDictionary(g => g.Key, g => g.Any(r => r[1] == "surname"));

    private static readonly FrozenSet<string> CommonSurnames = IsSurnameOfMany.Where(w => w.Value).Select(w => NameKey.Sound(w.Key)).ToFrozenSet();

    private readonly Dictionary<string, List<KnownActor>> _byName = [];
    private readonly Dictionary<string, List<KnownActor>> _byWords = [];
    private readonly Dictionary<string, List<PersonName>> _persons = [];
    private readonly Dictionary<string, KnownActor> _governments = [];
    private readonly Dictionary<string, List<KnownActor>> _officers = [];

    /// <summary>The last month up to which the offices of the seed list were checked: one not known to have ended counts no longer than that.</summary>
    public static DateOnly CheckedTo { get; } = new(2025, 6, 30);

    /// <summary>The seed list alone.</summary>
    public static KnownActors Default => Seeded.Value;

    public KnownActors(IReadOnlyList<KnownActor> actors)
    {
        All = actors;
        foreach (var actor in actors)
        {
            if (actor.Kind == ActorKind.Person) AddPerson(actor);
            else AddBody(actor);
        }
    }

    public IReadOnlyList<KnownActor> All { get; }

    /// <summary>These with a list laid over them, whose actors are found first.</summary>
    public KnownActors With(IEnumerable<KnownActor> over) => new([.. All, .. over]);

    /// <summary>A word that alone points to nobody: a surname of many, or a name that is an ordinary word too.</summary>
    public static bool IsAmbiguous(string word) => IsSurnameOfMany.ContainsKey(NameKey.Plain(word));

    /// <summary>A surname borne by many, by its key.</summary>
    public static bool IsCommonSurname(string soundKey) => CommonSurnames.Contains(soundKey);

    /// <summary>The government of a country; null for one the list does not have.</summary>
    public KnownActor? GovernmentOf(string country) => _governments.GetValueOrDefault(country);

    /// <summary>Bodies that go by a name.</summary>
    /// <param name="country">Of the body as the text tells, null where it does not: the words "Defence Ministry" need one.</param>
    public IReadOnlyList<KnownActor> Bodies(string name, string? country)
    {
        var found = new List<KnownActor>();
        foreach (var actor in _byName.GetValueOrDefault(BodyName.Whole(name)) ?? [])
            if (country is null || actor.CrossesBorders || actor.Country == country) found.Add(actor);
        var (words, own) = BodyName.WithoutCountry(name);
        if (words.Length > 0 && (own ?? country) is { } code)
            foreach (var actor in _byWords.GetValueOrDefault(words) ?? [])
                if (actor.Country == code && !found.Contains(actor)) found.Add(actor);
        return Top(found);
    }

    /// <summary>Persons whose name a mention's words may be, by the sound keys of those words.</summary>
    public IEnumerable<(KnownActor Person, NameMatch Match)> Persons(string[] keys)
    {
        if (keys.Length == 0) yield break;
        foreach (var name in _persons.GetValueOrDefault(keys[^1]) ?? [])
            if (name.Match(keys) is { } match) yield return (name.Person, match);
    }

    /// <summary>Whoever held an office of a country on a day, where the list knows exactly one ("the Ukrainian president").</summary>
    public KnownActor? Holder(string role, string country, DateOnly day)
    {
        KnownActor? found = null;
        foreach (var person in _officers.GetValueOrDefault(country + Roles.Key(role)) ?? [])
        {
            if (!person.Offices.Any(o => o.From is not null && Roles.Key(o.Role) == Roles.Key(role) && o.Contains(day) && (o.To is not null || day <= CheckedTo))) continue;
            if (found is not null && found.Id != person.Id) return null;
            found = person;
        }
        return found;
    }

    /// <summary>Those of the list asked first, where several know a name.</summary>
    private static IReadOnlyList<KnownActor> Top(List<KnownActor> found)
    {
        if (found.Count < 2) return found;
        var layer = found.Max(a => a.Layer);
        return found.FindAll(a => a.Layer == layer);
    }

    private void AddPerson(KnownActor person)
    {
        foreach (var name in person.Names)
        {
            var keys = PersonName.KeysOf(name);
            if (keys.Length == 0) continue;
            Put(_persons, keys[^1], new PersonName(person, keys));
        }
        if (person.Country is { } country)
            foreach (var office in person.Offices) Put(_officers, country + Roles.Key(office.Role), person);
    }

    private void AddBody(KnownActor body)
    {
        if (body is { Kind: ActorKind.Government, Country: { } governed } && body.Id.Contains("government-of-", StringComparison.Ordinal)) _governments.TryAdd(governed, body);
        foreach (var name in body.Names)
        {
            Put(_byName, BodyName.Whole(name), body);
            if (body.Country is null || body.Kind == ActorKind.Publication) continue;
            var (words, country) = BodyName.WithoutCountry(name);
            if (words.Length > 0 && (country is null || country == body.Country)) Put(_byWords, words, body);
        }
    }

    private static void Put<T>(Dictionary<string, List<T>> index, string key, T item)
    {
        if (!index.TryGetValue(key, out var items)) index[key] = items = [];
        if (!items.Contains(item)) items.Add(item);
    }
}
