using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Attribution;

/// <summary>
/// Tells whether a saying is reported as not, or not yet, or only possibly done ("did not say whether", "nobody has claimed", "stopped short of
/// accusing", "if he says").
/// </summary>
internal static class Reservations
{
    /// <summary>The words that hold the saying back; null where it is simply reported.</summary>
    public static string? Find(CueClause cue, DependencyIndex syntax) =>
        cue.Verb < 0 ? null
        : AtVerbs(cue, syntax) ?? HeldBackClauses.Find(cue, syntax) ?? BeforeVerb(cue, syntax.Analysis) ?? NobodySays(cue, syntax) ?? NothingSaid(cue, syntax) ?? Asked(cue, syntax);

    /// <summary>Whether a verb keeps the one it governs from being said.</summary>
    /// <param name="frame">As in withholding.tsv.</param>
    public static bool Withholds(string lemma, string frame) => Withholding.Contains((lemma, frame));

    private static readonly FrozenSet<(string, string)> Withholding =
        DataFile.Rows("attribution/withholding.tsv", 2).Select(r => (r[0], r[1])).ToFrozenSet();

    private static readonly FrozenSet<string> Nothing = FrozenSet.ToFrozenSet(["nothing", "none", "little"]);

    private static readonly FrozenSet<string> Disclosing = FrozenSet.ToFrozenSet(
        ["say", "tell", "reveal", "disclose", "mention", "add", "promise", "admit", "confirm", "announce", "offer", "divulge", "volunteer", "acknowledge", "hear"]);

    private static readonly FrozenSet<string> Habitual = FrozenSet.ToFrozenSet(["often", "sometimes", "always", "usually", "regularly", "only"]);

    private static string? AtVerbs(CueClause cue, DependencyIndex syntax)
    {
        var analysis = syntax.Analysis;
        var below = -1;
        foreach (var verb in cue.VerbsUpwards())
        {
            if (HeldBackAt(verb, syntax, analysis) is { } reason) return reason;
            var lemma = analysis.Lemma(verb).ToLowerInvariant();
            var isDone = lemma == "have" && analysis.Xpos(verb) == "VBD"; // "had to admit" did
            if (below >= 0 && !isDone && analysis.Deprels[below] is Deprel.Xcomp && (Withholds(lemma, "inf") || Withholds(lemma, "ger") && analysis.Xpos(below) == "VBG")) return lemma;
            if (analysis.Deprels[verb] is Deprel.Acl && syntax.Child(verb, Deprel.Mark, "to") >= 0 && syntax.Child(analysis.Heads[verb], Deprel.Det, "no") >= 0) return "no";
            var isAim = analysis.Deprels[verb] == Deprel.Advcl && analysis.Xpos(verb) == "VBG" && syntax.Child(verb, Deprel.Mark, "to") >= 0; // "never got round to telling"
            if (analysis.Deprels[verb] is not Deprel.Xcomp && !isAim) break;
            below = verb;
        }
        return null;
    }

    private static string? HeldBackAt(int verb, DependencyIndex syntax, Analysis analysis)
    {
        foreach (var child in syntax.Children(verb))
        {
            var form = analysis.Form(child).ToString().ToLowerInvariant();
            switch (analysis.Deprels[child])
            {
                case Deprel.Advmod or Deprel.Det when form is "not" or "n't" or "n’t" or "never" && !FollowedBy("only", child, analysis):
                case Deprel.Advmod when form is "longer" && child > 0 && syntax.IsForm(child - 1, "no"):
                case Deprel.Advmod when form is "yet" && FollowedBy("to", child, analysis): // "has yet to say"; elsewhere it means "but"
                case Deprel.Advmod or Deprel.Cc when form is "neither" or "nor" && child < verb:
                    return form;
                case Deprel.Aux when form is "would" or "could" or "should" or "might" or "may" or "must" or "will" or "'ll" or "’ll" or "shall" && child < verb:
                    if (IsOnlyPolite(verb, form, syntax)) break;
                    return form;
                case Deprel.Mark when form is "if" or "unless" or "whether" && child < verb:
                case Deprel.Mark when form is "until" or "till" && child < verb && analysis.Xpos(verb) is "VBZ" or "VBP":
                    return form;
            }
        }
        return null;
    }

    /// <summary>"I would say", "we must admit" say it; "he would often say" said it; "would only say" says that much.</summary>
    private static bool IsOnlyPolite(int verb, string modal, DependencyIndex syntax)
    {
        var isOwn = false;
        foreach (var child in syntax.Children(verb))
        {
            var form = syntax.Analysis.Form(child).ToString().ToLowerInvariant();
            if (syntax.Analysis.Deprels[child] == Deprel.Advmod && Habitual.Contains(form)) return true;
            isOwn |= syntax.Analysis.Deprels[child] == Deprel.Nsubj && form is "i" or "we";
        }
        return isOwn && modal is "would" or "must" or "should";
    }

