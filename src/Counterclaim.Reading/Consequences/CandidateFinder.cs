using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Consequences;

/// <summary>Finds pairs of passages that a wording of markers.tsv puts as cause and effect.</summary>
/// <remarks>Linear in the number of tokens: every token is looked at once as the head of a marked part.</remarks>
internal sealed class CandidateFinder(DependencyIndex trees, ClauseSet clauses, CertaintyReader certainty, MarkerTable table)
{
    private const int ClimbLimit = 8;
    private static readonly TokenRange NoTokens = new(0, 0);
    private readonly Analysis _analysis = trees.Analysis;
    private readonly List<ConsequenceCandidate> _found = [];

    public IReadOnlyList<ConsequenceCandidate> Find()
    {
        for (var token = 0; token < _analysis.TokenCount; token++)
        {
            switch (_analysis.Deprels[token])
            {
                case Deprel.Advcl: Adverbial(token); break;
                case Deprel.Obl or Deprel.Nmod: Prepositional(token); break;
                case Deprel.Advmod: Adverb(token); break;
                case Deprel.Acl when trees.Child(token, Deprel.Mark, "to") >= 0: Purpose(token, trees.Extent(token)); break;
                case Deprel.Acl when !clauses.Of(token).Finite: Participle(token); break;
            }
            if (_analysis.Upos[token] == Upos.Verb) Causative(token);
            if (_analysis.Deprels[token] == Deprel.Parataxis) AfterLeadingCondition(token);
        }
        return _found;
    }

    private void Adverbial(int clause)
    {
        var extent = trees.Extent(clause);
        if (MarkedBy(clause, "mark", extent, out var marker, out var words))
        {
            var body = Trim(new TokenRange(Math.Max(extent.Start, words.End), extent.End), clause);
            if (!marker.Sure && !IsFinite(clause) && marker.Word is "as" or "since" or "when") return;
            // "As fighting has intensified, …": what has come about meanwhile stands beside the rest.
            if (marker.Word is "as" && trees.Child(clause, Deprel.Aux, "have") >= 0) return;
            // "Shelling goes on as envoys meet": in a headline it says no more than that both are so.
            if (marker.Word is "as" && !EndsWithMark(clause)) return;
            var governor = Governor(clause, extent);
            if (SubjectTakenFor(clause, body, governor.Head) is >= 0 and var subject)
                (body, governor.Range) = (Trim(new TokenRange(body.Start, subject), clause), new TokenRange(subject, Math.Max(governor.Range.End, body.End)));
            AddPair("mark/" + marker.Word, marker, clause, body, governor, words);
            return;
        }
        if (trees.Child(clause, Deprel.Mark, "to") >= 0 && _analysis.Xpos(clause) == "VB") Purpose(clause, extent);
        else Participle(clause);
    }

    /// <summary>Whether the sentence ends with a mark, as those of headlines do not.</summary>
    private bool EndsWithMark(int token) => _analysis.Upos[_analysis.Sentences[_analysis.SentenceOf[token]].End - 1] == Upos.Punct;

    /// <summary>
    /// "If the town falls the troops will retreat": where the subject of the main clause begins that parsers, without a comma, take for the object of the
    /// condition; −1 where nothing is taken.
    /// </summary>
    private int SubjectTakenFor(int clause, TokenRange body, int main)
    {
        if (main < body.End || trees.HasChild(main, Deprel.Nsubj) || trees.HasChild(main, Deprel.Expl)) return -1;
        if (_analysis.Upos[body.End] != Upos.Aux || trees.Child(clause, Deprel.Nsubj) is not (>= 0 and var own) || own > clause) return -1;
        foreach (var child in trees.Children(clause))
            if (child > clause && _analysis.Deprels[child] is Deprel.Obj or Deprel.Nsubj && trees.Extent(child) is var phrase && phrase.End == body.End) return phrase.Start;
        return -1;
    }

    /// <summary>"withdrew to save lives"; under a noun ("proposed a pause to allow repairs") only the verbs that markers.tsv names.</summary>
    private void Purpose(int clause, TokenRange extent)
    {
        var to = trees.Child(clause, Deprel.Mark, "to");
        // "forced him to accept", "attempts to advance": the infinitive is what the word before it brings about or is about, not its purpose.
        if (table.TryGet("verb", _analysis.Lemma(_analysis.Heads[clause]), out var causative) && causative.Place == "complement" || to > 0 && certainty.TakesInfinitive(to - 1)) return;
        if (!table.TryGet("purpose", _analysis.Lemma(clause), out var purpose)
            && (_analysis.Deprels[clause] == Deprel.Acl || !table.TryGet("purpose", "*", out purpose))) return;
        var start = Math.Min(extent.Start, to);
        AddPair("purpose/" + purpose.Word, purpose, clause, Trim(new TokenRange(Math.Max(start, Math.Min(to + 1, clause)), extent.End), clause), Governor(clause, extent),
            new TokenRange(to, to + 1));
    }

