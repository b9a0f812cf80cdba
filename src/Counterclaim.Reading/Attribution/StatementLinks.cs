using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>Finds, for a statement that denies, answers, contradicts, repeats or backs something, the earlier statement of the report it is about.</summary>
/// <remarks>Precision first: without an overlap of words, a named opponent, a word that points back or a plain sign, there is no link.</remarks>
internal sealed class StatementLinks(
    DependencyIndex syntax, StatementTree tree, IReadOnlyList<CueClause> cues, IReadOnlyList<Entity?> holders, MentionMap mentionAt)
{
    private readonly Analysis _analysis = syntax.Analysis;
    private readonly Topics _topics = new(syntax);
    private readonly Reactions _reactions = new(syntax);
    private readonly HashSet<string>?[] _topicOf = new HashSet<string>?[tree.Count];

    /// <summary>The links of a report, by index of the reacting statement.</summary>
    /// <param name="acts">The speech act of every statement.</param>
    /// <param name="heldBack">Which are not asserted: these answer nothing, and nothing answers them.</param>
    public List<(int From, int To, LinkRelation Relation, string Reason)> Find(IReadOnlyList<SpeechAct> acts, IReadOnlyList<bool> heldBack)
    {
        var links = new List<(int, int, LinkRelation, string)>();
        for (var i = 0; i < tree.Count; i++)
        {
            if (heldBack[i] || acts[i] == SpeechAct.Ask) continue;
            var reaction = _reactions.Of(cues[i], acts[i]);
            if (acts[i] is SpeechAct.Respond or SpeechAct.Decline && QuestionAnsweredBy(i, acts) is var asked and >= 0)
                links.Add((i, asked, LinkRelation.Responds, "answers what was asked"));
            else if (Antecedent(i, reaction, acts, heldBack) is { Found: >= 0 } found)
                links.Add((i, found.Found, reaction.Relation, found.Reason));
        }
        return links;
    }

    private const int LookBack = 24;
    private const double EnoughOverlap = 0.34;

    /// <summary>Sentences within which a word that points back is understood.</summary>
    private const int PointingReach = 4;

    /// <summary>"Asked whether …, she said …"; the question may be the sentence before.</summary>
    private int QuestionAnsweredBy(int statement, IReadOnlyList<SpeechAct> acts)
    {
        for (var i = statement - 1; i >= 0 && i >= statement - 4; i--)
        {
            if (acts[i] != SpeechAct.Ask || tree.ParentOf(i) != tree.ParentOf(statement) || holders[i] is { } asker && asker == holders[statement]) continue;
            var distance = SentenceOf(statement) - SentenceOf(i);
            if (distance == 0 || distance == 1 && i == statement - 1) return i;
        }
        return -1;
    }

    private (int Found, string Reason) Antecedent(int statement, Reaction reaction, IReadOnlyList<SpeechAct> acts, IReadOnlyList<bool> heldBack)
    {
        var topic = TopicOf(statement);
        var named = reaction.NeedsSign ? [] : NamedBy(statement);
        var sentence = SentenceOf(statement);
        var best = (Found: -1, Reason: "");
        var bestScore = 0.0;
        for (var i = statement - 1; i >= 0 && i >= statement - LookBack; i--)
        {
            if (heldBack[i] || tree.IsWithin(i, statement) || tree.IsWithin(statement, i)) continue;
            if (acts[i] == SpeechAct.Ask && !IsPointedAt(reaction, acts[i])) continue;
            if (reaction.Relation == LinkRelation.Responds && tree.ParentOf(i) != tree.ParentOf(statement) && reaction.Pointer is null) continue;
            if (reaction.Relation is LinkRelation.Denies or LinkRelation.Contradicts && acts[i] == SpeechAct.Deny && IsSlight(i)) continue; // both deny a third thing
            if (tree.ParentOf(i) is >= 0 and var outer && holders[outer] is { } teller && teller == holders[i]) continue; // the outer one says it
            if (reaction.Relation is not (LinkRelation.Repeats or LinkRelation.Supports) && SpeaksFor(statement, holders[i])) continue;
            var same = holders[i] is { } other && other == holders[statement];
            if (same != (reaction.Relation == LinkRelation.Repeats) || holders[i] is null && (reaction.NeedsSign || reaction.Relation == LinkRelation.Repeats)) continue;
            var (score, reason) = Weigh(statement, i, reaction, sentence - SentenceOf(i), topic, holders[i] is { } holder && named.Contains(holder), acts[i]);
            if (score > 0) score += 0.1 * Math.Min(topic.Count(TopicOf(i).Contains), 3) + Nearness(i, reaction);
            if (score <= bestScore) continue;
            bestScore = score;
            best = (i, reason);
        }
        return best;
    }

    private (double Score, string Reason) Weigh(int statement, int earlier, Reaction reaction, int distance, HashSet<string> topic, bool isNamed, SpeechAct act)
    {
        var recency = -0.03 * distance;
        var shared = topic.Count(TopicOf(earlier).Contains);
        var overlap = Overlap(topic, TopicOf(earlier), shared);
        if (reaction.NeedsSign) return Opposes(statement, earlier, shared, topic.Count, distance) ? (1 + overlap + recency, "says that it is not so, in the same words") : (0, "");
        if (reaction.Echoes && distance <= 1 && act is not SpeechAct.Decline) return (0.8 + overlap + recency, "agrees with what was just said");
        if (reaction.Relation == LinkRelation.Responds && act is SpeechAct.Demand or SpeechAct.Appeal or SpeechAct.Promise && shared > 0 && distance <= PointingReach) return (0.8 + overlap + recency, "turns down or takes up what was asked");
        if (reaction.Relation == LinkRelation.Supports && !isNamed && !reaction.IsAnaphoric && shared < 2) return (0, "");
        if (overlap >= EnoughOverlap) return (1 + overlap + (isNamed ? 0.5 : 0) + recency, "the same words in both");
        if (isNamed && distance <= 6 && reaction.Relation != LinkRelation.Repeats) return (1 + overlap + recency, "names whom it is about");
        if (IsPointedAt(reaction, act) && distance <= PointingReach) return (0.95 + (reaction.IsAnaphoric ? 0 : -0.4) + overlap + recency, $"“{reaction.Pointer}” takes it up");
        if (reaction.IsAnaphoric && reaction.Pointer is null && distance <= 1) return (0.9 + recency, "takes up the sentence before");
        if (reaction.Relation == LinkRelation.Denies && shared > 0 && topic.Count <= 4 && distance <= PointingReach) return (0.6 + recency, "a word of what was said is in what is denied");
        if (reaction.Relation == LinkRelation.Responds && distance <= PointingReach && act is not SpeechAct.Respond && SaysItResponds(statement))
            return (0.5 + overlap + recency, "the nearest statement of somebody else");
        return (0, "");
    }

    /// <summary>What is denied is denied to whoever said it first; a report of it, to whoever told it last.</summary>
    private double Nearness(int statement, Reaction reaction)
    {
        const double step = 0.12;
        var depth = 0;
        for (var s = tree.ParentOf(statement); s >= 0 && depth < 4; s = tree.ParentOf(s)) depth++;
        return reaction.Pointer is { } noun && PointerNouns.IsReport(noun) ? -step * depth : step * depth;
    }

    private static bool IsPointedAt(Reaction reaction, SpeechAct act) => reaction.Pointer is { } noun && PointerNouns.MayTakeUp(noun, act);

    /// <summary>One says that something is so and the other that it is not, of the same things, not far apart.</summary>
    private bool Opposes(int statement, int earlier, int shared, int words, int distance)
    {
        if (shared == 0 || distance > 8 || _topics.IsNegative(tree.Items[statement].Content) == _topics.IsNegative(tree.Items[earlier].Content)) return false;
        return shared >= 2 ? 2 * shared >= Math.Min(words, 6) : words <= 2 && distance <= PointingReach;
    }

    private bool SaysItResponds(int statement) =>
        cues[statement].VerbLemma is "respond" or "reply" or "retort" or "counter" or "answer" or "rejoin" or "riposte" or "shoot" or "hit" or "fire" or "snap" or "strike" or "clap"
        || cues[statement].Lemmas.Contains("respond") || cues[statement].Lemmas.Contains("response");

    /// <summary>The content says little of its own.</summary>
    private bool IsSlight(int statement) => tree.Items[statement].Content.IsEmpty || TopicOf(statement).Count <= 1;

    /// <summary>"the president's office" does not deny what the president said.</summary>
    private bool SpeaksFor(int statement, Entity? other)
    {
        const int widest = 16;
        if (other is null) return false;
        foreach (var span in tree.Items[statement].Holder)
        {
            var range = _analysis.TokensIn(span);
            for (var token = range.Start; token < range.End && token < range.Start + widest; token++)
                if (mentionAt.On(token)?.Entity == other && other != holders[statement]) return true;
        }
        return false;
    }

    /// <summary>Everybody mentioned in the clause of a cue, but for its own holder.</summary>
    private HashSet<Entity> NamedBy(int statement)
    {
        const int widest = 60;
        var named = new HashSet<Entity>();
        if (cues[statement].Verb < 0) return named;
        var clause = syntax.Extent(cues[statement].Verb);
        for (var token = clause.Start; token < clause.End && clause.Count < widest; token++)
            if (!tree.Items[statement].Holder.Contains(_analysis.Tokens[token].Start) && mentionAt.On(token) is { Entity: { } entity } mention && mention.Head == token && mention.HolderOf != statement && entity != holders[statement]) named.Add(entity);
        return named;
    }

    private int SentenceOf(int statement)
    {
        var at = cues[statement].Verb;
        if (at < 0) at = Math.Min(_analysis.TokenAtOrAfter(StatementTree.HullOf(tree.Items[statement]).Start), _analysis.TokenCount - 1);
        return at < 0 ? 0 : _analysis.SentenceOf[at];
    }

    private HashSet<string> TopicOf(int statement) => _topicOf[statement] ??= _topics.Of(tree.Items[statement].Content);

    /// <summary>The share of the reacting statement's words found in the earlier one; a single shared word does not count.</summary>
    private static double Overlap(HashSet<string> reacting, HashSet<string> earlier, int shared) =>
        shared < 2 ? 0 : (double)shared / Math.Min(reacting.Count, Math.Max(earlier.Count, 3));
}
