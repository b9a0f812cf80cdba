namespace Counterclaim.Training.Neural;

/// <param name="Words">Words of its part of a batch, about.</param>
/// <param name="Weight">Factor of what its sentences teach.</param>
internal sealed record Stream(IReadOnlyList<Example> Examples, int Words, float Weight);

/// <param name="Rate">Learning rate after the first steps; it falls to nothing in a straight line.</param>
internal sealed record LearningPlan(int Epochs, float Rate, DropoutRates Dropout);

/// <summary>Learns from several streams at once: each shard of a batch is of one of them and may have a thread of its own.
/// The order of every sum is fixed, so that weights depend on data and seed alone.</summary>
internal sealed class Learner
{
    private const int Warmup = 300;

    private readonly Network _network;
    private readonly LearningPlan _plan;
    private readonly Dealer[] _dealers;
    private readonly float[] _streamWeights;
    private readonly Pass[] _passes;
    private readonly Weight[] _weights;
    private int _step;

    public Learner(Network network, IReadOnlyList<Stream> streams, LearningPlan plan, ulong seed)
    {
        (_network, _plan) = (network, plan);
        _dealers = [.. streams.Select((s, i) => new Dealer(s.Examples, s.Words, seed * 31 + (ulong)i))];
        _streamWeights = [.. streams.Select(s => s.Weight)];
        _passes = [.. streams.Select((_, i) => new Pass(network, i, plan.Dropout))];
        _weights = [.. network.Weights];
        StepsPerEpoch = Math.Max(1, streams[0].Examples.Sum(s => s.Count) / streams[0].Words);
    }

    public int StepsPerEpoch { get; }

    /// <summary>One pass over the first stream; the others go on in their own round. Gives the mean losses of a word.</summary>
    public string Epoch()
    {
        var totals = new Pass.Losses[_dealers.Length];
        for (var i = 0; i < StepsPerEpoch; i++)
        {
            var losses = new Pass.Losses[_dealers.Length];
            Parallel.For(0, _dealers.Length, shard =>
            {
                var batch = _dealers[shard].Next();
                losses[shard] = _passes[shard].Learn(batch, _dealers[shard].Random, _streamWeights[shard] / batch.Tokens);
            });
            for (var shard = 0; shard < losses.Length; shard++)
            {
                ref var total = ref totals[shard];
                var loss = losses[shard];
                total = new Pass.Losses(total.Tags + loss.Tags, total.Arcs + loss.Arcs, total.Labels + loss.Labels, total.Names + loss.Names, total.Words + loss.Words);
            }
            Step();
        }
        var trees = totals[0];
        var names = totals[^1];
        return $"tags {trees.Tags / trees.Words:F4}  heads {trees.Arcs / trees.Words:F4}  relations {trees.Labels / trees.Words:F4}  names {names.Names / names.Words:F4}";
    }

    private void Step()
    {
        _step++;
        var squares = new double[_weights.Length];
        Parallel.For(0, _weights.Length, i => squares[i] = _weights[i].Gather());
        var norm = Math.Sqrt(squares.Sum() + _network.Tables.Sum(t => t.Gather()));
        const float beta1 = 0.9f, beta2 = 0.98f, longest = 2f;
        var scale = norm > longest ? (float)(longest / norm) : 1f;
        var total = _plan.Epochs * StepsPerEpoch;
        var rate = _plan.Rate * Math.Min(1f, (float)_step / Warmup) * Math.Max(0.002f, 1 - (float)_step / total);
        var step = new AdamStep(scale, rate / (1 - MathF.Pow(beta1, _step)), 1 / MathF.Sqrt(1 - MathF.Pow(beta2, _step)), beta1, beta2);
        Parallel.For(0, _weights.Length, i => _weights[i].Step(step));
        foreach (var table in _network.Tables) table.Step(step);
    }

    /// <summary>Examples in batches of about one size, of sentences of like length, in an order drawn anew every round.</summary>
    private sealed class Dealer(IReadOnlyList<Example> examples, int batchWords, ulong seed)
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
}
