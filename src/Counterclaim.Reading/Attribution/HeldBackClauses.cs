using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Attribution;

/// <summary>
/// Clauses that hold back the saying in them by how they are built: put first ("had he said so, …"), planned ("was to have announced"), without evidence
/// ("there is no sign that she said"), or of keeping silent ("omitted any mention of").
/// </summary>
internal static class HeldBackClauses
{
    /// <summary>How far before a cue the verb of its clause stands that is put first.</summary>
    private const int InversionReach = 12;

    private static readonly FrozenSet<string> Silence = DataFile.Rows("attribution/silence.tsv", 1).Select(r => r[0]).ToFrozenSet();

    private static readonly HashSet<string> Grounds = ["evidence", "sign", "indication", "proof", "suggestion", "suspicion", "record", "confirmation", "word", "hint", "doubt", "question", "need", "point", "reason", "way"];

    /// <summary>The words that hold the saying back; null where none does.</summary>
    public static string? Find(CueClause cue, DependencyIndex syntax) =>
        Inverted(cue, syntax.Analysis) ?? IsTo(cue.Verb, syntax) ?? WithoutGround(cue, syntax) ?? KeptSilent(cue, syntax.Analysis) ?? Misquoted(cue, syntax);

    /// <summary>"Nor did the army confirm", "had the minister said so, …", "were he to say": a verb put before its subject denies or supposes. Parsers know these little.</summary>
    private static string? Inverted(CueClause cue, Analysis analysis)
    {
        var sentence = analysis.Sentences[analysis.SentenceOf[cue.Verb]];
        for (var i = cue.Verb - 1; i >= Math.Max(sentence.Start, cue.Verb - InversionReach); i--)
        {
            if (cue.IsContent(i) || analysis.Upos[i] == Upos.Punct) return null;
            var form = analysis.Form(i).ToString().ToLowerInvariant();
            if (form is "nor" && IsAuxiliary(i + 1, analysis)) return form;
            var opensClause = i == sentence.Start || analysis.Upos[i - 1] is Upos.Punct or Upos.Cconj;
            if (!opensClause || i + 1 >= cue.Verb || !IsNominal(i + 1, analysis)) continue;
            if (form is "had" && analysis.Xpos(cue.Verb) is "VBN" or "VBD" || form is "should" && analysis.Xpos(cue.Verb) == "VB") return form;
            if (form is "were" && analysis.Xpos(cue.Verb) == "VB" && analysis.Form(cue.Verb - 1) is "to") return form;
        }
        return null;
    }

    private static bool IsAuxiliary(int token, Analysis analysis) =>
        analysis.Lemma(token) is "do" or "have" or "be" or "will" or "would" or "can" or "could" or "should" or "may" or "might";

    private static bool IsNominal(int token, Analysis analysis) => analysis.Upos[token] is Upos.Det or Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj or Upos.Num;

    /// <summary>"was to have announced", "are still to agree".</summary>
    private static string? IsTo(int verb, DependencyIndex syntax)
    {
        var be = -1;
        foreach (var child in syntax.Children(verb))
        {
            if (child > verb) break;
            if (syntax.Analysis.Deprels[child] is Deprel.Aux or Deprel.Cop && syntax.Analysis.Lemma(child) == "be") be = child;
            if (be >= 0 && syntax.Analysis.Deprels[child] == Deprel.Mark && syntax.IsForm(child, "to")) return "is to";
        }
        return null;
    }

    /// <summary>"There is no evidence that he said", "had nothing to say", "did little to explain".</summary>
    private static string? WithoutGround(CueClause cue, DependencyIndex syntax)
    {
        var analysis = syntax.Analysis;
        var head = analysis.Heads[cue.Verb];
        if (head < 0 || cue.IsContent(head)) return null;
        if (analysis.Deprels[cue.Verb] == Deprel.Acl)
        {
            if (analysis.Lemma(head) is "nothing" or "little") return analysis.Lemma(head);
            if (Grounds.Contains(analysis.Lemma(head)) && syntax.Child(head, Deprel.Det, "no") >= 0) return "no " + analysis.Lemma(head);
        }
        if (analysis.Deprels[cue.Verb] is not (Deprel.Xcomp or Deprel.Advcl) || analysis.Lemma(head) != "do") return null;
        return syntax.Child(head, Deprel.Obj) is >= 0 and var done && analysis.Lemma(done) is "nothing" or "little" ? "did " + analysis.Lemma(done) : null;
    }

    /// <summary>"The speech omitted any mention of the prisoners."</summary>
    private static string? KeptSilent(CueClause cue, Analysis analysis) =>
        Silence.Contains(cue.VerbLemma) && analysis.Upos[cue.Verb] == Upos.Verb ? cue.VerbLemma : null;

    /// <summary>"was wrongly quoted as saying".</summary>
    private static string? Misquoted(CueClause cue, DependencyIndex syntax)
    {
        foreach (var token in cue.Tokens)
        {
            if (syntax.Analysis.Lemma(token) is "misquote") return "misquote";
            if (syntax.Analysis.Lemma(token) is not ("quote" or "report" or "cite" or "claim" or "say")) continue;
            foreach (var child in syntax.Children(token))
                if (syntax.Analysis.Deprels[child] == Deprel.Advmod && syntax.Analysis.Lemma(child).ToLowerInvariant() is "wrongly" or "falsely" or "mistakenly" or "erroneously" or "incorrectly" && syntax.IsPassive(token)) return "wrongly";
        }
        return null;
    }
}
