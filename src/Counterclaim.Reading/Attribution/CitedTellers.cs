using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>
/// Chains whose inner teller stands beside the outer one instead of in its content: "the paper reported …, citing officials", "according to X, quoted
/// by the agency", "the ministry, in a statement carried by the agency, said".
/// </summary>
internal static class CitedTellers
{
    /// <summary>Puts what is told through another inside that one.</summary>
    public static void PutInside(StatementTree tree, IReadOnlyList<CueClause> cues, DependencyIndex syntax)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (cues[i].Verb < 0 || !Citing.Contains(cues[i].VerbLemma)) continue;
            if (IsTelling(cues[i], syntax.Analysis)) Link(i, isInner: true);
            else if (IsPassedOn(cues[i], syntax)) Link(i, isInner: false);
        }

        void Link(int citing, bool isInner)
        {
            var partner = PartnerOf(citing, tree, cues, syntax.Analysis);
            if (partner < 0) return;
            var (inner, outer) = isInner ? (citing, partner) : (partner, citing);
            if (tree.ParentOf(inner) >= 0 && tree.ParentOf(inner) != tree.ParentOf(outer)) return;
            tree.PutInside(inner, outer);
            if (isInner) tree.HandDown(outer, inner);
        }
    }

    private const int Neighbours = 5;

    private static readonly HashSet<string> Citing = ["cite", "quote", "carry", "relay", "broadcast", "invoke"];

    /// <summary>"citing officials", "quoting a cable".</summary>
    private static bool IsTelling(CueClause cue, Analysis analysis) => cue.VerbLemma is "cite" or "quote" or "invoke" && analysis.Xpos(cue.Verb) == "VBG" && !HasBy(cue, analysis);

    /// <summary>"quoted by the agency", "a statement carried by".</summary>
    private static bool IsPassedOn(CueClause cue, DependencyIndex syntax) => syntax.Analysis.Xpos(cue.Verb) is "VBN" or "VBD" && HasBy(cue, syntax.Analysis);

    private static bool HasBy(CueClause cue, Analysis analysis) =>
        cue.Verb + 1 < analysis.TokenCount && analysis.Form(cue.Verb + 1) is "by" || cue.Oblique(cue.Verb, "by") >= 0;

    /// <summary>The statement that the participle goes with: it hangs on that one's cue or holder, or shares its content.</summary>
    private static int PartnerOf(int citing, StatementTree tree, IReadOnlyList<CueClause> cues, Analysis analysis)
    {
        var head = analysis.Heads[cues[citing].Verb];
        int best = -1, bestScore = 0;
        for (var j = Math.Max(0, citing - Neighbours); j < Math.Min(tree.Count, citing + Neighbours + 1); j++)
        {
            if (j == citing || cues[j].Verb < 0 || analysis.SentenceOf[cues[j].Verb] != analysis.SentenceOf[cues[citing].Verb]) continue;
            if (tree.IsWithin(j, citing)) continue;
            var score = 0;
            if (head >= 0 && cues[j].Tokens.Contains(head)) score += 4;
            if (head >= 0 && tree.Items[j].Holder.Contains(analysis.Tokens[head].Start)) score += 3;
            if (head >= 0 && cues[j].VerbsUpwards().Contains(head)) score += 2;
            if (SharesContent(tree.Items[citing].Content, tree.Items[j].Content)) score += 4;
            if (score > bestScore) (best, bestScore) = (j, score);
        }
        return best;
    }

    private static bool SharesContent(SpanList a, SpanList b) => !a.IsEmpty && !b.IsEmpty && a.Overlaps(b[0]) && Math.Abs(a.Coverage - b.Coverage) <= Math.Max(a.Coverage, b.Coverage) / 4;
}
