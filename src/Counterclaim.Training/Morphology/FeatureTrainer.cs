using Counterclaim.Language.Morphology;

namespace Counterclaim.Training.Morphology;

/// <summary>Learns the table of morphological features from the words of the treebanks in their sentences.</summary>
internal sealed class FeatureTrainer(TagInventory tags)
{
    private readonly Dictionary<string, ushort> _sets = new() { [""] = 0 };
    private readonly BackoffTrainer _trainer = new(leastGain: 2);

    /// <param name="words">A sentence, read and linked.</param>
    public void Add(WordSequence words, IReadOnlyList<string?> features, int weight)
    {
        var keys = new KeyList(stackalloc uint[KeyList.Most]);
        for (var i = 0; i < words.Count; i++)
        {
            keys.Clear();
            FeatureKeys.Fill(words, i, tags.Kind[words.Tag[i]], ref keys);
            var set = features[i] ?? "";
            if (!_sets.TryGetValue(set, out var index)) _sets[set] = index = (ushort)_sets.Count;
            _trainer.Add(keys.Keys, index, weight);
        }
    }

    /// <summary>The sets of features but the empty one, which is 0, and the table of their numbers from 1.</summary>
    public (string[] Sets, Dictionary<uint, ushort> Table) Train() => ([.. _sets.OrderBy(s => s.Value).Skip(1).Select(s => s.Key)], _trainer.Train());
}
