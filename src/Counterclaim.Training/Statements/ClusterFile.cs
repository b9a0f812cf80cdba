using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Training.Statements;

/// <summary>Reads word clusters: bits of the leaf, word, rank, tab-separated, the most frequent words first.</summary>
internal static class ClusterFile
{
    /// <summary>Words beyond this rank add little and would fill the weights file.</summary>
    private const int MostFrequent = 60_000;

    public static List<(uint Word, ushort Leaf)> Read(string path)
    {
        var words = new List<(uint, ushort)>(MostFrequent);
        foreach (var line in File.ReadLines(path).Take(MostFrequent))
        {
            var fields = line.Split('\t');
            if (fields.Length >= 2) words.Add((TokenTable.HashOf(fields[1]), Convert.ToUInt16(fields[0].PadRight(WordClusters.Bits, '0'), 2)));
        }
        return words;
    }
}
