using System.Runtime.Intrinsics;
using Counterclaim.Language.Neural;

namespace Counterclaim.Training.Neural;

internal sealed class ArcWeights
{
    public ArcWeights(int inputs, int arcSize, int labelSize, int labels, int shards, DeterministicRandom random)
    {
        (Labels, ArcSize, LabelSize) = (labels, arcSize, labelSize);
        Dependent = new LinearWeights(inputs, arcSize, shards, random);
        Head = new LinearWeights(inputs, arcSize, shards, random);
        Bilinear = new Weight(arcSize, arcSize, true, shards).Glorot(random);
        HeadBias = new Weight(1, arcSize, false, shards);
        Root = new Weight(1, arcSize, false, shards).Glorot(random);
        LabelDependent = new LinearWeights(inputs, labelSize, shards, random);
        LabelHead = new LinearWeights(inputs, labelSize, shards, random);
        LabelRoot = new Weight(1, labelSize, false, shards).Glorot(random);
        Label = new LinearWeights(labelSize, (labels + 15) / 16 * 16, shards, random);
    }

    public int Labels { get; }

    public int ArcSize { get; }

    public int LabelSize { get; }

    public LinearWeights Dependent { get; }

    public LinearWeights Head { get; }

    public Weight Bilinear { get; }

    public Weight HeadBias { get; }

    /// <summary>What stands for the root among the heads.</summary>
    public Weight Root { get; }

    public LinearWeights LabelDependent { get; }

    public LinearWeights LabelHead { get; }

    public Weight LabelRoot { get; }

    public LinearWeights Label { get; }

    public IEnumerable<Weight> All =>
        [.. Dependent.All, .. Head.All, Bilinear, HeadBias, Root, .. LabelDependent.All, .. LabelHead.All, LabelRoot, .. Label.All];
}

/// <summary>Scores of heads by a biaffine form (Dozat and Manning 2017), of relations by a layer over dependent and head (Kiperwasser and Goldberg 2016).</summary>
internal sealed unsafe class ArcHead
{
    private readonly ArcWeights _weights;
    private readonly int _shard;
    private readonly DroppedLinear _dependent, _head, _labelDependent, _labelHead;
    private readonly LinearLayer _label;
    private readonly Matrix _bent, _bentGradient, _joined, _joinedGradient, _headRows, _headRowsGradient;
    private readonly Matrix _scores = new(16);
    private Matrix? _dependents;

    public ArcHead(ArcWeights weights, int shard, float dropout)
    {
        (_weights, _shard) = (weights, shard);
        _dependent = new DroppedLinear(weights.Dependent, shard, true, dropout);
        _head = new DroppedLinear(weights.Head, shard, true, dropout);
        _labelDependent = new DroppedLinear(weights.LabelDependent, shard, false, dropout);
        _labelHead = new DroppedLinear(weights.LabelHead, shard, false, dropout);
        _label = new LinearLayer(weights.Label, shard, false);
        (_bent, _bentGradient) = (new Matrix(weights.ArcSize), new Matrix(weights.ArcSize));
        (_joined, _joinedGradient) = (new Matrix(weights.LabelSize), new Matrix(weights.LabelSize));
        (_headRows, _headRowsGradient) = (new Matrix(weights.ArcSize), new Matrix(weights.ArcSize));
    }

    /// <summary>Row of a sentence among the rows of possible heads, which begin with the root.</summary>
    private static int HeadRow(Batch batch, int sentence) => batch.Starts[sentence] + sentence;

