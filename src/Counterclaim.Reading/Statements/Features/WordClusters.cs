using Counterclaim.Language.Models;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>Words to the leaves of a binary tree of word vectors: what unseen words share with seen ones.</summary>
/// <remarks>An open-addressing table of word hashes; a wrong hit once in some hundred thousand words is harmless.</remarks>
internal sealed class WordClusters(Values<uint> keys, Values<ushort> leaves)
{
    public const int Bits = 11;

    /// <summary>The leaf of a word plus one; 0 for an unknown word.</summary>
    /// <param name="word">Its <see cref="TokenTable.HashOf"/>.</param>
    public int Find(uint word)
    {
        if (keys.Length == 0) return 0;
        var mask = (uint)keys.Length - 1;
        var table = keys.Span;
        for (var slot = word & mask; table[(int)slot] != 0; slot = (slot + 1) & mask)
            if (table[(int)slot] == word) return leaves.Span[(int)slot] + 1;
        return 0;
    }

    /// <summary>Builds the two arrays of the table; the first of equal words wins.</summary>
    public static (uint[] Keys, ushort[] Leaves) Build(IReadOnlyList<(uint Word, ushort Leaf)> words)
    {
        var size = 1;
        while (size < words.Count * 3 / 2) size *= 2;
        var (keys, leaves) = (new uint[size], new ushort[size]);
        foreach (var (word, leaf) in words)
        {
            if (word == 0) continue;
            var slot = word & (uint)(size - 1);
            while (keys[slot] != 0 && keys[slot] != word) slot = (slot + 1) & (uint)(size - 1);
            if (keys[slot] == word) continue;
            (keys[slot], leaves[slot]) = (word, leaf);
        }
        return (keys, leaves);
    }
}
