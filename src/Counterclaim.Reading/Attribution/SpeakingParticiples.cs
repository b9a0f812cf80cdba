using Counterclaim.Language;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>"Speaking at the annual meeting, she said": participles beside a cue or its holder that tell where and when it was said.</summary>
internal static class SpeakingParticiples
{
    /// <summary>The participles, outside the content.</summary>
    public static IEnumerable<int> Of(CueClause cue, DependencyIndex syntax)
    {
        foreach (var verb in cue.VerbsUpwards())
            foreach (var participle in Under(verb, cue, syntax)) yield return participle;
        if (cue.Attribution.Holder.IsEmpty || syntax.TopOf(syntax.Analysis.TokensIn(cue.Attribution.Holder[0])) is not (>= 0 and var holder)) yield break;
        foreach (var participle in Under(holder, cue, syntax)) yield return participle;
    }

    /// <summary>A participle of speaking that heads a line or sentence of its own: the publisher tells with it how somebody else spoke.</summary>
    public static bool HeadsLine(int token, Analysis analysis)
    {
        if (analysis.Xpos(token) != "VBG" || analysis.Heads[token] >= 0 || !Speaking.Contains(analysis.Lemma(token))) return false;
        foreach (var child in analysis.Children(token))
            if (analysis.Deprels[child] is Deprel.Nsubj or Deprel.Aux) return false;
        return true;
    }

    private static readonly HashSet<string> Speaking =
        ["speak", "talk", "write", "address", "appear", "post", "tweet", "testify", "tell", "react", "respond", "comment", "ask", "question", "press", "interview", "quote", "meet"];

    private static List<int> Under(int token, CueClause cue, DependencyIndex syntax)
    {
        var found = new List<int>();
        foreach (var child in syntax.Children(token))
            if (syntax.Analysis.Deprels[child] is Deprel.Advcl or Deprel.Acl or Deprel.Parataxis or Deprel.Dep && !cue.IsContent(child)
                && syntax.Analysis.Xpos(child) is "VBG" or "VBN" && Speaking.Contains(syntax.Analysis.Lemma(child)) && !syntax.HasChild(child, Deprel.Nsubj)) found.Add(child);
        return found;
    }
}
