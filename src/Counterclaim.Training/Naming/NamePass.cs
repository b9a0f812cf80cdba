using Counterclaim.Language.Names;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Naming;

/// <summary>One shard of a batch on its way through the layers and back. Not shared between threads.</summary>
internal sealed class NamePass(NameLayers layers, NameInputs inputs, int shard, NameDropout rates)
{
    private readonly Matrix _input = new(layers.Inputs), _gradient = new(2 * layers.Layers[^1].Size);
    private readonly SentenceDropout _inputDropout = new(layers.Inputs, rates.Input);
    private readonly SentenceDropout[] _outputDropouts = [.. layers.Layers.Select(l => new SentenceDropout(2 * l.Size, rates.Output))];
    private readonly LstmLayer[] _layers = [.. layers.Layers.Select(l => new LstmLayer(l, shard, rates.Recurrent))];
    private readonly NameHead _head = new(layers.Names, shard);
    private readonly TagHead _tags = new(layers.Tags, inputs.Tags.Names.Length, shard);

    private Matrix Run(Batch batch, DeterministicRandom? random)
    {
        Fill(batch, random);
        _inputDropout.Apply(_input, batch, random);
        var output = _input;
        for (var i = 0; i < _layers.Length; i++)
        {
            output = _layers[i].Forward(output, batch, random);
            _outputDropouts[i].Apply(output, batch, random);
        }
        return output;
    }

    private void Fill(Batch batch, DeterministicRandom? random)
    {
        _input.Resize(batch.Tokens).Clear();
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var sentence = (NameExample)batch.Sentences[s];
            var withStyle = random is null || random.NextFloat() >= rates.Style;
            var withLists = random is null || random.NextFloat() >= rates.Lists;
            for (var word = 0; word < sentence.Count; word++)
            {
                var row = _input.RowSpan(batch.Starts[s] + word);
                if (random is null || random.NextFloat() >= rates.Form)
                {
                    inputs.FormAt(sentence.Forms[word].Vector).CopyTo(row);
                    if (random is not null && random.NextFloat() < (sentence.Tags is null ? rates.Word : rates.WordOfTags)) row.Slice(inputs.LearnedWord.Start, inputs.LearnedWord.Count).Clear();
                }
                var rest = row[layers.FormSize..];
                for (var mark = 0; withLists && mark < NameLists.Marks; mark++) rest[mark] = sentence.Marks[word] >> mark & 1;
                if (withStyle) sentence.Style.CopyTo(rest[NameLists.Marks..]);
            }
        }
    }

    /// <summary>Learns the tags of a batch that has them, else its names.</summary>
    /// <returns>Sum of −log p(what is right).</returns>
    public double Learn(Batch batch, DeterministicRandom random, float weight)
    {
        var output = Run(batch, random);
        _gradient.Resize(batch.Tokens).Clear();
        var loss = batch.Sentences[0].Tags is null ? _head.Learn(output, batch, weight, _gradient) : _tags.Learn(output, batch, weight, _gradient);
        var gradient = _gradient;
        for (var i = _layers.Length - 1; i >= 0; i--)
        {
            _outputDropouts[i].Backward(gradient, batch);
            if (i > 0) gradient = _layers[i].Backward(gradient, batch);
            else _layers[i].Learn(gradient, batch);
        }
        return loss;
    }

    /// <summary>Adds the logarithms of the probabilities of all tags of the words of a batch.</summary>
    public void AddTagScores(Batch batch, float[] sums) => _tags.AddLogProbabilities(Run(batch, null), sums);

    /// <summary>The name tags of a batch, a row a word.</summary>
    /// <param name="shared">The vote of the shared states; null without.</param>
    public byte[] Read(Batch batch, SharedHead? shared)
    {
        var output = Run(batch, null);
        var words = new float[batch.Tokens * NameTags.Count];
        var chain = new float[(NameTags.Count + 1) * NameTags.Count];
        _head.AddScores(output, words, chain);
        shared?.AddScores(batch, words, chain);
        var names = new byte[batch.Tokens];
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var (count, start) = (batch.Sentences[s].Count, batch.Starts[s]);
            NameHead.Decode(words.AsSpan(start * NameTags.Count, count * NameTags.Count), chain, names.AsSpan(start, count));
        }
        return names;
    }
}

/// <param name="Input">Of inputs, the same for all words of a sentence.</param>
/// <param name="Form">Of whole words' forms.</param>
/// <param name="Style">Of a sentence's kind of text.</param>
/// <param name="Lists">Of what lists say of a sentence.</param>
/// <param name="Word">Of the vectors learned for common words, which know the corpora of names too well.</param>
/// <param name="WordOfTags">The same where tags are learned.</param>
internal sealed record NameDropout(float Input, float Recurrent, float Output, float Form, float Style, float Lists, float Word, float WordOfTags);
