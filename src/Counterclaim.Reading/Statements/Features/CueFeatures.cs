using System.Numerics;
using Counterclaim.Language;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>The tokens in which cues are sought: a sentence, or the content of a statement when looking for nested ones.</summary>
/// <param name="Quotes">The level of quotation that counts inside: the inner one within a quoted content.</param>
internal readonly record struct CueScope(TokenRange Tokens, QuoteTrack Quotes);

/// <summary>What tells a token that belongs to a cue: its word, its place in the tree, quotation marks near it.</summary>
internal static class CueFeatures
{
    private static readonly Deprel[] Frame =
    [
        Deprel.Nsubj, Deprel.Csubj, Deprel.Ccomp, Deprel.Xcomp, Deprel.Obj, Deprel.Iobj, Deprel.Obl, Deprel.Parataxis, Deprel.Advcl,
        Deprel.Mark, Deprel.Aux, Deprel.Advmod, Deprel.Cop, Deprel.Conj, Deprel.Expl, Deprel.Acl, Deprel.Nmod, Deprel.Case, Deprel.Det,
    ];

    private const int None = -7;

    /// <summary>Adds one position for every token of the scope.</summary>
    public static void Extract(TokenTable table, CueScope scope, FeatureBuffer features)
    {
        var range = scope.Tokens;
        var quoted = false;
        for (var t = range.Start; t < range.End; t++) quoted |= scope.Quotes.Passage[t] >= 0;
        var opensNext = range.End < table.Count && scope.Quotes.Mark[range.End] == 1;
        var lastClose = -100;
        for (var t = range.Start; t < range.End; t++)
        {
            Words(table, range, t, features);
            Tree(table, range, t, features);
            Quotes(table, scope, t, quoted, opensNext, t - lastClose, features);
            Pairs(table, range, t, features);
            features.Close();
            if (scope.Quotes.Mark[t] == 2) lastClose = t;
        }
    }

    private static void Words(TokenTable k, TokenRange range, int t, FeatureBuffer f)
    {
        int At(int[] of, int i) => i >= range.Start && i < range.End ? of[i] : i < range.Start ? None : None - 1;
        int Prefix(int i, int bits) => i >= range.Start && i < range.End ? k.ClusterPrefix(i, bits) : None;
        var (w, lemma, tag) = (k.Word[t], k.Lemma[t], k.Tag[t]);
        f.Add(1, 0);
        f.Add(2, w);
        f.Add(3, lemma);
        f.Add(4, k.Cluster[t]);
        f.Add(5, k.ClusterPrefix(t, 8), tag);
        f.Add(6, k.ClusterPrefix(t, 6), tag);
        f.Add(7, tag);
        f.Add(8, At(k.Word, t - 1));
        f.Add(9, At(k.Word, t + 1));
        f.Add(10, At(k.Word, t - 2));
        f.Add(11, At(k.Word, t + 2));
        f.Add(12, At(k.Lemma, t - 1), lemma);
        f.Add(13, lemma, At(k.Lemma, t + 1));
        f.Add(14, At(k.Lemma, t - 1), lemma, At(k.Lemma, t + 1));
        f.Add(15, At(k.Tag, t - 1), tag);
        f.Add(16, tag, At(k.Tag, t + 1));
        f.Add(17, At(k.Tag, t - 1), tag, At(k.Tag, t + 1));
        f.Add(18, At(k.Tag, t + 1), At(k.Tag, t + 2), tag);
        f.Add(19, At(k.Tag, t - 2), At(k.Tag, t - 1), tag);
        f.Add(20, Prefix(t - 1, 8), k.ClusterPrefix(t, 8));
        f.Add(21, k.ClusterPrefix(t, 8), Prefix(t + 1, 8));
        f.Add(22, lemma, At(k.Lemma, t + 1), At(k.Lemma, t + 2));
        f.Add(23, At(k.Lemma, t - 2), At(k.Lemma, t - 1), lemma);
        f.Add(24, lemma, At(k.Tag, t + 1));
        f.Add(25, lemma, At(k.Tag, t - 1));
        f.Add(26, lemma, At(k.Lemma, t + 2));
        f.Add(27, k.Shape[t], tag);
        f.Add(28, Math.Min(4, t - range.Start), tag);
        f.Add(29, Math.Min(3, range.End - 1 - t), w);
        f.Add(30, t > range.Start ? k.Name[t - 1] : None, lemma);
        f.Add(31, t + 1 < range.End ? k.Name[t + 1] : None, lemma);
        f.Add(32, (int)k.Paragraphs[k.ParagraphOf[t]].Kind, tag);
        f.Add(33, Math.Min(2, k.ParagraphOf[t]), lemma);
    }

