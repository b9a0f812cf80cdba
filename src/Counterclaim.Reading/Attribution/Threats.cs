using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Attribution;

/// <summary>
/// "If one more convoy passes, we will sink it", "any ship that enters will be fired on", "you will regret it": harm that is to come, by those who speak or to those
/// spoken to, unless others do as they are told.
/// </summary>
internal sealed class Threats(DependencyIndex syntax)
{
    private const int MostTokens = 80;
    private readonly Analysis _analysis = syntax.Analysis;

    private static readonly FrozenDictionary<string, string> Harm = DataFile.Rows("attribution/harm.tsv", 2).ToFrozenDictionary(r => r[0], r => r[1]);

    private static readonly HashSet<string> Promising = ["promise", "vow", "pledge", "swear", "say", "tell", "warn", "declare", "announce", "add", "write", "insist", "state", "post", "tweet", "read", "threaten"];

    /// <summary>The words of harm; null where nobody is threatened.</summary>
    /// <param name="isOwn">Whether a token is or belongs to whoever speaks ("we", "his forces").</param>
    public string? Find(CueClause cue, Func<int, bool> isOwn)
    {
        if (cue.Verb >= 0 && !Promising.Contains(cue.VerbLemma) || cue.Attribution.Content.IsEmpty) return null;
        foreach (var span in cue.Attribution.Content)
        {
            var range = _analysis.TokensIn(span);
            for (var token = range.Start; token < Math.Min(range.End, range.Start + MostTokens); token++)
                if (Harm.GetValueOrDefault(_analysis.Lemma(token).ToLowerInvariant()) is { } kind && IsThreatened(token, kind, cue, isOwn)) return _analysis.Form(token).ToString();
        }
        return null;
    }

    private bool IsThreatened(int token, string kind, CueClause cue, Func<int, bool> isOwn)
    {
        if (kind == "fate") return _analysis.Upos[token] == Upos.Noun && IsFate(token);
        if (_analysis.Upos[token] != Upos.Verb || !IsToCome(token, out var governor)) return false;
        var subject = syntax.Child(governor, Deprel.Nsubj);
        if (subject < 0) return false;
        if (_analysis.Lemma(token) is "regret") return _analysis.Form(subject) is "they" or "They" || IsAnybody(subject);
        if (syntax.IsPassive(token)) return IsAnybody(subject);
        return isOwn(subject) && (HasCondition(governor) || kind == "deed" && (governor != token || IsSpokenTo(token) || cue.VerbLemma is not ("promise" or "vow" or "pledge" or "swear")));
    }

    /// <summary>"There will be consequences", "will pay a heavy price", "will face our revenge".</summary>
    private bool IsFate(int noun)
    {
        var verb = _analysis.Heads[noun];
        return verb >= 0 && _analysis.Deprels[noun] is Deprel.Obj or Deprel.Nsubj && _analysis.Lemma(verb) is "be" or "pay" or "face" or "suffer" or "have" or "bear" or "await" or "follow" or "meet" && IsToCome(verb, out _);
    }

    /// <summary>Told of the future; "would not hesitate to", "is ready to" govern what is threatened.</summary>
    private bool IsToCome(int verb, out int governor)
    {
        governor = verb;
        var head = _analysis.Heads[verb];
        var isGoverned = _analysis.Deprels[verb] == Deprel.Xcomp && head >= 0 && _analysis.Lemma(head) is "hesitate" or "ready" or "prepared" or "prepare" or "go";
        if (isGoverned) governor = head;
        var isNegated = false;
        var isFuture = isGoverned && _analysis.Lemma(head) is "ready" or "prepared" or "go";
        foreach (var child in syntax.Children(governor))
        {
            isNegated |= _analysis.Form(child) is "not" or "n't" or "n’t" or "never";
            isFuture |= _analysis.Deprels[child] == Deprel.Aux && _analysis.Lemma(child).ToLowerInvariant() is "will" or "would" or "shall" or "'ll" or "’ll";
        }
        return isFuture && isNegated == (isGoverned && _analysis.Lemma(head) == "hesitate");
    }

    private bool HasCondition(int verb)
    {
        foreach (var child in syntax.Children(verb))
            if (_analysis.Deprels[child] == Deprel.Advcl && syntax.Child(child, Deprel.Mark) is >= 0 and var mark && _analysis.Lemma(mark).ToLowerInvariant() is "if" or "unless" or "until") return true;
        return false;
    }

    private bool IsSpokenTo(int verb) => syntax.Child(verb, Deprel.Obj) is >= 0 and var harmed && (_analysis.Lemma(harmed).ToLowerInvariant() is "you" || syntax.Child(harmed, Deprel.Nmod) is >= 0 and var owner && _analysis.Form(owner) is "your");

    /// <summary>"any ship", "anyone who", "those who", "whoever", "you".</summary>
    private bool IsAnybody(int subject) =>
        _analysis.Lemma(subject).ToLowerInvariant() is "anyone" or "anybody" or "whoever" or "you" or "everyone"
        || _analysis.Lemma(subject).ToLowerInvariant() is "those" or "that" && syntax.HasChild(subject, Deprel.Acl)
        || syntax.Child(subject, Deprel.Det) is >= 0 and var det && _analysis.Form(det) is "any" or "Any" or "every" or "Every";
}