    /// <summary>"If the town falls the troops will retreat": without a comma parsers take the condition for the main clause.</summary>
    private void AfterLeadingCondition(int main)
    {
        var condition = _analysis.Heads[main];
        if (condition < 0 || condition > main || clauses.Of(main).Head != main || clauses.Of(condition).Head != condition) return;
        if (!MarkedBy(condition, "mark", trees.Extent(condition), out var marker, out var words) || marker.Relation != ConsequenceRelation.Condition) return;
        var body = clauses.Of(condition).Tokens;
        Add("mark/" + marker.Word, marker, condition, Trim(new TokenRange(Math.Max(words.End, body.Start), body.End), condition), main, clauses.Of(main).Tokens, words);
    }

    private void Participle(int clause)
    {
        if (_analysis.Xpos(clause) != "VBG" || EndsCompound(clause) || trees.HasChild(clause, Deprel.Mark) || trees.HasChild(clause, Deprel.Nsubj)) return;
        if (!table.TryGet("participle", _analysis.Lemma(clause), out var marker)) return;
        var extent = trees.Extent(clause);
        var governor = Governor(clause, extent);
        if (marker.Place == "dependent")
        {
            AddPair("participle/" + marker.Word, marker, clause, Trim(extent, clause), governor, new TokenRange(clause, clause + 1));
            return;
        }
        if (EffectOf(clause, marker, extent) is not { } effect || governor.Range.IsEmpty) return;
        Add("participle/" + marker.Word, marker, governor.Head, governor.Range, effect.Head, effect.Range, new TokenRange(clause, clause + 1), clause);
    }

    private void Prepositional(int phrase)
    {
        var head = _analysis.Heads[phrase];
        if (head < 0) return;
        var extent = trees.Extent(phrase);
        if (MarkedBy(phrase, "preposition", extent, out var marker, out var words))
        {
            if (!marker.Sure && !NamesHappening(phrase)) return;
            if (_analysis.Deprels[phrase] == Deprel.Nmod && !IsEvent(head) || marker.Place == "event" && !IsEvent(phrase)) return;
            AddPair("preposition/" + marker.Word, marker, phrase, Trim(new TokenRange(words.End, extent.End), phrase), Governor(phrase, extent), words);
            return;
        }
        var outer = trees.Child(head, Deprel.Case);
        var inner = trees.Child(phrase, Deprel.Case);
        if (outer < 0 || inner < 0) return;
        var key = $"noun:{Lower(outer)} {_analysis.Lemma(head)} {Lower(inner)}";
        if (!table.TryGet("preposition", key, out marker)) return;
        AddPair("preposition/" + key, marker, phrase, Trim(new TokenRange(inner + 1, extent.End), phrase), Governor(head, trees.Extent(head)), new TokenRange(outer, inner + 1));
    }

    /// <summary>"market-leading": the last part of a word with hyphens is no verb of its own.</summary>
    private bool EndsCompound(int token) => token > 0 && _analysis.Form(token - 1) is "-" && _analysis.Tokens[token - 1].End == _analysis.Tokens[token].Start;

    /// <summary>"The loss of the road would cut the supply": subject, causative verb, effect.</summary>
    private void Causative(int verb)
    {
        if (EndsCompound(verb) || !table.TryGet("verb", _analysis.Lemma(verb), out var marker) || _analysis.Deprels[verb] is Deprel.Acl or Deprel.Amod && clauses.Of(verb).Head != verb) return;
        if (_analysis.Deprels[verb] is Deprel.Acl or Deprel.Advcl && trees.Child(verb, Deprel.Mark, "to") >= 0) return;
        var passive = trees.IsPassive(verb);
        var subject = passive ? Agent(verb) : SubjectOf(verb);
        if (subject < 0 || _analysis.Xpos(verb) == "VBG" && _analysis.Deprels[verb] == Deprel.Advcl) return;
        if (!passive && !IsEvent(subject) && ClosingWhich(verb) is >= 0 and var which) subject = which;
        var pointsBack = _analysis.Upos[subject] is Upos.Pron or Upos.Det && Lower(subject) is "this" or "that" or "which";
        if (!pointsBack && !IsEvent(subject)) return;
        var extent = trees.Extent(verb);
        var effect = passive ? PassiveEffect(verb) : EffectOf(verb, marker, extent);
        if (effect is not { } found) return;
        var marked = marker.Place == "phrase" || found.Range.Contains(verb) ? NoTokens : new TokenRange(verb, verb + 1);
        var (causeHead, cause) = pointsBack ? Antecedent(verb, subject) : (subject, PhraseWithout(subject, verb, found.Range));
        if (cause.IsEmpty || causeHead < 0) return;
        Add("verb/" + marker.Word, marker, causeHead, cause, found.Head, found.Range, marked, verb);
    }

