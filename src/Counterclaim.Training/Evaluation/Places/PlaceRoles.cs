using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Places;

/// <summary>
/// Whether a name stands for the place itself or for somebody there ("Kyiv says"), judged on paired places by accuracy, as
/// RelocaR does (Gritta et al., Vancouver Welcomes You! Minimalist Location Metonymy Resolution, ACL 2017), and by F1 of
/// the metonyms. Types that are neither (demonyms, modifiers, mixed) do not count.
/// </summary>
internal static class PlaceRoles
{
    public static MatchCount Agreement(PlacePairs pairs)
    {
        var judged = Judged(pairs);
        var same = judged.Count(r => r.Gold == r.Predicted);
        return new MatchCount(same, judged.Count, same, judged.Count);
    }

    public static MatchCount Metonyms(PlacePairs pairs)
    {
        var judged = Judged(pairs);
        var right = judged.Count(r => r.Gold && r.Predicted);
        return new MatchCount(right, judged.Count(r => r.Predicted), right, judged.Count(r => r.Gold));
    }

    private static List<(bool Gold, bool Predicted)> Judged(PlacePairs pairs)
    {
        var judged = new List<(bool, bool)>();
        foreach (var (gold, predicted) in pairs.ByGold)
        {
            if (IsMetonym(pairs.Gold[gold].Type) is { } wanted && IsMetonym(pairs.Predicted[predicted].Type) is { } found)
                judged.Add((wanted, found));
        }
        return judged;
    }

    /// <summary>Null for a type that is neither.</summary>
    private static bool? IsMetonym(string? type) => type switch
    {
        "met" or "metonym" or "Metonymic" => true,
        "lit" or "literal" or "Literal" => false,
        _ => null,
    };
}
