using System.Numerics;
using Counterclaim.Language;
using Counterclaim.Language.Names;

namespace Counterclaim.Training.Neural;

/// <summary>How the tags of names given to sentences compare with the right ones.</summary>
internal static class NameFigures
{
    /// <summary>F1 by whole names; a kind that a corpus leaves open counts as its first.</summary>
    /// <param name="read">The tags of a batch, a row a word.</param>
    /// <param name="kinds">Those that count.</param>
    /// <param name="facilitiesArePlaces">As in the corpora that know no facilities.</param>
    public static string Of(IReadOnlyList<Example> examples, Func<Batch, byte[]> read, int[] kinds, bool facilitiesArePlaces = false)
    {
        int found = 0, gold = 0, right = 0;
        foreach (var batch in Batch.OfAll(examples))
        {
            var names = read(batch);
            for (var s = 0; s < batch.Sentences.Length; s++)
            {
                var start = batch.Starts[s];
                var allowed = batch.Sentences[s].Names!;
                var expected = Spans(allowed.Length, i => BitOperations.TrailingZeroCount(allowed[i]), kinds, facilitiesArePlaces);
                var got = Spans(allowed.Length, i => names[start + i], kinds, facilitiesArePlaces);
                found += got.Count;
                gold += expected.Count;
                right += got.Count(expected.Contains);
            }
        }
        return $"P {100.0 * right / Math.Max(1, found):F1} R {100.0 * right / Math.Max(1, gold):F1} F1 {200.0 * right / Math.Max(1, found + gold):F2}";
    }

    private static HashSet<(int, int, int)> Spans(int count, Func<int, int> tagOf, int[] kinds, bool facilitiesArePlaces)
    {
        var spans = new HashSet<(int, int, int)>();
        for (var i = 0; i < count;)
        {
            var tag = tagOf(i);
            var end = i + 1;
            if (tag != NameTags.Outside)
            {
                while (end < count && tagOf(end) == tag + (NameTags.IsInside(tag) ? 0 : 1)) end++;
                var kind = facilitiesArePlaces && NameTags.KindOf(tag) == EntityKind.Facility ? EntityKind.Location : NameTags.KindOf(tag);
                if (kinds.Contains((int)kind)) spans.Add((i, end, (int)kind));
            }
            i = end;
        }
        return spans;
    }
}
