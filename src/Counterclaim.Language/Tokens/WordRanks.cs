using Counterclaim.Language.Features;
using Counterclaim.Language.Models;
using Counterclaim.Language.Neural;

namespace Counterclaim.Language.Tokens;

/// <summary>How common words are: their places in the table of word vectors, the most frequent first.</summary>
internal sealed class WordRanks
{
    private const int LongestWord = 40;
    private const int Common = 20_000;
    private const int Unknown = int.MaxValue;

    private readonly HashTable16 _ranks;
    private readonly CodedVectors _rare;
    private readonly int _ranked;

    /// <param name="ranks">Rank of a word by the hash of its lower-cased form.</param>
    /// <param name="ranked">How many have one.</param>
    /// <param name="rare">Words rarer than these.</param>
    public WordRanks(HashTable16 ranks, int ranked, CodedVectors rare) => (_ranks, _ranked, _rare) = (ranks, ranked, rare);

    /// <summary>Whether two parts of a word with a hyphen and the end of a line between are one word ("mar-⏎ket") and not a compound ("long-⏎term").</summary>
    /// <remarks>The more frequent of the two ways to write it decides; where both are too rare to tell, whether the second part is a word of its own.</remarks>
    public bool AreOneWord(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length + right.Length >= LongestWord) return false;
        Span<char> buffer = stackalloc char[LongestWord];
        var first = Lower(left, buffer);
        var second = Lower(right, buffer[(first + 1)..]);
        buffer[first] = '-';
        var compound = Rank(buffer[..(first + 1 + second)]);
        var (leftRank, rightRank) = (Rank(buffer[..first]), Rank(buffer.Slice(first + 1, second)));
        buffer.Slice(first + 1, second).CopyTo(buffer[first..]);
        var joined = Rank(buffer[..(first + second)]);
        if (joined == compound) return rightRank >= _ranked;
        return joined < compound && (joined < _ranked || leftRank >= Common || rightRank >= Common);
    }

    private static int Lower(ReadOnlySpan<char> word, Span<char> lower)
    {
        for (var i = 0; i < word.Length; i++) lower[i] = char.ToLowerInvariant(word[i]);
        return word.Length;
    }

    private int Rank(ReadOnlySpan<char> lower)
    {
        var key = Hash.Of(lower);
        return _ranks.TryGet(key, out var rank) ? rank : _rare.Contains(key) ? _ranked : Unknown;
    }
}
