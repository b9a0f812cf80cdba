using Counterclaim.Language;
using Counterclaim.Language.Morphology;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Morphology;

/// <summary>A treebank's sentence as the tables of lemmas and features see it.</summary>
internal static class GoldWords
{
    public static void Read(GoldSentence sentence, TagInventory tags, WordSequence words)
    {
        words.Read(sentence.Source.Text, sentence.Spans);
        var map = tags.MapFrom(sentence.Tags);
        for (var i = 0; i < sentence.Count; i++)
        {
            words.Tag[i] = map[i];
            words.Head[i] = sentence.Heads[i];
            words.Relation[i] = (Deprel)sentence.Relations[i];
        }
        words.Link(tags);
    }

    public static IReadOnlyList<string?> Lemmas(GoldSentence sentence) => new ArraySegment<string?>(sentence.Source.Lemmas, sentence.Words.Start, sentence.Count);

    public static IReadOnlyList<string?> Features(GoldSentence sentence) => new ArraySegment<string?>(sentence.Source.Features, sentence.Words.Start, sentence.Count);
}
