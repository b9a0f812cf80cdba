using Counterclaim.Language;

namespace Counterclaim.Reading.Clauses;

/// <summary>Cuts sentences into clauses along their dependency trees.</summary>
/// <remarks>Pure and thread-safe; linear in the number of tokens.</remarks>
public sealed class ClauseReader
{
    private readonly CertaintyLexicon _lexicon;

    private ClauseReader(CertaintyLexicon lexicon) => _lexicon = lexicon;

    public static ClauseReader Load() => new(CertaintyLexicon.Load());

    public ClauseSet Read(DependencyIndex trees) => new Run(trees, new CertaintyReader(trees, _lexicon)).Read();

    /// <summary>The reader of polarity and certainty that goes with the clauses.</summary>
    public CertaintyReader CertaintyOf(DependencyIndex trees) => new(trees, _lexicon);

    private sealed class Run(DependencyIndex trees, CertaintyReader certainty)
    {
        private readonly Analysis _analysis = trees.Analysis;
        private readonly List<Draft> _drafts = [];
        private readonly int[] _clauseOf = new int[trees.Analysis.TokenCount];

        private readonly record struct Draft(int Head, ClauseKind Kind, int Parent, bool Finite, bool Propositional);

        public ClauseSet Read()
        {
            foreach (var token in trees.TopDown)
            {
                var head = _analysis.Heads[token];
                var parent = head < 0 ? -1 : _clauseOf[head];
                _clauseOf[token] = Kind(token, parent) is { } kind ? Add(token, kind, parent) : parent;
            }
            var ranges = Ranges();
            var clauses = new Clause[_drafts.Count];
            for (var i = 0; i < clauses.Length; i++)
            {
                var draft = _drafts[i];
                var (polarity, sureness) = certainty.At(draft.Kind == ClauseKind.Main && HidesPredicate(draft.Head) ? trees.Child(draft.Head, Deprel.Acl) : draft.Head);
                clauses[i] = new Clause(i, draft.Head, draft.Kind, draft.Parent, ranges[i], trees.Subject(draft.Head), draft.Finite,
                    TenseOf(draft.Head), polarity, sureness)
                { Propositional = draft.Propositional };
            }
            return new ClauseSet(clauses, _clauseOf);
        }

        private int Add(int token, ClauseKind kind, int parent)
        {
            var finite = trees.IsFinite(token);
            _drafts.Add(new Draft(token, kind, parent, finite, IsPropositional(token, kind, parent, finite)));
            return _drafts.Count - 1;
        }

        private ClauseKind? Kind(int token, int parent)
        {
            var relation = _analysis.Deprels[token];
            if (parent < 0) return IsPredicate(token) || HidesPredicate(token) ? ClauseKind.Main : ClauseKind.Fragment;
            switch (relation)
            {
                case Deprel.Conj:
                    return _drafts[parent].Head == _analysis.Heads[token] && IsPredicate(token) ? ClauseKind.Conjoined
                        : IsClauseAnyway(token) ? ClauseKind.Relative : null;
                case Deprel.Advcl:
                    return IsPurpose(token) ? null : trees.IsFinite(token) || IsPredicate(token) ? ClauseKind.Adverbial : null;
                case Deprel.Ccomp:
                    return trees.IsFinite(token) || trees.HasChild(token, Deprel.Nsubj) ? ClauseKind.Complement : null;
                case Deprel.Acl:
                    return trees.IsConjunctTakenForModifier(token) ? ClauseKind.Conjoined : trees.IsFinite(token) ? ClauseKind.Relative : IsPurpose(token) ? null : ClauseKind.Participial;
                case Deprel.Parataxis:
                    return trees.IsFinite(token) && IsPredicate(token) ? ClauseKind.Parataxis : null;
                default:
                    return IsClauseAnyway(token) ? ClauseKind.Relative : null;
            }
        }

        /// <summary>A finite verb with a subject of its own is a clause, whatever relation a parser gave it.</summary>
        private bool IsClauseAnyway(int token) =>
            _analysis.Deprels[token] is Deprel.Appos or Deprel.Nmod or Deprel.Obl or Deprel.Dep or Deprel.List or Deprel.Obj or Deprel.Conj
            && trees.HasChild(token, Deprel.Nsubj) && trees.IsFinite(token);

        private bool IsPropositional(int token, ClauseKind kind, int parent, bool finite) => kind switch
        {
            ClauseKind.Main => (finite || HidesPredicate(token) || trees.HasChild(token, Deprel.Nsubj) || _analysis.Xpos(token) is "VBN" or "VBG") && !IsQuestion(token)
                && !(certainty.IsCondition(token) && trees.HasChild(token, Deprel.Parataxis)) && !IsPresentation(token),
            ClauseKind.Conjoined => (_drafts[parent].Propositional || _drafts[parent].Kind == ClauseKind.Fragment && finite)
                && (finite || _analysis.Xpos(token) is "VBN" or "VBG" or "VB" or "VBD"),
            ClauseKind.Adverbial => finite ? !certainty.IsCondition(token)
                : AfterComma(token) && (!trees.HasChild(token, Deprel.Mark) || trees.HasChild(token, Deprel.Nsubj)),
            ClauseKind.Complement => finite && AfterColon(token),
            ClauseKind.Relative => AfterComma(token) && finite,
            ClauseKind.Parataxis => finite && !IsQuestion(token),
            _ => false,
        };

        /// <summary>"Here is a look at the war": it points at what follows and tells nothing.</summary>
        private bool IsPresentation(int token)
        {
            var first = _analysis.Sentences[_analysis.SentenceOf[token]].Start;
            return trees.IsForm(first, "here") && (first == token || _analysis.Heads[first] == token) && (trees.IsLemma(token, "be") || trees.HasChild(token, Deprel.Cop));
        }

