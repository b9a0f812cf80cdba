namespace Counterclaim.Ledger.Identity;

/// <summary>Compares what people are said to be.</summary>
internal static class Roles
{
    private static readonly HashSet<string> Kin = ["son", "daughter", "wife", "widow", "husband", "brother", "sister", "cousin", "nephew", "niece", "father", "mother", "uncle", "aunt", "friend", "neighbour", "relative"];

    /// <summary>The words of a role, without small words; of somebody's kin only that, since the office is not theirs ("the son of Tessaly's governor").</summary>
    public static HashSet<string> WordsOf(string? role)
    {
        if (role is null) return [];
        var words = NameWords.Of(role);
        var kin = words.FirstOrDefault(w => Kin.Contains(w.Text.ToLowerInvariant()));
        return kin.Text is null ? [.. words.Select(w => w.Key)] : [kin.Key];
    }

    /// <summary>How two roles compare, as a sign of the weight table; null where one is missing or they share nothing and may both be true.</summary>
    public static string? Sign(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count == 0 || b.Count == 0) return null;
        if (a.SetEquals(b)) return "same-office";
        var shared = a.Count(b.Contains);
        if (shared == 0) return "other-office";
        return shared == Math.Min(a.Count, b.Count) || 2 * shared >= Math.Max(a.Count, b.Count) ? "like-office" : null;
    }
}
