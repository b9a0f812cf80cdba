namespace Counterclaim.Language;

/// <summary>The spellings of tags, relations and kinds of names in CoNLL-U.</summary>
public static class UniversalNames
{
    private static readonly string[] UposNames = [.. Enum.GetNames<Upos>().Select(name => name.ToUpperInvariant())];
    private static readonly string[] DeprelNames = [.. Enum.GetNames<Deprel>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] KindNames = ["PER", "ORG", "LOC", "FAC", "NORP", "DATE", "QUANTITY", "WEAPON", "MISC"];

    public static string Of(Upos tag) => UposNames[(int)tag];

    public static string Of(Deprel relation) => DeprelNames[(int)relation];

    public static string Of(EntityKind kind) => KindNames[(int)kind];

    /// <summary>The tag of that name; X where there is none.</summary>
    public static Upos ParseUpos(string name)
    {
        var index = Array.IndexOf(UposNames, name);
        return index < 0 ? Upos.X : (Upos)index;
    }

    /// <summary>The relation of that name, its subtype left off; dep where there is none.</summary>
    public static Deprel ParseDeprel(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var index = Array.IndexOf(DeprelNames, colon < 0 ? name : name[..colon]);
        return index < 0 ? Deprel.Dep : (Deprel)index;
    }
}
