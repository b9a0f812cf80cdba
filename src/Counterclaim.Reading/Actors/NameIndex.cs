using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Actors.Known;

namespace Counterclaim.Reading.Actors;

/// <summary>Finds the entity a name belongs to: full name and surname, acronym and long form, spellings of one name.</summary>
internal sealed class NameIndex(KnownActors known, Analysis analysis)
{
    private readonly Dictionary<string, Entity> _byIdentity = [];
    private readonly Dictionary<string, List<Entity>> _byKey = [];
    private readonly Dictionary<string, Entity> _governments = [];
    private readonly Dictionary<string, List<Entity>> _byInitials = [];
    private readonly List<Entity> _persons = [];

    /// <summary>The entity a name takes up; null for one not met before, or one that fits several.</summary>
    public Entity? Find(Mention name)
    {
        if (IsGovernmentOfCountry(name)) return _governments.GetValueOrDefault(name.Country!);
        if (name.Keys.Length == 0) return null;
        Entity? best = null;
        foreach (var entity in CandidatesFor(name))
            if (Fits(name, entity) && (best is null || entity.Last.Head > best.Last.Head)) best = entity;
        return best ?? Misspelt(name) ?? (IdentityOf(name) is { } identity ? _byIdentity.GetValueOrDefault(identity) : null);
    }

    /// <summary>Which listed body a name means whatever the report: names of one body that share no word ("Doctors Without Borders", "MSF") meet there.</summary>
    private string? IdentityOf(Mention name)
    {
        if (name is { Kind: ActorKind.Person } or { IsAccount: true } or not { Naming: CountryNaming.None }) return null;
        var text = analysis.Form(name.Name).ToString();
        return !KnownActors.IsAmbiguous(text) && known.Bodies(text, name.Country) is [var only] && (only.Country is null || known.GovernmentOf(only.Country) != only) ? only.Id : null;
    }

    /// <summary>A surname alone that is one letter off the only one like it: a slip, or another romanisation.</summary>
    private Entity? Misspelt(Mention name)
    {
        if (name.Kind != ActorKind.Person || name.Keys.Length != 1 || name.Keys[0].Length < LongKey) return null;
        Entity? found = null;
        foreach (var person in _persons)
        {
            if (person.BestName is not { Keys.Length: > 1 } known || !OneLetterApart(known.Keys[^1], name.Keys[0])) continue;
            if (found is not null && found != person) return null;
            found = person;
        }
        return found;
    }

    /// <summary>Letters of a surname's key from which one may differ.</summary>
    private const int LongKey = 6;

    private static bool OneLetterApart(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        if (a.Length < LongKey || b.Length - a.Length > 1 || a[0] != b[0]) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        return a.AsSpan(a.Length == b.Length ? Math.Min(start + 1, a.Length) : start).SequenceEqual(b.AsSpan(Math.Min(start + 1, b.Length)));
    }

    public void Add(Mention name, Entity entity)
    {
        if (entity.IsPerson && name.Keys.Length > 1 && _persons.Count < MaxPersons && !_persons.Contains(entity)) _persons.Add(entity);
        if (IsGovernmentOfCountry(name)) _governments.TryAdd(name.Country!, entity);
        if (IdentityOf(name) is { } identity) _byIdentity.TryAdd(identity, entity);
        foreach (var key in name.Keys) Put(_byKey, key, entity);
        if (name.Keys.Length > 2 && name.Kind != ActorKind.Person)
            foreach (var initials in InitialsOf(name.Keys)) Put(_byInitials, initials, entity);
    }

    /// <summary>Whether a name is a country or its capital standing for the government; buildings ("the Kremlin") have their own entity.</summary>
    private static bool IsGovernmentOfCountry(Mention name) => name.Naming != CountryNaming.None && name.Country is not null;

    private IEnumerable<Entity> CandidatesFor(Mention name)
    {
        if (_byKey.TryGetValue(name.Keys[^1], out var same))
            foreach (var entity in same) yield return entity;
        if (name.Keys.Length > 1 && _byKey.TryGetValue(name.Keys[0], out var first))
            foreach (var entity in first) yield return entity;
        if (name.Kind == ActorKind.Person) yield break;
        if (name.Keys.Length == 1 && _byInitials.TryGetValue(name.Keys[0], out var spelledOut))
            foreach (var entity in spelledOut) yield return entity;
        if (name.Keys.Length < 3) yield break;
        foreach (var initials in InitialsOf(name.Keys))
            if (_byKey.TryGetValue(initials, out var acronym))
                foreach (var entity in acronym) yield return entity;
    }

    private static bool Fits(Mention name, Entity entity)
    {
        if (entity.BestName is null) return false;
        if (name.Gender != Gender.Unknown && entity.Gender != Gender.Unknown && name.Gender != entity.Gender) return false;
        if (name.Country is { } country && entity.Country is { } other && country != other && name.Kind != ActorKind.Person) return false;
        if (name.Kind == ActorKind.Person && entity.IsPerson && (IsAnotherInFull(name, entity.BestName) || HoldsAnotherRank(name, entity.BestName) || GovernsUntold(name, entity))) return false;
        foreach (var mention in entity.Telling)
            if (mention.Form == MentionForm.Name && SameName(name, mention)) return true;
        return false;
    }

