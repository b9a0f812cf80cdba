using Counterclaim.Language;

namespace Counterclaim.Reading.Clauses;

/// <summary>The grammatical roles of the tokens of an analysis, read off its trees.</summary>
/// <remarks>Shared by the steps that walk trees. Immutable.</remarks>
public sealed class DependencyIndex(Analysis analysis)
{
    private const int ClimbLimit = 12;

    public Analysis Analysis { get; } = analysis;

    /// <inheritdoc cref="Analysis.TopDown"/>
    public ReadOnlySpan<int> TopDown => Analysis.TopDown;

    /// <inheritdoc cref="Analysis.Children"/>
    public ReadOnlySpan<int> Children(int token) => Analysis.Children(token);

    /// <inheritdoc cref="Analysis.Extent"/>
    public TokenRange Extent(int token) => Analysis.Extent(token);

    /// <summary>The first child with a relation; −1 where there is none.</summary>
    public int Child(int token, Deprel relation)
    {
        foreach (var child in Children(token))
            if (Analysis.Deprels[child] == relation) return child;
        return -1;
    }

    public bool HasChild(int token, Deprel relation) => Child(token, relation) >= 0;

    /// <summary>The first child with a relation and a lemma; −1 where there is none.</summary>
    public int Child(int token, Deprel relation, string lemma)
    {
        foreach (var child in Children(token))
            if (Analysis.Deprels[child] == relation && IsLemma(child, lemma)) return child;
        return -1;
    }

    /// <summary>The token of a range whose head lies outside it: what the range is about. The first, where there are several.</summary>
    /// <returns>−1 for an empty range.</returns>
    public int TopOf(TokenRange range)
    {
        var top = -1;
        for (var i = range.Start; i < range.End; i++)
        {
            if (range.Contains(Analysis.Heads[i])) continue;
            if (Analysis.Deprels[i] is not (Deprel.Punct or Deprel.Case or Deprel.Cc or Deprel.Mark)) return i;
            if (top < 0) top = i;
        }
        return top;
    }

    public bool IsLemma(int token, string lemma) =>
        string.Equals(Analysis.Lemma(token), lemma, StringComparison.OrdinalIgnoreCase);

