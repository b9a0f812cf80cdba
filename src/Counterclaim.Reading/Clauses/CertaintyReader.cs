using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Clauses;

/// <summary>Reads how certain, and whether denied, what a token says is, from the words around it in the tree.</summary>
/// <remarks>
/// Follows the idea of implicative signatures (Nairn, Condoravdi and Karttunen 2006): from the token up to the top of its
/// clause every governor ("fail to", "plan to", "is likely to", "no", "may") changes the value by its row in certainty.tsv.
/// </remarks>
public sealed class CertaintyReader(DependencyIndex trees, CertaintyLexicon lexicon)
{
    private const int ClimbLimit = 12;
    private readonly Analysis _analysis = trees.Analysis;

    /// <summary>Polarity and certainty of the proposition whose predicate is the token.</summary>
    /// <param name="inside">Whether a governor still belongs to the same teller; what lies outside says nothing about the proposition itself.</param>
    public (Polarity Polarity, Certainty Certainty) At(int token, Func<int, bool>? inside = null)
    {
        var negative = false;
        var certainty = Certainty.Certain;
        var below = -1;
        if (IsBareGerund(token)) certainty = Certainty.Hypothetical;
        for (var climb = 0; climb < ClimbLimit; climb++)
        {
            Apply(Own(token, below), ref negative, ref certainty);
            var governor = _analysis.Heads[token];
            if (governor < 0 || inside is not null && !inside(governor)) break;
            var relation = _analysis.Deprels[token];
            if (relation == Deprel.Conj && SharesAuxiliaries(token, governor))
            {
                Apply(OwnModals(governor), ref negative, ref certainty);
                negative ^= DeniesItself(governor);
                token = governor;
                relation = _analysis.Deprels[token];
                governor = _analysis.Heads[token];
                if (governor < 0 || inside is not null && !inside(governor)) break;
            }
            if (!Embeds(token, relation, governor)) break;
            Apply(Governing(token, relation, governor), ref negative, ref certainty);
            below = token;
            token = governor;
        }
        return (negative ? Polarity.Negative : Polarity.Positive, certainty);
    }

    /// <summary>Whether the clause of a predicate states a condition ("if", "unless", "were … to").</summary>
    public bool IsCondition(int predicate)
    {
        foreach (var child in trees.Children(predicate))
            if (IsConditionMarker(child) && _analysis.Deprels[child] is Deprel.Mark or Deprel.Advmod) return true;
        return false;
    }

    /// <summary>Whether an infinitive after the word is what it is about ("an attempt to land", "plans to leave"), not its purpose.</summary>
    public bool TakesInfinitive(int token) => lexicon.Has("noun", _analysis.Lemma(token)) || lexicon.Has("complement", _analysis.Lemma(token));

    public bool IsConditionMarker(int token) => lexicon.Has("condition", Lower(token));

    private static void Apply(CertaintyLexicon.Effect effect, ref bool negative, ref Certainty certainty)
    {
        negative ^= effect.Negates;
        if (effect.Certainty > certainty) certainty = effect.Certainty;
    }

    /// <summary>What stands at the token itself: modals, adverbs, negation, conditions, and what a raising verb does to its own clause.</summary>
    /// <param name="below">The child climbed up from, whose own negation has been counted; −1 at the start.</param>
    private CertaintyLexicon.Effect Own(int token, int below)
    {
        var negative = false;
        var certainty = Certainty.Certain;
        Apply(OwnModals(token), ref negative, ref certainty);
        var lemma = _analysis.Lemma(token);
        if (trees.HasChild(token, Deprel.Xcomp) || trees.HasChild(token, Deprel.Ccomp))
        {
            if (lexicon.TryGet("raising", lemma, out var raising)) Apply(raising, ref negative, ref certainty);
            if (trees.IsPassive(token) && lexicon.TryGet("raising passive", lemma, out var passive)) Apply(passive, ref negative, ref certainty);
        }
        if (IsCondition(token) || _analysis.Deprels[token] == Deprel.Parataxis && IsCondition(_analysis.Heads[token])) Apply(new(Certainty.Hypothetical, false), ref negative, ref certainty);
        foreach (var child in trees.Children(token))
        {
            switch (_analysis.Deprels[child])
            {
                case Deprel.Advmod when lexicon.TryGet("adverb", Lower(child), out var adverb):
                    Apply(adverb, ref negative, ref certainty);
                    break;
                case Deprel.Advmod or Deprel.Cc or Deprel.Det when lexicon.Has("negation", Lower(child)):
                    negative ^= true;
                    break;
                case Deprel.Mark when trees.IsForm(child, "without"):
                    negative ^= true;
                    break;
                case Deprel.Nsubj or Deprel.Obj when child != below && (lexicon.Has("negation", Lower(child)) || NegatedDeterminer(child)):
                    negative ^= true;
                    break;
                case Deprel.Advcl when IsCondition(child):
                    Apply(new(IsCounterfactual(child) ? Certainty.Counterfactual : Certainty.Hypothetical, false), ref negative, ref certainty);
                    break;
            }
        }
        return new(certainty, negative);
    }

