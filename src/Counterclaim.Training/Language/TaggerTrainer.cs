using Counterclaim.Language.Features;
using Counterclaim.Language.Models;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary>Trains the tagger: averaged perceptron, updated by what it got wrong, its own earlier tags as context.</summary>
internal sealed class TaggerTrainer(TagSet tags, Lexicons lexicons, int seed)
{
    private readonly Dictionary<string, int> _tagIndex = tags.Names.Select((name, i) => (name, i)).ToDictionary();

    /// <summary>Joint tags seen at least that often are learned; rarer ones are mistakes of annotation or foreign words.</summary>
    public const int RarestTag = 8;

    public static TagSet TagsOf(IEnumerable<GoldSentence> sentences) => new([.. sentences.SelectMany(s => s.Tags).GroupBy(t => t)
        .Where(g => g.Count() >= RarestTag && !g.Key.Contains('_')).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)]);

    public int[] Gold(GoldSentence sentence) => [.. sentence.Tags.Select(t => _tagIndex.GetValueOrDefault(t, -1))];

    public PackedWeights Train(IReadOnlyList<GoldSentence> sentences, int epochs, int mostBytes, Action<string> progress)
    {
        var weights = new TrainingWeights(tags.Names.Length, countFirst: true);
        var random = new Random(seed);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var sentence = new Sentence();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            int right = 0, total = 0;
            foreach (var index in order)
            {
                var gold = sentences[index];
                sentence.Read(gold.Source.Text, gold.Spans, lexicons.Clusters, lexicons.Usual);
                right += Learn(weights, sentence, Gold(gold));
                total += gold.Count;
            }
            weights.StopCounting();
            progress($"  tagger pass {epoch}: {100.0 * right / total:F2} % of training tags right");
        }
        return weights.Pack(mostBytes);
    }

    private int Learn(TrainingWeights weights, Sentence sentence, int[] gold)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        Span<float> scores = stackalloc float[256];
        var right = 0;
        for (var i = 0; i < gold.Length; i++)
        {
            var used = features[..TaggerFeatures.Fill(sentence, i, features)];
            weights.Score(used, scores);
            var best = 0;
            for (var tag = 1; tag < weights.Classes; tag++)
                if (scores[tag] > scores[best]) best = tag;
            weights.Tick();
            if (best == gold[i]) right++;
            else if (gold[i] >= 0) weights.Update(used, gold[i], best, 1);
            sentence.Tag[i] = (byte)best;
        }
        return right;
    }
}

/// <summary>The tables that features are read from.</summary>
internal sealed record Lexicons(HashTable16 Clusters, HashTable16 Usual);
