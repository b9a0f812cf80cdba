using System.Collections.Frozen;
using Counterclaim.Model;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Actors.Lists;
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
    private readonly Dictionary<string, string> _roleKeys = [];
    private readonly HashSet<string> _firstWords = [];
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

    /// <summary>The seed list with users' lists laid over it, the last on top.</summary>
    /// <exception cref="ActorListException">A list cannot be read.</exception>
    public static KnownActors Load(IReadOnlyList<string> lists) =>
        lists.Count == 0 ? Default : Default.With([.. lists.SelectMany((path, i) => ActorList.Read(path, i + 1))]);

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
        var (words, own) = BodyName.WithoutCountry(name);
        foreach (var actor in _byName.GetValueOrDefault(BodyName.Whole(name)) ?? [])
            if (country is null || country == own || actor.CrossesBorders || actor.Country == country) found.Add(actor);
        if (found.Exists(f => f.Names.Contains(name))) return Top(found);
        if (words.Length > 0 && (own ?? country) is { } code)
            foreach (var actor in _byWords.GetValueOrDefault(words) ?? [])
                if (actor.Country == code && !found.Contains(actor)) found.Add(actor);
        if (found.Count == 0 && own is null && country is null && _byWords.GetValueOrDefault(words) is { Count: <= FewBodies } few && words.Contains(' ', StringComparison.Ordinal)) found.AddRange(few);
        if (found.Count == 0 && AfterPossessor(name) is { } rest) return Bodies(rest, country);
        return Top(found);
    }

    /// <summary>Names of as few letters are too often something else.</summary>
    private const int ShortestName = 3;

    /// <summary>How many bodies of several countries may share the words of a name that is still worth telling apart by what the report speaks of.</summary>
    public const int FewBodies = 4;

    /// <summary>"the United Nations' OCHA": what belongs to somebody, where the whole is no name.</summary>
    private static string? AfterPossessor(string name)
    {
        foreach (var mark in Possessive)
            if (name.LastIndexOf(mark, StringComparison.Ordinal) is > 0 and var at && at + mark.Length < name.Length && char.IsUpper(name[at + mark.Length])) return name[(at + mark.Length)..];
        return null;
    }

    private static readonly string[] Possessive = ["'s ", "’s ", "' ", "’ "];

    /// <summary>Whether a name of a body that is looked for in texts begins with a word.</summary>
    public bool BeginsName(ReadOnlySpan<char> word)
    {
        var lookup = _firstWords.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.Contains(word) || word.IndexOfAny("'-/.,") is > 0 and var stop && lookup.Contains(word[..stop]); // "Jama'at"
    }

    /// <summary>Of what kind the bodies are that go by a name, as written; null for a name of none, of several kinds, or that is an ordinary word too.</summary>
    public ActorKind? KindOfName(string name)
    {
        if (!_byName.TryGetValue(BodyName.Whole(name), out var bodies) || IsAmbiguous(name)) return null;
        var kind = bodies[0].Kind;
        return kind != ActorKind.Government && bodies.TrueForAll(b => b.Kind == kind && (b.Names.Contains(name) || IsSpoken(name) && b.Names.Contains(name.ToUpperInvariant()))) ? kind : null;
    }

    /// <summary>Letters from which on an acronym may be written as a word, as British papers do: "Unifil".</summary>
    private const int ShortestSpoken = 5;

    private static bool IsSpoken(string name) => name.Length >= ShortestSpoken && char.IsUpper(name[0]) && name.AsSpan(1).ContainsAny("aeiou") && !name.AsSpan(1).ContainsAnyExceptInRange('a', 'z');

    /// <summary>Persons whose name a mention's words may be, by the sound keys of those words.</summary>
    public IEnumerable<(KnownActor Person, NameMatch Match)> Persons(string[] keys)
    {
        if (keys.Length == 0) yield break;
        foreach (var name in _persons.GetValueOrDefault(keys[^1]) ?? [])
            if (name.Match(keys) is { } match) yield return (name.Person, match);
        if (keys.Length < 2 || _persons.ContainsKey(keys[^1])) yield break;
        foreach (var name in _persons.GetValueOrDefault(OtherSpelling(keys[^1])) ?? [])
            if (name.Match([.. keys[..^1], name.Keys[^1]]) is { } match) yield return (name.Person, match);
    }

    /// <summary>Under which surnames that no romanisation in the list spells so are looked up.</summary>
    private static string OtherSpelling(string surname) => "~" + NameKey.CrossScript(surname);

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
            var parts = new PersonName(person, keys);
            Put(_persons, keys[^1], parts);
            if (keys.Length > 1) Put(_persons, OtherSpelling(keys[^1]), parts);
        }
        if (person.Country is { } country)
            foreach (var office in person.Offices) Put(_officers, country + KeyOf(office.Role), person);
    }

    private void AddBody(KnownActor body)
    {
        if (body is { Kind: ActorKind.Government, Country: { } governed } && body.Id.Contains("government-of-", StringComparison.Ordinal)) _governments.TryAdd(governed, body);
        foreach (var name in body.Names)
        {
            Put(_byName, BodyName.Whole(name), body);
            if (char.IsUpper(name[0]) && name.Length > ShortestName) _firstWords.Add(name[..Math.Max(1, name.IndexOfAny([' ', '-', '\'', '/', '.', ',']) is > 0 and var stop ? stop : name.Length)]);
            if (name.Length >= ShortestSpoken && !name.AsSpan().ContainsAnyExceptInRange('A', 'Z')) _firstWords.Add(name[0] + name[1..].ToLowerInvariant());
            if (name.LastIndexOf(" in ", StringComparison.Ordinal) is > 0 and var end && name[..end].Split(' ').Length > 3) Put(_byName, BodyName.Whole(name[..end]), body);
            if (body.Country is null) continue;
            var (words, country) = BodyName.WithoutCountry(name);
            if (words.Length > 0 && (country is null || country == body.Country)) Put(_byWords, words, body);
        }
    }

    /// <summary>Few roles are held by many.</summary>
    private string KeyOf(string role)
    {
        if (!_roleKeys.TryGetValue(role, out var key)) _roleKeys[role] = key = Roles.Key(role);
        return key;
    }

    private static void Put<T>(Dictionary<string, List<T>> index, string key, T item)
    {
        if (!index.TryGetValue(key, out var items)) index[key] = items = [];
        if (!items.Contains(item)) items.Add(item);
    }
}
