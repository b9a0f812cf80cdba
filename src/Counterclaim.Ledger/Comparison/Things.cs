using System.Collections.Frozen;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Words;

namespace Counterclaim.Ledger.Comparison;

/// <summary>Of what somebody has plenty or nothing, for the kinds whose states are those of a thing (Data/things.tsv).</summary>
internal static class Things
{
    private static readonly FrozenDictionary<string, string> ClassOfWord =
        ComparisonTables.Rows("things.tsv", 2).SelectMany(row => row[1].Split(' ').Select(word => (word, row[0]))).ToFrozenDictionary(w => w.word, w => w.Item2, StringComparer.Ordinal);

    /// <summary>Whether claims of the kind tell of a thing: those of two things are not held against each other.</summary>
    public static bool AreToldOf(string kind) => kind is "stock" or "humanitarian";

    /// <summary>The things a claim tells of, in alphabetical order ("food and water"), as its words name them, else its clause; null where neither names one that is known.</summary>
    public static string? Of(Claim claim)
    {
        if (!AreToldOf(claim.Kind)) return null;
        return Named(claim.PatientWords?.Exact) ?? Named(claim.Exact);
    }

    private static string? Named(string? text)
    {
        if (text is null) return null;
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in SearchText.Fold(text).Split(' '))
            if (ClassOfWord.TryGetValue(word, out var thing)) found.Add(thing);
        return found.Count == 0 ? null : string.Join(" and ", found);
    }
}
