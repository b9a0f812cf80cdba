using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Clauses;

/// <summary>What a clause says of itself about its certainty: modals, adverbs, negation, conditions, questions and requests.</summary>
internal sealed class ClauseMood(DependencyIndex trees, CertaintyLexicon lexicon)
{
    private const int LongestParenthesis = 4;

    /// <summary>Tokens at either end of a sentence that are searched for what makes it a question.</summary>
    private const int QuestionWindow = 40;
    private readonly Analysis _analysis = trees.Analysis;

    /// <summary>How much of a clause's mood holds for the predicate that is asked for.</summary>
    public enum Share : byte
    {
        All,

        /// <summary>"did not land or advance": a predicate joined to it that has no auxiliary of its own.</summary>
        Auxiliaries,

        /// <summary>A predicate joined to it that stands for itself.</summary>
        None,
    }

    /// <summary>What a predicate joined by "and" or "or" takes over from the one before.</summary>
    public Share Shared(int token, int governor)
    {
        if (_analysis.Upos[token] is not (Upos.Verb or Upos.Aux) && !trees.HasChild(token, Deprel.Cop) && !trees.HasChild(token, Deprel.Nsubj)) return Share.All;
        if (trees.HasChild(token, Deprel.Nsubj) || trees.HasChild(token, Deprel.Aux)) return Share.None;
        if (_analysis.Xpos(token) == "VB" && _analysis.Xpos(governor) == "VB") return Share.Auxiliaries;
        // "had not admitted it or implicated others": taggers take the participle for a past tense.
        if (_analysis.Xpos(token) == "VBD" && trees.Child(token, Deprel.Cc, "or") >= 0 && trees.HasChild(governor, Deprel.Aux)) return Share.Auxiliaries;
        // Taggers take the infinitive after "would cut … and" for a present tense.
        if (_analysis.Xpos(token) == "VBP" && trees.Child(governor, Deprel.Aux) is var modal and >= 0)
            return _analysis.Xpos(modal) == "MD" ? Share.Auxiliaries : Share.None;
        return _analysis.Xpos(token) is "VB" or "VBN" or "VBG" && (trees.HasChild(governor, Deprel.Aux) || trees.Child(governor, Deprel.Mark, "to") >= 0)
            ? Share.Auxiliaries
            : Share.None;
    }

    /// <summary>Adds the mood of the clause that a token heads.</summary>
    /// <param name="below">The child climbed up from, whose own negation has been counted; −1 at the start.</param>
    public void Add(ref Stance stance, int token, int below, Share share)
    {
        if (share == Share.None)
        {
            // "If they leave and the town falls": the condition holds for both.
            if (IsCondition(token) && !trees.HasChild(below, Deprel.Mark)) stance.Weaken(Certainty.Hypothetical, Marker(token));
            return;
        }
        var denied = stance.Negative;
        foreach (var child in trees.Children(token))
            if (child != below) AddNegation(ref stance, token, child);
        AddModals(ref stance, token, stance.Negative != denied);
        foreach (var child in trees.Children(token))
        {
            switch (_analysis.Deprels[child])
            {
                case Deprel.Advmod when share == Share.All:
                    if (lexicon.TryGet("adverb", Lower(child), out var adverb) && !IsQuantity(child)) stance.Apply(adverb.Affirmed, child);
                    break;
                case Deprel.Obl when share == Share.All && trees.Preposition(child) == "in" && lexicon.TryGet("phrase", _analysis.Lemma(child), out var phrase):
                    stance.Apply(phrase.Affirmed, child);
                    break;
                case Deprel.Amod when lexicon.TryGet("modifier", Lower(child), out var modifier):
                    stance.Apply(modifier.Affirmed, child);
                    break;
                case Deprel.Advcl when child != below && IsCondition(child) && !IsMereComparison(child):
                    stance.Weaken(IsCounterfactual(child) ? Certainty.Counterfactual : Certainty.Hypothetical, Marker(child));
                    break;
                case Deprel.Parataxis when IsParenthesis(child) && lexicon.TryGet("complement", _analysis.Lemma(child), out var thought) && !thought.Affirmed.Presupposes:
                    stance.Weaken(thought.Affirmed.Certainty, child);
                    break;
                case Deprel.Mark when lexicon.TryGet("question", Lower(child), out var question):
                    stance.Weaken(question.Affirmed.Certainty, child);
                    break;
            }
        }
        if (IsCondition(token) || _analysis.Deprels[token] == Deprel.Parataxis && IsCondition(_analysis.Heads[token]))
            stance.Weaken(IsCounterfactual(token) ? Certainty.Counterfactual : Certainty.Hypothetical, Marker(token));
        if (IsRequest(token) || IsPolarQuestion(token)) stance.Weaken(Certainty.Hypothetical, -1);
    }