    /// <summary>A surname between two full names joins nobody to the first who bears another given name.</summary>
    private static bool IsAnotherInFull(Mention name, Mention known) => name.Keys.Length == 2 && known.Keys.Length == 2 && name.Keys[1] == known.Keys[1] && name.Keys[0][0] != known.Keys[0][0];

    /// <summary>"Colonel NAME … the merchant Given NAME": a rank with the surname alone, and something else before the first full name.</summary>
    private static bool HoldsAnotherRank(Mention name, Mention known) =>
        name is { Keys.Length: > 1, Role: { } role } && known is { Keys.Length: 1, Role: { } earlier } && RankIn(earlier) is { } rank && RankIn(role) != rank;

    /// <summary>"the negotiator Given NAME … Governor NAME": who governs is told so, not that he is something else.</summary>
    private static bool GovernsUntold(Mention name, Entity entity) =>
        name is { Keys.Length: 1, Role: { } role } && RankIn(role) == "governor" && entity.Roles.Count > 0 && entity.BestName!.Keys.Length > 1 && !entity.Roles.Exists(r => RankIn(r) == "governor");

    private static string? RankIn(string role)
    {
        foreach (var word in role.Split(' '))
            if (NounLexicon.Default.Noun(word.ToLowerInvariant()) is { Class: NounClass.Person, Family: "military" or "governor" } noun) return noun.Family;
        return null;
    }

    private static bool SameName(Mention a, Mention b)
    {
        var persons = a.Kind == ActorKind.Person && b.Kind == ActorKind.Person;
        if (a.Keys.AsSpan().SequenceEqual(b.Keys)) return true;
        if (persons) return SamePerson(a.Keys, b.Keys);
        if (a.Keys.Length == 1 && b.Keys.Length > 2 && InitialsOf(b.Keys).Contains(a.Keys[0])) return true;
        if (b.Keys.Length == 1 && a.Keys.Length > 2 && InitialsOf(a.Keys).Contains(b.Keys[0])) return true;
        if (b.Kind == ActorKind.Person || (a.Kind == ActorKind.Person && a.Keys.Length > 1)) return a.Keys.Length == 1 && b.Keys.Length > 1 && b.Kind == ActorKind.Person && a.Keys[0] == b.Keys[^1];
        var (few, many) = a.Keys.Length <= b.Keys.Length ? (a.Keys, b.Keys) : (b.Keys, a.Keys);
        if (few.Length == 1 && many.Length > 1) return IsGenericBody(few[0]) ? many.Contains(few[0]) : few[0] == many[0] && IsGenericBody(many[^1]) && !IsCommonWord(few == a.Keys ? a : b);
        return few.Length > 1 && few.All(k => many.Contains(k)) && (few[^1] == many[^1] || few[0] == many[0]);
    }

    /// <summary>"the Observatory" for a longer name that has it.</summary>
    private static bool IsGenericBody(string key) => BodyKeys.Contains(key);

    private static readonly HashSet<string> BodyKeys =
        [.. NounLexicon.Default.NameWords.Select(NameKey.Sound)];

    /// <summary>"Northgate" may be short for "Northgate Group"; a country, a capital or "national" is short for nothing.</summary>
    private static bool IsCommonWord(Mention name) => name.Country is not null || name.Keys[0].Length < 3;

    private static bool SamePerson(string[] a, string[] b)
    {
        var (few, many) = a.Length <= b.Length ? (a, b) : (b, a);
        if (few.Length == 0) return false;
        if (few.Length == 1) return few[0] == many[^1] || (many.Length > 2 && many.Contains(few[0]));
        if (few.Length < many.Length && few.AsSpan().SequenceEqual(many.AsSpan(many.Length - few.Length))) return true;
        return few[^1] == many[^1] && SameGivenName(few[0], many[0]);
    }

    private static bool SameGivenName(string a, string b)
    {
        if (a == b || (a.Length == 1 && b[0] == a[0]) || (b.Length == 1 && a[0] == b[0])) return true;
        return a[0] == b[0] && NameKey.Skeleton(a) == NameKey.Skeleton(b);
    }

    /// <summary>The acronyms a long name may go by: with and without the country before it ("US Office of …").</summary>
    private static IEnumerable<string> InitialsOf(string[] keys)
    {
        yield return NameKey.Sound(string.Concat(keys.Select(k => k[0])));
        if (keys.Length > 3) yield return NameKey.Sound(string.Concat(keys.Skip(1).Select(k => k[0])));
    }

    private static void Put(Dictionary<string, List<Entity>> index, string key, Entity entity)
    {
        if (!index.TryGetValue(key, out var entities)) index[key] = entities = [];
        if (!entities.Contains(entity) && entities.Count < MaxSharing) entities.Add(entity);
    }

    /// <summary>How many persons a surname is compared with letter by letter.</summary>
    private const int MaxPersons = 64;

    /// <summary>How many entities may share a key; a report that has more repeats itself or is hostile.</summary>
    private const int MaxSharing = 32;
}