    /// <summary>"without saying", "instead of naming", "stopped short of accusing", "refrained from saying".</summary>
    private static string? BeforeVerb(CueClause cue, Analysis analysis)
    {
        if (analysis.Xpos(cue.Verb) != "VBG") return null;
        var first = Math.Max(analysis.Sentences[analysis.SentenceOf[cue.Verb]].Start, cue.Verb - 5);
        for (var i = cue.Verb - 1; i >= first; i--)
        {
            var form = analysis.Form(i).ToString().ToLowerInvariant();
            if (form is "without") return form;
            var before = i > first ? analysis.Form(i - 1).ToString().ToLowerInvariant() : "";
            if (form is "than" && before is "rather") return "rather than";
            if (form is "of" && i > first)
            {
                if (before is "instead") return "instead of";
                return before is "short" && Governs(i - 1, first, "short", analysis) ? "short of" : null;
            }
            if (form is "from" && before is "far") return "far from";
            if (form is "from") return Governs(i, first, "from", analysis) ? form : null;
            if (analysis.Upos[i] is not (Upos.Adv or Upos.Part)) return null;
        }
        return null;
    }

    private static bool Governs(int before, int first, string frame, Analysis analysis)
    {
        for (var i = before - 1; i >= first; i--)
            if (Withholds(analysis.Lemma(i).ToLowerInvariant(), frame)) return true;
        return false;
    }

    /// <summary>"Nobody said", "neither side has confirmed", "no group claimed": the text names none who did.</summary>
    private static string? NobodySays(CueClause cue, DependencyIndex syntax)
    {
        var analysis = syntax.Analysis;
        if (!cue.Attribution.Holder.IsEmpty && analysis.TokensIn(cue.Attribution.Holder[0]) is { IsEmpty: false } holder && IsNegative(holder.Start, analysis)) return "nobody";
        foreach (var verb in cue.VerbsUpwards())
            if (syntax.Child(verb, Deprel.Nsubj) is >= 0 and var subject && !cue.IsContent(subject)) return IsNegative(syntax.Extent(subject).Start, analysis) ? "nobody" : null;
        return null;
    }

    private static bool IsNegative(int first, Analysis analysis)
    {
        for (var i = first; i >= 0 && i >= first - 1; i--)
        {
            var form = analysis.Form(i).ToString().ToLowerInvariant();
            var isNumber = i + 1 < analysis.TokenCount && (analysis.Upos[i + 1] == Upos.Num || analysis.Form(i + 1) is "."); // "No 10"
            if (form is "few" or "hardly" or "scarcely" && i == first || form is "neither" or "nobody" or "none" or "nothing" or "no-one" && (i == first || form is "neither") || form is "no" && i == first && !isNumber) return true;
        }
        return false;
    }

    /// <summary>"said nothing", "said no such thing", "made no promise"; "reported no losses" says something.</summary>
    private static string? NothingSaid(CueClause cue, DependencyIndex syntax)
    {
        var said = syntax.Child(cue.Verb, Deprel.Obj);
        if (said < 0) return null;
        var form = syntax.Analysis.Form(said).ToString().ToLowerInvariant();
        if (Nothing.Contains(form) && Disclosing.Contains(cue.VerbLemma)) return form;
        if (syntax.Child(said, Deprel.Det, "no") < 0) return null;
        return cue.Tokens.Contains(said) || syntax.Child(said, Deprel.Amod, "such") >= 0 || syntax.Child(said, Deprel.Det, "such") >= 0 ? "no " + form : null;
    }

    /// <summary>"Did the minister say …?": the saying is what is asked about, not the content.</summary>
    private static string? Asked(CueClause cue, DependencyIndex syntax)
    {
        var analysis = syntax.Analysis;
        if (analysis.Deprels[cue.Verb] is not (Deprel.Root or Deprel.Conj or Deprel.Parataxis)) return null;
        var sentence = analysis.Sentences[analysis.SentenceOf[cue.Verb]];
        var last = sentence.End - 1;
        while (last > sentence.Start && last > sentence.End - 4 && analysis.Form(last) is not "?") last--;
        if (analysis.Form(last) is not "?" || cue.IsContent(last)) return null;
        var subject = syntax.Child(cue.Verb, Deprel.Nsubj);
        foreach (var child in syntax.Children(cue.Verb))
        {
            if (cue.IsContent(child)) continue;
            if (analysis.Deprels[child] == Deprel.Aux && child < subject || analysis.Xpos(child) is "WP" or "WRB" or "WDT") return "?";
        }
        return null;
    }

    /// <summary>"not only said" says so.</summary>
    private static bool FollowedBy(string word, int token, Analysis analysis) =>
        token + 1 < analysis.TokenCount && analysis.Form(token + 1).Equals(word, StringComparison.OrdinalIgnoreCase);
}
