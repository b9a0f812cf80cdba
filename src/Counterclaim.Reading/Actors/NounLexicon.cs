using System.Collections.Frozen;
using Counterclaim.Model;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Actors;

internal enum NounClass : byte
{
    Person,
    Force,
    Government,
    Organisation,
    Publication,

    /// <summary>Many people seen as one ("the crowd").</summary>
    People,

    /// <summary>Something written or shown, which speaks for whoever issued it.</summary>
    Document,
}

/// <summary>What a noun tells about those it names.</summary>
/// <param name="Family">Definite descriptions of one family may take each other up.</param>
/// <param name="IsAnaphoric">"the NOUN" may take up any actor of its class.</param>
internal sealed record NounEntry(NounClass Class, Gender Gender, string Family, bool IsAnaphoric);

/// <summary>Nouns for people and bodies, titles, and words that tell what a name names.</summary>
internal sealed class NounLexicon
{
    private readonly FrozenDictionary<string, NounEntry> _nouns;
    private readonly FrozenDictionary<string, Gender> _titles;
    private readonly FrozenDictionary<string, Gender> _givenNames;
    private readonly FrozenDictionary<string, ActorKind> _nameWords;
    private readonly FrozenSet<string> _publications;
    private readonly FrozenDictionary<string, NounEntry> _persons;
    private readonly FrozenDictionary<string, NounEntry>.AlternateLookup<ReadOnlySpan<char>> _nounsBySpan;

    private NounLexicon()
    {
        _nouns = DataFile.Rows("actors/nouns.tsv", 5).ToFrozenDictionary(
            r => r[0], r => new NounEntry(Enum.Parse<NounClass>(r[1], ignoreCase: true), GenderOf(r[2]), r[3], r[4] == "any"));
        _titles = DataFile.Rows("actors/titles.tsv", 2).ToFrozenDictionary(r => r[0], r => GenderOf(r[1]));
        _givenNames = DataFile.Rows("actors/given-names.tsv", 2).ToFrozenDictionary(r => r[0], r => GenderOf(r[1]));
        _nameWords = DataFile.Rows("actors/name-words.tsv", 2).ToFrozenDictionary(r => r[0], r => KindOf(r[1]));
        _publications = DataFile.Rows("actors/publications.tsv", 1).Select(r => r[0]).Concat(ListedPublications()).ToFrozenSet();
        _persons = DataFile.Rows("actors/person-nouns.tsv", 2).ToFrozenDictionary(
            r => r[0], r => new NounEntry(NounClass.Person, GenderOf(r[1]), r[0], IsAnaphoric: true));
        _nounsBySpan = _nouns.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The outlets of the seed list, but for names that are ordinary words too.</summary>
    private static IEnumerable<string> ListedPublications() =>
        KnownActors.Default.All.Where(a => a.Kind == ActorKind.Publication).SelectMany(a => a.Names).Where(n => n.Length > 3 && !KnownActors.IsAmbiguous(n)).Select(NameKey.Plain);

    public static NounLexicon Default { get; } = new();

    /// <summary>The entry of a noun of the list made by hand, whose families tell what may take up what; null for any other word.</summary>
    public NounEntry? Noun(string lemma) => _nouns.GetValueOrDefault(lemma);

    /// <summary>The entry of a noun of either list; null for any other word.</summary>
    public NounEntry? NounOrPerson(string lemma) => Noun(lemma) ?? _persons.GetValueOrDefault(lemma);

    /// <summary>"the 54-year-old": a person by age.</summary>
    public static NounEntry PersonOfAge { get; } = new(NounClass.Person, Gender.Unknown, "trait", IsAnaphoric: true);

    /// <summary>"the Briton": a person by nationality.</summary>
    public static NounEntry Compatriot { get; } = new(NounClass.Person, Gender.Unknown, "trait", IsAnaphoric: true);

    /// <summary>The entry of a noun, else one guessed from how English makes words for people ("machinist", "negotiator").</summary>
    public NounEntry? NounOrGuess(string lemma)
    {
        if (NounOrPerson(lemma) is { } known) return known;
        var hyphen = lemma.LastIndexOf('-');
        if (hyphen >= 0 && _nounsBySpan.TryGetValue(lemma.AsSpan(hyphen + 1), out var entry)) return entry;
        if (lemma.Length > 5 && PersonEndings.Any(e => lemma.EndsWith(e.Ending, StringComparison.Ordinal)))
            return new NounEntry(NounClass.Person, PersonEndings.First(e => lemma.EndsWith(e.Ending, StringComparison.Ordinal)).Gender, lemma, false);
        return null;
    }

    /// <summary>Gender told by a form of address; null when the word is none.</summary>
    public Gender? Title(string word)
    {
        var bare = word.EndsWith('.') ? word[..^1] : word;
        return _titles.TryGetValue(bare.ToLowerInvariant(), out var gender) ? gender : null;
    }

    /// <summary>Gender of a given name; unknown when the name is not listed.</summary>
    public Gender GivenName(string foldedName) => _givenNames.GetValueOrDefault(foldedName);

    /// <summary>Whether a name, in lower case and without its article, is a listed outlet.</summary>
    public bool IsPublication(string name) => _publications.Contains(name);

    /// <summary>The words inside names that tell what they name.</summary>
    public IEnumerable<string> NameWords => _nameWords.Keys;

    /// <summary>What a word inside a name says about the thing named.</summary>
    public ActorKind? NameWord(string lowerCaseWord) => _nameWords.TryGetValue(lowerCaseWord, out var kind) ? kind : null;

    public static ActorKind KindOf(NounClass nounClass) => nounClass switch
    {
        NounClass.Person => ActorKind.Person,
        NounClass.Force => ActorKind.ArmedForce,
        NounClass.Government => ActorKind.Government,
        NounClass.Organisation => ActorKind.Organisation,
        NounClass.Publication or NounClass.Document => ActorKind.Publication,
        _ => ActorKind.Group,
    };

    public static ActorKind KindOf(string name) => name switch
    {
        "person" => ActorKind.Person,
        "government" => ActorKind.Government,
        "armed-force" => ActorKind.ArmedForce,
        "publication" => ActorKind.Publication,
        "organisation" => ActorKind.Organisation,
        _ => ActorKind.Group,
    };

    private static readonly (string Ending, Gender Gender)[] PersonEndings =
    [
        ("woman", Gender.Female), ("women", Gender.Female), ("man", Gender.Male), ("men", Gender.Male), ("person", Gender.Unknown),
        ("ologist", Gender.Unknown), ("ist", Gender.Unknown), ("ician", Gender.Unknown), ("maker", Gender.Unknown),
        ("holder", Gender.Unknown), ("keeper", Gender.Unknown), ("worker", Gender.Unknown), ("leader", Gender.Unknown),
    ];

    private static Gender GenderOf(string column) => column switch
    {
        "m" => Gender.Male,
        "f" => Gender.Female,
        _ => Gender.Unknown,
    };
}
