using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;

namespace Counterclaim.Reading.Actors;

internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

internal enum MentionForm : byte
{
    Name,

    /// <summary>A noun phrase without a name of its own ("one soldier").</summary>
    Description,

    Pronoun,

    /// <summary>Several named or described together ("both Kyiv and Moscow").</summary>
    Coordination,
}

internal enum Determination : byte
{
    /// <summary>No determiner ("analysts").</summary>
    Bare,

    /// <summary>"the", "this", "that", a possessor.</summary>
    Definite,

    /// <summary>"a", "one", "another", "some", a numeral.</summary>
    Indefinite,
}

internal enum CountryNaming : byte
{
    /// <summary>Not a country standing for its government.</summary>
    None,

    Country,

    Capital,

    /// <summary>The country's adjective before a deed or machine ("Norlandic jets").</summary>
    Demonym,
}

/// <summary>One place in a report where somebody is named, described or referred to.</summary>
internal sealed class Mention
{
    public required MentionForm Form { get; init; }

    /// <summary>The words shown: the name with its role before it, or the noun with what stands before it.</summary>
    public required TokenRange Tokens { get; init; }

    /// <summary>The token that carries it: last word of a name, the noun, the pronoun.</summary>
    public required int Head { get; init; }

    /// <summary>For a name: the tokens of the name alone.</summary>
    public TokenRange Name { get; init; }

    public ActorKind Kind { get; set; }

    public Gender Gender { get; set; }

    public bool IsPlural { get; init; }

    public string? Country { get; set; }

    /// <summary>For a country or capital that stands for its government: whether it is the country's own name.</summary>
    public CountryNaming Naming { get; init; }

    /// <summary>"Kremlin spokesman".</summary>
    public string? Role { get; set; }

    /// <summary>Sound keys of the words of a name.</summary>
    public string[] Keys { get; init; } = [];

    /// <summary>For a description: what its noun says.</summary>
    public NounEntry? Noun { get; init; }

    public string Lemma { get; init; } = "";

    public Determination Determination { get; init; }

    /// <summary>First person, for a pronoun.</summary>
    public bool IsFirstPerson { get; init; }

    /// <summary>For a coordination: those it names together.</summary>
    public Mention[] Parts { get; init; } = [];

    /// <summary>Index of the innermost statement in whose content it stands; −1 in nobody's.</summary>
    public int Inside { get; set; } = -1;

    /// <summary>Index of the statement whose holder it is; −1 when it is none's.</summary>
    public int HolderOf { get; set; } = -1;

    public bool IsQuoted { get; set; }

    /// <summary>An account's name ("@handle"): any other name of its owner tells more.</summary>
    public bool IsAccount { get; init; }

    public Entity? Entity { get; set; }
}

/// <summary>Everybody that mentions of one report were found to share.</summary>
internal sealed class Entity(int index)
{
    public int Index { get; } = index;

    public List<Mention> Mentions { get; } = [];

    /// <summary>The first of the mentions that name or describe: what later ones are compared with. Few, since a text may repeat one for ever.</summary>
    public List<Mention> Telling { get; } = [];

    private const int MostTelling = 64;
    private readonly HashSet<int> _tokens = [];

    public void Add(Mention mention)
    {
        Mentions.Add(mention);
        if (mention.Form != MentionForm.Pronoun && Telling.Count < MostTelling) Telling.Add(mention);
        for (var t = mention.Tokens.Start; t < mention.Tokens.End; t++) _tokens.Add(t);
    }

    /// <summary>Takes over the mentions of another that is the same.</summary>
    public void Take(Entity other)
    {
        foreach (var mention in other.Mentions)
        {
            Add(mention);
            mention.Entity = this;
        }
        BestName ??= other.BestName;
        Country ??= other.Country;
        HoldsStatement |= other.HoldsStatement;
        Acts |= other.Acts;
        Roles.AddRange(other.Roles);
    }

    /// <summary>Whether one of the mentions covers a token.</summary>
    public bool IsMentionedAt(int token) => _tokens.Contains(token);

    public ActorKind Kind { get; set; }

    public Gender Gender { get; set; }

    public bool IsPlural { get; set; }

    public string? Country { get; set; }

    public List<string> Roles { get; } = [];

    /// <summary>The most telling name so far; null while there are only descriptions.</summary>
    public Mention? BestName { get; set; }

    /// <summary>For a coordination: who is named together.</summary>
    public Entity[] Parts { get; set; } = [];

    public bool HoldsStatement { get; set; }

    /// <summary>A side of a war that does something in the report.</summary>
    public bool Acts { get; set; }

    /// <summary>Who of the lists it is; null for nobody.</summary>
    public KnownLink? Known { get; set; }

    public Mention Last => Mentions[^1];

    public bool IsPerson => Kind == ActorKind.Person;
}
