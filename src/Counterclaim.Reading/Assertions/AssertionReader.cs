using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.OwnVoice;

namespace Counterclaim.Reading.Assertions;

/// <summary>
/// Turns clauses into assertions: every clause in the publisher's own voice, and of the attributed ones those that a
/// pattern of a known kind fits.
/// </summary>
/// <remarks>Pure and thread-safe; linear in the length of the text.</remarks>
public sealed class AssertionReader
{
    private readonly ClauseReader _clauses;
    private readonly OwnVoiceReader _ownVoice;
    private readonly PatternMatcher _patterns;

    /// <summary>Nouns of those who act.</summary>
    private readonly IReadOnlySet<string> _acting;

    private readonly IReadOnlySet<string> _sides;

    private AssertionReader(IReadOnlyList<AssertionKind> kinds)
    {
        _clauses = ClauseReader.Load();
        _ownVoice = OwnVoiceReader.Load();
        var classes = PatternFile.LoadClasses();
        _patterns = new PatternMatcher(kinds, classes);
        _sides = classes["side"];
        _acting = new HashSet<string>(classes["force"].Concat(classes["actor"]).Concat(classes["person"]).Except(classes["munition"]), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Loads the kinds, word lists and patterns shipped with the room.</summary>
    public static AssertionReader Load() => new(PatternFile.LoadKinds());

    /// <summary>The assertions of a report in text order, with ids "c1", "c2"….</summary>
    /// <param name="explanations">Receives, where given, the pattern that made each assertion and why a word counts as loaded.</param>
    public IReadOnlyList<Assertion> Read(
        Report report,
        Analysis analysis,
        IReadOnlyList<Statement> statements,
        IReadOnlyList<Actor> actors,
        IReadOnlyList<Place> places,
        IReadOnlyList<TimeExpression> times,
        ICollection<Explanation>? explanations = null)
    {
        var trees = new DependencyIndex(analysis);
        var clauses = _clauses.Read(trees);
        var run = new Run(this, trees, clauses, new VoiceMap(report, analysis, statements), new EntityMap(trees, actors, places, times, _sides));
        return run.Read(explanations);
    }

    private readonly record struct Draft(Assertion Assertion, PatternMatch? Match, IReadOnlyList<LoadedWord> Loaded, Belief Belief);

    private sealed class Run(AssertionReader owner, DependencyIndex trees, ClauseSet clauses, VoiceMap voices, EntityMap entities)
    {
        private readonly Analysis _analysis = trees.Analysis;
        private readonly RoleFinder _roles = new(trees, entities, owner._acting);
        private readonly CertaintyReader _certainty = owner._clauses.CertaintyOf(trees);
        private readonly List<Draft> _drafts = [];

        /// <summary>Steps up a tree within which a toll is that of a deed.</summary>
        private const int NearInTree = 3;

        public IReadOnlyList<Assertion> Read(ICollection<Explanation>? explanations)
        {
            var own = owner._ownVoice.Read(_analysis, clauses, voices);
            var ownByClause = own.ToDictionary(o => o.Clause.Index);
            var matched = AddMatches(ownByClause);
            foreach (var clause in own)
                if (!matched.Contains(clause.Clause.Index)) _drafts.Add(new Draft(Own(clause), null, clause.Loaded, _certainty.At(clause.Clause.Head)));
            return Finish(explanations);
        }

        /// <summary>Adds an assertion for every pattern that fits; returns the own-voice clauses that have one.</summary>
        private HashSet<int> AddMatches(Dictionary<int, OwnClause> own)
        {
            var matched = new HashSet<int>();
            var found = new List<PatternMatch>();
            var seen = new HashSet<(int Clause, string Kind, int Place, int Patient, string? Position)>();
            for (var token = 0; token < _analysis.TokenCount; token++)
            {
                if (_analysis.Upos[token] is not (Upos.Verb or Upos.Noun or Upos.Adj or Upos.Aux) && !trees.HasChild(token, Deprel.Cop) || EndsCompound(token)) continue;
                found.Clear();
                owner._patterns.Match(token, _roles, found);
                foreach (var match in found)
                {
                    var shown = Shown(clauses.Of(token));
                    var key = (shown.Index, match.Pattern.Kind, match.Place, match.Patient, match.Pattern.Position);
                    if (voices.StatementOf(token) is { } statement)
                    {
                        if (seen.Add(key)) Add(match, new Assertion("", AttributedSpan(token, shown, statement), Voice.Attributed) { Statement = statement.Id }, shown, null);
                    }
                    else if (own.TryGetValue(shown.Index, out var clause) && clause.Tokens.Contains(token) && !voices.IsCue(token)
                        && !InsideComplement(token, shown))
                    {
                        if (!seen.Add(key)) continue;
                        matched.Add(shown.Index);
                        Add(match, Own(clause), shown, clause.Loaded);
                    }
                    else if (match.Pattern.IsSpoken && voices.CuedBy(token) is { } telling && !InsideComplement(token, shown)
                        && Spoken(telling, shown, match.Pattern) is { } spoken && seen.Add(key))
                        Add(match, spoken, shown, null);
                }
            }
            return matched;
        }

        /// <summary>"army-<em>held</em> hills": part of a word that describes, no predicate of its own, whatever parsers make of it.</summary>
        private bool EndsCompound(int token) =>
            token > 1 && _analysis.Xpos(token) == "VBN" && _analysis.Form(token - 1) is "-" or "‑" && _analysis.SpanOf(new TokenRange(token - 2, token + 1)).Length == _analysis.Form(token - 2).Length + 1 + _analysis.Form(token).Length;

        /// <summary>
        /// "X accused Y of …": the accusation is X's own word. "X denied any part in …": that X did so is the word of whoever tells of it, as far as the words that attribute;
        /// what else is denied, and what nobody commits to, is told by the statement alone.
        /// </summary>
        private Assertion? Spoken(Statement telling, Clause clause, Pattern pattern)
        {
            if (telling.NegatedOrHypothetical || telling.Act == SpeechAct.Decline && pattern.Kind is not ("negotiation" or "ceasefire" or "appeal")) return null; // who turns an offer down takes a position
            if (telling.Act != SpeechAct.Deny) return new Assertion("", _analysis.SpanOf(clause.Tokens), Voice.Attributed) { Statement = telling.Id };
            if (pattern.Kind != "responsibility") return null;
            var cue = _analysis.TokensIn(telling.Cue[^1]);
            var span = _analysis.SpanOf(new TokenRange(Math.Min(clause.Tokens.Start, cue.Start), cue.End));
            return telling.Via is { } outer ? new Assertion("", span, Voice.Attributed) { Statement = outer } : new Assertion("", span, Voice.Own);
        }

        /// <summary>What somebody "boasted that" is not the publisher's word, even where no statement was found.</summary>
        private bool InsideComplement(int token, Clause shown)
        {
            for (var clause = clauses.Of(token); clause.Index != shown.Index && clause.Parent >= 0; clause = clauses.Clauses[clause.Parent])
                if (clause.Kind == ClauseKind.Complement) return true;
            return false;
        }

        private void Add(PatternMatch match, Assertion assertion, Clause clause, IReadOnlyList<LoadedWord>? loaded)
        {
            var pattern = match.Pattern;
            var belief = _certainty.At(match.Trigger, governor => voices.SameTeller(match.Trigger, governor));
            if (pattern.Quantified && belief.Denier >= 0 && IsAt(belief.Denier, match.Trigger) && _analysis.Upos[belief.Denier] is Upos.Noun or Upos.Det or Upos.Adp or Upos.Adv) belief = new Belief(Polarity.Positive, Certainty.Certain);
            if (IsDoneByAllWhoDo(match.Trigger, belief)) belief = new Belief(Polarity.Positive, belief.Certainty);
            var (polarity, certainty) = belief;
            if (pattern.Negative) polarity = polarity == Polarity.Positive ? Polarity.Negative : Polarity.Positive;
            var (doer, affected, position) = (match.Agent, match.Patient, Position(match));
            if (position == "accused by" && affected >= 0 && entities.ActorOf(affected) is { } accused && voices.StatementOf(match.Trigger)?.Actor == accused.Id)
                (doer, affected, position) = (affected, -1, "admits"); // "the militia said it was behind the bombing"
            var agent = doer >= 0 ? entities.DoerOf(doer)?.Id : null;
            var patient = affected >= 0 ? entities.ActorOf(affected)?.Id : null;
            var acting = doer >= 0 && doer != affected ? _roles.ActingIn(doer) : -1;
            _drafts.Add(new Draft(assertion with
            {
                Kind = pattern.Kind,
                Agent = agent,
                AgentSpan = acting >= 0 ? SlotPhrase.Of(trees, acting) : agent is not null ? SlotPhrase.Of(trees, doer) : null,
                Patient = patient == agent ? null : patient,
                PatientSpan = affected >= 0 ? SlotPhrase.Of(trees, affected) : null,
                Place = PlaceOf(match, clause)?.Id,
                Time = pattern.IsSpoken && voices.IsCue(match.Trigger) ? null : TimeOf(match.Trigger, clause)?.Id,
                Quantity = match.Count is { } count && pattern.Unit is { } unit ? count with { Unit = unit } : match.Count,
                Position = position,
                Polarity = polarity,
                Certainty = certainty > pattern.Certainty ? certainty : pattern.Certainty,
            }, match, loaded ?? [], belief));
        }

        /// <summary>Whether a word hangs on the trigger or on what the trigger governs.</summary>
        private bool IsAt(int word, int trigger) => _analysis.Heads[word] is >= 0 and var head && (head == trigger || _analysis.Heads[head] == trigger);

        /// <summary>"Nobody leaves without being seen": whoever leaves is.</summary>
        private bool IsDoneByAllWhoDo(int trigger, Belief belief) =>
            belief.Denier >= 0 && trees.IsForm(belief.Denier, "without") && _analysis.Heads[trigger] is >= 0 and var governor && _certainty.At(governor).Polarity == Polarity.Negative;

        /// <summary>"is being encircled" and "began to encircle" are under way, not complete.</summary>
        private string? Position(PatternMatch match)
        {
            var position = match.Pattern.Position;
            if (position != "complete" || _analysis.Upos[match.Trigger] != Upos.Verb) return position;
            var underWay = _analysis.Xpos(match.Trigger) == "VBG";
            foreach (var child in trees.Children(match.Trigger))
                underWay |= _analysis.Deprels[child] == Deprel.Aux && trees.IsForm(child, "being");
            return underWay ? "under way" : position;
        }

        /// <summary>The nearest clause that is shown on its own.</summary>
        private Clause Shown(Clause clause)
        {
            while (!clause.Propositional && clause.Parent >= 0 && !(voices.StatementOf(clause.Head) is { } inner && voices.StatementOf(clauses.Clauses[clause.Parent].Head) != inner))
                clause = clauses.Clauses[clause.Parent];
            return clause;
        }

        private TextSpan AttributedSpan(int trigger, Clause clause, Statement statement)
        {
            int start = trigger, end = trigger + 1;
            var noun = clause.Kind == ClauseKind.Participial ? _analysis.Heads[clause.Head] : -1;
            var first = noun >= 0 ? Math.Min(trees.Extent(noun).Start, clause.Tokens.Start) : clause.Tokens.Start;
            while (start > first && voices.StatementOf(start - 1) == statement) start--;
            while (end < clause.Tokens.End && voices.StatementOf(end) == statement) end++;
            while (start < trigger && _analysis.Upos[start] is Upos.Punct or Upos.Cconj) start++;
            while (end - 1 > trigger && _analysis.Upos[end - 1] is Upos.Punct or Upos.Cconj) end--;
            return _analysis.SpanOf(new TokenRange(start, end));
        }

        private Assertion Own(OwnClause own) => new("", _analysis.SpanOf(own.Tokens), Voice.Own)
        {
            Polarity = own.Clause.Polarity,
            Certainty = own.Clause.Certainty,
            Loaded = own.Loaded,
        };

        /// <summary>The place in the slot, else a place named beside the trigger ("in Velm"), else beside the predicate.</summary>
        private Place? PlaceOf(PatternMatch match, Clause clause)
        {
            if (match.IsListed && PlaceBeside(match.Patient) is { } own) return own;
            if (match.Place >= 0 && entities.PlaceOf(match.Place) is { } slot) return slot;
            return PlaceBeside(match.Trigger) ?? (match.Patient >= 0 ? PlaceBeside(match.Patient) ?? PlaceBeside(Counted(match.Patient)) : null)
                ?? (match.Agent >= 0 ? PlaceBeside(match.Agent) : null) ?? PlaceBeside(clause.Head) ?? OnlyPlaceOf(clauses.Of(match.Trigger));
        }

        /// <summary>The one place that a clause says "in", "near" or "on" of, however deep in it.</summary>
        private Place? OnlyPlaceOf(Clause clause)
        {
            Place? only = null;
            for (var token = clause.Tokens.Start; token < clause.Tokens.End; token++)
            {
                if (entities.PlaceAt(token) is not { Role: PlaceRole.Literal } place || place == only || clauses.Of(token).Index != clause.Index) continue;
                if (!IsLocated(token)) continue;
                if (only is not null) return null;
                only = place;
            }
            return only;
        }

        private bool IsLocated(int token) =>
            trees.Preposition(token) is "in" or "at" or "near" or "on" or "outside" or "around" or "inside" || entities.PlaceAt(token) is { } place
            && _analysis.Heads[token] >= 0 && entities.PlaceAt(_analysis.Heads[token]) != place && _analysis.Deprels[token] is Deprel.Compound or Deprel.Nmod
            && trees.Preposition(_analysis.Heads[token]) is "in" or "at" or "near" or "on" or "outside" or "around" or "inside";

        /// <summary>What "thousands of" counts; the phrase itself where it counts nothing.</summary>
        private int Counted(int phrase)
        {
            foreach (var of in _roles.Follow(phrase, ["of"])) return of;
            return phrase;
        }

        private Place? PlaceBeside(int token)
        {
            foreach (var phrase in _roles.Follow(token, ["loc"]))
                if (entities.PlaceOf(phrase) is { Role: PlaceRole.Literal } place) return place;
            return null;
        }

        /// <summary>The date nearest to the trigger in its clause; of a range the whole.</summary>
        private TimeExpression? TimeOf(int trigger, Clause clause)
        {
            TimeExpression? best = null;
            var nearest = int.MaxValue;
            for (var token = clause.Tokens.Start; token < clause.Tokens.End; token++)
            {
                if (entities.TimeAt(token) is not { Type: TimeType.Date or TimeType.Time } time || Math.Abs(token - trigger) >= nearest) continue;
                if (clauses.Of(token).Index != clauses.Of(trigger).Index && clauses.Of(token).Index != clause.Index) continue;
                nearest = Math.Abs(token - trigger);
                best = time;
            }
            return best is null ? null : entities.WholeRange(best);
        }

        private void ExplainBelief(string item, Belief belief, ICollection<Explanation> explanations)
        {
            if (belief.Hedge >= 0)
                explanations.Add(new Explanation(item, "clauses/certainty", $"\"{_analysis.Form(belief.Hedge)}\": {belief.Certainty.ToString().ToLowerInvariant()}"));
            if (belief.Denier >= 0) explanations.Add(new Explanation(item, "clauses/polarity", $"\"{_analysis.Form(belief.Denier)}\" denies it"));
        }

        /// <summary>Where one wording of a clause has the count ("the number of people killed has risen to 28"), the others add nothing; nor does the count again without those it counts ("treats 40 wounded").</summary>
        private void DropCountless()
        {
            var counted = _drafts.Where(d => d.Assertion.Quantity is not null).Select(d => (d.Assertion.Span, d.Assertion.Kind, d.Assertion.Position)).ToHashSet();
            _drafts.RemoveAll(d => d.Match is not null && d.Assertion.Quantity is null && counted.Contains((d.Assertion.Span, d.Assertion.Kind, d.Assertion.Position)));
            var ofSomebody = _drafts.Where(d => d.Assertion is { Quantity: not null, PatientSpan: not null }).Select(d => (d.Assertion.Span, d.Assertion.Kind, d.Assertion.Position, d.Assertion.Quantity!.Value)).ToHashSet();
            _drafts.RemoveAll(d => d.Assertion is { Quantity: { } told, PatientSpan: null } && ofSomebody.Contains((d.Assertion.Span, d.Assertion.Kind, d.Assertion.Position, told.Value)));
        }

        /// <summary>"captured the hill, which had been held by the militia": who held a place before it changed hands is history that the change tells already.</summary>
        private void DropFormerHolders()
        {
            var changes = _drafts.Where(d => d.Match is not null && d.Assertion is { Kind: "control", Place: not null, Position: not null }).Select(d => (d.Match!.Value.Trigger, d.Assertion.Place)).ToList();
            for (var i = _drafts.Count - 1; i >= 0; i--)
            {
                var draft = _drafts[i];
                if (draft.Match is not { } former || draft.Assertion.Kind != "control" || _analysis.Deprels[former.Trigger] != Deprel.Acl || _analysis.Heads[former.Trigger] is not (>= 0 and var noun)) continue;
                if (!changes.Exists(c => c.Place == draft.Assertion.Place && c.Trigger == _analysis.Heads[noun])) continue;
                if (draft.Assertion.Voice == Voice.Attributed) _drafts.RemoveAt(i);
                else _drafts[i] = draft with { Match = null, Assertion = new Assertion("", draft.Assertion.Span, Voice.Own) { Polarity = draft.Assertion.Polarity, Certainty = draft.Assertion.Certainty, Loaded = draft.Assertion.Loaded } };
            }
        }

        /// <summary>A deed and its toll told in one sentence ("jets bombed Velm on Friday, killing nine") have one doer, place and day: each lends the other what that leaves open.</summary>
        private void ShareSetting()
        {
            for (var i = 0; i < _drafts.Count; i++)
            {
                if (_drafts[i].Match is not { } match || !IsDeedOrToll(match)) continue;
                var assertion = _drafts[i].Assertion;
                foreach (var other in _drafts)
                {
                    if (other.Match is not { } told || told.Pattern.Kind == match.Pattern.Kind || !IsDeedOrToll(told) || !HangTogether(match.Trigger, told.Trigger)) continue;
                    var lender = other.Assertion;
                    assertion = assertion with
                    {
                        Agent = assertion.AgentSpan is null && lender.Agent != assertion.Patient ? lender.Agent : assertion.Agent,
                        AgentSpan = assertion.AgentSpan ?? lender.AgentSpan,
                        Place = assertion.Place ?? lender.Place,
                        Time = assertion.Time ?? lender.Time,
                    };
                }
                _drafts[i] = _drafts[i] with { Assertion = assertion };
            }
        }

        private static bool IsDeedOrToll(PatternMatch match) => match.Pattern.Kind is "strike" or "casualties";

        /// <summary>Whether one of two triggers depends on the other, over few steps and no telling between.</summary>
        private bool HangTogether(int one, int other)
        {
            if (_analysis.SentenceOf[one] != _analysis.SentenceOf[other] || voices.StatementOf(one) != voices.StatementOf(other)) return false;
            return Climbs(one, other) || Climbs(other, one);

            bool Climbs(int token, int to)
            {
                for (var climb = 0; climb < NearInTree && token >= 0; climb++, token = _analysis.Heads[token])
                {
                    if (token == to) return true;
                    if (_analysis.Deprels[token] is Deprel.Ccomp or Deprel.Parataxis) return false;
                }
                return token == to;
            }
        }

        private IReadOnlyList<Assertion> Finish(ICollection<Explanation>? explanations)
        {
            DropCountless();
            DropFormerHolders();
            ShareSetting();
            _drafts.Sort((a, b) =>
            {
                var order = a.Assertion.Span.CompareTo(b.Assertion.Span);
                return order != 0 ? order : (a.Match?.Trigger ?? -1).CompareTo(b.Match?.Trigger ?? -1);
            });
            var result = new Assertion[_drafts.Count];
            for (var i = 0; i < result.Length; i++)
            {
                var (assertion, match, loaded, belief) = _drafts[i];
                result[i] = assertion with { Id = $"c{i + 1}" };
                if (explanations is null) continue;
                if (match is { } found)
                    explanations.Add(new Explanation(result[i].Id, $"assertions/{found.Pattern.Id}", $"trigger \"{_analysis.Form(found.Trigger)}\""));
                ExplainBelief(result[i].Id, belief, explanations);
                foreach (var word in loaded)
                    explanations.Add(new Explanation(result[i].Id, $"own-voice/{word.Category}", $"\"{word.Span.In(_analysis.Text)}\": {word.Reason}"));
            }
            return result;
        }
    }
}
