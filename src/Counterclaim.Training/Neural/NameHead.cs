using Counterclaim.Language.Names;

namespace Counterclaim.Training.Neural;

internal sealed class NameWeights(int inputs, int shards, DeterministicRandom random)
{
    /// <summary>Score of every tag for a word.</summary>
    public LinearWeights Scores { get; } = new(inputs, NameHead.Width, shards, random);

    /// <summary>Score of every tag (column) after every tag (row), the start of a sentence being the last row.</summary>
    public Weight Transitions { get; } = new(NameTags.Count + 1, NameHead.Width, false, shards);

    public IEnumerable<Weight> All => [.. Scores.All, Transitions];
}

/// <summary>A chain of name tags: a conditional random field (Lafferty et al. 2001) that learns from what a corpus leaves open too:
/// all the sequences it allows are right together.</summary>
internal sealed class NameHead(NameWeights weights, int shard)
{
    public const int Width = 32;
    private const int Tags = NameTags.Count;

    private readonly LinearLayer _scores = new(weights.Scores, shard, rectified: false);
    private float[] _alpha = [], _beta = [], _emission = [];
    private readonly float[] _transition = new float[(Tags + 1) * Tags];
    private readonly double[] _pairs = new double[(Tags + 1) * Tags];

    private void Prepare(int words)
    {
        if (_alpha.Length < words * Tags) (_alpha, _beta, _emission) = (new float[words * Tags], new float[words * Tags], new float[words * Tags]);
    }

    private void ReadTransitions()
    {
        for (var before = 0; before <= Tags; before++)
            for (var tag = 0; tag < Tags; tag++)
            {
                var may = before == Tags ? !NameTags.IsInside(tag) : NameTags.MayFollow(before, tag);
                _transition[before * Tags + tag] = may ? MathF.Exp(weights.Transitions.Value.RowSpan(before)[tag]) : 0;
            }
    }

