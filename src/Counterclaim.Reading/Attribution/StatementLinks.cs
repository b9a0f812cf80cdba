using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>Finds, for a statement that denies, answers, repeats or backs something, the earlier statement of the report it is about.</summary>
/// <remarks>Precision first: without an overlap of words, a named opponent or a plain sign, there is no link.</remarks>
internal sealed class StatementLinks(DependencyIndex syntax, StatementTree tree, IReadOnlyList<CueClause> cues, IReadOnlyList<Entity?> holders)
{
    private readonly Analysis _analysis = syntax.Analysis;
    private readonly HashSet<string>?[] _topics = new HashSet<string>?[tree.Count];

    /// <summary>The links of a report, by index of the reacting statement.</summary>
    /// <param name="acts">The speech act of every statement.</param>
    public List<(int From, int To, LinkRelation Relation, string Reason)> Find(IReadOnlyList<SpeechAct> acts)
    {
        var links = new List<(int, int, LinkRelation, string)>();
        for (var i = 0; i < tree.Count; i++)
        {
            if (RelationOf(i, acts[i]) is not { } relation) continue;
            if (relation == LinkRelation.Responds && QuestionAnsweredBy(i, acts) is var asked and >= 0)
                links.Add((i, asked, relation, "answers what was asked"));
            else if (Antecedent(i, relation, acts) is { Found: >= 0 } found)
                links.Add((i, found.Found, relation, found.Reason));
        }
        return links;
    }

    private const int LookBack = 24;
    private const double EnoughOverlap = 0.34;

    private static readonly HashSet<string> Echoing = ["echo", "agree", "concur", "back", "endorse", "second"];
    private static readonly HashSet<string> Repeating = ["repeat", "reiterate", "restate"];
    private static readonly HashSet<string> Disputing = ["dispute", "contradict", "challenge", "contest", "disagree"];

    private LinkRelation? RelationOf(int statement, SpeechAct act)
    {
        switch (act)
        {
            case SpeechAct.Deny: return LinkRelation.Denies;
            case SpeechAct.Respond: return LinkRelation.Responds;
        }
        var lemma = cues[statement].VerbLemma;
        if (Echoing.Contains(lemma)) return LinkRelation.Supports;
        if (Repeating.Contains(lemma)) return LinkRelation.Repeats;
        return Disputing.Contains(lemma) ? LinkRelation.Contradicts : null;
    }

    /// <summary>"Asked whether …, she said …".</summary>
    private int QuestionAnsweredBy(int statement, IReadOnlyList<SpeechAct> acts)
    {
        for (var i = statement - 1; i >= 0 && i >= statement - 4; i--)
            if (acts[i] == SpeechAct.Ask && cues[i].Verb >= 0 && cues[statement].Verb >= 0 && tree.ParentOf(i) == tree.ParentOf(statement)
                && _analysis.SentenceOf[cues[i].Verb] == _analysis.SentenceOf[cues[statement].Verb] && tree.Items[i].Holder.IsEmpty) return i;
        return -1;
    }

    private (int Found, string Reason) Antecedent(int statement, LinkRelation relation, IReadOnlyList<SpeechAct> acts)
    {
        var topic = TopicOf(statement);
        var named = NamedOpponents(statement);
        var sentence = SentenceOf(statement);
        var best = (Found: -1, Reason: "");
        var bestScore = 0.0;
        for (var i = statement - 1; i >= 0 && i >= statement - LookBack; i--)
        {
            if (acts[i] == SpeechAct.Ask || tree.IsWithin(i, statement) || tree.IsWithin(statement, i)) continue;
            if (relation == LinkRelation.Responds && tree.ParentOf(i) != tree.ParentOf(statement)) continue;
            if (relation == LinkRelation.Denies && acts[i] == SpeechAct.Deny && IsAnaphoric(i)) continue; // both deny a third thing
            if (tree.ParentOf(i) is >= 0 and var outer && holders[outer] == holders[i]) continue; // the outer one says it
            var same = holders[i] is { } other && other == holders[statement];
            if (same != (relation == LinkRelation.Repeats) || (holders[i] is null && relation != LinkRelation.Denies)) continue;
            var distance = sentence - SentenceOf(i);
            var overlap = Overlap(topic, TopicOf(i));
            var isNamed = holders[i] is { } holder && named.Contains(holder);
            var shared = topic.Count(TopicOf(i).Contains);
            var (score, reason) = Weigh(statement, relation, distance, overlap, isNamed, acts[i]);
            if (score > 0) score += 0.1 * Math.Min(shared, 3);
            if (score <= bestScore) continue;
            bestScore = score;
            best = (i, reason);
        }
        return best;
    }

