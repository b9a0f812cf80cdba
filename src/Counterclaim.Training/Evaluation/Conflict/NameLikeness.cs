using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>Whether two wordings name the same somebody: "CSIS" is not "the think tank", but "Vladimir Putin" is "President Putin".</summary>
internal static class NameLikeness
{
    private const double Enough = 0.5;
    private const int LongWord = 6;

    private static readonly HashSet<string> Empty =
        ["the", "a", "an", "of", "and", "s", "for", "in", "unnamed", "unspecified", "mr", "mrs", "ms", "president", "minister"];

    /// <summary>True when at least half of the words of the shorter name are in the longer one; a note in brackets does not count.</summary>
    public static bool Match(string a, string b)
    {
        var (shorter, longer) = (Words(a), Words(b));
        if (shorter.Count > longer.Count) (shorter, longer) = (longer, shorter);
        if (shorter.Count == 0) return string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
        return shorter.Count(w => longer.Any(o => SameWord(w, o))) >= Enough * shorter.Count;
    }

    private static List<string> Words(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var words = PythonText.Words(bracket > 0 ? name[..bracket] : name, lower: true);
        return [.. words.Where(w => !Empty.Contains(w)).Distinct()];
    }

    /// <summary>Long words may differ by one letter: transliterations do ("Zelensky", "Zelenskyy").</summary>
    private static bool SameWord(string a, string b) =>
        a == b || (Math.Min(a.Length, b.Length) >= LongWord && Math.Abs(a.Length - b.Length) <= 1 && DifferByOne(a, b));

    private static bool DifferByOne(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        var start = a.AsSpan().CommonPrefixLength(b);
        var rest = a.Length == b.Length ? Math.Min(start + 1, a.Length) : start;
        return a.AsSpan(rest).SequenceEqual(b.AsSpan(start + 1));
    }
}
