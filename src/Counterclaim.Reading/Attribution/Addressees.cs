using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>To whom a statement is made, as far as the clause around its cue tells.</summary>
internal sealed class Addressees(DependencyIndex syntax)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>The noun or pronoun for those spoken to; −1 where none is expressed.</summary>
    public int HeadOf(CueClause cue)
    {
        if (cue.Verb < 0) return -1;
        foreach (var verb in cue.VerbsUpwards())
        {
            var told = AtVerb(cue, verb);
            if (told >= 0 && MayBeSomebody(told) && !cue.Attribution.Holder.Contains(_analysis.Tokens[told].Start)) return told;
        }
        return -1;
    }

    private bool MayBeSomebody(int token) => _analysis.Upos[token] is Upos.Propn or Upos.Pron
        || _analysis.Upos[token] == Upos.Noun && !TimeNouns.Has(_analysis.Lemma(token)) && !PointerNouns.Has(_analysis.Lemma(token));

    /// <summary>Verbs whose object is somebody spoken to.</summary>
    private static readonly FrozenSet<string> Addressed = FrozenSet.ToFrozenSet(
        ["tell", "inform", "assure", "reassure", "remind", "warn", "urge", "ask", "order", "instruct", "advise", "notify", "brief", "promise", "beg", "implore", "press",
         "beseech", "entreat", "exhort", "challenge", "dare", "command", "direct", "forbid", "request", "persuade", "encourage", "invite", "lobby", "petition", "alert",
         "caution", "counsel", "thank", "congratulate", "email", "text", "message", "phone", "call", "telephone", "question", "quiz", "grill", "interrogate", "address",
         "reprimand", "rebuke", "enjoin", "summon", "swear", "show", "convince", "pledge", "guarantee", "grant", "owe", "answer", "threaten", "bid", "prod", "plead"]);

    /// <summary>Of these, those that take what is said as their object when nobody is to do anything ("urged restraint", "asked a question").</summary>
    private static readonly FrozenSet<string> OnlyWithClause = FrozenSet.ToFrozenSet(
        ["urge", "ask", "order", "promise", "command", "direct", "forbid", "request", "encourage", "show", "guarantee", "grant", "owe", "swear", "pledge", "call", "answer",
         "advise", "address", "challenge", "invite", "threaten", "question", "press", "text", "message", "phone", "email", "plead", "bid", "caution", "counsel"]);

    /// <summary>Verbs after which "to" names no one spoken to.</summary>
    private static readonly FrozenSet<string> NotTo = FrozenSet.ToFrozenSet(
        ["point", "refer", "agree", "object", "commit", "turn", "subscribe", "attribute", "accord", "lead", "belong", "relate", "allude", "react", "compare", "liken", "go", "come",
         "move", "add", "look", "return", "link", "tie", "move", "send", "bring", "take", "get", "pay", "owe", "contribute", "reach", "resort", "amount", "limit", "reduce", "raise",
         "oppose", "vow", "threaten", "stick", "swear", "according", "say to"]);

    private static readonly FrozenSet<string> Wanting = FrozenSet.ToFrozenSet(["demand", "insist", "require", "request", "ask", "propose", "recommend", "urge"]);

    private int AtVerb(CueClause cue, int verb)
    {
        var lemma = _analysis.Lemma(verb).ToLowerInvariant();
        if (_analysis.Upos[verb] != Upos.Verb) return cue.Oblique(verb, "to") is var noun && noun >= 0 && cue.Tokens.Contains(verb) ? noun : -1;
        if (Addressed.Contains(lemma))
        {
            if (syntax.IsPassive(verb)) return syntax.Child(verb, Deprel.Nsubj);
            var isToAct = cue.InfinitiveUnder(verb) >= 0;
            var told = syntax.Child(verb, Deprel.Iobj);
            if (told < 0 && (isToAct || syntax.HasChild(verb, Deprel.Ccomp) || !OnlyWithClause.Contains(lemma))) told = syntax.Child(verb, Deprel.Obj);
            if (told < 0 && syntax.Child(verb, Deprel.Ccomp) is >= 0 and var clause && syntax.Child(clause, Deprel.Mark, "to") >= 0) told = syntax.Child(clause, Deprel.Nsubj);
            if (told >= 0 && (isToAct || !cue.IsContent(told))) return told;
            if (told < 0 && !OnlyWithClause.Contains(lemma) && BeforeContent(cue, verb) is >= 0 and var next) return next;
        }
        if (lemma is "call" or "appeal" or "plead" or "press" && Named(verb, "on", "upon", "to", "with") is >= 0 and var asked) return asked;
        if (!NotTo.Contains(lemma) && cue.Oblique(verb, "to") is >= 0 and var to) return to;
        if (lemma is "speak" or "talk" or "share" or "plead" or "chat" && cue.Oblique(verb, "with") is >= 0 and var with) return with;
        return Wanting.Contains(lemma) ? Wanted(verb) : -1;
    }

    /// <summary>"told Agence Boreal soldiers had come": the noun phrase between the verb and what is said, where the tree joins it to the clause.</summary>
    private int BeforeContent(CueClause cue, int verb)
    {
        const int longest = 6;
        var last = -1;
        for (var i = verb + 1; i < _analysis.TokenCount && i <= verb + longest && !cue.IsContent(i); i++)
        {
            if (_analysis.Upos[i] is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj or Upos.Det) || _analysis.Xpos(i) == "IN") break;
            if (_analysis.Upos[i] is Upos.Noun or Upos.Propn or Upos.Pron) last = i;
            if (_analysis.Upos[i] is Upos.Pron) break;
        }
        return last >= 0 && last + 1 < _analysis.TokenCount && (cue.IsContent(last + 1) || _analysis.Upos[last] == Upos.Pron || _analysis.Upos[last + 1] is Upos.Adp or Upos.Sconj or Upos.Punct) ? last : -1;
    }

    /// <summary>"called on reservists to report": those asked may stand in what is asked of them.</summary>
    private int Named(int verb, params ReadOnlySpan<string> markers)
    {
        foreach (var child in syntax.Children(verb))
        {
            if (_analysis.Deprels[child] != Deprel.Obl || syntax.Child(child, Deprel.Case) is not (>= 0 and var marker)) continue;
            foreach (var wanted in markers)
                if (syntax.IsForm(marker, wanted)) return child;
        }
        return -1;
    }

    /// <summary>"demanded that the garrison withdraw": who is to do it.</summary>
    private int Wanted(int verb)
    {
        var clause = syntax.Child(verb, Deprel.Ccomp);
        if (clause < 0 || _analysis.Xpos(clause) is not ("VB" or "VBP") && syntax.Child(clause, Deprel.Aux, "should") < 0 && syntax.Child(clause, Deprel.Aux, "must") < 0) return -1;
        foreach (var child in syntax.Children(clause))
            if (_analysis.Deprels[child] == Deprel.Aux && _analysis.Form(child).ToString().ToLowerInvariant() is not ("should" or "must" or "be")) return -1;
        var wanted = syntax.Child(clause, Deprel.Nsubj);
        var isTold = _analysis.Xpos(clause) == "VBP" && syntax.IsLemma(verb, "insist") && wanted >= 0 && _analysis.Xpos(wanted) is not ("NN" or "NNP"); // "insists that they leave"
        return syntax.IsPassive(clause) || isTold ? -1 : wanted;
    }
}