        private bool IsPredicate(int token) =>
            _analysis.Upos[token] is Upos.Verb or Upos.Aux || trees.HasChild(token, Deprel.Nsubj) || trees.HasChild(token, Deprel.Cop);

        /// <summary>
        /// A noun that heads a sentence whose verb is its modifier, or that is itself the verb: "Norland plans to land."
        /// </summary>
        private bool HidesPredicate(int token)
        {
            if (trees.HidesPredicate(token)) return true;
            if (_analysis.Heads[token] >= 0 || _analysis.Xpos(token) != "NNS" || !trees.HasChild(token, Deprel.Compound) || !certainty.TakesInfinitive(token)) return false;
            var infinitive = trees.Child(token, Deprel.Acl);
            return infinitive > token && trees.Child(infinitive, Deprel.Mark, "to") >= 0 && _analysis.Form(_analysis.Sentences[_analysis.SentenceOf[token]].End - 1) is ".";
        }

        /// <summary>An infinitive with "to" that has no subject of its own.</summary>
        private bool IsPurpose(int token) =>
            !trees.IsFinite(token) && trees.Child(token, Deprel.Mark, "to") >= 0 && !trees.HasChild(token, Deprel.Nsubj);

        private bool IsQuestion(int token)
        {
            var extent = trees.Extent(token);
            for (var last = extent.End - 1; last >= extent.Start && _analysis.Upos[last] == Upos.Punct; last--)
                if (_analysis.Form(last).Contains('?')) return true;
            return false;
        }

        /// <summary>Whether a comma, dash or bracket stands right before the subtree, or closes it at the start of a sentence.</summary>
        private bool AfterComma(int token)
        {
            var extent = trees.Extent(token);
            var sentence = _analysis.Sentences[_analysis.SentenceOf[token]];
            if (extent.Start < sentence.End && _analysis.Upos[extent.Start] == Upos.Punct) return true;
            return extent.Start > sentence.Start
                ? _analysis.Upos[extent.Start - 1] == Upos.Punct
                : extent.End < sentence.End && _analysis.Upos[extent.End] == Upos.Punct;
        }

        private bool AfterColon(int token)
        {
            var start = trees.Extent(token).Start;
            return _analysis.Form(start) is ":" || start > 0 && _analysis.Form(start - 1) is ":";
        }

        private Tense TenseOf(int token)
        {
            foreach (var child in trees.Children(token))
            {
                if (_analysis.Deprels[child] is not (Deprel.Aux or Deprel.Cop)) continue;
                if (trees.IsLemma(child, "will") || trees.IsLemma(child, "shall")) return Tense.Future;
                if (_analysis.Xpos(child) == "VBD" || trees.IsLemma(child, "have")) return Tense.Past;
                if (_analysis.Xpos(child) is "VBZ" or "VBP" or "MD") return Tense.Present;
            }
            return _analysis.Xpos(token) switch
            {
                "VBD" => Tense.Past,
                "VBZ" or "VBP" => Tense.Present,
                _ => Tense.None,
            };
        }

        /// <summary>Hull of the tokens that fall to each clause once the propositional clauses under it are taken away.</summary>
        private TokenRange[] Ranges()
        {
            var ranges = new TokenRange[_drafts.Count];
            for (var token = 0; token < _clauseOf.Length; token++)
            {
                if (_analysis.Upos[token] == Upos.Punct && _drafts[_clauseOf[token]].Head != token) continue;
                for (int clause = _clauseOf[token], climb = 0; clause >= 0 && climb < 32; clause = _drafts[clause].Parent, climb++)
                {
                    ranges[clause] = ranges[clause].Count == 0
                        ? new TokenRange(token, token + 1)
                        : new TokenRange(Math.Min(ranges[clause].Start, token), Math.Max(ranges[clause].End, token + 1));
                    if (_drafts[clause].Propositional) break;
                }
            }
            for (var i = 0; i < ranges.Length; i++) ranges[i] = Trim(ranges[i], _drafts[i].Head);
            return ranges;
        }

        private TokenRange Trim(TokenRange range, int head)
        {
            int start = range.Start, end = range.End;
            while (start < head && IsEdge(start, head)) start++;
            while (end - 1 > head && _analysis.Upos[end - 1] is Upos.Punct or Upos.Cconj) end--;
            if (end < _analysis.TokenCount && ClosesInside(start, end)) end++;
            return new TokenRange(start, end);
        }

        private bool IsEdge(int token, int head) => _analysis.Upos[token] is Upos.Punct or Upos.Cconj
            || _analysis.Heads[token] == head && _analysis.Deprels[token] == Deprel.Mark && !certainty.IsConditionMarker(token)
            || _analysis.Heads[token] == head && trees.IsForm(token, "with") && _analysis.Upos[token] is Upos.Adp or Upos.Sconj;

        /// <summary>Whether a closing quotation mark or bracket has its opening one inside the range, so that it belongs there.</summary>
        private bool ClosesInside(int start, int mark)
        {
            var form = _analysis.Form(mark);
            if (form is not ("”" or "\"" or "''" or "’" or "'" or ")" or "»")) return false;
            var open = 0;
            for (var token = Math.Max(start, mark - 60); token < mark; token++)
            {
                var other = _analysis.Form(token);
                if (other is "“" or "``" or "‘" or "(" or "«" || other.SequenceEqual(form) && form is "\"" or "'") open ^= 1;
                else if (other.SequenceEqual(form)) open = 0;
            }
            return open == 1;
        }
    }
}