    /// <summary>The "which" of a clause that a comma sets off at the end of another: it takes up what that says as much as its last noun.</summary>
    private int ClosingWhich(int verb)
    {
        var which = trees.Child(verb, Deprel.Nsubj);
        if (which <= 0 || Lower(which) != "which" || _analysis.Upos[which - 1] != Upos.Punct || clauses.Of(verb) is not { Parent: >= 0 } clause) return -1;
        return clauses.Clauses[clause.Parent].Tokens.End <= which ? which : -1;
    }

    /// <summary>The subject of a verb; also a clause ("Losing the port would mean…", "To retake it would cost…").</summary>
    private int SubjectOf(int verb)
    {
        if (trees.HasChild(verb, Deprel.Nsubj)) return trees.Subject(verb);
        var clause = trees.Child(verb, Deprel.Csubj);
        if (clause >= 0) return clause;
        var infinitive = trees.Child(verb, Deprel.Advcl);
        return infinitive >= 0 && infinitive < verb && trees.Child(infinitive, Deprel.Mark, "to") >= 0 ? infinitive : trees.Subject(verb);
    }

    private int Agent(int verb)
    {
        foreach (var child in trees.Children(verb))
            if (_analysis.Deprels[child] == Deprel.Obl && trees.Preposition(child) == "by") return child;
        return -1;
    }

    private (int Head, TokenRange Range)? PassiveEffect(int verb)
    {
        var subject = trees.Subject(verb);
        return subject < 0 ? null : (subject, Trim(trees.Extent(subject), subject));
    }

    /// <summary>The part of a causative verb's clause that tells the effect.</summary>
    private (int Head, TokenRange Range)? EffectOf(int verb, MarkerTable.Marker marker, TokenRange extent)
    {
        var end = Math.Min(extent.End, ClauseEnd(verb));
        foreach (var child in trees.Children(verb))
            if (_analysis.Deprels[child] == Deprel.Conj && _analysis.Upos[child] == Upos.Verb && child > verb) end = Math.Min(end, trees.Extent(child).Start);
        switch (marker.Place)
        {
            case "object":
                var obj = trees.Child(verb, Deprel.Obj);
                if (obj < 0) obj = trees.Child(verb, Deprel.Ccomp);
                if (obj < 0) obj = trees.Child(verb, Deprel.Xcomp);
                return obj < 0 ? null : (obj, Trim(new TokenRange(trees.Extent(obj).Start, end), obj));
            case "to" or "in":
                foreach (var child in trees.Children(verb))
                    if (_analysis.Deprels[child] is Deprel.Obl or Deprel.Advcl && Introduces(child, marker.Place) && child > verb)
                        return (child, Trim(new TokenRange(Math.Max(trees.Extent(child).Start + 1, verb + 1), end), child));
                return null;
            case "complement":
                var complement = trees.Child(verb, Deprel.Obj);
                if (complement < 0) complement = trees.Child(verb, Deprel.Xcomp);
                if (complement < 0) complement = trees.Child(verb, Deprel.Ccomp);
                if (complement < 0) return null;
                return (complement, Trim(new TokenRange(Math.Min(trees.Extent(complement).Start, verb + 1), end), complement));
            default:
                var start = verb;
                while (start - 1 >= extent.Start && _analysis.Heads[start - 1] == verb && _analysis.Deprels[start - 1] == Deprel.Advmod) start--;
                return trees.HasChild(verb, Deprel.Obj) ? (verb, Trim(new TokenRange(start, end), verb)) : null;
        }
    }

    /// <summary>A noun phrase without its preposition and without the clause under it that holds the verb ("the raid that killed…").</summary>
    private TokenRange PhraseWithout(int noun, int verb, TokenRange effect)
    {
        var extent = Without(trees.Extent(noun), effect, noun);
        int start = extent.Start, end = extent.End;
        foreach (var child in trees.Children(noun))
        {
            if (_analysis.Deprels[child] is Deprel.Case or Deprel.Mark or Deprel.Cop or Deprel.Aux or Deprel.Nsubj or Deprel.Expl && child < noun) start = Math.Max(start, child + 1);
            if (trees.Extent(child).Contains(verb) && child > noun) end = Math.Min(end, trees.Extent(child).Start);
        }
        return start <= noun && end > noun ? Trim(new TokenRange(start, end), noun) : NoTokens;
    }

