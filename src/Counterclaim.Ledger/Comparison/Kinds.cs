namespace Counterclaim.Ledger.Comparison;

/// <summary>By what the claims of a kind are compared.</summary>
public enum KindFamily
{
    /// <summary>A position that holds until something later says otherwise.</summary>
    State,

    /// <summary>A number.</summary>
    Count,

    /// <summary>Who did it.</summary>
    Deed,
}

/// <summary>What the comparison needs to know of kinds.</summary>
public static class Kinds
{
    public static KindFamily FamilyOf(string kind) => kind switch
    {
        "casualties" or "equipment" or "displacement" => KindFamily.Count,
        "strike" or "responsibility" => KindFamily.Deed,
        _ => KindFamily.State,
    };

    /// <summary>Whether claims of the kind that name no place are told of the one that the words before them name: of whom a toll is, whose road is cut, goes without saying.</summary>
    public static bool IsSetByWordsBefore(string kind) => FamilyOf(kind) == KindFamily.Count || kind is "route" or "encirclement";

    /// <summary>Whether claims of the kind are about a place, rather than about those who do it.</summary>
    public static bool IsOfPlace(string kind) => kind is "control" or "advance" or "encirclement" or "route" or "humanitarian" or "weather" or "detection" or "movement" or "strength"
        or "casualties" or "displacement" or "strike" or "responsibility";
}
