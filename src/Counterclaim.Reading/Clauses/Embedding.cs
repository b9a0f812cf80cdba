using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Clauses;

/// <summary>What a governor makes of the proposition under it: "managed to", "failed to", "plans to", "no evidence that".</summary>
internal sealed class Embedding(DependencyIndex trees, CertaintyLexicon lexicon)
{
    private readonly Analysis _analysis = trees.Analysis;

    /// <summary>
    /// Joined to its governor by "and" or "or", so that both stand under the same words. A verb with a tense is not joined to an infinitive,
    /// whatever a parser says: "failed to find a buyer and filed for bankruptcy".
    /// </summary>
    public bool IsCoordinated(int token) => _analysis.Deprels[token] == Deprel.Conj
        && !(_analysis.Xpos(token) is "VBD" or "VBZ" && _analysis.Xpos(_analysis.Heads[token]) == "VB" && HasTo(_analysis.Heads[token]));

    /// <summary>Whether the truth of the token's proposition can hang on its governor.</summary>
    public bool Embeds(int token, int governor) => _analysis.Deprels[token] switch
    {
        Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj => true,
        Deprel.Advcl => HasTo(token) || _analysis.Xpos(token) == "VBG" && (!trees.HasChild(token, Deprel.Mark) || IsOblique(token, governor)),
        Deprel.Acl => HasTo(token) || IsContentClause(token) || _analysis.Xpos(token) == "VBG" && trees.Preposition(token).Length > 0,
        Deprel.Obj or Deprel.Nsubj or Deprel.Nmod or Deprel.Obl or Deprel.Compound => _analysis.Upos[token] is Upos.Noun or Upos.Verb,
        _ => false,
    };

    /// <summary>Whether the token is the infinitive of what its governor asks, promises or threatens ("urged them to leave"), not of what it says is so ("claimed to hold").</summary>
    public bool IsYetToBeDone(int token, int governor) => _analysis.Deprels[token] is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl && _analysis.Xpos(token) == "VB" && HasTo(token)
        && (_analysis.Lemma(governor) == "threaten" || lexicon.TryGet("complement", _analysis.Lemma(governor), out var meant) && meant.Affirmed is { Negates: false, Certainty: Certainty.Hypothetical });

    /// <summary>Goes from what holds of the governor to what holds of the token under it.</summary>
    public void Descend(ref Stance stance, int governor, int token)
    {
        if (trees.Child(token, Deprel.Mark, "whether") >= 0)
        {
            // Whether it is disputed or known makes it neither true nor false.
            stance = new Stance();
            return;
        }
        if (Find(governor, token, stance) is { } signature)
        {
            stance.Govern(signature, governor);
            return;
        }
        switch (_analysis.Deprels[token])
        {
            case Deprel.Advcl when stance.Negative && !HasTo(token): // "refused to return him, citing the law"
                stance = new Stance();
                break;
            case Deprel.Ccomp when stance.Negative && AsksForPart(token): // "did not say why they left"
                stance = new Stance();
                break;
            case Deprel.Ccomp when stance.Negative && trees.IsFinite(token):
                // What was not said may be so or not.
                stance = new Stance();
                stance.Weaken(Certainty.Hypothetical, governor);
                break;
            case Deprel.Nsubj when trees.Child(governor, Deprel.Aux, "would") is var would and >= 0: // "the loss of the port would cut the supply"
                stance = new Stance();
                stance.Weaken(Certainty.Hypothetical, would);
                break;
            case Deprel.Obj or Deprel.Nsubj or Deprel.Nmod or Deprel.Obl or Deprel.Compound when !Inherits(governor, token):
                stance = new Stance();
                break;
        }
    }

    private CertaintyLexicon.Signature? Find(int governor, int token, in Stance stance)
    {
        var lemma = _analysis.Lemma(governor);
        var relation = _analysis.Deprels[token];
        if (HasTo(token) && trees.Child(governor, Deprel.Advmod, "too") >= 0 && lexicon.TryGet("too", "too", out var tooMuch)) return tooMuch;
        if (relation is Deprel.Obl or Deprel.Advcl or Deprel.Nmod or Deprel.Acl or Deprel.Xcomp or Deprel.Ccomp && Oblique(token, governor) is { } oblique) return oblique;
        return _analysis.Upos[governor] switch
        {
            Upos.Noun => UnderNoun(lemma, relation, governor, token),
            Upos.Adj => relation is not (Deprel.Nmod or Deprel.Obl or Deprel.Nsubj or Deprel.Compound) && lexicon.TryGet("adjective", lemma, out var adjective) ? adjective : null,
            Upos.Verb or Upos.Aux => UnderVerb(lemma, relation, governor, token, stance),
            _ => null,
        };
    }

    private CertaintyLexicon.Signature? UnderNoun(string lemma, Deprel relation, int governor, int token)
    {
        if (lexicon.TryGet("noun", lemma, out var noun) || HasTo(token) && lexicon.TryGet("noun infinitive", lemma, out noun)) return noun;
        if (relation != Deprel.Acl || !HasTo(token) || _analysis.Xpos(token) != "VB") return null;
        foreach (var child in trees.Children(governor)) // "the first man to land" did
            if (_analysis.Lemma(child) is "first" or "last" or "only" or "second" or "third" || _analysis.Xpos(child) == "JJS") return null;
        return Both(new(Certainty.Hypothetical, false), new(Certainty.Hypothetical, true));
    }