    private bool IsFinite(int clause) => clauses.Of(clause) is { Finite: true } own && own.Head == clause;

    private bool Introduces(int phrase, string preposition)
    {
        foreach (var child in trees.Children(phrase))
            if (_analysis.Deprels[child] is Deprel.Case or Deprel.Mark && trees.IsForm(child, preposition)) return true;
        return false;
    }

    /// <summary>An adverb such as "therefore", whose cause is the clause or sentence before.</summary>
    private void Adverb(int adverb)
    {
        if (!table.TryGet("adverb", Lower(adverb), out var marker) || _analysis.Heads[adverb] < 0) return;
        var effect = clauses.Of(_analysis.Heads[adverb]);
        if (effect.Head != _analysis.Heads[adverb] || Lower(adverb) == "so" && !OpensClause(adverb)) return;
        var (head, cause) = Before(effect);
        if (head < 0) return;
        var range = effect.Tokens.Start == adverb ? Trim(new TokenRange(adverb + 1, effect.Tokens.End), effect.Head) : effect.Tokens;
        Add("adverb/" + marker.Word, marker, head, cause, effect.Head, range, new TokenRange(adverb, adverb + 1));
    }

    /// <summary>"…, so he left": not "so far", "did so".</summary>
    private bool OpensClause(int adverb)
    {
        var predicate = _analysis.Heads[adverb];
        if (!trees.HasChild(predicate, Deprel.Nsubj) || trees.Child(predicate, Deprel.Nsubj) < adverb) return false;
        return adverb == _analysis.Sentences[_analysis.SentenceOf[adverb]].Start || _analysis.Upos[adverb - 1] is Upos.Punct or Upos.Cconj;
    }

    /// <summary>What "this" or "which" points back to.</summary>
    private (int Head, TokenRange Range) Antecedent(int verb, int pronoun)
    {
        var clause = clauses.Of(verb);
        if (Lower(pronoun) != "which") return Before(clause);
        var outer = clause.Parent;
        return outer < 0 ? (-1, NoTokens) : (clauses.Clauses[outer].Head, clauses.Clauses[outer].Tokens);
    }

    /// <summary>The main clause before a clause: in its sentence if it is conjoined, else of the sentence before.</summary>
    private (int Head, TokenRange Range) Before(Clause clause)
    {
        if (clause.Parent >= 0 && clause.Kind is ClauseKind.Conjoined or ClauseKind.Parataxis)
        {
            var first = clauses.Clauses[clause.Parent];
            return (first.Head, first.Tokens);
        }
        var sentence = _analysis.SentenceOf[clause.Head] - 1;
        if (sentence < 0) return (-1, NoTokens);
        var range = _analysis.Sentences[sentence];
        for (var token = range.Start; token < range.End; token++)
            if (_analysis.Heads[token] < 0) return (token, Trim(range, token));
        return (-1, NoTokens);
    }

    /// <summary>Names and measures ("with the ministry", "over 400 kilometres") cause nothing.</summary>
    private bool NamesHappening(int noun) =>
        _analysis.Upos[noun] is Upos.Noun or Upos.Verb && !trees.HasChild(noun, Deprel.Nummod) && !TimeNouns.Has(_analysis.Lemma(noun));

    private bool IsEvent(int noun)
    {
        if (_analysis.Upos[noun] is not (Upos.Noun or Upos.Verb)) return false;
        if (table.IsEventNoun(_analysis.Lemma(noun)) || _analysis.Deprels[noun] is Deprel.Csubj or Deprel.Advcl) return true;
        foreach (var child in trees.Children(noun))
            if (_analysis.Deprels[child] == Deprel.Conj && table.IsEventNoun(_analysis.Lemma(child))) return true;
        return false;
    }