    private static void Tree(TokenTable k, TokenRange range, int t, FeatureBuffer f)
    {
        var tree = k.Tree;
        var analysis = k.Analysis;
        var (lemma, relation, upos) = (k.Lemma[t], (int)tree.Relation[t], (int)analysis.Upos[t]);
        var head = tree.Head[t];
        if (head >= 0 && !range.Contains(head)) head = -1;
        var headLemma = head < 0 ? None : k.Lemma[head];
        var headPos = head < 0 ? None : (int)analysis.Upos[head];
        f.Add(40, relation, upos);
        f.Add(41, relation, lemma);
        f.Add(42, headLemma, relation);
        f.Add(43, headPos, relation, upos);
        f.Add(44, headLemma, lemma);
        f.Add(45, head < 0 ? None : k.ClusterPrefix(head, 8), relation, lemma);
        if (head >= 0)
        {
            f.Add(46, headLemma, relation, Math.Clamp(t - head, -4, 4));
            f.Add(47, Arguments(tree, head), relation, k.ClusterPrefix(head, 8));
            f.Add(48, Arguments(tree, head), relation, lemma);
            var above = tree.Head[head];
            if (above >= 0 && range.Contains(above))
            {
                f.Add(49, k.Lemma[above], (int)tree.Relation[head], lemma);
                f.Add(50, k.ClusterPrefix(above, 8), (int)tree.Relation[head], relation);
                f.Add(51, k.Lemma[above], (int)tree.Relation[head], relation);
            }
        }
        var all = tree.ChildrenLeft[t] | tree.ChildrenRight[t];
        if (all == 0) f.Add(52, upos, relation);
        var arguments = Arguments(tree, t);
        f.Add(53, arguments, upos);
        f.Add(54, arguments, lemma);
        f.Add(55, arguments, k.ClusterPrefix(t, 8));
        f.Add(56, BitOperations.PopCount(all), upos);
        foreach (var r in Frame)
        {
            var side = (int)((tree.ChildrenLeft[t] >> (int)r) & 1) | ((int)((tree.ChildrenRight[t] >> (int)r) & 1) << 1);
            if (side == 0) continue;
            f.Add(57, (int)r, side, upos);
            f.Add(58, (int)r, side, lemma);
            f.Add(59, (int)r, side, k.ClusterPrefix(t, 7));
        }
        foreach (var child in tree.Children(t))
        {
            if (!range.Contains(child)) continue;
            ChildOf(k, t, child, f);
        }
        Ancestors(k, range, t, f);
    }

    private static void ChildOf(TokenTable k, int t, int child, FeatureBuffer f)
    {
        var tree = k.Tree;
        var relation = tree.Relation[child];
        switch (relation)
        {
            case Deprel.Nsubj or Deprel.Obj or Deprel.Iobj or Deprel.Nmod or Deprel.Csubj:
                f.Add(60, (int)relation, k.Lemma[child]);
                f.Add(61, (int)relation, k.ClusterPrefix(child, 8), k.ClusterPrefix(t, 7));
                f.Add(62, (int)relation, k.Name[child], k.Lemma[t]);
                f.Add(63, (int)relation, k.Lemma[child], k.Lemma[t]);
                f.Add(64, (int)relation, k.Name[child] + (10 * (int)k.Analysis.Upos[child]), k.ClusterPrefix(t, 7));
                break;
            case Deprel.Ccomp or Deprel.Xcomp or Deprel.Parataxis or Deprel.Advcl or Deprel.Acl:
                var mark = tree.Child(child, Deprel.Mark);
                f.Add(65, (int)relation, mark < 0 ? None : k.Lemma[mark], k.Lemma[t]);
                f.Add(66, (int)relation, mark < 0 ? None : k.Lemma[mark], k.ClusterPrefix(t, 7));
                f.Add(67, (int)relation, tree.Has(child, Deprel.Nsubj) ? 1 : 0, k.Lemma[t]);
                f.Add(68, (int)relation, k.Lemma[child], k.Lemma[t]);
                break;
            case Deprel.Obl:
                var preposition = tree.Child(child, Deprel.Case);
                f.Add(69, preposition < 0 ? None : k.Lemma[preposition], k.Lemma[t]);
                f.Add(70, preposition < 0 ? None : k.Lemma[preposition], k.ClusterPrefix(t, 7));
                break;
            case Deprel.Case or Deprel.Mark or Deprel.Aux or Deprel.Cop:
                f.Add(71, (int)relation, k.Lemma[child], k.Lemma[t]);
                break;
        }
    }

