using Counterclaim.Language.Features;
using Counterclaim.Language.Neural;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Language.Names;

/// <summary>What kind of text it is, as far as its first sentences show: how often each part of speech and each mark of spelling occurs, and how long
/// sentences are (Biber 1988). Mail, reviews and newswire differ in what "Amazon" is.</summary>
internal static class TextStyle
{
    private const int Parts = 17;

    /// <summary>Numbers that describe a text.</summary>
    public const int Width = 32;

    /// <summary>Shares of one are rare: this brings most numbers near one.</summary>
    private const float ShareScale = 4;

    private const float LongSentence = 40;

    /// <param name="space">The words read first: those of about <see cref="LanguageNetwork.WordsAtOnce"/>.</param>
    /// <param name="style">Receives the numbers.</param>
    public static void Read(NetworkSpace space, TagSet tags, Span<float> style)
    {
        var rows = space.Encoder.Rows;
        Span<int> counts = stackalloc int[Parts + FormFeatures.Marks];
        counts.Clear();
        for (var word = 0; word < rows.Count; word++)
        {
            counts[(int)tags.Upos[space.Tags[word]]]++;
            var spelling = space.Encoder.Forms.Look(rows[word]).Spelling;
            for (var mark = 0; mark < FormFeatures.Marks; mark++) counts[Parts + mark] += spelling >> mark & 1;
        }
        style.Clear();
        for (var i = 0; i < counts.Length; i++) style[i] = ShareScale * counts[i] / rows.Count;
        style[counts.Length] = Math.Min(2, rows.Count / (LongSentence * space.Encoder.Pieces.Count));
    }
}
