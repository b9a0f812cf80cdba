namespace Counterclaim.Training.Neural;

/// <summary>A tag for every word.</summary>
internal sealed class TagHead(LinearWeights weights, int tags, int shard)
{
    private readonly LinearLayer _scores = new(weights, shard, rectified: false);

    /// <summary>Adds the logarithm of the probability of every tag of every word.</summary>
    public void AddLogProbabilities(Matrix states, float[] sums)
    {
        var scores = _scores.Forward(states);
        for (var row = 0; row < states.Rows; row++) Softmax.AddLogProbabilities(scores.RowSpan(row)[..tags], sums.AsSpan(row * tags, tags));
    }

    /// <returns>Sum of the losses of all words.</returns>
    public double Learn(Matrix states, Batch batch, float weight, Matrix stateGradient)
    {
        var scores = _scores.Forward(states);
        var loss = 0.0;
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var sentence = batch.Sentences[s];
            for (var word = 0; word < sentence.Count; word++)
            {
                var row = scores.RowSpan(batch.Starts[s] + word);
                row[tags..].Clear();
                var tag = sentence.Tags![word];
                if (tag < 0) row.Clear();
                else loss += Softmax.Loss(row[..tags], tag, weight);
            }
        }
        _scores.Backward(scores, stateGradient);
        return loss;
    }
}