    /// <returns>Sum of −log p(what is allowed) over the sentences.</returns>
    public double Learn(Matrix states, Batch batch, float weight, Matrix stateGradient)
    {
        var scores = _scores.Forward(states);
        ReadTransitions();
        Array.Clear(_pairs);
        var loss = 0.0;
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var sentence = batch.Sentences[s];
            Prepare(sentence.Count);
            ReadEmissions(scores, batch.Starts[s], sentence.Count);
            for (var word = 0; word < sentence.Count; word++) scores.RowSpan(batch.Starts[s] + word).Clear();
            loss += Chain(sentence.Count, null, scores, batch.Starts[s], weight);
            loss -= Chain(sentence.Count, sentence.Names, scores, batch.Starts[s], -weight);
        }
        var gradient = weights.Transitions.Gradient(shard);
        for (var before = 0; before <= Tags; before++)
            for (var tag = 0; tag < Tags; tag++) gradient.RowSpan(before)[tag] += (float)_pairs[before * Tags + tag];
        _scores.Backward(scores, stateGradient);
        return loss;
    }

    private void ReadEmissions(Matrix scores, int start, int words)
    {
        for (var word = 0; word < words; word++)
        {
            var row = scores.RowSpan(start + word)[..Tags];
            var most = float.NegativeInfinity;
            foreach (var score in row) most = Math.Max(most, score);
            for (var tag = 0; tag < Tags; tag++) _emission[word * Tags + tag] = MathF.Exp(row[tag] - most);
        }
    }

    /// <summary>Sums over all sequences of allowed tags; adds their expected counts, times a weight, to the gradient.</summary>
    /// <returns>The logarithm of the sum, but for what the greatest score of every word adds to all sums alike.</returns>
    private double Chain(int words, uint[]? allowed, Matrix gradient, int start, float weight)
    {
        Span<float> next = stackalloc float[Tags];
        var log = 0.0;
        for (var word = 0; word < words; word++)
        {
            next.Clear();
            if (word == 0) _transition.AsSpan(Tags * Tags, Tags).CopyTo(next);
            else
                for (var before = 0; before < Tags; before++)
                {
                    var alpha = _alpha[(word - 1) * Tags + before];
                    if (alpha == 0) continue;
                    var row = _transition.AsSpan(before * Tags, Tags);
                    for (var tag = 0; tag < Tags; tag++) next[tag] += alpha * row[tag];
                }
            var sum = 0f;
            for (var tag = 0; tag < Tags; tag++)
            {
                var may = allowed is null || (allowed[word] >> tag & 1) != 0;
                next[tag] = may ? next[tag] * _emission[word * Tags + tag] : 0;
                sum += next[tag];
            }
            sum = Math.Max(sum, 1e-30f);
            log += Math.Log(sum);
            for (var tag = 0; tag < Tags; tag++) _alpha[word * Tags + tag] = next[tag] / sum;
        }
        Back(words, allowed, gradient, start, weight);
        return log;
    }

    private void Back(int words, uint[]? allowed, Matrix gradient, int start, float weight)
    {
        Span<float> message = stackalloc float[Tags];
        _beta.AsSpan((words - 1) * Tags, Tags).Fill(1);
        for (var word = words - 1; word >= 0; word--)
        {
            var alpha = _alpha.AsSpan(word * Tags, Tags);
            var beta = _beta.AsSpan(word * Tags, Tags);
            var total = 0f;
            for (var tag = 0; tag < Tags; tag++) total += alpha[tag] * beta[tag];
            var row = gradient.RowSpan(start + word);
            for (var tag = 0; tag < Tags; tag++) row[tag] += weight * alpha[tag] * beta[tag] / total;
            for (var tag = 0; tag < Tags; tag++)
            {
                var may = allowed is null || (allowed[word] >> tag & 1) != 0;
                message[tag] = may ? beta[tag] * _emission[word * Tags + tag] : 0;
            }
            if (word == 0)
            {
                for (var tag = 0; tag < Tags; tag++) _pairs[Tags * Tags + tag] += weight * alpha[tag] * beta[tag] / total;
                break;
            }
            BackStep(word, message, weight);
        }
    }

    private void BackStep(int word, ReadOnlySpan<float> message, float weight)
    {
        var before = _beta.AsSpan((word - 1) * Tags, Tags);
        var alpha = _alpha.AsSpan((word - 1) * Tags, Tags);
        var (sum, mass) = (0f, 0f);
        for (var from = 0; from < Tags; from++)
        {
            var row = _transition.AsSpan(from * Tags, Tags);
            var value = 0f;
            for (var tag = 0; tag < Tags; tag++) value += row[tag] * message[tag];
            before[from] = value;
            sum += value;
            mass += alpha[from] * value;
        }
        for (var from = 0; from < Tags; from++)
        {
            if (alpha[from] == 0) continue;
            for (var tag = 0; tag < Tags; tag++)
                _pairs[from * Tags + tag] += weight * alpha[from] * _transition[from * Tags + tag] * message[tag] / mass;
        }
        for (var from = 0; from < Tags; from++) before[from] /= sum;
    }

    /// <summary>Adds what every word says for every tag, <see cref="NameTags.Count"/> numbers a word, and what every tag says for the next.</summary>
    public void AddScores(Matrix states, float[] words, float[] chain)
    {
        var scores = _scores.Forward(states);
        for (var row = 0; row < states.Rows; row++)
            for (var tag = 0; tag < Tags; tag++) words[row * Tags + tag] += scores.RowSpan(row)[tag];
        for (var before = 0; before <= Tags; before++)
            for (var tag = 0; tag < Tags; tag++) chain[before * Tags + tag] += weights.Transitions.Value.RowSpan(before)[tag];
    }

    /// <summary>The best sequence of tags of a sentence (Viterbi).</summary>
    public static void Decode(ReadOnlySpan<float> words, ReadOnlySpan<float> chain, Span<byte> best)
    {
        var total = new float[best.Length * Tags];
        var from = new byte[best.Length * Tags];
        for (var word = 0; word < best.Length; word++)
            for (var tag = 0; tag < Tags; tag++)
            {
                var (top, at) = (float.NegativeInfinity, 0);
                if (word == 0) top = NameTags.IsInside(tag) ? float.NegativeInfinity : chain[Tags * Tags + tag];
                else
                    for (var before = 0; before < Tags; before++)
                    {
                        var score = NameTags.MayFollow(before, tag) ? total[(word - 1) * Tags + before] + chain[before * Tags + tag] : float.NegativeInfinity;
                        if (score > top) (top, at) = (score, before);
                    }
                total[word * Tags + tag] = top + words[word * Tags + tag];
                from[word * Tags + tag] = (byte)at;
            }
        var last = Softmax.Best(total.AsSpan((best.Length - 1) * Tags, Tags));
        for (var word = best.Length - 1; word >= 0; word--)
        {
            best[word] = (byte)last;
            last = from[word * Tags + last];
        }
    }
}