    /// <summary>Under which verbs of saying the token stands already: an attribution inside a content is not marked again.</summary>
    private static void Ancestors(TokenTable k, TokenRange range, int t, FeatureBuffer f)
    {
        var tree = k.Tree;
        var u = t;
        for (var steps = 0; steps < 12 && u >= 0 && range.Contains(u); steps++)
        {
            var relation = tree.Relation[u];
            var head = tree.Head[u];
            if (head < 0 || !range.Contains(head)) break;
            if (relation is Deprel.Ccomp or Deprel.Xcomp or Deprel.Parataxis or Deprel.Advcl)
            {
                f.Add(75, k.Lemma[head], (int)relation);
                f.Add(76, k.ClusterPrefix(head, 8), (int)relation);
                f.Add(77, k.Lemma[head], (int)relation, k.Lemma[t]);
                return;
            }
            u = head;
        }
        f.Add(78, (int)k.Analysis.Upos[t]);
    }

    private static void Quotes(
        TokenTable k, CueScope scope, int t, bool quoted, bool opensNext, int sinceClose, FeatureBuffer f)
    {
        var track = scope.Quotes;
        var lemma = k.Lemma[t];
        var inside = track.Passage[t] >= 0;
        var state = inside ? track.Mark[t] != 0 ? 3 : track.Length[t] < 6 ? 1 : 2 : quoted ? 4 : 5;
        f.Add(80, state);
        f.AddMark(1, state, (int)k.Tree.Relation[t]);
        f.Add(81, state, lemma);
        f.Add(82, state, (int)k.Tree.Relation[t], (int)k.Analysis.Upos[t]);
        var after = Math.Min(sinceClose, 8);
        if (!inside && after < 8)
        {
            f.Add(83, after, k.Tag[t]);
            f.Add(84, after, lemma);
        }
        var toOpen = 8;
        for (var i = t + 1; i < scope.Tokens.End && i < t + 8; i++)
            if (track.Mark[i] == 1) { toOpen = i - t; break; }
        if (toOpen == 8 && opensNext && scope.Tokens.End - t < 8) toOpen = 20 + scope.Tokens.End - t;
        if (!inside && toOpen != 8)
        {
            f.Add(85, toOpen, k.Tag[t]);
            f.Add(86, toOpen, lemma);
            f.Add(87, toOpen, t + 1 < scope.Tokens.End ? k.Word[t + 1] : None, lemma);
        }
        f.Add(88, after, toOpen, (int)k.Analysis.Upos[t]);
        f.AddMark(2, after, toOpen);
        f.AddMark(3, k.Lemma[t]);
        f.AddMark(4, k.ClusterPrefix(t, 8), (int)k.Analysis.Upos[t]);
        f.AddMark(5, Arguments(k.Tree, t));
        var begins = scope.Tokens.Start < scope.Tokens.End && track.Passage[scope.Tokens.Start] >= 0;
        f.Add(89, begins ? 1 : 0, state, (int)k.Tree.Relation[t]);
    }

    private static void Pairs(TokenTable k, TokenRange range, int t, FeatureBuffer f)
    {
        f.AddPair(1, 0);
        if (t == range.Start) return;
        f.AddPair(2, k.Word[t]);
        f.AddPair(3, k.Tag[t - 1], k.Tag[t]);
        f.AddPair(4, k.Lemma[t - 1]);
        f.AddPair(5, (int)k.Tree.Relation[t - 1], (int)k.Tree.Relation[t]);
        var arc = k.Tree.Head[t] == t - 1 ? 1 : k.Tree.Head[t - 1] == t ? 2 : k.Tree.Head[t] == k.Tree.Head[t - 1] ? 3 : 0;
        f.AddPair(6, arc, (int)k.Tree.Relation[arc == 2 ? t - 1 : t]);
        f.AddPair(7, k.Lemma[t - 1], k.Tag[t]);
        f.AddPair(8, k.Tag[t - 1], k.Lemma[t]);
        f.AddPair(9, k.Lemma[t - 1], k.Lemma[t]);
    }

    private static int Arguments(TreeTable tree, int t)
    {
        const ulong Core = (1UL << (int)Deprel.Nsubj) | (1UL << (int)Deprel.Ccomp) | (1UL << (int)Deprel.Xcomp) | (1UL << (int)Deprel.Obj) |
            (1UL << (int)Deprel.Parataxis) | (1UL << (int)Deprel.Csubj) | (1UL << (int)Deprel.Cop) | (1UL << (int)Deprel.Expl);
        var (left, right) = (tree.ChildrenLeft[t] & Core, tree.ChildrenRight[t] & Core);
        return (int)FeatureBuffer.Hash(FeatureBuffer.Hash((uint)left, (uint)(left >> 32)), FeatureBuffer.Hash((uint)right, (uint)(right >> 32)));
    }
}
