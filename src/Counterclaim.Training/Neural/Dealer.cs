namespace Counterclaim.Training.Neural;

/// <summary>Examples in batches of about one size, of sentences of like length, in an order drawn anew every round.</summary>
internal sealed class Dealer(IReadOnlyList<Example> examples, int batchWords, ulong seed)
{
    private readonly Queue<List<Example>> _batches = [];

    public DeterministicRandom Random { get; } = new(seed);

    public Batch Next()
    {
        if (_batches.Count == 0) Deal();
        return new Batch(_batches.Dequeue());
    }

    private void Deal()
    {
        var shuffled = examples.ToArray();
        Random.Shuffle(shuffled.AsSpan());
        // Sorted within large pools only: batches of like lengths that are yet mixed.
        const int pool = 600;
        var batches = new List<List<Example>>();
        for (var from = 0; from < shuffled.Length; from += pool)
        {
            List<Example> batch = [];
            var words = 0;
            foreach (var example in shuffled.Skip(from).Take(pool).OrderBy(e => e.Count).ThenBy(e => e.Number))
            {
                if (words > 0 && words + example.Count > batchWords)
                {
                    batches.Add(batch);
                    (batch, words) = ([], 0);
                }
                batch.Add(example);
                words += example.Count;
            }
            if (words > 0) batches.Add(batch);
        }
        var order = batches.ToArray();
        Random.Shuffle(order.AsSpan());
        foreach (var batch in order) _batches.Enqueue(batch);
    }
}
