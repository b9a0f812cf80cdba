using System.Collections.Frozen;

namespace Counterclaim.Ledger.Comparison;

/// <summary>What the words around a claim show of the happening it is about: what was hit, and by what means (Data/happenings.tsv).</summary>
/// <param name="Targets">"market", "hospital"… in alphabetical order.</param>
/// <param name="Means">"air", "artillery"… in alphabetical order.</param>
public sealed record Happening(IReadOnlyList<string> Targets, IReadOnlyList<string> Means)
{
    private static readonly FrozenDictionary<string, (bool IsTarget, string Class)> Words;
    private static readonly (string Stem, bool IsTarget, string Class)[] Stems;

    static Happening()
    {
        var words = new Dictionary<string, (bool, string)>(StringComparer.OrdinalIgnoreCase);
        var stems = new List<(string, bool, string)>();
        foreach (var row in ComparisonTables.Rows("happenings.tsv", 3))
            foreach (var word in row[2].Split(' '))
                if (word.EndsWith('*')) stems.Add((word[..^1], row[0] == "target", row[1]));
                else words[word] = (row[0] == "target", row[1]);
        (Words, Stems) = (words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), [.. stems]);
    }

    public static Happening Unknown { get; } = new([], []);

    /// <summary>Reads the signs off a stretch of text.</summary>
    public static Happening Of(ReadOnlySpan<char> text)
    {
        var (targets, means) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] == '-')) i++;
            var word = text[start..i];
            if (lookup.TryGetValue(word, out var sign)) (sign.IsTarget ? targets : means).Add(sign.Class);
            else
                foreach (var (stem, isTarget, name) in Stems)
                    if (word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) (isTarget ? targets : means).Add(name);
        }
        return targets.Count + means.Count == 0 ? Unknown : new Happening([.. targets], [.. means]);
    }

    /// <summary>A sign that both have, for people; null where they have none.</summary>
    public string? Shared(Happening other) => Targets.FirstOrDefault(other.Targets.Contains) ?? Means.FirstOrDefault(other.Means.Contains);

    public bool SharesTarget(Happening other) => Targets.Any(other.Targets.Contains);

    /// <summary>Whether the signs tell the two apart: both name what was hit and nothing is in common, or both name means and nothing is.</summary>
    public bool Excludes(Happening other) => Apart(Targets, other.Targets) || Apart(Means, other.Means) && Shared(other) is null;

    public bool Equals(Happening? other) => other is not null && Targets.SequenceEqual(other.Targets) && Means.SequenceEqual(other.Means);

    public override int GetHashCode() => HashCode.Combine(Targets.Count, Means.Count);

    private static bool Apart(IReadOnlyList<string> mine, IReadOnlyList<string> others) => mine.Count > 0 && others.Count > 0 && !mine.Any(others.Contains);
}
