using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements;

/// <summary>Says how likely a candidate is a statement that a careful reader would mark, from how it fits together.</summary>
internal sealed class StatementJudge(LinearModel model)
{
    private readonly List<(uint Key, float Value)> _features = [];

    public void Judge(TokenTable table, IReadOnlyList<Candidate> candidates)
    {
        var rivals = Rivals(candidates);
        for (var i = 0; i < candidates.Count; i++)
        {
            Extract(table, candidates[i], rivals[i], _features);
            candidates[i].Confidence = model.Probability(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features));
        }
    }

    /// <summary>For every candidate, the best cue probability among those whose content holds its cue.</summary>
    public static float[] Rivals(IReadOnlyList<Candidate> candidates)
    {
        var rivals = new float[candidates.Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            var outer = candidates[i];
            for (var step = -1; step <= 1; step += 2)
                for (var j = i + step; j >= 0 && j < candidates.Count && Near(outer, candidates[j]); j += step)
                    if (outer.ContentHolds(candidates[j].Cue)) rivals[j] = Math.Max(rivals[j], outer.CueProbability);
        }
        return rivals;
    }

    private static bool Near(Candidate outer, Candidate other) =>
        other.Cue.Start < outer.Window.End && other.Cue.End > outer.Window.Start;

    public static void Extract(TokenTable table, Candidate c, float rival, List<(uint, float)> features)
    {
        features.Clear();
        void Add(uint template, int a, int b = 0, float value = 1) =>
            features.Add((FeatureBuffer.Hash(FeatureBuffer.Hash(template, (uint)a), (uint)b), value));
        static float LogOdds(float p) => MathF.Log(Math.Clamp(p, 0.005f, 0.995f) / (1 - Math.Clamp(p, 0.005f, 0.995f)));
        var head = CuePath.HeadOf(table.Tree, c.Cue);
        var upos = (int)table.Analysis.Upos[head];
        var tokens = c.ContentTokens;
        var length = tokens == 0 ? 0 : tokens < 3 ? 1 : tokens < 6 ? 2 : tokens < 12 ? 3 : 4;
        var holder = c.Holder.IsEmpty ? 0 : 1 + (int)table.Tree.Relation[CuePath.HeadOf(table.Tree, c.Holder)];
        var quoted = 0;
        foreach (var run in c.Content)
            for (var t = run.Start; t < run.End; t++)
                if (table.Outer.Passage[t] >= 0) quoted++;
        var share = quoted == 0 ? 0 : quoted * 10 < tokens * 9 ? 1 : 2;
        var cueQuoted = table.Outer.Passage[head] >= 0 ? 1 : 0;
        var probability = (int)(c.CueProbability * 9.99f);
        var under = rival == 0 ? 0 : 1 + (int)(rival * 3.99f);
        Add(1, 0);
        Add(2, 0, 0, LogOdds(c.CueProbability));
        Add(3, probability);
        Add(4, probability, upos);
        Add(5, length, upos);
        Add(6, length, share);
        Add(7, holder);
        Add(8, holder == 0 ? 0 : 1, share);
        Add(9, table.Lemma[head]);
        Add(10, share, cueQuoted);
        Add(11, under, share);
        Add(12, under, probability);
        Add(13, 0, 0, LogOdds(c.ContentProbability));
        Add(14, 0, 0, LogOdds(c.HolderProbability));
        Add(15, (int)(c.ContentProbability * 9.99f), length);
        Add(16, (int)(c.HolderProbability * 9.99f));
        Add(17, table.ClusterPrefix(head, 8));
        Add(18, Math.Min(6, c.Cue.Count));
        Add(19, Math.Min(6, c.Cue.Count), probability);
        Add(20, table.Lemma[head], holder == 0 ? 0 : 1);
        Add(21, table.Lemma[head], length);
        Add(22, (int)table.Tree.Relation[head], upos);
        Add(23, c.Content.Count, share);
        if (tokens > 0)
        {
            var first = c.Content[0].Start;
            Add(24, table.Word[first]);
            Add(25, (int)table.Tree.Relation[CuePath.HeadOf(table.Tree, c.Content[0])], upos);
            Add(26, first < c.Cue.Start ? 0 : 1, share);
        }
    }
}
