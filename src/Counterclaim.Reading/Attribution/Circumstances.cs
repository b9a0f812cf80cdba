using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>To whom, through what and when a statement was made, as far as the clause around its cue tells.</summary>
internal sealed class Circumstances(DependencyIndex syntax, MentionSet mentions)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>The mention of those spoken to; null where none is expressed.</summary>
    public Mention? Addressee(CueClause cue)
    {
        if (cue.Verb < 0) return null;
        foreach (var verb in cue.VerbsUpwards())
        {
            var told = -1;
            if (AddressedVerbs.Contains(_analysis.Lemma(verb)))
            {
                told = OutsideContent(cue, syntax.Child(verb, Deprel.Iobj));
                if (told < 0) told = OutsideContent(cue, syntax.Child(verb, Deprel.Obj));
            }
            if (told < 0 && ToVerbs.Contains(_analysis.Lemma(verb))) told = cue.Oblique(verb, "to", "with");
            if (told < 0 && _analysis.Lemma(verb) is "call" or "appeal") told = cue.Oblique(verb, "on", "upon", "to");
            if (told >= 0 && MentionOn(told) is { } mention) return mention;
        }
        return null;
    }

    /// <summary>The plain words for those spoken to when they are no actor of the report ("reporters").</summary>
    public string? Channel(CueClause cue, Mention? addressee)
    {
        if (cue.Verb < 0) return null;
        var sentence = _analysis.Sentences[_analysis.SentenceOf[cue.Verb]];
        foreach (var verb in cue.VerbsUpwards())
            foreach (var child in syntax.Children(verb))
            {
                if (cue.IsContent(child) || _analysis.Deprels[child] is not (Deprel.Obl or Deprel.Nmod or Deprel.Obj or Deprel.Advcl)) continue;
                if (!sentence.Contains(child)) continue;
                if (PlatformIn(syntax.Extent(child), cue) is { } platform) return platform;
            }
        foreach (var token in cue.Tokens)
            if (PlatformAfterOn(token) is { } platform) return platform;
        if (addressee?.Entity is { Kind: ActorKind.Publication, BestName: { } name }) return WithoutArticle(name);
        foreach (var verb in cue.VerbsUpwards())
            foreach (var child in syntax.Children(verb))
                if (!cue.IsContent(child) && EventIn(child, cue) is { } occasion) return occasion;
        return VerbChannels.GetValueOrDefault(cue.VerbLemma);
    }

    /// <summary>Id of the expression that says when it was said.</summary>
    public string? Time(CueClause cue, IReadOnlyList<TimeExpression> times)
    {
        if (cue.Verb < 0) return null;
        var sentence = _analysis.SpanOf(_analysis.Sentences[_analysis.SentenceOf[cue.Verb]]);
        var verbs = cue.VerbsUpwards().ToArray();
        string? best = null;
        var nearest = int.MaxValue;
        foreach (var time in times)
        {
            if (time.Type is TimeType.Duration or TimeType.Set || !sentence.Contains(time.Span) || cue.Attribution.Content.Overlaps(time.Span)) continue;
            var tokens = _analysis.TokensIn(time.Span);
            var top = syntax.TopOf(tokens);
            if (top < 0 || !HangsOn(top, verbs)) continue;
            var distance = Math.Abs(top - cue.Verb);
            if (distance < nearest) (best, nearest) = (time.Id, distance);
        }
        return best;
    }

    private static readonly HashSet<string> AddressedVerbs =
        ["tell", "inform", "assure", "remind", "warn", "urge", "ask", "order", "instruct", "advise", "notify", "brief", "promise", "beg", "implore", "press"];

    private static readonly HashSet<string> ToVerbs =
        ["say", "speak", "write", "explain", "announce", "report", "confirm", "admit", "appeal", "reply", "respond", "talk", "suggest", "complain", "promise", "tweet", "describe", "apologise", "apologize"];

    private static readonly Dictionary<string, string> Platforms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["X"] = "X",
        ["Twitter"] = "Twitter",
        ["Telegram"] = "Telegram",
        ["Facebook"] = "Facebook",
        ["Instagram"] = "Instagram",
        ["YouTube"] = "YouTube",
        ["TikTok"] = "TikTok",
        ["WhatsApp"] = "WhatsApp",
        ["VK"] = "VK",
        ["VKontakte"] = "VK",
        ["Weibo"] = "Weibo",
        ["Bluesky"] = "Bluesky",
        ["Mastodon"] = "Mastodon",
        ["Threads"] = "Threads",
        ["LinkedIn"] = "LinkedIn",
        ["WeChat"] = "WeChat",
    };

    private static readonly Dictionary<string, string> VerbChannels = new() { ["tweet"] = "Twitter", ["retweet"] = "Twitter" };

    private static readonly HashSet<string> Occasions =
        ["conference", "briefing", "interview", "address", "speech", "statement", "communique", "letter", "post", "tweet", "message", "video",
         "broadcast", "podcast", "memo", "email", "report", "editorial", "testimony", "debate", "rally", "release", "bulletin", "broadcast"];

    private int OutsideContent(CueClause cue, int token) => token >= 0 && cue.IsContent(token) ? -1 : token;

    private Mention? MentionOn(int token)
    {
        Mention? found = null;
        foreach (var mention in mentions.All)
        {
            if (mention.Head > token + 8) break;
            if (mention.Tokens.Contains(token) && mention.Form != MentionForm.Coordination && (found is null || mention.Head == token)) found = mention;
        }
        return found;
    }

    private string? PlatformIn(TokenRange range, CueClause cue)
    {
        for (var i = range.Start; i < range.End && i < range.Start + 24; i++)
            if (!cue.IsContent(i) && PlatformAfterOn(i) is { } platform) return platform;
        return null;
    }

    private string? PlatformAfterOn(int preposition)
    {
        if (_analysis.Form(preposition).ToString().ToLowerInvariant() is not ("on" or "via" or "through" or "to")) return null;
        for (var i = preposition + 1; i < _analysis.TokenCount && i < preposition + 6; i++)
        {
            if (Platforms.TryGetValue(_analysis.Form(i).ToString(), out var platform)) return platform;
            if (_analysis.Upos[i] is Upos.Verb or Upos.Punct) return null;
        }
        return null;
    }

    /// <summary>"at a press conference", "in an interview with Harbour Radio".</summary>
    private string? EventIn(int child, CueClause cue)
    {
        var noun = child;
        if (_analysis.Deprels[child] == Deprel.Advcl && _analysis.Lemma(child) is "speak" or "talk" && child >= 0)
        {
            noun = cue.Oblique(child, "in", "at", "during");
            if (noun < 0) return MentionOn(cue.Oblique(child, "to", "with")) is { Entity: { Kind: ActorKind.Publication, BestName: { } name } } ? WithoutArticle(name) : null;
        }
        else if (_analysis.Deprels[child] is not (Deprel.Obl or Deprel.Obj)) return null;
        if (!Occasions.Contains(_analysis.Lemma(noun))) return null;
        var with = noun < 0 ? -1 : cue.Oblique(noun, "with", "to");
        var kind = _analysis.Lemma(noun);
        if (with >= 0 && MentionOn(with) is { Entity: { Kind: ActorKind.Publication, BestName: { } outlet } }) return $"{WithoutArticle(outlet)} {kind}";
        var before = noun - 1;
        return before >= 0 && _analysis.Deprels[before] == Deprel.Compound && _analysis.Heads[before] == noun
            ? $"{_analysis.Form(before).ToString().ToLowerInvariant()} {kind}" : kind;
    }

    private string WithoutArticle(Mention name)
    {
        var text = _analysis.SpanOf(name.Name).In(_analysis.Text).ToString();
        return text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
    }

    /// <summary>Whether a time is a dependent of one of the verbs, not of a clause below them.</summary>
    private bool HangsOn(int top, int[] verbs)
    {
        for (var steps = 0; top >= 0 && steps < 3; steps++)
        {
            if (Array.IndexOf(verbs, top) >= 0) return steps > 0;
            if (steps > 0 && _analysis.Upos[top] is Upos.Verb) return false;
            top = _analysis.Heads[top];
        }
        return top >= 0 && Array.IndexOf(verbs, top) >= 0;
    }
}
