using Counterclaim.Language.Names;

namespace Counterclaim.Training.Neural;

/// <summary>How a network in training fares on given tokens.</summary>
internal sealed class DevFigures(Ensemble ensemble)
{
    /// <summary>Joint tags, universal tags, heads, heads with relations.</summary>
    public string Trees(IReadOnlyList<Example> examples, int[] uposOfTag)
    {
        int words = 0, tag = 0, upos = 0, head = 0, both = 0;
        foreach (var batch in Batch.OfAll(examples))
        {
            var (tags, heads, relations, _) = ensemble.Read(batch);
            for (var s = 0; s < batch.Sentences.Length; s++)
                for (var word = 0; word < batch.Sentences[s].Count; word++)
                {
                    var (gold, row) = (batch.Sentences[s], batch.Starts[s] + word);
                    words++;
                    if (gold.Tags![word] >= 0 && tags[row] == gold.Tags[word]) tag++;
                    if (gold.Tags[word] >= 0 && uposOfTag[tags[row]] == uposOfTag[gold.Tags[word]]) upos++;
                    if (heads[row] != gold.Heads![word]) continue;
                    head++;
                    if (relations[row] == gold.Relations![word]) both++;
                }
        }
        return $"UPOS {100.0 * upos / words:F2}  joint {100.0 * tag / words:F2}  UAS {100.0 * head / words:F2}  LAS {100.0 * both / words:F2}";
    }

    /// <summary>F1 of persons, places and organisations, by whole names; a kind that a corpus leaves open counts as its first.</summary>
    public string Names(IReadOnlyList<Example> examples, params ReadOnlySpan<int> kinds)
    {
        int found = 0, gold = 0, right = 0;
        var counted = kinds.ToArray();
        foreach (var batch in Batch.OfAll(examples))
        {
            var names = ensemble.Read(batch).Names;
            for (var s = 0; s < batch.Sentences.Length; s++)
            {
                var start = batch.Starts[s];
                var allowed = batch.Sentences[s].Names!;
                var expected = Spans(allowed.Length, i => System.Numerics.BitOperations.TrailingZeroCount(allowed[i]), counted);
                var got = Spans(allowed.Length, i => names[start + i], counted);
                found += got.Count;
                gold += expected.Count;
                right += got.Count(expected.Contains);
            }
        }
        return $"P {100.0 * right / Math.Max(1, found):F1} R {100.0 * right / Math.Max(1, gold):F1} F1 {200.0 * right / Math.Max(1, found + gold):F2}";
    }

    private static HashSet<(int, int, int)> Spans(int count, Func<int, int> tagOf, int[] kinds)
    {
        var spans = new HashSet<(int, int, int)>();
        for (var i = 0; i < count;)
        {
            var tag = tagOf(i);
            var end = i + 1;
            if (tag != NameTags.Outside)
            {
                while (end < count && tagOf(end) == tag + (NameTags.IsInside(tag) ? 0 : 1)) end++;
                if (kinds.Contains((int)NameTags.KindOf(tag))) spans.Add((i, end, (int)NameTags.KindOf(tag)));
            }
            i = end;
        }
        return spans;
    }
}
