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

    /// <summary>F1 of names of some kinds.</summary>
    public string Names(IReadOnlyList<Example> examples, params ReadOnlySpan<int> kinds) =>
        NameFigures.Of(examples, batch => ensemble.Read(batch).Names, kinds.ToArray());
}
