using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Statements;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>Statements, actors and links of a report, from where the text attributes.</summary>
internal sealed record Attributed(IReadOnlyList<Statement> Statements, IReadOnlyList<Actor> Actors, IReadOnlyList<Link> Links);

/// <summary>Makes statements of attributions: who holds them, how they are nested, what they do, to whom, through what and when.</summary>
internal sealed class Attributor
{
    private readonly Report _report;
    private readonly Analysis _analysis;
    private readonly DependencyIndex _syntax;
    private readonly StatementTree _tree;
    private readonly int[] _addressed;
    private readonly MentionSet _mentions;
    private IReadOnlyList<Entity> _entities;
    private readonly CueClause[] _cues;
    private readonly Entity?[] _holders;
    private readonly IReadOnlyList<TextSpan> _quoted;
    private readonly Dictionary<Mention, string>? _reasons;
    private readonly ICollection<Explanation>? _explanations;

    private Attributor(
        Report report, Analysis analysis, IReadOnlyList<AttributionSpans> attributions, IReadOnlyList<Place> places,
        IReadOnlyList<TextSpan> quoted, KnownActors known, ICollection<Explanation>? explanations)
    {
        _report = report;
        _analysis = analysis;
        _quoted = quoted;
        _explanations = explanations;
        _reasons = explanations is null ? null : [];
        _syntax = new DependencyIndex(analysis);
        _tree = new StatementTree(attributions, analysis);
        _cues = Array.ConvertAll(_tree.Items, item => new CueClause(_syntax, item));
        CitedTellers.PutInside(_tree, _cues, _syntax);
        _addressed = Array.ConvertAll(_cues, new Addressees(_syntax).HeadOf);
        _mentions = MentionFinder.Find(_syntax, _tree, places, quoted, _addressed, known, report.Publisher ?? "");
        var entities = Coreference.Resolve(_syntax, _tree, _mentions, known, _reasons);
        ActingSides.Find(_syntax, _mentions, entities);
        _entities = entities;
        LinkToLists(known, places);
        _holders = [.. Enumerable.Range(0, _tree.Count).Select(HolderOf)];
    }

    /// <summary>Resolves the attributions of a report.</summary>
    /// <param name="quoted">Passages in quotation marks, in text order, the marks included.</param>
    /// <param name="known">Lists that actors are looked up in.</param>
    /// <param name="explanations">Filled with the reasons, when given.</param>
    public static Attributed Resolve(
        Report report, Analysis analysis, IReadOnlyList<AttributionSpans> attributions, IReadOnlyList<Place> places,
        IReadOnlyList<TimeExpression> times, IReadOnlyList<TextSpan> quoted, KnownActors known, ICollection<Explanation>? explanations) =>
        new Attributor(report, analysis, attributions, places, quoted, known, explanations).Build(times);

    private void LinkToLists(KnownActors known, IReadOnlyList<Place> places)
    {
        var countries = new Dictionary<string, int>();
        foreach (var country in _entities.Select(e => e.Country).Concat(places.Select(p => p.Country)).OfType<string>())
            countries[country] = countries.GetValueOrDefault(country) + 1;
        var day = _report.Published is { } published ? DateOnly.FromDateTime(published.UtcDateTime) : (DateOnly?)null;
        var linker = new ActorLinker(known, _analysis, day, countries);
        foreach (var entity in _entities) entity.Known = linker.Find(entity);
        _entities = JoinListed(_entities);
    }

    /// <summary>"the Israeli military" and "Israeli troops" are one actor where the list has one body for both.</summary>
    private static IReadOnlyList<Entity> JoinListed(IReadOnlyList<Entity> entities)
    {
        var firsts = new Dictionary<string, Entity>();
        var kept = new List<Entity>(entities.Count);
        foreach (var entity in entities)
        {
            if (entity is { Known.Actor.Id: var id, Parts.Length: 0 } && !firsts.TryAdd(id, entity) && (entity.IsPerson && firsts[id].IsPerson || ShareName(firsts[id], entity))) firsts[id].Take(entity);
            else kept.Add(entity);
        }
        foreach (var group in kept)
            if (group.Parts.Length > 0) group.Parts = [.. group.Parts.Select(p => p.Known is { } known && firsts.TryGetValue(known.Actor.Id, out var first) && ShareName(first, p) ? first : p).Distinct()];
        return kept;

        // A seat and its country ("the Kremlin", "Russia") are kept apart, as a report does.
        static bool ShareName(Entity a, Entity b) => a == b || a.BestName is null || b.BestName is null || a.BestName.Keys.Intersect(b.BestName.Keys).Any();
    }

    private Entity? HolderOf(int statement)
    {
        if (_mentions.Holders[statement]?.Entity is { } entity) return entity;
        return _tree.Items[statement].Holder.IsEmpty ? ControllerOf(_cues[statement]) : null;
    }

