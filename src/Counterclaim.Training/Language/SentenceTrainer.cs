using Counterclaim.Language.Models;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Training.Language;

/// <summary>Trains the decision on sentence ends: logistic regression over the features of <see cref="SentenceFeatures"/>.</summary>
/// <remarks>Follow the proximally regularised leader (McMahan et al., Ad Click Prediction, KDD 2013): most weights end at zero.</remarks>
internal sealed class SentenceTrainer(HashTable16 classes, int seed)
{
    private const float Rate = 0.1f;
    private const float L1 = 2, L2 = 1;

    /// <summary>How much more a wrong end weighs where no mark proposes one: a name cut in two costs a reader more than two headlines in one.</summary>
    private const float Caution = 5;

    /// <summary>Features seen less often are left out.</summary>
    private const int Rarest = 3;

    private readonly Dictionary<uint, int> _index = [];
    private readonly List<(int[] Features, bool Ends, bool Unproposed)> _examples = [];

    public PackedWeights Train(IReadOnlyList<RawDocument> documents, int epochs, int mostBytes, Action<string> progress)
    {
        List<(uint[] Keys, bool Ends, bool Unproposed)> read = [];
        foreach (var document in documents) Read(document, read);
        Index(read);
        progress($"  {_examples.Count:N0} decisions, {_index.Count:N0} features");
        var weights = Learn(epochs, progress);
        progress($"  {weights.Count(w => w != 0):N0} weights");
        return Pack(weights, mostBytes);
    }

    private void Read(RawDocument document, List<(uint[] Keys, bool Ends, bool Unproposed)> examples)
    {
        var tokens = new List<TextSpan>();
        Tokenizer.Tokenize(document.Text, document.Span, tokens);
        var looks = new TokenLooks();
        SentenceSplitter.Look(document.Text, document.Span, [.. tokens], looks, classes);
        var features = new SentenceFeatures(looks);
        Span<uint> keys = stackalloc uint[SentenceFeatures.Most];
        for (int start = 0, end; start < looks.Count; start = end)
        {
            end = start + 1;
            while (looks.After[end - 1] != Boundary.Certain) end++;
            features.BeginParagraph(start, end);
            for (var i = start; i + 1 < end; i++)
            {
                features.Pass(i);
                var ends = document.Ends.Contains(tokens[i].End);
                if (SentenceFeatures.MayEnd(looks, i)) examples.Add((keys[..features.Fill(i, keys)].ToArray(), ends, looks.After[i] == Boundary.None));
                if (ends) features.BeginSentence(i + 1);
            }
        }
    }

    private void Index(List<(uint[] Keys, bool Ends, bool Unproposed)> read)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var (keys, _, _) in read)
            foreach (var key in keys) counts[key] = counts.GetValueOrDefault(key) + 1;
        foreach (var (keys, ends, unproposed) in read)
        {
            var known = new List<int>(keys.Length);
            foreach (var key in keys)
            {
                if (counts[key] < Rarest) continue;
                if (!_index.TryGetValue(key, out var at)) _index[key] = at = _index.Count;
                known.Add(at);
            }
            _examples.Add(([.. known], ends, unproposed));
        }
    }

    private float[] Learn(int epochs, Action<string> progress)
    {
        var gradients = new float[_index.Count];
        var squares = new float[_index.Count];
        var random = new Random(seed);
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var example in order)
            {
                var (features, ends, unproposed) = _examples[example];
                var score = 0f;
                foreach (var f in features) score += Weight(gradients[f], squares[f]);
                if (score > 0 != ends) wrong++;
                var error = (1 / (1 + MathF.Exp(-score)) - (ends ? 1 : 0)) * (unproposed && !ends ? Caution : 1);
                foreach (var f in features)
                {
                    var step = (MathF.Sqrt(squares[f] + error * error) - MathF.Sqrt(squares[f])) / Rate;
                    gradients[f] += error - step * Weight(gradients[f], squares[f]);
                    squares[f] += error * error;
                }
            }
            if (epoch == epochs) progress($"  pass {epoch}: {wrong:N0} decisions wrong");
        }
        return [.. gradients.Zip(squares, Weight)];
    }

    private static float Weight(float gradients, float squares) => Math.Abs(gradients) <= L1
        ? 0
        : -(gradients - MathF.Sign(gradients) * L1) / ((1 + MathF.Sqrt(squares)) / Rate + L2);

    private PackedWeights Pack(float[] weights, int mostBytes)
    {
        var room = mostBytes / PackedWeights.BytesOf(1);
        List<(uint Key, (byte Class, float Weight)[] Weights)> rows = [.. _index.Where(f => weights[f.Value] != 0)
            .OrderByDescending(f => Math.Abs(weights[f.Value])).ThenBy(f => f.Key).Take(room)
            .Select(f => (f.Key, new[] { ((byte)0, weights[f.Value]) }))];
        return PackedWeights.From(rows, 1);
    }
}
