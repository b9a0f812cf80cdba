using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Data;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>Tells what a statement does (asserts, denies, asks…) from its cue, the clause around it, and what is said.</summary>
internal sealed class SpeechActs
{
    private readonly DependencyIndex _syntax;
    private readonly Analysis _analysis;
    private readonly Denials _denials;
    private readonly Threats _threats;

    public SpeechActs(DependencyIndex syntax)
    {
        _syntax = syntax;
        _analysis = syntax.Analysis;
        _denials = new Denials(syntax);
        _threats = new Threats(syntax);
    }

    /// <summary>The act of a statement and the words that tell it.</summary>
    /// <param name="holder">Entity of the holder, to know a promise from a prediction; may be null.</param>
    public (SpeechAct Act, string Reason) Classify(CueClause cue, Mention? holder)
    {
        if (SaysNoComment(cue)) return (SpeechAct.Decline, "says that there is nothing to say");
        if (_threats.Find(cue, token => IsOwn(token, holder)) is { } harm) return (SpeechAct.Threaten, $"“{harm}”, which is to come unless others do as they are told");
        if (cue.Tokens.Count == 0) return FromContent(cue);
        if (IsAsked(cue)) return (SpeechAct.Ask, $"“{_analysis.Form(cue.Verb)}”, with nobody who is to do anything");
        if (Refuses(cue) is { } refusal) return (SpeechAct.Decline, refusal);
        if (FromCue(cue, holder) is { } told) return told;
        if (IsAnswer(cue)) return (SpeechAct.Respond, "said when asked, or in response");
        if (IsQuestion(cue)) return (SpeechAct.Ask, "the content ends in a question mark");
        if (_denials.Find(cue) is { } untrue) return (SpeechAct.Deny, $"“{untrue}” of what was said");
        if (ContentVerb(cue) is var verb and >= 0)
        {
            if (IsCommissive(cue, verb, holder)) return (SpeechAct.Promise, "the holder will do it");
            if (BeliefCues.Contains(cue.VerbLemma) && HasAuxiliary(verb, "may", "might", "could", "will", "'ll")) return (SpeechAct.Predict, "a belief about what may come");
        }
        return (SpeechAct.Assert, $"“{cue.VerbLemma}”");
    }

    private sealed record Entry(string[] Words, SpeechAct Act, string Frame);

