using System.Runtime.InteropServices;
using Counterclaim.Language.Models;
using Counterclaim.Model;

namespace Counterclaim.Language.Tokens;

/// <summary>Decides which tokens of a block end a sentence: rules propose, a linear model that sees the words around disposes.</summary>
/// <remarks>From left to right, once, every decision from a bounded number of features: time is linear.</remarks>
internal sealed class SentenceSplitter
{
    /// <summary>Longer sentences are cut here, so that nothing later costs more than linear time.</summary>
    public const int LongestSentence = 512;

    public const string FileName = "sentences.bin";

    /// <summary>Sections of the model's file.</summary>
    public const string ClassTable = "classes", Weights = "ends";

    private readonly HashTable16 _classes;
    private readonly SparseWeights _weights;

    public SentenceSplitter(HashTable16 classes, SparseWeights weights)
    {
        _classes = classes;
        _weights = weights;
    }

    public static SentenceSplitter From(ModelFile file) => new(HashTable16.From(file, ClassTable), SparseWeights.From(file, Weights, 1));

    /// <summary>Appends the sentences of the tokens from an index on, which are those of one block.</summary>
    public void Split(string text, TextSpan block, List<TextSpan> tokens, int from, List<TokenRange> sentences, TokenLooks looks)
    {
        Look(text, block, CollectionsMarshal.AsSpan(tokens)[from..], looks, _classes);
        var features = new SentenceFeatures(looks);
        for (int start = 0, end; start < looks.Count; start = end)
        {
            end = start + 1;
            while (looks.After[end - 1] != Boundary.Certain) end++;
            SplitParagraph(ref features, looks, start, end, from, sentences);
        }
    }

    /// <summary>Fills what the decisions see of a block's tokens.</summary>
    public static void Look(string text, TextSpan block, ReadOnlySpan<TextSpan> tokens, TokenLooks looks, in HashTable16 classes)
    {
        looks.Read(text, tokens, classes);
        new SentenceRules(text, block, tokens).Propose(looks.After.AsSpan(0, tokens.Length));
    }

    private void SplitParagraph(ref SentenceFeatures features, TokenLooks looks, int start, int end, int from, List<TokenRange> sentences)
    {
        features.BeginParagraph(start, end);
        for (var i = start; i < end; i++)
        {
            features.Pass(i);
            if (i + 1 < end && i + 1 - start < LongestSentence && !Ends(ref features, looks, i)) continue;
            sentences.Add(new TokenRange(from + start, from + i + 1));
            start = i + 1;
            features.BeginSentence(start);
        }
    }

    private bool Ends(ref SentenceFeatures features, TokenLooks looks, int i)
    {
        if (!SentenceFeatures.MayEnd(looks, i)) return false;
        Span<uint> keys = stackalloc uint[SentenceFeatures.Most];
        Span<int> score = stackalloc int[1];
        _weights.Score(keys[..features.Fill(i, keys)], score);
        return score[0] > 0;
    }
}
