using Counterclaim.Model;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Consequences;

/// <summary>The wordings of cause and effect (markers.tsv), by construction and word.</summary>
internal sealed class MarkerTable
{
    private readonly Dictionary<(string Construction, string Word), Marker> _markers = [];
    private readonly HashSet<string> _eventNouns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a marker says.</summary>
    /// <param name="Place">Which side the cause stands on, or where the effect of a verb stands.</param>
    /// <param name="Sure">Always cause and effect; otherwise the learnt weights decide.</param>
    public readonly record struct Marker(string Word, ConsequenceRelation Relation, string Place, bool Sure);

    public static MarkerTable Load()
    {
        var table = new MarkerTable();
        foreach (var row in DataFile.Rows("Consequences/markers.tsv", 5))
            foreach (var word in row[1].Split(", "))
                table._markers[(row[0], word)] = new Marker(word, Enum.Parse<ConsequenceRelation>(row[2], ignoreCase: true), row[3], row[4] == "sure");
        foreach (var (_, text) in DataFile.Lines("Consequences/event-nouns.txt"))
            table._eventNouns.UnionWith(text.Split(", "));
        return table;
    }

    public bool TryGet(string construction, string word, out Marker marker) => _markers.TryGetValue((construction, word), out marker);

    public bool IsEventNoun(string lemma) => _eventNouns.Contains(lemma);
}