    public bool IsForm(int token, ReadOnlySpan<char> form) =>
        Analysis.Form(token).Equals(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>A verb in the passive: a past participle with "be" or "get", or one alone that has no object.</summary>
    public bool IsPassive(int token)
    {
        if (Analysis.Upos[token] != Upos.Verb || Analysis.Xpos(token) != "VBN") return false;
        var auxiliaries = false;
        foreach (var child in Children(token))
        {
            if (Analysis.Deprels[child] is not (Deprel.Aux or Deprel.Cop)) continue;
            auxiliaries = true;
            if (IsLemma(child, "be") || IsLemma(child, "get")) return true;
        }
        if (auxiliaries || HasChild(token, Deprel.Obj) || IsPastTakenForModifier(token)) return false;
        return Analysis.Deprels[token] == Deprel.Conj ? IsPassiveConjunct(token) : !HasChild(token, Deprel.Nsubj);
    }

    /// <summary>"a shell fired by <em>the militia</em>": the head of those who sent off what the noun names; −1 where that is not told.</summary>
    public int LaunchedBy(int noun)
    {
        if (Child(noun, Deprel.Acl) is not (>= 0 and var participle) || Analysis.Xpos(participle) is not ("VBN" or "VBD")) return -1;
        if (Analysis.Lemma(participle) is not ("fire" or "launch" or "drop" or "plant" or "lay" or "carry" or "detonate" or "shoot" or "stage" or "conduct" or "mount" or "send")) return -1;
        foreach (var child in Children(participle))
            if (Analysis.Deprels[child] is Deprel.Obl or Deprel.Nmod && Preposition(child) == "by") return child;
        return -1;
    }

    /// <summary>"60 wounded": an adjective right after the number that governs it stands for the people or things it describes.</summary>
    public bool IsCountedAdjective(int token) =>
        Analysis.Upos[token] == Upos.Adj && Analysis.Heads[token] == token - 1 && token > 0 && Analysis.Upos[token - 1] == Upos.Num
        && Analysis.Deprels[token] is not (Deprel.Conj or Deprel.Parataxis);

    /// <summary>Whether a noun that heads its sentence is the subject of the verb after it, which parsers took for its modifier ("The truce held.").</summary>
    public bool HidesPredicate(int noun)
    {
        if (Analysis.Upos[noun] is not (Upos.Noun or Upos.Propn) || Analysis.Heads[noun] >= 0) return false;
        var acl = Child(noun, Deprel.Acl);
        if (acl <= noun || Child(acl, Deprel.Mark, "to") >= 0 || HasOwnSubject(acl)) return false;
        var end = Analysis.Sentences[Analysis.SentenceOf[noun]].End;
        return (IsFinite(acl) || Analysis.Xpos(acl) == "VBN") && Analysis.Form(end - 1) is "." or "!" or "”" or "\"";
    }

    /// <summary>A verb that says when it is: in the present or past tense, or with an auxiliary or copula that is.</summary>
    public bool IsFinite(int token)
    {
        if (Analysis.Upos[token] is Upos.Verb or Upos.Aux && Analysis.Xpos(token) is "VBD" or "VBZ" or "VBP") return true;
        foreach (var child in Children(token))
            if (Analysis.Deprels[child] is Deprel.Aux or Deprel.Cop && Analysis.Xpos(child) is "VBD" or "VBZ" or "VBP" or "MD") return true;
        return false;
    }

    /// <summary>
    /// "The union called for calm.": the participle after a noun with an article is the past tense of the sentence's verb, where
    /// the two are written alike and no "by" names who did it. Captions, which leave the article out, keep their passive.
    /// </summary>
    private bool IsPastTakenForModifier(int token)
    {
        if (Analysis.Deprels[token] != Deprel.Acl || !Analysis.Form(token).EndsWith("ed", StringComparison.OrdinalIgnoreCase)) return false;
        var noun = Analysis.Heads[token];
        if (!HidesPredicate(noun) || Child(noun, Deprel.Acl) != token || !HasChild(noun, Deprel.Det)) return false;
        foreach (var child in Children(token))
            if (Analysis.Deprels[child] == Deprel.Obl && Preposition(child) == "by") return false;
        return true;
    }

    private bool HasOwnSubject(int clause)
    {
        foreach (var child in Children(clause))
            if (Analysis.Xpos(child) is "WDT" or "WP" or "WRB") return true;
        return HasChild(clause, Deprel.Nsubj);
    }

    /// <summary>The grammatical subject, looked up where conjuncts, complements and participles inherit it; −1 if none.</summary>
    public int Subject(int token)
    {
        for (var climb = 0; climb < ClimbLimit && token >= 0; climb++)
        {
            var own = NearestSubject(token);
            if (own >= 0) return Antecedent(own, token);
            var head = Analysis.Heads[token];
            if (head < 0) return -1;
            switch (Analysis.Deprels[token])
            {
                case Deprel.Acl when IsConjunctTakenForModifier(token):
                    head = Analysis.Heads[head];
                    break;
                case Deprel.Acl:
                    return Child(token, Deprel.Mark, "to") >= 0 ? -1 : head;
                case Deprel.Xcomp:
                    var controller = Child(head, Deprel.Obj) is var obj and >= 0 ? obj : Child(head, Deprel.Iobj);
                    if (controller >= 0 && controller != token) return Antecedent(controller, head);
                    break;
                case Deprel.Conj:
                case Deprel.Advcl:
                    break;
                default:
                    return -1;
            }
            token = head;
        }
        return -1;
    }

    /// <summary>In "The truth is that it is lost" one word has two subjects: the one after the conjunction is its own.</summary>
    private int NearestSubject(int token)
    {
        int nearest = -1, conjunction = Child(token, Deprel.Mark);
        foreach (var child in Children(token))
            if (Analysis.Deprels[child] == Deprel.Nsubj && (nearest < 0 || child < token && nearest < conjunction && conjunction < child)) nearest = child;
        return nearest;
    }

    /// <summary>
    /// "The storm flooded cities, killed hundreds": a past tense after a comma goes with the verb, not with its object; so does
    /// a participle that has an object of its own, which no passive has.
    /// </summary>
    public bool IsConjunctTakenForModifier(int token)
    {
        var noun = Analysis.Heads[token];
        return Analysis.Deprels[token] == Deprel.Acl && token > noun && Analysis.Deprels[noun] is Deprel.Obj or Deprel.Obl && Analysis.Heads[noun] >= 0
            && (Analysis.Xpos(token) == "VBD" && !HasOwnSubject(token) || Analysis.Xpos(token) == "VBN" && HasChild(token, Deprel.Obj) && !HasChild(token, Deprel.Aux))
            && Analysis.Upos[token - 1] is Upos.Punct or Upos.Cconj;
    }

    /// <summary>What a relative pronoun stands for; any other token stands for itself.</summary>
    public int Antecedent(int token, int clause)
    {
        if (Analysis.Xpos(token) is not ("WDT" or "WP") && !(IsForm(token, "that") && Analysis.Xpos(token) != "DT")) return token;
        for (var climb = 0; climb < ClimbLimit && clause >= 0; climb++)
        {
            if (Analysis.Deprels[clause] == Deprel.Acl) return Analysis.Heads[clause];
            if (Analysis.Deprels[clause] is not (Deprel.Conj or Deprel.Xcomp)) break;
            clause = Analysis.Heads[clause];
        }
        return token;
    }

    /// <summary>The preposition of a phrase or gerund, all its words, lower-cased ("out of"); empty where there is none.</summary>
    public string Preposition(int token)
    {
        string? words = null;
        foreach (var child in Children(token))
        {
            if (child > token && words is not null) break;
            if (Analysis.Deprels[child] != Deprel.Case && !(Analysis.Deprels[child] == Deprel.Mark && Analysis.Xpos(token) == "VBG")) continue;
            words = words is null ? Lower(child) : words + " " + Lower(child);
            foreach (var part in Children(child))
                if (Analysis.Deprels[part] == Deprel.Fixed) words += " " + Lower(part);
        }
        return words ?? "";
    }

    private string Lower(int token) => Analysis.Form(token).ToString().ToLowerInvariant();

    private bool IsPassiveConjunct(int token)
    {
        for (var climb = 0; climb < ClimbLimit && Analysis.Deprels[token] == Deprel.Conj; climb++)
            token = Analysis.Heads[token];
        if (Analysis.Xpos(token) != "VBN" || HasChild(token, Deprel.Obj)) return false;
        foreach (var child in Children(token))
            if (Analysis.Deprels[child] == Deprel.Aux && (IsLemma(child, "be") || IsLemma(child, "get"))) return true;
        return !HasChild(token, Deprel.Aux);
    }
}