    /// <summary>Adds what the form of the predicate asked for says, and, of a verb that tells how sure its complement is, that of itself.</summary>
    public void AddToPredicate(ref Stance stance, int token)
    {
        if (IsBareGerund(token)) stance.Weaken(Certainty.Hypothetical, -1);
        var lemma = _analysis.Lemma(token);
        var isPassive = trees.IsPassive(token);
        if (isPassive && lexicon.TryGet("passive", lemma, out var announced)) stance.Apply(announced.Affirmed, token);
        var infinitive = trees.Child(token, Deprel.Xcomp);
        if (infinitive < 0 && !trees.HasChild(token, Deprel.Ccomp) && !trees.HasChild(token, Deprel.Csubj)) return;
        if (lexicon.TryGet("raising", lemma, out var raising)) stance.Apply(raising.Affirmed, token);
        if (isPassive && lexicon.TryGet("raising passive", lemma, out var passive)) stance.Apply(passive.Affirmed, token);
        if (_analysis.Upos[token] == Upos.Adj && lexicon.TryGet("raising adjective", lemma, out var adjective)) stance.Govern(adjective, token);
        if (lemma == "have" && infinitive >= 0 && trees.Child(infinitive, Deprel.Mark, "to") is var to and > 0 && trees.IsForm(to - 1, "yet")) stance.Deny(to - 1);
    }

    /// <summary>Whether the clause of a predicate states a condition ("if", "unless", "were … to", "should it …").</summary>
    public bool IsCondition(int predicate)
    {
        foreach (var child in trees.Children(predicate))
            if (IsConditionMarker(child) && _analysis.Deprels[child] is Deprel.Mark or Deprel.Advmod) return true;
        return Inversion(predicate) >= 0;
    }

    public bool IsConditionMarker(int token) => lexicon.Has("condition", Lower(token));

    private int Marker(int condition)
    {
        foreach (var child in trees.Children(condition))
            if (IsConditionMarker(child)) return child;
        return Inversion(condition);
    }

    /// <summary>"Had it rained", "Should the talks fail": the auxiliary that opens a condition instead of "if"; −1 where there is none.</summary>
    private int Inversion(int predicate)
    {
        if (_analysis.Deprels[predicate] is not (Deprel.Advcl or Deprel.Parataxis or Deprel.Dep)) return -1;
        foreach (var child in trees.Children(predicate))
        {
            if (_analysis.Upos[child] == Upos.Punct) continue;
            if (_analysis.Deprels[child] is not (Deprel.Aux or Deprel.Cop) || !(trees.IsForm(child, "had") || trees.IsForm(child, "were") || trees.IsForm(child, "should"))) return -1;
            var subject = trees.Child(predicate, Deprel.Nsubj);
            return subject > child && trees.Extent(subject).Start == child + 1 ? child : -1;
        }
        return -1;
    }