    private void Score(Matrix states, Batch batch, DeterministicRandom? random)
    {
        var dependents = _dependents = _dependent.Forward(states, batch, random);
        var heads = _head.Forward(states, batch, random);
        _bent.Resize(batch.Tokens);
        Gemm.Multiply(dependents.Start, _weights.ArcSize, 1, batch.Tokens, _weights.Bilinear.Packed.Start, _weights.ArcSize,
            _weights.ArcSize, _bent.Start, _weights.ArcSize, false);
        // (H·U + u)·Hᵀ: the bias of a head is the same form with a constant dependent.
        Activation.Bias(_bent.Start, batch.Tokens, _weights.ArcSize, _weights.HeadBias.Value.Start);
        _headRows.Resize(batch.Tokens + batch.Sentences.Length);
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var at = HeadRow(batch, s);
            _weights.Root.Value.RowSpan(0).CopyTo(_headRows.RowSpan(at));
            for (var word = 0; word < batch.Sentences[s].Count; word++) heads.RowSpan(batch.Starts[s] + word).CopyTo(_headRows.RowSpan(at + 1 + word));
        }
    }

    /// <summary>Scores of the heads of a sentence: a row for every word, the root first.</summary>
    private Span<float> Scores(Batch batch, int sentence, out int width)
    {
        var words = batch.Sentences[sentence].Count;
        width = HeadWidth(words);
        _scores.Resize(words * width / 16);
        Products.MultiplyTransposed(_bent.Row(batch.Starts[sentence]), _weights.ArcSize, words, _headRows.Row(HeadRow(batch, sentence)), _weights.ArcSize,
            words + 1, _weights.ArcSize, _scores.Start, width);
        return _scores.Values;
    }

    /// <summary>Adds the logarithm of the probability of every head, the root first, <see cref="HeadWidth"/> numbers a word.</summary>
    public void AddHeads(Matrix states, Batch batch, float[][] sums)
    {
        Score(states, batch, null);
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var scores = Scores(batch, s, out var width);
            var count = batch.Sentences[s].Count;
            for (var word = 0; word < count; word++) Softmax.AddLogProbabilities(scores.Slice(word * width, count + 1), sums[s].AsSpan(word * width, count + 1));
        }
    }

    /// <summary>Floats of a row of head scores in a sentence of so many words.</summary>
    public static int HeadWidth(int words) => (words + 1 + 15) / 16 * 16;

    /// <summary>Adds the logarithm of the probability of every relation of a word to the head it has been given.</summary>
    public void AddRelations(Matrix states, Batch batch, int[] heads, float[] sums)
    {
        var labels = _label.Forward(Join(states, batch, null, heads));
        for (var row = 0; row < batch.Tokens; row++)
            Softmax.AddLogProbabilities(labels.RowSpan(row)[.._weights.Labels], sums.AsSpan(row * _weights.Labels, _weights.Labels));
    }

    /// <summary>For every word, the layer over it and its head.</summary>
    private Matrix Join(Matrix states, Batch batch, DeterministicRandom? random, int[] heads)
    {
        var dependents = _labelDependent.Forward(states, batch, random);
        var governors = _labelHead.Forward(states, batch, random);
        _joined.Resize(batch.Tokens);
        for (var s = 0; s < batch.Sentences.Length; s++)
            for (var word = 0; word < batch.Sentences[s].Count; word++)
            {
                var row = batch.Starts[s] + word;
                var governor = heads[row] < 0 ? _weights.LabelRoot.Value.Start : governors.Row(batch.Starts[s] + heads[row]);
                for (var j = 0; j < _joined.Width; j += 16)
                    Vector512.Max(Vector512<float>.Zero, Vector512.Load(dependents.Row(row) + j) + Vector512.Load(governor + j)).Store(_joined.Row(row) + j);
            }
        return _joined;
    }

    /// <returns>Sums of the losses of heads and of relations.</returns>
    public (double Arcs, double Labels) Learn(Matrix states, Batch batch, DeterministicRandom random, float weight, Matrix stateGradient)
    {
        Score(states, batch, random);
        var bentGradient = _bentGradient.Resize(batch.Tokens);
        var headGradient = _headRowsGradient.Resize(_headRows.Rows);
        var arcs = 0.0;
        var gold = new int[batch.Tokens];
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var (sentence, start, headRow) = (batch.Sentences[s], batch.Starts[s], HeadRow(batch, s));
            var scores = Scores(batch, s, out var width);
            for (var word = 0; word < sentence.Count; word++)
            {
                var row = scores.Slice(word * width, width);
                gold[start + word] = sentence.Heads![word];
                arcs += Softmax.Loss(row[..(sentence.Count + 1)], sentence.Heads[word] + 1, weight);
                row[(sentence.Count + 1)..].Clear();
            }
            Products.Multiply(_scores.Start, width, sentence.Count, _headRows.Row(headRow), _weights.ArcSize, sentence.Count + 1, _weights.ArcSize,
                bentGradient.Row(start), _weights.ArcSize, false);
            new Span<float>(headGradient.Row(headRow), (sentence.Count + 1) * _weights.ArcSize).Clear();
            Products.AddTransposed(_scores.Start, width, sentence.Count + 1, _bent.Row(start), _weights.ArcSize, _weights.ArcSize, sentence.Count,
                headGradient.Row(headRow), _weights.ArcSize);
        }
        BackFromArcs(batch, bentGradient, headGradient, stateGradient);
        return (arcs, LearnLabels(states, batch, random, gold, weight, stateGradient));
    }

    private void BackFromArcs(Batch batch, Matrix bentGradient, Matrix headGradient, Matrix stateGradient)
    {
        var dependentGradient = _dependent.Gradient(batch.Tokens);
        var headsGradient = _head.Gradient(batch.Tokens);
        var root = _weights.Root.Gradient(_shard).RowSpan(0);
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var at = HeadRow(batch, s);
            var fromRoot = headGradient.RowSpan(at);
            for (var j = 0; j < root.Length; j++) root[j] += fromRoot[j];
            for (var word = 0; word < batch.Sentences[s].Count; word++) headGradient.RowSpan(at + 1 + word).CopyTo(headsGradient.RowSpan(batch.Starts[s] + word));
        }
        Products.AddRows(bentGradient, _weights.HeadBias.Gradient(_shard));
        Products.AddTransposed(_dependents!, bentGradient, _weights.Bilinear.Gradient(_shard));
        Gemm.Multiply(bentGradient.Start, _weights.ArcSize, 1, batch.Tokens, _weights.Bilinear.PackedTransposed.Start,
            _weights.ArcSize, _weights.ArcSize, dependentGradient.Start, _weights.ArcSize, false);
        _dependent.Backward(batch, stateGradient);
        _head.Backward(batch, stateGradient);
    }

    private double LearnLabels(Matrix states, Batch batch, DeterministicRandom random, int[] gold, float weight, Matrix stateGradient)
    {
        var rows = Join(states, batch, random, gold);
        var labels = _label.Forward(rows);
        var loss = 0.0;
        for (var s = 0; s < batch.Sentences.Length; s++)
            for (var word = 0; word < batch.Sentences[s].Count; word++)
            {
                var row = labels.RowSpan(batch.Starts[s] + word);
                row[_weights.Labels..].Clear();
                loss += Softmax.Loss(row[.._weights.Labels], batch.Sentences[s].Relations![word], weight);
            }
        _joinedGradient.Resize(batch.Tokens).Clear();
        _label.Backward(labels, _joinedGradient);
        var dependentGradient = _labelDependent.Gradient(batch.Tokens);
        var headGradient = _labelHead.Gradient(batch.Tokens);
        var root = _weights.LabelRoot.Gradient(_shard);
        for (var s = 0; s < batch.Sentences.Length; s++)
            for (var word = 0; word < batch.Sentences[s].Count; word++)
            {
                var row = batch.Starts[s] + word;
                var governor = gold[row] < 0 ? root.Start : headGradient.Row(batch.Starts[s] + gold[row]);
                for (var j = 0; j < _joined.Width; j += 16)
                {
                    var g = Vector512.ConditionalSelect(Vector512.GreaterThan(Vector512.Load(_joined.Row(row) + j), Vector512<float>.Zero),
                        Vector512.Load(_joinedGradient.Row(row) + j), Vector512<float>.Zero);
                    g.Store(dependentGradient.Row(row) + j);
                    (Vector512.Load(governor + j) + g).Store(governor + j);
                }
            }
        _labelDependent.Backward(batch, stateGradient);
        _labelHead.Backward(batch, stateGradient);
        return loss;
    }
}