    private (double Score, string Reason) Weigh(int statement, LinkRelation relation, int distance, double overlap, bool isNamed, SpeechAct earlier)
    {
        var recency = -0.03 * distance;
        if (overlap >= EnoughOverlap) return (1 + overlap + (isNamed ? 0.5 : 0) + recency, "the same words in both");
        if (isNamed && distance <= 6 && relation != LinkRelation.Repeats) return (1 + overlap + recency, "names whom it is about");
        if (relation == LinkRelation.Denies && distance <= 1 && IsAnaphoric(statement)) return (0.9 + recency, "takes up the sentence before");
        if (relation == LinkRelation.Responds && distance <= 4 && earlier is not SpeechAct.Respond && SaysItResponds(statement))
            return (0.5 + overlap + recency, "the nearest statement of somebody else");
        return (0, "");
    }

    private bool SaysItResponds(int statement) =>
        cues[statement].VerbLemma is "respond" or "reply" or "retort" or "counter" || cues[statement].Lemmas.Contains("respond");

    /// <summary>"this", "the claim": the content points back instead of saying what.</summary>
    private bool IsAnaphoric(int statement)
    {
        var content = tree.Items[statement].Content;
        if (content.IsEmpty) return true;
        var range = _analysis.TokensIn(content[0]);
        if (range.Count > 4) return false;
        for (var i = range.Start; i < range.End; i++)
            if (_analysis.Lemma(i).ToLowerInvariant() is "this" or "that" or "it" or "claim" or "allegation" or "accusation" or "report" or "charge") return true;
        return false;
    }

    private HashSet<Entity> NamedOpponents(int statement)
    {
        var named = new HashSet<Entity>();
        var cue = cues[statement];
        if (cue.Verb < 0) return named;
        var clause = syntax.Extent(cue.Verb);
        foreach (var entity in holders)
            if (entity is not null && entity != holders[statement] && !named.Contains(entity) && IsMentionedIn(entity, clause, statement)) named.Add(entity);
        return named;
    }

    private bool IsMentionedIn(Entity entity, TokenRange clause, int statement)
    {
        foreach (var mention in entity.Mentions)
            if (clause.Contains(mention.Head) && mention.HolderOf != statement && clause.Count < 60) return true;
        return false;
    }

    private int SentenceOf(int statement)
    {
        var at = cues[statement].Verb;
        if (at < 0) at = Math.Min(_analysis.TokenAtOrAfter(StatementTree.HullOf(tree.Items[statement]).Start), _analysis.TokenCount - 1);
        return at < 0 ? 0 : _analysis.SentenceOf[at];
    }

    private HashSet<string> TopicOf(int statement)
    {
        if (_topics[statement] is { } known) return known;
        var topic = new HashSet<string>();
        foreach (var span in tree.Items[statement].Content)
        {
            var range = _analysis.TokensIn(span);
            for (var i = range.Start; i < range.End && topic.Count < 60; i++)
                if (_analysis.Upos[i] is Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.Num
                    && _analysis.Lemma(i).ToLowerInvariant() is { Length: > 2 } lemma && !Empty.Contains(lemma)) topic.Add(lemma);
        }
        return _topics[statement] = topic;
    }

    /// <summary>The share of the reacting statement's words found in the earlier one; a single shared word does not count.</summary>
    private static double Overlap(HashSet<string> reacting, HashSet<string> earlier)
    {
        if (reacting.Count == 0) return 0;
        var shared = reacting.Count(earlier.Contains);
        return shared < 2 ? 0 : (double)shared / Math.Min(reacting.Count, Math.Max(earlier.Count, 3));
    }

    private static readonly HashSet<string> Empty =
        ["say", "have", "make", "take", "get", "thing", "people", "year", "day", "time", "new", "claim", "report", "statement", "tell", "come", "know", "want"];
}
