using Counterclaim.Language.Features;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary>Builds the word tables of the model.</summary>
internal static class LexiconBuilder
{
    private const int PathLength = 11;

    /// <summary>Word → leaf: the bits of its path with a 1 before them, padded on the right to one length.</summary>
    public static Dictionary<uint, ushort> Clusters(string path)
    {
        var table = new Dictionary<uint, ushort>();
        foreach (var line in File.ReadLines(path))
        {
            var columns = line.Split('\t');
            var bits = 1;
            foreach (var bit in columns[0]) bits = bits << 1 | (bit - '0');
            bits <<= PathLength - columns[0].Length;
            table.TryAdd(Hash.Of(columns[1]), (ushort)bits);
        }
        return table;
    }

    /// <summary>The commonest tag of every word seen often enough, 1-based.</summary>
    public static Dictionary<uint, ushort> UsualTags(IEnumerable<GoldSentence> sentences, TagSet tags)
    {
        const int often = 4;
        var index = tags.Names.Select((name, i) => (name, i)).ToDictionary();
        var counts = new Dictionary<uint, Dictionary<int, int>>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                if (!index.TryGetValue(sentence.Tags[i], out var tag)) continue;
                var key = Sentence.WordKey(sentence.Spans[i].In(sentence.Source.Text));
                if (!counts.TryGetValue(key, out var byTag)) counts[key] = byTag = [];
                byTag[tag] = byTag.GetValueOrDefault(tag) + 1;
            }
        }
        return counts.Where(c => c.Value.Values.Sum() >= often)
            .ToDictionary(c => c.Key, c => (ushort)(1 + c.Value.OrderByDescending(t => t.Value).ThenBy(t => t.Key).First().Key));
    }
}