    /// <summary>Whoever is the subject of the clause that a cue without a holder of its own hangs on ("…, adding that").</summary>
    private Entity? ControllerOf(CueClause cue)
    {
        foreach (var verb in cue.VerbsUpwards())
        {
            if (verb == cue.Verb && _analysis.Xpos(verb) == "VBN" && _syntax.Child(verb, Deprel.Aux, "have") < 0) return null;
            var subject = _syntax.Child(verb, Deprel.Nsubj);
            if (subject < 0 || cue.IsContent(subject)) continue;
            foreach (var mention in _mentions.Near(subject))
                if (mention.Tokens.Contains(subject) && mention.Entity is { } entity && mention.Form != MentionForm.Coordination) return entity;
        }
        return null;
    }

    private Attributed Build(IReadOnlyList<TimeExpression> times)
    {
        var speech = new SpeechActs(_syntax);
        var mentionAt = new MentionMap(_analysis, _mentions);
        var acts = new SpeechAct[_tree.Count];
        var actReasons = new string[_tree.Count];
        var addressees = new Mention?[_tree.Count];
        for (var i = 0; i < _tree.Count; i++)
        {
            (acts[i], actReasons[i]) = speech.Classify(_cues[i], _mentions.Holders[i]);
            if (_tree.Items[i].Act is { } told) (acts[i], actReasons[i]) = (told, "a question");
            addressees[i] = _mentions.Addressees[i] ?? mentionAt.On(_addressed[i]);
        }
        MarkAnswers(acts, actReasons, addressees);
        var heldBack = new bool[_tree.Count];
        for (var i = 0; i < heldBack.Length; i++) heldBack[i] = IsHeldBack(i, acts);
        var channels = Channels.Find(_syntax, _tree, _cues, mentionAt, _holders, _addressed, acts);
        var saying = new SayingTimes(_syntax, times);
        var needed = new HashSet<Entity>(_holders.OfType<Entity>().Concat(addressees.Select(a => a?.Entity).OfType<Entity>()));
        var (actors, actorIds) = ActorBuilder.Build(_entities, _syntax, needed);
        foreach (var (entity, id) in actorIds)
            if (entity.Known is { } link) _explanations?.Add(new Explanation(id, "actors/known", $"{link.Actor.Id}: {link.Reason}"));
        var statements = new Statement[_tree.Count];
        for (var i = 0; i < statements.Length; i++)
        {
            var item = _tree.Items[i];
            statements[i] = new Statement(IdOf(i), item.Holder, item.Cue, item.Content)
            {
                Mode = ModeOf(item),
                Act = acts[i],
                Actor = _holders[i] is { } holder ? actorIds.GetValueOrDefault(holder) : null,
                Addressee = addressees[i]?.Entity is { } addressee && addressee != _holders[i] ? actorIds.GetValueOrDefault(addressee) : null,
                Channel = PostOf(item)?.Network ?? channels[i].Words,
                Time = saying.Of(_cues[i]) ?? saying.In(item.Stamp),
                Via = _tree.ParentOf(i) < 0 ? null : IdOf(_tree.ParentOf(i)),
                NegatedOrHypothetical = heldBack[i],
                Confidence = item.Confidence,
            };
            Explain(i, statements[i], actReasons[i], channels[i].Reason);
        }
        var links = new StatementLinks(_syntax, _tree, _cues, _holders, mentionAt).Find(acts, heldBack);
        foreach (var (from, _, relation, reason) in links)
            _explanations?.Add(new Explanation(IdOf(from), $"links/{relation.ToString().ToLowerInvariant()}", reason));
        return new Attributed(statements, actors, [.. links.Select(l => new Link(IdOf(l.From), IdOf(l.To), l.Relation))]);
    }

    /// <summary>
    /// "Asked whether …, she said": what follows a question in its sentence, by another holder, answers it; so does what those asked say next
    /// ("She asked the engineers why. They told her …").
    /// </summary>
    private void MarkAnswers(SpeechAct[] acts, string[] reasons, Mention?[] addressees)
    {
        for (var i = 1; i < acts.Length; i++)
        {
            if (acts[i] != SpeechAct.Assert || acts[i - 1] != SpeechAct.Ask || _cues[i].Verb < 0 || _cues[i - 1].Verb < 0) continue;
            if (_tree.ParentOf(i) != _tree.ParentOf(i - 1) || _cues[i].Verb < _cues[i - 1].Verb) continue;
            var distance = _analysis.SentenceOf[_cues[i].Verb] - _analysis.SentenceOf[_cues[i - 1].Verb];
            var wasAsked = addressees[i - 1]?.Entity is { } asked && (asked == _holders[i] || asked == addressees[i]?.Entity) || addressees[i]?.Entity is { } asker && asker == _holders[i - 1];
            if (distance == 0 && (_tree.Items[i - 1].Holder.IsEmpty || _analysis.Xpos(_cues[i - 1].Verb) == "VBN" && _holders[i] != _holders[i - 1]) || distance == 1 && wasAsked)
                (acts[i], reasons[i]) = (SpeechAct.Respond, "said when asked");
        }
    }