    private CertaintyLexicon.Signature? UnderVerb(string lemma, Deprel relation, int governor, int token, in Stance stance)
    {
        switch (relation)
        {
            case Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj or Deprel.Advcl:
                if (relation == Deprel.Advcl && !HasTo(token)) return null;
                if (trees.IsPassive(governor) && lexicon.TryGet("complement passive", lemma, out var passive)) return passive;
                if (lemma == "have" && HasTo(token)) return IsPast(governor) || IsYetTo(token) ? null : Both(new(Certainty.Hypothetical, false), new(Certainty.Hypothetical, true));
                if (_analysis.Upos[token] is not Upos.Noun && lexicon.TryGet("complement", lemma, out var complement)) return complement;
                if (lemma == "be" && trees.Child(governor, Deprel.Nsubj) is var subject and >= 0 && lexicon.TryGet("noun", _analysis.Lemma(subject), out var noun)) return noun;
                return relation == Deprel.Advcl ? Both(new(Certainty.Hypothetical, false), new(Certainty.Hypothetical, false)) : null;
            case Deprel.Obj or Deprel.Nsubj:
                return relation == Deprel.Obj || trees.IsPassive(governor) ? UnderVerbAsObject(lemma, token, stance) : null;
            default:
                return null;
        }
    }

    private CertaintyLexicon.Signature? UnderVerbAsObject(string lemma, int token, in Stance stance)
    {
        if (lexicon.TryGet("object", lemma, out var changed)) return changed;
        if (lexicon.TryGet("object ended", lemma, out var ended)) return stance.Certainty == Certainty.Certain ? ended : Both(Fact, Fact);
        if (lexicon.TryGet("object refused", lemma, out var refused)) return lexicon.Has("word", _analysis.Lemma(token)) ? Both(Fact, Fact) : refused;
        return null;
    }

    /// <summary>An event named as the argument of a verb happened or not with it only where the verb adds nothing, and only where it is not taken as known.</summary>
    private bool Inherits(int governor, int token)
    {
        if (_analysis.Xpos(token) == "VBG" && _analysis.Upos[token] == Upos.Verb) return true;
        if (_analysis.Deprels[token] == Deprel.Compound || trees.Child(token, Deprel.Det, "any") >= 0) return true;
        if (_analysis.Upos[governor] == Upos.Noun) return false;
        if (IsDefinite(token) || _analysis.Upos[governor] is not (Upos.Verb or Upos.Aux)) return false;
        var lemma = _analysis.Lemma(governor);
        return _analysis.Deprels[token] switch
        {
            Deprel.Obj => lexicon.Has("light", lemma),
            Deprel.Nsubj => trees.IsPassive(governor) ? lexicon.Has("light", lemma) : lexicon.Has("occurrence", lemma),
            _ => false,
        };
    }

    private bool IsDefinite(int noun)
    {
        foreach (var child in trees.Children(noun))
            if (_analysis.Deprels[child] is Deprel.Det or Deprel.Nmod && child < noun && (_analysis.Xpos(child) == "PRP$" || _analysis.Lemma(child) is "the" or "this" or "that" or "these" or "those")) return true;
        return false;
    }

    private CertaintyLexicon.Signature? Oblique(int token, int governor)
    {
        var preposition = trees.Preposition(token);
        return preposition.Length > 0 && lexicon.TryGet("oblique", _analysis.Lemma(governor) + " " + preposition, out var oblique) ? oblique : null;
    }

    private bool IsOblique(int token, int governor) => Oblique(token, governor) is not null;

    /// <summary>"evidence that they left", unlike "the evidence that they left behind".</summary>
    private bool IsContentClause(int token)
    {
        foreach (var child in trees.Children(token))
            if (_analysis.Deprels[child] == Deprel.Mark && Lower(child) is "that" or "whether") return true;
        return false;
    }

    /// <summary>"why they left", "where they are": that they left, or are, is taken for granted.</summary>
    private bool AsksForPart(int token)
    {
        for (var i = trees.Extent(token).Start; i < token; i++)
            if (_analysis.Xpos(i) is "WRB" or "WP" or "WDT" && _analysis.Upos[i] != Upos.Sconj) return true;
        return false;
    }

    /// <summary>"has yet to reach" is no duty.</summary>
    private bool IsYetTo(int token) => trees.Child(token, Deprel.Mark, "to") is var to and > 0 && trees.IsForm(to - 1, "yet");

    private bool HasTo(int token) => trees.Child(token, Deprel.Mark, "to") >= 0;

    private bool IsPast(int verb) => _analysis.Xpos(verb) is "VBD" or "VBN";

    private static readonly CertaintyLexicon.Effect Fact = new(Certainty.Certain, Negates: false, Presupposes: true);

    private static CertaintyLexicon.Signature Both(CertaintyLexicon.Effect affirmed, CertaintyLexicon.Effect denied) => new(affirmed, denied);

    private string Lower(int token) => _analysis.Form(token).ToString().ToLowerInvariant();
}