    /// <summary>The clause or event that a marked part hangs on, without the part.</summary>
    private (int Head, TokenRange Range) Governor(int part, TokenRange extent)
    {
        var head = _analysis.Heads[part];
        for (var climb = 0; climb < ClimbLimit && head >= 0; climb++)
        {
            if (_analysis.Upos[head] is Upos.Noun or Upos.Propn && clauses.Of(head).Head != head && _analysis.Deprels[part] == Deprel.Nmod)
            {
                var phrase = Without(trees.Extent(head), extent, head);
                return (head, Trim(new TokenRange(AfterCase(head, phrase.Start), phrase.End), head));
            }
            var clause = clauses.Of(head);
            if (clause.Head == head || _analysis.Deprels[head] is Deprel.Xcomp or Deprel.Advcl or Deprel.Obl or Deprel.Obj)
                return (clause.Head, Trim(Without(clause.Tokens, extent, clause.Head), clause.Head));
            head = _analysis.Heads[head];
        }
        return (-1, NoTokens);
    }

    /// <summary>A noun phrase begins after its preposition.</summary>
    private int AfterCase(int noun, int start)
    {
        foreach (var child in trees.Children(noun))
            if (_analysis.Deprels[child] == Deprel.Case && child < noun) start = Math.Max(start, child + 1);
        return start;
    }

    private bool MarkedBy(int part, string construction, TokenRange extent, out MarkerTable.Marker marker, out TokenRange words)
    {
        marker = default;
        words = NoTokens;
        foreach (var child in trees.Children(part))
        {
            if (_analysis.Deprels[child] is not (Deprel.Mark or Deprel.Case or Deprel.Advmod) || child > part) continue;
            for (var length = Math.Min(4, extent.End - child); length >= 1; length--)
            {
                if (!table.TryGet(construction, Words(child, child + length), out marker) || PartOfComparison(child) || IsDenied(child)) continue;
                words = new TokenRange(child, child + length);
                return true;
            }
        }
        return false;
    }

    /// <summary>"not because of us" denies the cause.</summary>
    private bool IsDenied(int marker) => marker > 0 && trees.IsForm(marker - 1, "not");

    /// <summary>The second "as" of "as long as", "as well as".</summary>
    private bool PartOfComparison(int token) =>
        token >= 2 && trees.IsForm(token, "as") && trees.IsForm(token - 2, "as") && trees.Analysis.SentenceOf[token] == trees.Analysis.SentenceOf[token - 2];

    private string Words(int start, int end)
    {
        if (end - start == 1) return Lower(start);
        var words = new string[end - start];
        for (var i = 0; i < words.Length; i++) words[i] = Lower(start + i);
        return string.Join(' ', words);
    }

    private void AddPair(string rule, MarkerTable.Marker marker, int partHead, TokenRange part, (int Head, TokenRange Range) governor, TokenRange words)
    {
        if (governor.Head < 0) return;
        if (marker.Place is "dependent" or "event") Add(rule, marker, partHead, part, governor.Head, governor.Range, words);
        else Add(rule, marker, governor.Head, governor.Range, partHead, part, words);
    }

    private void Add(string rule, MarkerTable.Marker wording, int causeHead, TokenRange cause, int effectHead, TokenRange effect, TokenRange marker, int predicate = -1)
    {
        if (cause.IsEmpty || effect.IsEmpty || cause.Start < effect.End && effect.Start < cause.End) return;
        _found.Add(new ConsequenceCandidate(rule, wording.Relation, causeHead, cause, effectHead, effect, marker, predicate >= 0 ? predicate : effectHead, wording.Sure));
    }

    /// <summary>End of the shown clause a verb belongs to, so that an effect does not swallow the clauses after it.</summary>
    private int ClauseEnd(int verb)
    {
        var clause = clauses.Of(verb);
        while (!clause.Propositional && clause.Parent >= 0 && clause.Tokens.End <= verb) clause = clauses.Clauses[clause.Parent];
        return Math.Max(clause.Tokens.End, verb + 1);
    }

    /// <summary>What is left of a range when another is taken away: the side that holds its head.</summary>
    private static TokenRange Without(TokenRange range, TokenRange taken, int head)
    {
        if (taken.IsEmpty || taken.End <= range.Start || taken.Start >= range.End) return range;
        var before = new TokenRange(range.Start, Math.Max(range.Start, taken.Start));
        var after = new TokenRange(Math.Min(range.End, taken.End), range.End);
        return before.Contains(head) || !after.Contains(head) && before.Count >= after.Count ? before : after;
    }

    private TokenRange Trim(TokenRange range, int head)
    {
        int start = range.Start, end = range.End;
        while (start < end && start != head && _analysis.Upos[start] is Upos.Punct or Upos.Cconj) start++;
        while (end > start && end - 1 != head && _analysis.Upos[end - 1] is Upos.Punct or Upos.Cconj) end--;
        return new TokenRange(start, end);
    }

    private string Lower(int token) => _analysis.Form(token).ToString().ToLowerInvariant();
}
