namespace Counterclaim.Training.Neural;

/// <param name="BatchWords">Words of the shard with trees, about; those with names have half as many more.</param>
/// <param name="Rate">Learning rate after the first steps; it falls to nothing in a straight line.</param>
internal sealed record LearningPlan(int Epochs, int BatchWords, float Rate, DropoutRates Dropout);

/// <summary>Learns from two streams at once, trees and names: each shard of a batch is of one of them and has a thread of its own.
/// The order of every sum is fixed, so that weights depend on data and seed alone.</summary>
internal sealed class Learner
{
    private const int Warmup = 300;

    private readonly Network _network;
    private readonly LearningPlan _plan;
    private readonly Stream[] _streams;
    private readonly Pass[] _passes;
    private readonly Weight[] _weights;
    private int _step;

    public Learner(Network network, IReadOnlyList<IReadOnlyList<Example>> streams, LearningPlan plan, ulong seed)
    {
        (_network, _plan) = (network, plan);
        _streams = [.. streams.Select((s, i) => new Stream(s, i == 0 ? plan.BatchWords : plan.BatchWords * 3 / 2, seed * 31 + (ulong)i))];
        _passes = [.. streams.Select((_, i) => new Pass(network, i, plan.Dropout))];
        _weights = [.. network.Weights];
        StepsPerEpoch = Math.Max(1, streams[0].Sum(s => s.Count) / plan.BatchWords);
    }

    public int StepsPerEpoch { get; }

    /// <summary>One pass over the first stream; the others go on in their own round. Gives the mean losses of a word.</summary>
    public string Epoch()
    {
        var totals = new Pass.Losses[_streams.Length];
        for (var i = 0; i < StepsPerEpoch; i++)
        {
            var losses = new Pass.Losses[_streams.Length];
            Parallel.For(0, _streams.Length, shard =>
            {
                var batch = _streams[shard].Next();
                losses[shard] = _passes[shard].Learn(batch, _streams[shard].Random, 1f / batch.Tokens);
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
    private sealed class Stream(IReadOnlyList<Example> examples, int batchWords, ulong seed)
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
