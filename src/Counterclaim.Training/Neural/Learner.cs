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
    private readonly Dealer[] _dealers;
    private readonly float[] _streamWeights;
    private readonly Pass[] _passes;
    private readonly Descent _descent;

    public Learner(Network network, IReadOnlyList<Stream> streams, LearningPlan plan, ulong seed)
    {
        _dealers = [.. streams.Select((s, i) => new Dealer(s.Examples, s.Words, seed * 31 + (ulong)i))];
        _streamWeights = [.. streams.Select(s => s.Weight)];
        _passes = [.. streams.Select((_, i) => new Pass(network, i, plan.Dropout))];
        StepsPerEpoch = Math.Max(1, streams[0].Examples.Sum(s => s.Count) / streams[0].Words);
        _descent = new Descent([.. network.Weights], [.. network.Tables], plan.Rate, plan.Epochs * StepsPerEpoch);
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
            _descent.Step();
        }
        var trees = totals[0];
        var names = totals[^1];
        return $"tags {trees.Tags / trees.Words:F4}  heads {trees.Arcs / trees.Words:F4}  relations {trees.Labels / trees.Words:F4}  names {names.Names / names.Words:F4}";
    }
}