    /// <summary>
    /// A statement told inside one that is held back is held back with it; so is one that is itself denied ("denied having said"), and one whose
    /// holder is a question ("who said …?").
    /// </summary>
    private bool IsHeldBack(int statement, SpeechAct[] acts)
    {
        for (var s = statement; s >= 0; s = _tree.ParentOf(s))
        {
            if (AsksWho(s) || Reservations.Find(_cues[s], _syntax) is not null && !IsStanceBesideQuotation(s)) return true;
            if (_tree.ParentOf(s) is >= 0 and var outer && acts[outer] == SpeechAct.Deny && IsWhatIsSaid(s, outer)) return true;
        }
        return false;
    }

    /// <summary>"She isn't convinced: “They said that last time.”" says the quotation, whatever it says of her.</summary>
    private bool IsStanceBesideQuotation(int statement)
    {
        var item = _tree.Items[statement];
        return _cues[statement].Verb >= 0 && _analysis.Upos[_cues[statement].Verb] != Upos.Verb | _syntax.IsPassive(_cues[statement].Verb)
            && !item.Content.IsEmpty && ModeOf(item) == StatementMode.Direct;
    }

    /// <summary>Whether a statement is the whole of what another says, not something beside it.</summary>
    private bool IsWhatIsSaid(int inner, int outer)
    {
        var top = _syntax.TopOf(_analysis.TokensIn(_tree.Items[outer].Content[0]));
        return top >= 0 && (_cues[inner].Verb == top || _cues[inner].VerbsUpwards().Contains(top));
    }

    private bool AsksWho(int statement)
    {
        if (_mentions.Holders[statement] is not { Form: MentionForm.Pronoun, Lemma: "who", Entity: null } who) return false;
        var sentence = _analysis.Sentences[_analysis.SentenceOf[who.Head]];
        for (var i = Math.Max(sentence.Start, sentence.End - 3); i < sentence.End; i++)
            if (_analysis.Form(i) is "?") return true;
        return false;
    }

    private static string IdOf(int statement) => string.Create(CultureInfo.InvariantCulture, $"s{statement + 1}");

    /// <summary>By the share of the content's letters and digits inside quotation marks that do not also hold its own cue.</summary>
    private StatementMode ModeOf(AttributionSpans item)
    {
        if (item.IsVerbatim || PostOf(item) is not null) return StatementMode.Direct;
        int all = 0, inside = 0;
        foreach (var span in item.Content)
        {
            var passages = PassagesOver(span, item);
            for (var i = span.Start; i < span.End; i++)
            {
                if (!char.IsLetterOrDigit(_report.Text[i])) continue;
                all++;
                if (passages.Exists(p => p.Contains(i))) inside++;
            }
        }
        if (inside == 0) return StatementMode.Indirect;
        return inside == all ? StatementMode.Direct : StatementMode.Mixed;
    }

    /// <summary>How many passages around a content are looked at.</summary>
    private const int MaxPassages = 64;

    private List<TextSpan> PassagesOver(TextSpan content, AttributionSpans item)
    {
        int low = 0, high = _quoted.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_quoted[middle].Start < content.End) low = middle + 1;
            else high = middle;
        }
        var over = new List<TextSpan>();
        for (var i = low - 1; i >= 0 && i > low - MaxPassages; i--)
            if (_quoted[i].End > content.Start && !Holds(_quoted[i], item.Cue) && !Holds(_quoted[i], item.Holder)) over.Add(_quoted[i]);
        return over;
    }

    private static bool Holds(TextSpan passage, SpanList spans) => !spans.IsEmpty && passage.Contains(spans.Hull);

    private SocialPost? PostOf(AttributionSpans item) =>
        item.Cue.IsEmpty && !item.Content.IsEmpty && ParagraphAt(item.Content[0].Start) is { Kind: ParagraphKind.Social, Post: { } post } ? post : null;

    private Paragraph? ParagraphAt(int position)
    {
        int low = 0, high = _report.Paragraphs.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_report.Paragraphs[middle].Span.Start <= position) low = middle + 1;
            else high = middle;
        }
        return low > 0 && _report.Paragraphs[low - 1].Span.Contains(position) ? _report.Paragraphs[low - 1] : null;
    }

    private void Explain(int index, Statement statement, string actReason, string? channelReason)
    {
        if (_explanations is null) return;
        var item = _tree.Items[index];
        _explanations.Add(new Explanation(statement.Id, "statements/" + item.Producer, item.Reason ?? item.Producer));
        _explanations.Add(new Explanation(statement.Id, "attribution/act", $"{statement.Act.ToString().ToLowerInvariant()}: {actReason}"));
        if (Reservations.Find(_cues[index], _syntax) is { } reserved) _explanations.Add(new Explanation(statement.Id, "attribution/held-back", $"“{reserved}”"));
        if (channelReason is not null && statement.Channel is not null) _explanations.Add(new Explanation(statement.Id, "attribution/channel", channelReason));
        if (_mentions.Holders[index] is { } mention && _reasons!.TryGetValue(mention, out var reason))
            _explanations.Add(new Explanation(statement.Id, "actors/coreference", $"“{_analysis.Form(mention.Tokens)}”: {reason}"));
    }
}
