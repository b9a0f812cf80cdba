using Counterclaim.Language;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>Tells whether a saying is reported as not, or not yet, or only possibly done ("did not say whether", "if he says").</summary>
internal static class Reservations
{
    /// <summary>The words that hold the saying back; null where it is simply reported.</summary>
    public static string? Find(CueClause cue, DependencyIndex syntax)
    {
        if (cue.Verb < 0) return null;
        var analysis = syntax.Analysis;
        var below = -1;
        foreach (var verb in cue.VerbsUpwards())
        {
            if (HeldBackAt(verb, syntax, analysis) is { } reason) return reason;
            if (below >= 0 && Withholding.Contains(analysis.Lemma(verb)) && analysis.Deprels[below] is Deprel.Xcomp)
                return analysis.Lemma(verb);
            if (analysis.Deprels[verb] is not Deprel.Xcomp) break;
            below = verb;
        }
        return null;
    }

    private static readonly HashSet<string> Withholding =
        ["refuse", "decline", "fail", "have", "avoid", "stop", "hesitate", "want", "plan", "intend", "expect", "need", "promise", "threaten", "be"];

    private static string? HeldBackAt(int verb, DependencyIndex syntax, Analysis analysis)
    {
        foreach (var child in syntax.Children(verb))
        {
            var form = analysis.Form(child).ToString().ToLowerInvariant();
            switch (analysis.Deprels[child])
            {
                case Deprel.Advmod or Deprel.Det when form is "not" or "n't" or "n’t" or "never" && !FollowedBy("only", child, analysis):
                case Deprel.Advmod when form is "yet" && FollowedBy("to", child, analysis): // "has yet to say"; elsewhere it means "but"
                    return form;
                case Deprel.Aux when form is "would" or "could" or "should" or "might" or "may" or "must" && child < verb:
                    return form;
                case Deprel.Mark when form is "if" or "unless" or "whether" && child < verb && analysis.Deprels[verb] is Deprel.Advcl or Deprel.Ccomp && child < verb:
                    return form;
            }
        }
        return null;
    }

    /// <summary>"not only said" says so.</summary>
    private static bool FollowedBy(string word, int token, Analysis analysis) =>
        token + 1 < analysis.TokenCount && analysis.Form(token + 1).Equals(word, StringComparison.OrdinalIgnoreCase);
}
