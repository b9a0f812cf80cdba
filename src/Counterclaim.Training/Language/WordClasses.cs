using System.Globalization;
using Counterclaim.Language.Tokens;

namespace Counterclaim.Training.Language;

/// <summary>Builds the table of what the commonest words are: part of speech in the low five bits, cluster above.</summary>
internal static class WordClasses
{
    private const int ClusterBits = 11;

    public static Dictionary<uint, ushort> Of(IReadOnlyList<GoldSentence> sentences, string clusters, int most)
    {
        var parts = UsualParts(sentences);
        var leaves = new Dictionary<uint, int>();
        var table = new Dictionary<uint, ushort>();
        var common = new List<uint>();
        foreach (var line in File.ReadLines(clusters))
        {
            var columns = line.Split('\t');
            var key = TokenLooks.Key(columns[1]);
            if (leaves.TryAdd(key, Leaf(columns[0]))) common.Add(key);
        }
        foreach (var (key, part) in parts) table[key] = (ushort)(leaves.GetValueOrDefault(key) << 5 | part);
        foreach (var key in common)
        {
            if (table.Count >= most) break;
            table.TryAdd(key, (ushort)(leaves[key] << 5));
        }
        return table;
    }

    private static int Leaf(string path) => int.Parse(path.PadRight(ClusterBits, '0')[..ClusterBits], NumberStyles.BinaryNumber, CultureInfo.InvariantCulture);

    private static Dictionary<uint, int> UsualParts(IReadOnlyList<GoldSentence> sentences)
    {
        const int often = 2;
        var counts = new Dictionary<uint, int[]>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                var key = TokenLooks.Key(sentence.Spans[i].In(sentence.Source.Text));
                if (!counts.TryGetValue(key, out var byPart)) counts[key] = byPart = new int[32];
                byPart[PartOf(sentence.Tags[i])]++;
            }
        }
        return counts.Where(c => c.Value.Sum() >= often).ToDictionary(c => c.Key, c => Array.IndexOf(c.Value, c.Value.Max()));
    }

    /// <summary>A part of speech in five bits; 1 and 2 are the finite verbs and auxiliaries.</summary>
    private static int PartOf(string tag)
    {
        var (upos, xpos) = tag.Split(' ') is [var u, var x] ? (u, x) : (tag, "");
        return (upos, xpos) switch
        {
            (_, "MD") or ("AUX", "VBD" or "VBZ" or "VBP") => 2,
            (_, "VBD" or "VBZ" or "VBP") => 1,
            (_, "VB") => 3,
            (_, "VBG") => 4,
            (_, "VBN") => 5,
            (_, "NN") => 6,
            (_, "NNS") => 7,
            (_, "NNP" or "NNPS") => 8,
            (_, "JJ" or "JJR" or "JJS") => 9,
            (_, "RB" or "RBR" or "RBS") => 10,
            (_, "PRP") => 11,
            (_, "PRP$") => 12,
            (_, "DT" or "PDT") => 13,
            (_, "IN") => 14,
            (_, "CC") => 15,
            (_, "TO") => 16,
            (_, "CD") => 17,
            (_, "WP" or "WRB" or "WDT" or "WP$") => 18,
            (_, "UH") => 19,
            (_, "EX") => 20,
            (_, "RP") => 21,
            ("PUNCT", _) => 22,
            ("SYM", _) => 23,
            (_, "ADD") => 24,
            (_, "POS") => 25,
            (_, "LS") => 26,
            _ => 27,
        };
    }
}
