using System.Runtime.Intrinsics;
using Counterclaim.Language.Features;

namespace Counterclaim.Training.Neural;

internal sealed record DropoutRates(float Input, float Recurrent, float States, float Heads, float Word);

/// <summary>One shard of a batch on its way through the network and back. Not shared between threads.</summary>
internal sealed class Pass
{
    private readonly Network _network;
    private readonly int _shard;
    private readonly DropoutRates _rates;
    private readonly Matrix _input, _stateGradient;
    private readonly SentenceDropout _inputDropout;
    private readonly LstmLayer[] _layers;
    private readonly SentenceDropout[] _stateDropouts;
    private readonly TagHead _tags;
    private readonly ArcHead _arcs;
    private readonly NameHead _names;
    private bool[] _droppedWord = [], _droppedVector = [];
    private Matrix? _read;

    public Pass(Network network, int shard, DropoutRates rates)
    {
        (_network, _shard, _rates) = (network, shard, rates);
        var width = 2 * network.Shape.States;
        (_input, _stateGradient) = (new Matrix(network.InputSize), new Matrix(width));
        _inputDropout = new SentenceDropout(network.InputSize, rates.Input);
        _layers = [.. network.Layers.Select(l => new LstmLayer(l, shard, rates.Recurrent))];
        _stateDropouts = [.. network.Layers.Select(_ => new SentenceDropout(width, rates.States))];
        _tags = new TagHead(network.TagWeights, network.Shape.Tags, shard);
        _arcs = new ArcHead(network.Arcs, shard, rates.Heads);
        _names = new NameHead(network.Names, shard);
    }

    /// <summary>Losses of a batch, summed over words, and the words they were summed over.</summary>
    public record struct Losses(double Tags, double Arcs, double Labels, double Names, int Words);

    private Matrix Encode(Batch batch, DeterministicRandom? random)
    {
        Embed(batch, random);
        _inputDropout.Apply(_input, batch, random);
        var states = _input;
        for (var i = 0; i < _layers.Length; i++)
        {
            states = _layers[i].Forward(states, batch, random);
            _stateDropouts[i].Apply(states, batch, random);
        }
        return states;
    }

    private void Embed(Batch batch, DeterministicRandom? random)
    {
        _input.Resize(batch.Tokens);
        if (_droppedWord.Length < batch.Tokens) (_droppedWord, _droppedVector) = (new bool[batch.Tokens * 2], new bool[batch.Tokens * 2]);
        var (vectorWidth, wordSize) = (FixedVectors.Dimensions, _network.Shape.WordSize);
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var sentence = batch.Sentences[s];
            for (var word = 0; word < sentence.Count; word++)
            {
                var token = batch.Starts[s] + word;
                _droppedWord[token] = random is not null && random.NextFloat() < _rates.Word;
                _droppedVector[token] = random is not null && random.NextFloat() < _rates.Word * 0.5f;
                var row = _input.RowSpan(token);
                var form = sentence.Forms[word];
                var vector = _droppedVector[token] ? 0 : form.Vector;
                (vector == 0 ? _network.Unknown.Value.RowSpan(0) : _network.Vectors.Rows.RowSpan(vector))[..vectorWidth].CopyTo(row);
                for (var mark = 0; mark < FormFeatures.Marks; mark++) row[vectorWidth + mark] = form.Spelling >> mark & 1;
                _network.Words.Value.RowSpan(_droppedWord[token] ? 0 : form.Word).CopyTo(row[(vectorWidth + FormFeatures.Marks)..]);
                var parts = row[(vectorWidth + FormFeatures.Marks + wordSize)..];
                parts.Clear();
                foreach (var part in form.Parts) AddTo(parts, _network.Parts.Value.RowSpan(part));
            }
        }
    }

    /// <summary>Learns from a batch whose sentences all have trees, or all have names.</summary>
    /// <param name="weight">Factor of the gradient of every word.</param>
    public Losses Learn(Batch batch, DeterministicRandom random, float weight)
    {
        var states = Encode(batch, random);
        _stateGradient.Resize(batch.Tokens).Clear();
        var losses = new Losses { Words = batch.Tokens };
        var first = batch.Sentences[0];
        if (first.Tags is not null) losses.Tags = _tags.Learn(states, batch, weight * 0.5f, _stateGradient);
        if (first.Heads is not null) (losses.Arcs, losses.Labels) = _arcs.Learn(states, batch, random, weight, _stateGradient);
        if (first.Names is not null) losses.Names = _names.Learn(states, batch, weight, _stateGradient);
        var gradient = _stateGradient;
        for (var i = _layers.Length - 1; i >= 0; i--)
        {
            _stateDropouts[i].Backward(gradient, batch);
            gradient = _layers[i].Backward(gradient, batch);
        }
        _inputDropout.Backward(gradient, batch);
        Unembed(batch, gradient);
        return losses;
    }

    private void Unembed(Batch batch, Matrix gradient)
    {
        var (vectorWidth, wordSize) = (FixedVectors.Dimensions, _network.Shape.WordSize);
        var unknown = _network.Unknown.Gradient(_shard).RowSpan(0);
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var sentence = batch.Sentences[s];
            for (var word = 0; word < sentence.Count; word++)
            {
                var token = batch.Starts[s] + word;
                var row = gradient.RowSpan(token);
                var form = sentence.Forms[word];
                if (_droppedVector[token] || form.Vector == 0) AddTo(unknown[..vectorWidth], row[..vectorWidth]);
                AddTo(_network.Words.Gradient(_shard, _droppedWord[token] ? 0 : form.Word), row.Slice(vectorWidth + FormFeatures.Marks, wordSize));
                var parts = row[(vectorWidth + FormFeatures.Marks + wordSize)..];
                foreach (var part in form.Parts) AddTo(_network.Parts.Gradient(_shard, part), parts);
            }
        }
    }

    private static void AddTo(Span<float> sum, ReadOnlySpan<float> values)
    {
        if (sum.Length % 16 != 0)
        {
            for (var i = 0; i < sum.Length; i++) sum[i] += values[i];
            return;
        }
        for (var i = 0; i < sum.Length; i += 16) (Vector512.Create<float>(sum[i..]) + Vector512.Create(values[i..])).CopyTo(sum[i..]);
    }

    /// <summary>Reads a batch without learning, for the calls below.</summary>
    public void Read(Batch batch) => _read = Encode(batch, null);

    /// <summary>What the network thinks of the batch that was read.</summary>
    public TagHead Tags => _tags;

    /// <inheritdoc cref="Tags"/>
    public ArcHead Arcs => _arcs;

    /// <inheritdoc cref="Tags"/>
    public NameHead Names => _names;

    /// <summary>States of the batch that was read.</summary>
    public Matrix States => _read ?? throw new InvalidOperationException("No batch has been read.");
}
