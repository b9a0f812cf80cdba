using Counterclaim.Language.Features;
using Counterclaim.Language.Parsing;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary>Trains the parser with the dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): it explores its own mistakes,
/// and every transition that loses no more of the tree is right.</summary>
internal sealed class ParserTrainer(TagSet tags, Lexicons lexicons, int seed)
{
    private const double FollowOwnChoice = 0.95;

    public PackedWeights Train(IReadOnlyList<(GoldSentence Gold, byte[] Tags)> sentences, int epochs, int mostBytes, Action<string> progress)
    {
        var weights = new TrainingWeights(ParserState.Transitions, countFirst: true);
        var random = new Random(seed);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var sentence = new Sentence();
        var state = new ParserState();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            int right = 0, total = 0;
            foreach (var index in order)
            {
                var (gold, given) = sentences[index];
                Prepare(sentence, gold, given);
                right += Learn(weights, state, sentence, gold, epoch > 1 ? random : null);
                total += 2 * gold.Count;
            }
            if (epoch == 2) weights.StopCounting();
            progress($"  parser pass {epoch}: {100.0 * right / total:F2} % of transitions right");
        }
        progress($"  parser: {weights.FeatureCount:N0} features seen");
        return weights.Pack(mostBytes);
    }

    private void Prepare(Sentence sentence, GoldSentence gold, byte[] given)
    {
        sentence.Read(gold.Source.Text, gold.Spans, lexicons.Clusters, lexicons.Usual);
        given.CopyTo(sentence.Tag, 0);
        for (var i = 0; i < given.Length; i++) sentence.Upos[i] = (byte)tags.Upos[given[i]];
    }

    private static int Learn(TrainingWeights weights, ParserState state, Sentence sentence, GoldSentence gold, Random? explore)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        Span<float> scores = stackalloc float[ParserState.Transitions];
        var right = 0;
        state.Start(sentence);
        while (!state.IsFinal)
        {
            var used = features[..ParserFeatures.Fill(state, features)];
            weights.Score(used, scores);
            var costs = Oracle.Costs(state, gold);
            int predicted = -1, best = -1;
            for (var t = 0; t < ParserState.Transitions; t++)
            {
                if (!state.IsLegal(t)) continue;
                if (predicted < 0 || scores[t] > scores[predicted]) predicted = t;
                if (Oracle.IsBest(t, costs, gold) && (best < 0 || scores[t] > scores[best])) best = t;
            }
            weights.Tick();
            if (Oracle.IsBest(predicted, costs, gold)) right++;
            else weights.Update(used, best, predicted, 1);
            var follow = explore is not null && explore.NextDouble() < FollowOwnChoice ? predicted : best;
            state.Apply(follow);
        }
        return right;
    }
}

/// <summary>How many arcs of the right tree a transition makes unreachable.</summary>
internal static class Oracle
{
    internal readonly record struct TransitionCosts(int Shift, int Left, int Right, int LeftLabel, int RightLabel);

    private const int Illegal = int.MaxValue;

    /// <summary>Costs of the three moves; a label is given where the arc is in the right tree.</summary>
    public static TransitionCosts Costs(ParserState state, GoldSentence gold)
    {
        int shift = state.CanShift ? 0 : Illegal, left = state.CanLeft ? 0 : Illegal, right = state.CanRight ? 0 : Illegal;
        int leftLabel = -1, rightLabel = -1;
        int s0 = state.Stack(0), s1 = state.Stack(1), b = state.Next;
        if (state.CanShift) shift = ShiftCost(state, gold, b);
        if (s0 >= 0)
        {
            var head = Head(gold, s0);
            var later = 0;
            for (var i = b; i < gold.Count; i++)
                if (gold.Heads[i] == s0) later++;
            if (left == 0)
            {
                left = later + (head == s1 && s1 >= 0 || head > b ? 1 : 0);
                if (head == b) leftLabel = gold.Relations[s0];
            }
            if (right == 0)
            {
                right = later + (head >= b ? 1 : 0);
                if (head == s1) rightLabel = gold.Relations[s0];
            }
        }
        return new TransitionCosts(shift, left, right, leftLabel, rightLabel);
    }

    private static int ShiftCost(ParserState state, GoldSentence gold, int b)
    {
        var cost = 0;
        for (var below = 0; below < state.Depth; below++)
        {
            var token = state.Stack(below);
            if (below > 0 && gold.Heads[b] == token) cost++;
            if (Head(gold, token) == b) cost++;
        }
        return cost;
    }

    /// <summary>The root counts as the node after the last token.</summary>
    private static int Head(GoldSentence gold, int token) => gold.Heads[token] < 0 ? gold.Count : gold.Heads[token];

    public static bool IsBest(int transition, in TransitionCosts costs, GoldSentence gold)
    {
        var least = Math.Min(costs.Shift, Math.Min(costs.Left, costs.Right));
        if (transition == ParserState.Shift) return costs.Shift == least;
        if (transition < ParserState.FirstRight)
            return costs.Left == least && (costs.LeftLabel < 0 || transition - ParserState.FirstLeft == costs.LeftLabel);
        return costs.Right == least && (costs.RightLabel < 0 || transition - ParserState.FirstRight == costs.RightLabel);
    }
}
