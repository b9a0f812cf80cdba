using Counterclaim.Model;
using Counterclaim.Model.Names;

namespace Counterclaim.Ledger.Identity;

/// <summary>A record with what comparing it needs, worked out once.</summary>
internal sealed class Candidate
{
    public Candidate(ActorRecord record)
    {
        Record = record;
        if (IsPerson) Person = PersonForm.Of(record.Name);
        var others = record.Companions.SelectMany(n => NameWords.Of(n).Where(w => !w.IsGeneric).Select(w => w.Key).Distinct()).GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
        if (!IsPerson || record.Role is null)
            Bodies = [.. record.OtherNames.Where(n => !IsSharedWord(n, others)).Prepend(record.Name).Distinct().Select(n => BodyForm.Of(n, record.Kind)).Where(f => f.Words.Length > 0)];
        Role = Roles.WordsOf(record.Role);
        Companions = [.. record.Companions.Select(KeyOf).OfType<string>()];
        Places = [.. record.Places.Select(NameKey.Plain)];
        Setting = [.. record.Places.Concat(record.Countries).Concat(record.Companions.Where(c => !c.Contains(' ', StringComparison.Ordinal))).SelectMany(NameWords.Of).Where(w => !w.IsGeneric).Select(w => w.Key)];
        foreach (var (word, count) in others)
            if (count > 1) Setting.Add(word);
    }

    public ActorRecord Record { get; }

    public ActorRef Ref => Record.Ref;

    public bool IsPerson => Record.Kind == ActorKind.Person;

    /// <summary>Parts of a person's name; null for one known by role alone.</summary>
    public PersonForm? Person { get; }

    public BodyForm[] Bodies { get; } = [];

    public HashSet<string> Role { get; }

    public HashSet<string> Companions { get; }

    public HashSet<string> Places { get; }

    /// <summary>Keys of the words of places, countries and others in the report: one in a body's name says where it is, and may be left out.</summary>
    public HashSet<string> Setting { get; }

    public bool IsSetting(string key)
    {
        if (Setting.Contains(key)) return true;
        foreach (var word in Setting)
            if (BodySigns.IsOfOneCountry(word, key)) return true;
        return false;
    }

    /// <summary>Words of the role that say of what or where the office is ("Tessaly").</summary>
    public IEnumerable<string> RoleDetails => Role.Where(w => !NameWords.IsGenericKey(w));

    /// <summary>A word that others in the report have in their names tells none of them apart ("Velmar", of "Velmar" and "the Velmari army").</summary>
    private static bool IsSharedWord(string name, Dictionary<string, int> others) =>
        NameWords.Of(name) is [{ IsGeneric: false } word] && others.Keys.Any(o => BodySigns.IsOfOneCountry(o, word.Key));

    /// <summary>Whether it says little of who it is: a surname, a role or an acronym, which several may share.</summary>
    public bool IsPartial => Record.Identity is null && (IsPerson ? Person is null or { Given.Length: 0 } : Bodies.Length == 0 || Bodies.All(b => b.IsAcronym || b.Words.All(w => w.IsGeneric)));

    /// <summary>The keys under which those who may be the same are looked up.</summary>
    public IEnumerable<string> BlockingKeys() => Raw().Distinct();

    private IEnumerable<string> Raw()
    {
        if (Record.Identity is { } identity) yield return "i:" + identity;
        foreach (var key in IsPerson ? OfPerson() : OfBody()) yield return key;
    }

    private IEnumerable<string> OfPerson()
    {
        if (Person is { } name)
        {
            var surname = NameKey.CrossScript(name.Surname);
            yield return "s:" + surname;
            if (PersonForm.WithoutArticle(name.Surname) is { } bare) yield return "s:" + NameKey.CrossScript(bare);
            if (Record.Role is null) yield return "w:" + Stem(name.Surname);
            if (name.Given.Length > 0 && surname.Length > 2) yield return $"n:{surname[..3]} {name.Given[0][0]}";
        }
        var details = RoleDetails.ToArray();
        IEnumerable<string> of = Person is null && details.Length > 0 ? details : details.Concat(Record.Places.Take(OfficePlaces).SelectMany(NameWords.Of).Select(w => w.Key)).Concat(Setting.Order(StringComparer.Ordinal).Take(MostSettings));
        if (Record.Country is { } country) of = of.Append(country);
        foreach (var office in Role)
            if (NameWords.IsGenericKey(office))
                foreach (var where in of) yield return $"r:{office} {where}";
    }

    /// <summary>How many of the places a report names most an office may be of.</summary>
    private const int OfficePlaces = 5;

    private IEnumerable<string> OfBody()
    {
        foreach (var body in Bodies)
        {
            if (body.Acronym is { } acronym) yield return "a:" + acronym;
            foreach (var word in body.Words)
                if (!word.IsGeneric) yield return "w:" + Stem(word.Key);
            if (!body.Words.Any(w => w.IsGeneric)) continue;
            var kind = string.Join(' ', body.Words.Where(w => w.IsGeneric).Select(w => w.Key).Order(StringComparer.Ordinal));
            if (Record.Country is { } country) yield return $"g:{kind} {country}";
            foreach (var word in body.Words.All(w => w.IsGeneric) ? Setting.Order(StringComparer.Ordinal).Take(MostSettings) : body.Words.Where(w => !w.IsGeneric).Select(w => w.Key))
                yield return $"g:{kind} {Stem(word)}";
        }
    }

    /// <summary>Under how many words of its report a body is looked up that has no name of its own ("the army").</summary>
    private const int MostSettings = 32;

    /// <summary>Countries and what is of them ("Tamrau", "Tamrauan") begin alike.</summary>
    private static string Stem(string key) => key.Length > 5 ? key[..5] : key;

    private static string? KeyOf(string name)
    {
        var words = NameWords.Of(name);
        for (var i = words.Length - 1; i >= 0; i--)
            if (!words[i].IsGeneric) return words[i].Key;
        return null;
    }
}
