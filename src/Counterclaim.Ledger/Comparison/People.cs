namespace Counterclaim.Ledger.Comparison;

/// <summary>Classes of people who are counted, and which is part of which (Data/people.tsv).</summary>
public static class People
{
    /// <summary>Anybody: what belongs to no narrower class.</summary>
    public const string Anybody = "people";

    private static readonly Dictionary<string, string> ClassOfWord = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, string> Parent = new(StringComparer.Ordinal);

    static People()
    {
        foreach (var row in ComparisonTables.Rows("people.tsv", 3))
        {
            if (row[1].Length > 0) Parent[row[0]] = row[1];
            foreach (var word in row[2].Split(' ')) ClassOfWord[word] = row[0];
        }
    }

    /// <summary>The narrowest class that a phrase's words name, the last ones first ("Syrian soldiers" are soldiers); null where none is a person.</summary>
    public static string? ClassOf(string? phrase)
    {
        if (phrase is null) return null;
        var words = phrase.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
        for (var i = words.Length - 1; i >= 0; i--)
            if (ClassOfWord.TryGetValue(words[i], out var found) || words[i].EndsWith('s') && ClassOfWord.TryGetValue(words[i][..^1], out found)) return found;
        return null;
    }

    /// <summary>Whether everybody of the one class belongs to the other.</summary>
    public static bool IsPart(string part, string whole)
    {
        for (string? at = part; at is not null; at = Parent.GetValueOrDefault(at))
            if (at == whole) return true;
        return false;
    }
}