    private static readonly FrozenDictionary<string, Entry[]> Entries = DataFile.Rows("attribution/cues.tsv", 3)
        .Select(r => new Entry(r[0].Split(' '), Enum.Parse<SpeechAct>(r[1], ignoreCase: true), r[2]))
        .GroupBy(e => e.Words[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ToArray());

    private static readonly FrozenSet<string> BeliefCues =
        FrozenSet.ToFrozenSet(["believe", "think", "reckon", "suspect", "estimate", "suppose", "assess", "judge"]);

    /// <summary>What is turned down: an account of facts is denied, an offer declined.</summary>
    private static readonly FrozenSet<string> Accounts = FrozenSet.ToFrozenSet(
        ["claim", "allegation", "accusation", "report", "charge", "suggestion", "notion", "idea", "criticism", "argument", "assertion", "statement",
         "rumor", "rumour", "story", "account", "figure", "speculation", "version", "this", "it", "that", "these", "involvement", "responsibility"]);

    /// <summary>Verbs that put a question to somebody; in the passive they ask, unless something is to be done.</summary>
    private static readonly FrozenSet<string> Questioning =
        FrozenSet.ToFrozenSet(["ask", "press", "question", "challenge", "quiz", "grill", "probe", "query", "interrogate", "push", "confront"]);

    /// <summary>"Pressed by journalists on whether …", "he was asked about it".</summary>
    private bool IsAsked(CueClause cue) =>
        cue.Verb >= 0 && Questioning.Contains(cue.VerbLemma) && _analysis.Xpos(cue.Verb) == "VBN" && !_syntax.HasChild(cue.Verb, Deprel.Obj)
        && !HasAuxiliary(cue.Verb, "has", "have", "had") && cue.InfinitiveUnder(cue.Verb) < 0;

    /// <summary>"would not say", "wouldn't comment", "would neither confirm nor deny": a verb of telling that its holder will not do.</summary>
    private string? Refuses(CueClause cue)
    {
        if (cue.Verb < 0) return null;
        var verb = cue.Verb;
        if (Tellings.Contains(cue.VerbLemma) && HasAuxiliary(verb, "would", "will", "wo", "wouldn't", "won't") && (IsNegated(verb) || IsNeither(verb))) return "would not";
        foreach (var above in cue.VerbsUpwards().Skip(1))
            if (_analysis.Lemma(above) is "refuse" or "decline") return $"“{_analysis.Lemma(above)}”";
        return null;
    }

    private static readonly FrozenSet<string> Tellings = FrozenSet.ToFrozenSet(
        ["say", "tell", "comment", "confirm", "deny", "discuss", "disclose", "reveal", "name", "identify", "elaborate", "specify", "explain", "answer", "speculate", "divulge", "draw", "detail", "clarify"]);

    private bool IsNeither(int verb)
    {
        foreach (var child in _syntax.Children(verb))
            if (_analysis.Form(child) is "neither" or "nor") return true;
        return false;
    }

    /// <summary>"No comment", "I have nothing to say": the whole of what was said.</summary>
    private bool SaysNoComment(CueClause cue)
    {
        const int longest = 9;
        var content = cue.Attribution.Content;
        if (content.IsEmpty || content[^1].End - content[0].Start > 60) return false;
        var range = _analysis.TokensIn(content[0]);
        if (range.Count > longest) return false;
        for (var i = range.Start; i + 1 < range.End; i++)
        {
            if (_syntax.IsForm(i, "no") && _syntax.IsForm(i + 1, "comment")) return true;
            if (_syntax.IsForm(i, "nothing") && i + 2 < range.End && _syntax.IsForm(i + 1, "to") && _analysis.Lemma(i + 2) is "say" or "add") return true;
        }
        return false;
    }

    private (SpeechAct, string)? FromCue(CueClause cue, Mention? holder)
    {
        for (var i = 0; i < cue.Tokens.Count; i++)
        {
            if (cue.Tokens[i] != cue.Verb && IsPlanFor(cue.Tokens[i], cue)) continue;
            if (!Entries.TryGetValue(cue.Lemmas[i], out var entries)) continue;
            foreach (var entry in entries)
                if (MatchesWords(cue, i, entry.Words) && MatchesFrame(cue, cue.Tokens[i], entry.Frame))
                    return (Refined(entry.Act, cue, cue.Tokens[i], holder), $"cue “{string.Join(' ', entry.Words)}”");
        }
        foreach (var above in cue.VerbsUpwards().Skip(1))
            if (_analysis.Lemma(above) is "respond" or "reply" or "counter" or "answer" && _syntax.Child(cue.Verb, Deprel.Mark) is var by and >= 0 && _analysis.Form(by) is "by")
                return (SpeechAct.Respond, $"“{_analysis.Lemma(above)} by”");
        return null;
    }

    private SpeechAct Refined(SpeechAct act, CueClause cue, int verb, Mention? holder)
    {
        if (_analysis.Lemma(verb) == "reject" && ObjectLemma(verb) is { } rejected && !Accounts.Contains(rejected)) return SpeechAct.Decline;
        if (act == SpeechAct.Predict && _analysis.Lemma(verb) == "warn" && ContentVerb(cue) is var said and >= 0 && IsOwnDoing(said, holder)) return SpeechAct.Threaten;
        return act;
    }

    /// <summary>"is expected to announce": the saying is announced, the expecting is the publisher's.</summary>
    private bool IsPlanFor(int token, CueClause cue) =>
        _analysis.Lemma(token) is "expect" or "schedule" or "set" or "plan" && cue.Verb > token && _analysis.Heads[cue.Verb] == token && _analysis.Deprels[cue.Verb] == Deprel.Xcomp;

    private bool MatchesWords(CueClause cue, int at, string[] words)
    {
        var token = cue.Tokens[at];
        for (var w = 1; w < words.Length; w++)
        {
            if (at + w < cue.Lemmas.Count && cue.Lemmas[at + w] == words[w]) continue;
            if (w == 1 && HasParticle(cue, token, words[w])) continue;
            return false;
        }
        return true;
    }

    /// <summary>A particle, or a preposition whose phrase is what is said ("insisted on a vote", not "insisted on Monday that").</summary>
    private bool HasParticle(CueClause cue, int verb, string word)
    {
        foreach (var child in _syntax.Children(verb))
        {
            if (child < verb) continue;
            if (_analysis.Deprels[child] is Deprel.Compound or Deprel.Advmod && _syntax.IsForm(child, word)) return true;
            var marker = _syntax.Child(child, Deprel.Case);
            if (marker < 0) marker = _syntax.Child(child, Deprel.Mark);
            if (_analysis.Deprels[child] is Deprel.Obl or Deprel.Advcl or Deprel.Xcomp or Deprel.Ccomp && marker >= 0 && _syntax.IsForm(marker, word)) return cue.IsContent(child) || cue.Tokens.Contains(marker) && !TimeNouns.Has(_analysis.Lemma(child));
        }
        return verb + 1 < _analysis.TokenCount && _syntax.IsForm(verb + 1, word) && (cue.Tokens.Contains(verb + 1) || _analysis.Heads[verb + 1] == verb);
    }

    private bool MatchesFrame(CueClause cue, int verb, string frame)
    {
        switch (frame)
        {
            case "inf": return cue.InfinitiveUnder(verb) >= 0 && _syntax.Child(verb, Deprel.Obj) < 0;
            case "obj-inf": return cue.InfinitiveUnder(verb) >= 0 && (_syntax.Child(verb, Deprel.Obj) >= 0 || _syntax.Child(verb, Deprel.Iobj) >= 0 || cue.Oblique(verb, "on", "upon") >= 0);
            case "clause": return _syntax.HasChild(verb, Deprel.Ccomp);
            case "neg": return IsNegated(verb) || cue.VerbsUpwards().Any(IsNegated);
            default: return true;
        }
    }

    private static (SpeechAct, string) FromContent(CueClause cue) => (SpeechAct.Assert, cue.Attribution.Producer);

    private bool IsAnswer(CueClause cue)
    {
        if (cue.Verb < 0) return false;
        foreach (var child in _syntax.Children(cue.Verb))
        {
            if (cue.IsContent(child)) continue;
            if (_analysis.Deprels[child] == Deprel.Advcl && Questioning.Contains(_analysis.Lemma(child))
                && _analysis.Xpos(child) == "VBN") return true;
            if (_analysis.Deprels[child] == Deprel.Obl && _analysis.Lemma(child) is "response" or "reply" or "answer" or "rebuttal" or "riposte") return true;
        }
        return false;
    }

    private bool IsQuestion(CueClause cue)
    {
        var content = cue.Attribution.Content;
        if (content.IsEmpty) return false;
        var text = _analysis.Text.AsSpan(content[^1].Start, content[^1].Length).TrimEnd("”’\"'»“ \n\r)]");
        return text.Length > 0 && text[^1] == '?' && text.Length > 8 && text[..^1].IndexOfAny(".!?") < 0;
    }

    private int ContentVerb(CueClause cue)
    {
        if (cue.Attribution.Content.IsEmpty) return -1;
        var range = _analysis.TokensIn(cue.Attribution.Content[0]);
        var top = _syntax.TopOf(range);
        return top >= 0 && _analysis.Upos[top] is Upos.Verb or Upos.Adj or Upos.Noun && top >= 0 ? top : -1;
    }

    /// <summary>"We will answer", "he is ready to meet": what the holder says of the holder's own doing.</summary>
    private bool IsCommissive(CueClause cue, int verb, Mention? holder) =>
        IsOwnDoing(verb, holder)
        || IsHolder(_syntax.Child(verb, Deprel.Nsubj), holder) && _analysis.Lemma(verb) is "ready" or "willing" or "prepared" or "determined" && cue.InfinitiveUnder(verb) >= 0;

    /// <summary>"I will resign"; told, "he would resign": the holder is to do it.</summary>
    private bool IsOwnDoing(int verb, Mention? holder)
    {
        if (_analysis.Upos[verb] != Upos.Verb || IsNegated(verb) || !IsHolder(_syntax.Child(verb, Deprel.Nsubj), holder)) return false;
        if (HasAuxiliary(verb, "will", "'ll", "’ll", "shall")) return true;
        return HasAuxiliary(verb, "would") && !HasAuxiliary(verb, "have", "be") && !Wishes.Contains(_analysis.Lemma(verb)) && !_syntax.IsPassive(verb);
    }

    private static readonly FrozenSet<string> Wishes = FrozenSet.ToFrozenSet(
        ["like", "love", "prefer", "hate", "welcome", "want", "need", "hope", "expect", "think", "say", "be", "have", "rather", "know", "see", "feel", "understand", "lose", "win", "die", "take", "mean", "cost", "rain", "snow", "seem", "appear", "require"]);

    /// <summary>The holder, or what is the holder's: "we", "his forces", "our missiles".</summary>
    private bool IsOwn(int subject, Mention? holder)
    {
        if (IsHolder(subject, holder)) return true;
        foreach (var child in _syntax.Children(subject))
            if (_analysis.Deprels[child] == Deprel.Nmod && (_analysis.Form(child) is "our" or "Our" or "my" or "My" || child < subject && IsHolder(child, holder))) return true;
        return false;
    }

    private bool IsHolder(int subject, Mention? holder)
    {
        if (subject < 0 || holder is null) return false;
        var form = _analysis.Form(subject).ToString().ToLowerInvariant();
        if (form is "it" or "they" && OpensContent(subject)) return _analysis.Xpos(holder.Head) is "NNS" or "NNPS" == form is "they";
        return form is "i" or "we" || (holder.Entity is { } entity && entity.IsMentionedAt(subject));
    }

    /// <summary>"The army said it would", "told them that they would": the first word of a clause told takes up whoever tells it.</summary>
    private bool OpensContent(int subject) =>
        subject > 0 && _analysis.Heads[subject] is >= 0 and var verb && _analysis.Deprels[verb] == Deprel.Ccomp && _analysis.Upos[verb] == Upos.Verb
        && (_analysis.Heads[verb] == subject - 1 || _analysis.Form(subject - 1) is "that" && _analysis.Heads[verb] == subject - 2);

    private bool IsNegated(int verb)
    {
        foreach (var child in _syntax.Children(verb))
            if (_analysis.Form(child) is "not" or "n't" or "n’t" or "never") return true;
        return false;
    }

    private bool HasAuxiliary(int verb, params ReadOnlySpan<string> forms)
    {
        foreach (var child in _syntax.Children(verb))
            if (_analysis.Deprels[child] == Deprel.Aux)
                foreach (var form in forms)
                    if (_analysis.Form(child).Equals(form, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private string? ObjectLemma(int verb)
    {
        var child = _syntax.Child(verb, Deprel.Obj);
        return child < 0 ? null : _analysis.Lemma(child).ToLowerInvariant();
    }
}
