using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>How a statement reacts to an earlier one, and by what words it points at it.</summary>
/// <param name="Relation">What the link would say.</param>
/// <param name="Pointer">Lemma of the noun that takes the earlier one up ("the threat"); null where none does.</param>
/// <param name="IsAnaphoric">It points back without saying at what ("denied this", "says otherwise").</param>
/// <param name="NeedsSign">Its own words do not say that it reacts: what it says must show it.</param>
internal sealed record Reaction(LinkRelation Relation, string? Pointer, bool IsAnaphoric, bool NeedsSign)
{
    /// <summary>Its verb says that it agrees with somebody.</summary>
    public bool Echoes { get; init; }
}

/// <summary>Tells which statements react to others.</summary>
internal sealed class Reactions(DependencyIndex syntax)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>The reaction that a statement is, or, where its words do not say so, may turn out to be.</summary>
    public Reaction Of(CueClause cue, SpeechAct act)
    {
        var pointer = PointerOf(cue);
        var anaphor = AnaphorIn(cue);
        var isAnaphoric = anaphor is not null || pointer >= 0 && !IsSpelledOut(pointer) || cue.Attribution.Content.IsEmpty;
        var noun = pointer < 0 ? null : _analysis.Lemma(pointer).ToLowerInvariant();
        var relation = RelationOf(cue, act, anaphor, pointer);
        var echoes = relation == LinkRelation.Supports && cue.VerbLemma is "agree" or "concur" or "echo" or "second" && !isAnaphoric;
        return relation is { } known ? new Reaction(known, noun, isAnaphoric, false) { Echoes = echoes } : new Reaction(LinkRelation.Contradicts, noun, false, true);
    }

    /// <summary>How far into a content a noun that points back is looked for.</summary>
    private const int FirstWords = 10;

    private static readonly FrozenSet<string> Echoing = FrozenSet.ToFrozenSet(["echo", "agree", "concur", "back", "endorse", "second", "support", "corroborate", "confirm", "share", "uphold", "vindicate"]);
    private static readonly FrozenSet<string> Repeating = FrozenSet.ToFrozenSet(["repeat", "reiterate", "restate", "reaffirm"]);
    private static readonly FrozenSet<string> Disputing = FrozenSet.ToFrozenSet(["dispute", "contradict", "challenge", "contest", "disagree", "differ", "doubt", "question"]);

    /// <summary>Verbs that judge what somebody said.</summary>
    private static readonly FrozenSet<string> Judging = FrozenSet.ToFrozenSet(
        ["condemn", "criticise", "criticize", "denounce", "slam", "praise", "welcome", "applaud", "hail", "mock", "ridicule", "deride", "deplore", "decry", "lambast", "lambaste",
         "attack", "blast", "lament", "regret", "call", "describe", "label", "brand", "dub", "term", "ignore", "heed", "protest", "resent", "embrace", "accept", "answer", "decry",
         "turn", "rule", "reject", "rebuff", "spurn", "consider", "study", "characterise", "characterize", "defend"]);

    private LinkRelation? RelationOf(CueClause cue, SpeechAct act, string? anaphor, int pointer)
    {
        if (anaphor is "so") return LinkRelation.Supports;
        if (act == SpeechAct.Deny) return Disputing.Contains(cue.VerbLemma) ? LinkRelation.Contradicts : LinkRelation.Denies;
        if (act == SpeechAct.Respond) return LinkRelation.Responds;
        if (Repeating.Contains(cue.VerbLemma)) return LinkRelation.Repeats;
        if (Disputing.Contains(cue.VerbLemma) || anaphor is not null && anaphor != "this") return LinkRelation.Contradicts;
        if (Echoing.Contains(cue.VerbLemma) && act is SpeechAct.Assert or SpeechAct.Confirm || act == SpeechAct.Confirm) return LinkRelation.Supports;
        if (pointer >= 0 && Judging.Contains(cue.VerbLemma)) return LinkRelation.Responds;
        if (act == SpeechAct.Decline && !IsComment(cue)) return LinkRelation.Responds;
        return pointer >= 0 && cue.IsContent(pointer) && IsDisowned(pointer) ? LinkRelation.Contradicts : null;
    }

    /// <summary>"declined to comment" turns nothing down.</summary>
    private static bool IsComment(CueClause cue) => cue.Lemmas.Contains("comment") || cue.Verb >= 0 && cue.VerbLemma is not ("reject" or "refuse" or "decline" or "rebuff" or "spurn" or "turn" or "rule");

    /// <summary>"did not recognise that account", "the figure was not right".</summary>
    private bool IsDisowned(int pointer)
    {
        var verb = _analysis.Heads[pointer];
        if (verb < 0) return false;
        foreach (var child in syntax.Children(verb))
            if (_analysis.Form(child).ToString().ToLowerInvariant() is "not" or "n't" or "n’t" or "never") return true;
        return false;
    }

    /// <summary>"this", "otherwise", "no such thing", "so": the content points back instead of saying what.</summary>
    private string? AnaphorIn(CueClause cue)
    {
        var content = cue.Attribution.Content;
        if (content.IsEmpty) return null;
        var range = _analysis.TokensIn(content[0]);
        for (var i = range.Start; i < range.End && i < range.Start + FirstWords; i++)
        {
            var form = _analysis.Form(i).ToString().ToLowerInvariant();
            if (form is "otherwise" && range.Count <= 2 || form is "opposite" or "contrary" && range.Count <= 4) return "otherwise";
            if (form is "no" && i + 2 < range.End && syntax.IsForm(i + 1, "such")) return "no such";
            if (form is "nothing" && i + 3 < range.End && syntax.IsForm(i + 1, "of") && _analysis.Form(i + 3) is "kind" or "sort") return "nothing of the kind";
            if (form is "so" && range.Count <= 2 && cue.VerbLemma is "think" or "say" or "believe" or "hope" or "agree") return "so";
        }
        return range.Count <= 3 && _analysis.Form(range.Start).ToString().ToLowerInvariant() is "this" or "that" or "it" && range.Count <= 3 ? "this" : null;
    }

    /// <summary>A noun that takes up what was said: the cue's own object, or one at the head of what is said of it; −1 for none.</summary>
    private int PointerOf(CueClause cue)
    {
        if (cue.Verb >= 0 && _analysis.Deprels[cue.Verb] == Deprel.Acl && _analysis.Heads[cue.Verb] is var described && PointerNouns.Has(_analysis.Lemma(described))) return described;
        foreach (var verb in cue.VerbsUpwards())
            foreach (var child in syntax.Children(verb))
                if (_analysis.Deprels[child] is Deprel.Obj or Deprel.Obl or Deprel.Nsubj && child > verb | cue.Tokens.Contains(child) && PointerNouns.IsDefinite(child, syntax)) return child;
        foreach (var token in cue.Tokens)
            if (PointerNouns.IsDefinite(token, syntax) && token != cue.Verb) return token;
        if (cue.Attribution.Content.IsEmpty) return -1;
        var range = _analysis.TokensIn(cue.Attribution.Content[0]);
        for (var i = range.Start; i < range.End && i < range.Start + FirstWords; i++)
            if (_analysis.Deprels[i] is Deprel.Nsubj or Deprel.Obj or Deprel.Root or Deprel.Obl && PointerNouns.IsDefinite(i, syntax)) return i;
        return -1;
    }

    /// <summary>"the claim that the bridge fell" says itself what it takes up.</summary>
    private bool IsSpelledOut(int pointer)
    {
        foreach (var child in syntax.Children(pointer))
            if (child > pointer && _analysis.Deprels[child] is Deprel.Acl or Deprel.Ccomp && syntax.HasChild(child, Deprel.Mark)) return true;
        return false;
    }
}
