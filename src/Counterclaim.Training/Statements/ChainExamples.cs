using Counterclaim.Language;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Training.Statements;

/// <summary>A sequence with known labels and its hashed features, kept flat.</summary>
/// <param name="Tokens">Its tokens in the analysis.</param>
/// <param name="Cue">The tokens that are known to be the cue when reading; empty if nothing is.</param>
/// <param name="CueHead">The token that stands for the cue; −1 if none does.</param>
internal sealed record ChainExample(
    Analysis Analysis, TokenRange Tokens, TokenRange Cue, int CueHead, byte[] Labels, FlatFeatures Single, FlatFeatures Pair, FlatFeatures Marks)
{
    public int Count => Labels.Length;

    public static ChainExample From(Analysis analysis, TokenRange tokens, TokenRange cue, int cueHead, FeatureBuffer features, byte[] labels) => new(
        analysis, tokens, cue, cueHead, labels, FlatFeatures.From(features.Count, features.Single), FlatFeatures.From(features.Count, features.Pair),
        FlatFeatures.From(features.Count, features.Marks));
}

/// <summary>Keys of a row of positions.</summary>
internal readonly record struct FlatFeatures(uint[] Keys, int[] Ends)
{
    public delegate ReadOnlySpan<uint> Source(int position);

    public static FlatFeatures From(int positions, Source source)
    {
        var keys = new List<uint>();
        var ends = new int[positions];
        for (var t = 0; t < positions; t++)
        {
            keys.AddRange(source(t));
            ends[t] = keys.Count;
        }
        return new FlatFeatures([.. keys], ends);
    }

    public ReadOnlySpan<uint> this[int position] => Keys.AsSpan((position == 0 ? 0 : Ends[position - 1])..Ends[position]);
}
