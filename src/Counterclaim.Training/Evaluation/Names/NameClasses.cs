namespace Counterclaim.Training.Evaluation.Names;

/// <summary>
/// The classes of a name corpus, and what our kinds of names count as in it. A corpus is known by the classes it uses; a
/// null class is one that it does not mark, so that neither gold nor prediction of it counts.
/// </summary>
public sealed class NameClasses
{
    public const string Person = "PER";
    public const string Location = "LOC";
    public const string Organisation = "ORG";
    private const string Miscellaneous = "MISC";

    private readonly Func<string, string?> _class;

    private NameClasses(string name, Func<string, string?> @class) => (Name, _class) = (name, @class);

    public string Name { get; }

    /// <summary>The class that a label, of the corpus or our own, counts as.</summary>
    public string? Of(string label) => _class(label);

    /// <summary>Tells the corpus by the labels it uses.</summary>
    public static NameClasses For(IReadOnlySet<string> labels) =>
        labels.Contains("corporation") ? Wnut17
        : labels.Contains("NORP") ? Worldwide
        : labels.Contains(Miscellaneous) ? Conll2003
        : Universal;

    /// <summary>
    /// Worldwide newswire, after OntoNotes: nine classes. What we call a quantity it marks only as MONEY, a weapon as
    /// PRODUCT.
    /// </summary>
    private static NameClasses Worldwide { get; } = new("Worldwide", label => label switch
    {
        "QUANTITY" => "MONEY",
        "WEAPON" => "PRODUCT",
        _ => label,
    });

    /// <summary>WikiGold, after CoNLL 2003: facilities are locations, nationalities and products miscellaneous, times and amounts unmarked.</summary>
    private static NameClasses Conll2003 { get; } = new("CoNLL 2003", label => label switch
    {
        "FAC" => Location,
        "NORP" or "WEAPON" or "PRODUCT" => Miscellaneous,
        "DATE" or "QUANTITY" or "MONEY" => null,
        _ => label,
    });

    /// <summary>Universal NER: persons, organisations, and locations with facilities.</summary>
    private static NameClasses Universal { get; } = new("Universal NER", label => label switch
    {
        "FAC" => Location,
        Person or Location or Organisation => label,
        _ => null,
    });

    /// <summary>WNUT 2017: corporations and groups are both organisations to us; works and products miscellaneous.</summary>
    private static NameClasses Wnut17 { get; } = new("WNUT 2017", label => label switch
    {
        "person" => Person,
        "location" or "FAC" => Location,
        "corporation" or "group" => Organisation,
        "creative-work" or "product" or "WEAPON" or "PRODUCT" => Miscellaneous,
        "NORP" or "DATE" or "QUANTITY" or "MONEY" => null,
        _ => label,
    });
}