    private CertaintyLexicon.Effect OwnModals(int token)
    {
        var certainty = Certainty.Certain;
        bool have = false, would = false, negative = false;
        foreach (var child in trees.Children(token))
        {
            if (_analysis.Deprels[child] != Deprel.Aux) continue;
            have |= trees.IsForm(child, "have") || trees.IsForm(child, "'ve");
            would |= trees.IsLemma(child, "would") || trees.IsForm(child, "would") || trees.IsForm(child, "'d") && _analysis.Xpos(child) == "MD";
            if (lexicon.TryGet("modal", Lower(child), out var modal)) Apply(modal, ref negative, ref certainty);
        }
        if (would && have) certainty = Certainty.Counterfactual;
        return new(certainty, negative);
    }

    /// <summary>"did not" or "no vehicle can", which hold for the verbs that follow with "or" and "and" too.</summary>
    private bool DeniesItself(int predicate)
    {
        foreach (var child in trees.Children(predicate))
        {
            if (_analysis.Deprels[child] == Deprel.Advmod && lexicon.Has("negation", Lower(child))) return true;
            if (_analysis.Deprels[child] == Deprel.Nsubj && (lexicon.Has("negation", Lower(child)) || NegatedDeterminer(child))) return true;
        }
        return false;
    }

    private bool NegatedDeterminer(int noun)
    {
        foreach (var child in trees.Children(noun))
            if (_analysis.Deprels[child] is Deprel.Det or Deprel.Advmod && lexicon.Has("negation", Lower(child)) && Lower(child) is not ("not" or "n't")) return true;
        return false;
    }

    private bool IsCounterfactual(int condition)
    {
        bool had = false, participle = _analysis.Xpos(condition) is "VBN" or "VBD";
        foreach (var child in trees.Children(condition))
        {
            if (_analysis.Deprels[child] is not (Deprel.Aux or Deprel.Cop)) continue;
            if (trees.IsForm(child, "had")) had = true;
            if (trees.IsForm(child, "were")) return true;
        }
        return had && participle;
    }

    private bool SharesAuxiliaries(int token, int governor)
    {
        if (trees.HasChild(token, Deprel.Nsubj) || trees.HasChild(token, Deprel.Aux)) return false;
        // Taggers take the infinitive after "would cut … and" for a present tense.
        if (_analysis.Xpos(token) == "VBP" && trees.Child(governor, Deprel.Aux) is var modal and >= 0) return _analysis.Xpos(modal) == "MD";
        return _analysis.Xpos(token) is "VB" or "VBN" or "VBG" && (trees.HasChild(governor, Deprel.Aux) || trees.Child(governor, Deprel.Mark, "to") >= 0);
    }

    /// <summary>"talks on restoring", "surrendering the town would…": a deed that is named, not told. "After losing" tells one.</summary>
    private bool IsBareGerund(int token)
    {
        if (_analysis.Xpos(token) != "VBG" || trees.HasChild(token, Deprel.Aux)) return false;
        var relation = _analysis.Deprels[token];
        if (relation == Deprel.Csubj || relation is Deprel.Nsubj or Deprel.Obj or Deprel.Nmod && trees.HasChild(token, Deprel.Obj)) return true;
        if (relation is not (Deprel.Advcl or Deprel.Acl or Deprel.Obl)) return false;
        var preposition = trees.Preposition(token);
        return preposition.Length > 0 && preposition is not ("after" or "by" or "while" or "since" or "when" or "with" or "despite");
    }

    /// <summary>Whether the truth of the token's proposition hangs on its governor.</summary>
    private bool Embeds(int token, Deprel relation, int governor) => relation switch
    {
        Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj => true,
        Deprel.Conj => _analysis.Upos[token] is not (Upos.Verb or Upos.Aux),
        Deprel.Advcl => trees.Child(token, Deprel.Mark, "to") >= 0 || _analysis.Xpos(token) == "VBG" && !trees.HasChild(token, Deprel.Mark),
        Deprel.Acl => trees.Child(token, Deprel.Mark, "to") >= 0,
        Deprel.Obj or Deprel.Nsubj or Deprel.Nmod or Deprel.Obl or Deprel.Compound => _analysis.Upos[token] is Upos.Noun or Upos.Verb,
        _ => false,
    };

    private CertaintyLexicon.Effect Governing(int token, Deprel relation, int governor)
    {
        var lemma = _analysis.Lemma(governor);
        if (relation == Deprel.Advcl)
            return trees.Child(token, Deprel.Mark, "to") >= 0 ? new(Certainty.Hypothetical, false) : default;
        if (relation is Deprel.Nsubj && !trees.IsPassive(governor) && _analysis.Upos[governor] == Upos.Verb) return default;
        if (_analysis.Upos[governor] == Upos.Noun && lexicon.TryGet("noun", lemma, out var noun)) return noun;
        if (_analysis.Upos[governor] == Upos.Adj && lexicon.TryGet("adjective", lemma, out var adjective)) return adjective;
        if (_analysis.Upos[governor] == Upos.Verb && relation != Deprel.Obl)
        {
            if (relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj && lexicon.TryGet("complement", lemma, out var complement)) return complement;
            if (relation is Deprel.Obj or Deprel.Nsubj && lexicon.TryGet("object", lemma, out var obj)) return obj;
        }
        return _analysis.Upos[governor] == Upos.Verb && lemma == "prevent" && relation == Deprel.Obl ? new(Certainty.Certain, true) : default;
    }

    private string Lower(int token) => _analysis.Form(token).ToString().ToLowerInvariant();
}
