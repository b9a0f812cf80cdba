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

    public SpeechActs(DependencyIndex syntax)
    {
        _syntax = syntax;
        _analysis = syntax.Analysis;
    }

    /// <summary>The act of a statement and the words that tell it.</summary>
    /// <param name="holder">Entity of the holder, to know a promise from a prediction; may be null.</param>
    public (SpeechAct Act, string Reason) Classify(CueClause cue, Mention? holder)
    {
        if (cue.Tokens.Count == 0) return FromContent(cue);
        if (FromCue(cue) is { } told) return told;
        if (IsAnswer(cue)) return (SpeechAct.Respond, "said when asked, or in response");
        if (IsQuestion(cue)) return (SpeechAct.Ask, "the content ends in a question mark");
        if (ContentVerb(cue) is var verb and >= 0)
        {
            if (IsCommissive(verb, holder)) return (SpeechAct.Promise, "the holder will do it");
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

    private (SpeechAct, string)? FromCue(CueClause cue)
    {
        for (var i = 0; i < cue.Tokens.Count; i++)
        {
            if (!Entries.TryGetValue(cue.Lemmas[i], out var entries)) continue;
            foreach (var entry in entries)
                if (MatchesWords(cue, i, entry.Words) && MatchesFrame(cue, cue.Tokens[i], entry.Frame))
                    return (Refined(entry.Act, cue, cue.Tokens[i]), $"cue “{string.Join(' ', entry.Words)}”");
        }
        foreach (var above in cue.VerbsUpwards().Skip(1))
            if (_analysis.Lemma(above) is "respond" or "reply" or "counter" or "answer" && _syntax.Child(cue.Verb, Deprel.Mark) is var by and >= 0 && _analysis.Form(by) is "by")
                return (SpeechAct.Respond, $"“{_analysis.Lemma(above)} by”");
        return null;
    }

    private SpeechAct Refined(SpeechAct act, CueClause cue, int verb)
    {
        if (_analysis.Lemma(verb) == "reject" && ObjectLemma(verb) is { } rejected && !Accounts.Contains(rejected)) return SpeechAct.Decline;
        if (act == SpeechAct.Predict && _analysis.Lemma(verb) == "warn" && ContentVerb(cue) is var said and >= 0
            && _syntax.Child(said, Deprel.Nsubj) is var subject and >= 0 && _analysis.Form(subject).ToString().ToLowerInvariant() is "we" or "i"
            && HasAuxiliary(said, "will", "'ll", "’ll")) return SpeechAct.Threaten;
        return act;
    }

    private bool MatchesWords(CueClause cue, int at, string[] words)
    {
        var token = cue.Tokens[at];
        for (var w = 1; w < words.Length; w++)
        {
            if (at + w < cue.Lemmas.Count && cue.Lemmas[at + w] == words[w]) continue;
            if (w == 1 && HasParticle(token, words[w])) continue;
            return false;
        }
        return true;
    }

    private bool HasParticle(int verb, string word)
    {
        if (verb + 1 < _analysis.TokenCount && _analysis.Form(verb + 1).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var child in _syntax.Children(verb))
        {
            if (child < verb) continue;
            if (_analysis.Deprels[child] == Deprel.Compound && _analysis.Form(child).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
            if (_analysis.Deprels[child] == Deprel.Obl && _syntax.Child(child, Deprel.Case) is var marker and >= 0
                && _analysis.Form(marker).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private bool MatchesFrame(CueClause cue, int verb, string frame)
    {
        switch (frame)
        {
            case "inf": return InfinitiveUnder(verb) >= 0 && _syntax.Child(verb, Deprel.Obj) < 0;
            case "obj-inf": return InfinitiveUnder(verb) >= 0 && (_syntax.Child(verb, Deprel.Obj) >= 0 || _syntax.Child(verb, Deprel.Iobj) >= 0 || cue.Oblique(verb, "on", "upon") >= 0);
            default: return true;
        }
    }

    private int InfinitiveUnder(int verb)
    {
        foreach (var child in _syntax.Children(verb))
            if (child > verb && _analysis.Deprels[child] is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl && child > verb
                && _syntax.Child(child, Deprel.Mark) is var mark and >= 0 && _analysis.Form(mark).Equals("to", StringComparison.OrdinalIgnoreCase)) return child;
        return -1;
    }

    private static (SpeechAct, string) FromContent(CueClause cue) => (SpeechAct.Assert, cue.Attribution.Producer);

    private bool IsAnswer(CueClause cue)
    {
        if (cue.Verb < 0) return false;
        foreach (var child in _syntax.Children(cue.Verb))
        {
            if (cue.IsContent(child)) continue;
            if (_analysis.Deprels[child] == Deprel.Advcl && _analysis.Lemma(child) is "ask" or "press" && !cue.IsContent(child)
                && _analysis.Xpos(child) == "VBN") return true;
            if (_analysis.Deprels[child] == Deprel.Obl && _analysis.Lemma(child) is "response" or "reply" && !cue.IsContent(child)) return true;
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
    private bool IsCommissive(int verb, Mention? holder)
    {
        var subject = _syntax.Child(verb, Deprel.Nsubj);
        if (subject < 0 || holder is null) return false;
        var form = _analysis.Form(subject).ToString().ToLowerInvariant();
        var same = form is "i" or "we" || (holder.Entity is { } entity && entity.Mentions.Exists(m => m.Tokens.Contains(subject)));
        if (!same) return false;
        return _analysis.Upos[verb] == Upos.Verb && HasAuxiliary(verb, "will", "'ll", "’ll", "shall") && !IsNegated(verb)
            || (_analysis.Lemma(verb) is "ready" or "willing" or "prepared" or "determined" && InfinitiveUnder(verb) >= 0);
    }

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
