namespace Counterclaim.Language.Morphology;

/// <summary>The joint tags that the tables of lemmas and features were learned with. A tagger has its own list: tags are matched by their names.</summary>
internal sealed class TagInventory
{
    /// <param name="names">One a tag: the universal and the Penn Treebank tag with a space between, the commonest first.</param>
    public TagInventory(string[] names)
    {
        if (names.Length is 0 or > 250) throw new InvalidDataException("The lemma model has no tags or more than a byte holds.");
        Names = names;
        Kind = [.. names.Select(KindOf)];
        IsNominal = [.. names.Select(name => name.Split(' ')[0] is "NOUN" or "PROPN" or "NUM" or "SYM" or "X")];
    }

    public string[] Names { get; }

    /// <summary>What the features of words with that tag depend on.</summary>
    public InflectionKind[] Kind { get; }

    /// <summary>Whether words of that tag are nouns, names, numbers or the like.</summary>
    public bool[] IsNominal { get; }

    public int IndexOf(string name) => Array.IndexOf(Names, name);

    /// <summary>For every tag of another list the one of this inventory with the same name, else the commonest with the same universal tag, else 0.</summary>
    public byte[] MapFrom(IReadOnlyList<string> others)
    {
        var map = new byte[others.Count];
        for (var i = 0; i < map.Length; i++)
        {
            var same = IndexOf(others[i]);
            var upos = others[i].Split(' ')[0] + " ";
            if (same < 0) same = Array.FindIndex(Names, name => name.StartsWith(upos, StringComparison.Ordinal));
            map[i] = (byte)Math.Max(0, same);
        }
        return map;
    }

    private static InflectionKind KindOf(string name) => name.Split(' ') is not [var upos, var xpos] ? InflectionKind.Word : (upos, xpos) switch
    {
        ("VERB" or "AUX", "VB") => InflectionKind.Base,
        ("VERB" or "AUX", "VBD" or "VBP" or "VBZ") => InflectionKind.Finite,
        ("VERB" or "AUX", "VBN" or "NNP") => InflectionKind.PastParticiple,
        ("VERB" or "AUX", "VBG") => InflectionKind.Ing,
        ("PRON", "PRP") => InflectionKind.PersonalPronoun,
        ("PRON" or "DET" or "ADV", "WP" or "WDT" or "WRB") => InflectionKind.QuestionWord,
        _ => InflectionKind.Word,
    };
}

/// <summary>What the features of a word are read from, beside tag and form.</summary>
internal enum InflectionKind : byte
{
    /// <summary>Nothing else.</summary>
    Word,

    /// <summary>Infinitive, imperative or subjunctive: marker, auxiliary, subject.</summary>
    Base,

    /// <summary>Person and number: the subject.</summary>
    Finite,

    /// <summary>Active or passive: the auxiliary.</summary>
    PastParticiple,

    /// <summary>Gerund or participle: what introduces it.</summary>
    Ing,

    /// <summary>Case: the relation.</summary>
    PersonalPronoun,

    /// <summary>Interrogative or relative: the clause's relation.</summary>
    QuestionWord,
}
