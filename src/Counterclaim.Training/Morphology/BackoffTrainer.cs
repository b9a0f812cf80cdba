namespace Counterclaim.Training.Morphology;

/// <summary>Learns a <see cref="Counterclaim.Language.Morphology.BackoffTable"/>: from the most general keys to the most specific, a key is
/// kept where its own commonest answer is right more often than what the keys kept so far answer.</summary>
/// <param name="leastGain">How many more right answers a key must bring that is not the most specific.</param>
internal sealed class BackoffTrainer(int leastGain)
{
    private readonly List<(int Start, int Length, ushort Answer, ushort Otherwise, int Weight)> _examples = [];
    private readonly List<uint> _keys = [];

    /// <param name="keys">From the most specific to the most general; a key always stands at the same place from the end.</param>
    /// <param name="otherwise">The answer where no key is kept.</param>
    public void Add(ReadOnlySpan<uint> keys, ushort answer, int weight, ushort otherwise = 0)
    {
        _examples.Add((_keys.Count, keys.Length, answer, otherwise, weight));
        _keys.AddRange(keys);
    }

    public Dictionary<uint, ushort> Train()
    {
        var table = new Dictionary<uint, ushort>();
        var answers = _examples.Select(e => e.Otherwise).ToArray();
        var levels = _examples.Max(e => e.Length);
        for (var level = 0; level < levels; level++)
        {
            var kept = Kept(level, answers);
            foreach (var (key, answer) in kept) table[key] = answer;
            for (var e = 0; e < _examples.Count; e++)
                if (level < _examples[e].Length && kept.TryGetValue(Key(e, level), out var answer)) answers[e] = answer;
        }
        return table;
    }

    private Dictionary<uint, ushort> Kept(int level, ushort[] answers)
    {
        var counts = new Dictionary<uint, Dictionary<ushort, int>>();
        var right = new Dictionary<uint, int>();
        var mostSpecific = new HashSet<uint>();
        for (var e = 0; e < _examples.Count; e++)
        {
            var example = _examples[e];
            if (level >= example.Length) continue;
            var key = Key(e, level);
            if (!counts.TryGetValue(key, out var byAnswer)) counts[key] = byAnswer = [];
            byAnswer[example.Answer] = byAnswer.GetValueOrDefault(example.Answer) + example.Weight;
            if (answers[e] == example.Answer) right[key] = right.GetValueOrDefault(key) + example.Weight;
            if (level == example.Length - 1) mostSpecific.Add(key);
        }
        var kept = new Dictionary<uint, ushort>();
        foreach (var (key, byAnswer) in counts)
        {
            var best = byAnswer.OrderByDescending(a => a.Value).ThenBy(a => a.Key).First();
            if (best.Value - right.GetValueOrDefault(key) >= (mostSpecific.Contains(key) ? 1 : leastGain)) kept[key] = best.Key;
        }
        return kept;
    }

    private uint Key(int example, int level) => _keys[_examples[example].Start + _examples[example].Length - 1 - level];
}