    /// <summary>"as if", "even if": what stands beside it does not hang on it.</summary>
    private bool IsMereComparison(int condition)
    {
        var marker = Marker(condition);
        return marker > 0 && (trees.IsForm(marker - 1, "as") || trees.IsForm(marker - 1, "even"));
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

    private void AddModals(ref Stance stance, int token, bool denied)
    {
        var certainty = Certainty.Certain;
        bool have = false, be = false;
        int modal = -1;
        foreach (var child in trees.Children(token))
        {
            if (_analysis.Deprels[child] is not (Deprel.Aux or Deprel.Cop)) continue;
            have |= trees.IsForm(child, "have") || trees.IsForm(child, "'ve");
            be |= trees.IsLemma(child, "be");
            if (_analysis.Deprels[child] == Deprel.Aux && _analysis.Xpos(child) is "MD" && lexicon.TryGet("modal", Lower(child), out var effect))
                (certainty, modal) = (effect.Affirmed.Certainty, child);
        }
        if (modal >= 0)
        {
            var form = Lower(modal);
            if (have && form is "would" or "'d" or "should" or "ought") certainty = Certainty.Counterfactual;
            else if (have && form == "must") certainty = Certainty.Probable;
            else if (denied && form is "can" or "could" or "ca") certainty = Certainty.Certain;
            stance.Weaken(certainty, modal);
        }
        // "Talks are to resume": arranged, with a subject of its own.
        else if (be && trees.Child(token, Deprel.Mark, "to") is var to and >= 0 && trees.HasChild(token, Deprel.Nsubj)) AddArranged(ref stance, token, to);
    }

    /// <summary>"The plan is to leave" has the certainty of a plan; "talks are to resume" is probable.</summary>
    private void AddArranged(ref Stance stance, int token, int to)
    {
        var subject = trees.Child(token, Deprel.Nsubj);
        if (lexicon.TryGet("noun", _analysis.Lemma(subject), out var noun)) stance.Apply(noun.Affirmed, subject);
        else stance.Weaken(Certainty.Probable, to);
    }

    private void AddNegation(ref Stance stance, int token, int child)
    {
        switch (_analysis.Deprels[child])
        {
            case Deprel.Advmod or Deprel.Cc or Deprel.Det or Deprel.Mark or Deprel.Case or Deprel.Cop or Deprel.Aux when Denies(child, out var effect):
                stance.Apply(effect, child);
                break;
            case Deprel.Advmod when DenierOfAdverb(child) is var denier and >= 0:
                stance.Deny(denier);
                break;
            case Deprel.Mark when trees.IsForm(child, "to") && child > 0 && trees.IsForm(child - 1, "yet"): // "has yet to reach"
                stance.Deny(child - 1);
                break;
            case Deprel.Nsubj or Deprel.Obj when Denies(child, out var pronoun) || DeniesByDeterminer(child, out pronoun):
                stance.Apply(pronoun, child);
                break;
            case Deprel.Obl when IsEmptyPhrase(child) && DeniesByDeterminer(child, out var phrase):
                stance.Apply(phrase, child);
                break;
        }
    }

    /// <summary>"no longer", "never again", "not yet": the denial may hang on the adverb; −1 where there is none.</summary>
    private int DenierOfAdverb(int adverb)
    {
        if (adverb == 0 || Lower(adverb) is not ("longer" or "more" or "again" or "before" or "yet" or "anymore" or "ever")) return -1;
        foreach (var child in trees.Children(adverb))
            if (Lower(child) is "no" or "never" or "not" or "n't") return child;
        return trees.IsForm(adverb, "longer") && trees.IsForm(adverb - 1, "no") && _analysis.Heads[adverb - 1] != _analysis.Heads[adverb] ? adverb - 1 : -1;
    }

    private bool Denies(int token, out CertaintyLexicon.Effect effect)
    {
        effect = new(Certainty.Certain, true);
        var form = Lower(token);
        if (_analysis.Deprels[token] is Deprel.Aux or Deprel.Cop) return form.Length > 3 && form.EndsWith("n't", StringComparison.Ordinal) || form == "cannot";
        if (!lexicon.TryGet("negation", form, out var negation)) // "rather than land", "instead of landing"
            return form is "rather" or "instead" && _analysis.Deprels[token] is Deprel.Mark or Deprel.Case or Deprel.Cc;
        if (form is "few" or "little" && (_analysis.Deprels[token] == Deprel.Advmod || token > 0 && trees.IsForm(token - 1, "a"))) return false;
        if (form is "not" or "n't" && token + 1 < _analysis.TokenCount
            && (Lower(token + 1) is "only" or "just" or "merely" or "simply" or "least" or "until" || form == "not" && _analysis.Heads[token + 1] == token)) return false;
        effect = negation.Affirmed;
        return true;
    }

    private bool DeniesByDeterminer(int noun, out CertaintyLexicon.Effect effect)
    {
        effect = default;
        foreach (var child in trees.Children(noun))
        {
            if (child > noun || _analysis.Deprels[child] is not (Deprel.Det or Deprel.Advmod or Deprel.Amod or Deprel.Cc)) continue;
            if (Lower(child) is "no" or "neither" or "nor" or "few" or "hardly" or "scarcely" && Denies(child, out effect)) return true;
        }
        return false;
    }

    /// <summary>"in no way", "at no point".</summary>
    private bool IsEmptyPhrase(int noun) =>
        Lower(noun) is "way" or "circumstances" or "case" or "point" or "time" or "means" or "account" or "condition" or "moment" or "stage";

    /// <summary>"almost 40": the adverb measures.</summary>
    private bool IsQuantity(int adverb) =>
        adverb + 1 < _analysis.TokenCount && Lower(adverb) is "almost" or "nearly" && _analysis.Upos[adverb + 1] is not (Upos.Verb or Upos.Part)
        || _analysis.Upos[_analysis.Heads[adverb] < 0 ? adverb : _analysis.Heads[adverb]] is not (Upos.Verb or Upos.Noun or Upos.Adj or Upos.Propn or Upos.Pron or Upos.Aux);

    private bool IsParenthesis(int predicate) =>
        trees.Extent(predicate).Count <= LongestParenthesis && !trees.HasChild(predicate, Deprel.Ccomp) && trees.HasChild(predicate, Deprel.Nsubj);

    /// <summary>"Leave the town." is asked for, not told.</summary>
    private bool IsRequest(int token)
    {
        if (_analysis.Xpos(token) != "VB" || _analysis.Heads[token] >= 0 && _analysis.Deprels[token] is not (Deprel.Parataxis or Deprel.Ccomp)) return false;
        foreach (var child in trees.Children(token))
        {
            if (_analysis.Deprels[child] is Deprel.Nsubj or Deprel.Mark or Deprel.Expl) return false;
            if (_analysis.Deprels[child] == Deprel.Aux && !trees.IsLemma(child, "do")) return false;
        }
        return true;
    }

    /// <summary>"Did they leave?" A question for who or why takes for granted that they did.</summary>
    private bool IsPolarQuestion(int token)
    {
        if (_analysis.Heads[token] >= 0) return false;
        var sentence = _analysis.Sentences[_analysis.SentenceOf[token]];
        var last = sentence.End - 1;
        while (last > Math.Max(token, sentence.End - QuestionWindow) && _analysis.Form(last) is "\"" or "”" or "’" or "''" or ")") last--;
        if (_analysis.Form(last) is not "?") return false;
        for (var i = sentence.Start; i < Math.Min(sentence.Start + QuestionWindow, token + 1); i++)
            if (_analysis.Xpos(i) is "WP" or "WRB" or "WDT" or "WP$") return false;
        return true;
    }

    /// <summary>"talks on restoring", "surrendering the town would…": a deed that is named, not told. "After losing" tells one.</summary>
    private bool IsBareGerund(int token)
    {
        if (_analysis.Xpos(token) != "VBG" || trees.HasChild(token, Deprel.Aux)) return false;
        var relation = _analysis.Deprels[token];
        if (relation == Deprel.Csubj || relation is Deprel.Nsubj or Deprel.Obj or Deprel.Nmod && trees.HasChild(token, Deprel.Obj)) return true;
        if (relation is not (Deprel.Advcl or Deprel.Acl or Deprel.Obl)) return false;
        var preposition = trees.Preposition(token);
        if (IsDone(token, preposition)) return false;
        return preposition.Length > 0 && preposition is not ("after" or "by" or "while" or "since" or "when" or "with" or "despite" or "without" or "as" or "for" or "in");
    }

    /// <summary>"accused the army of shelling it": the words say that it was done.</summary>
    private bool IsDone(int gerund, string preposition)
    {
        var head = _analysis.Heads[gerund];
        if (head >= 0 && _analysis.Upos[head] != Upos.Verb) head = _analysis.Heads[head];
        return head >= 0 && lexicon.Has("doing", _analysis.Lemma(head) + " " + preposition);
    }

    private string Lower(int token) => _analysis.Form(token).ToString().ToLowerInvariant();
}
