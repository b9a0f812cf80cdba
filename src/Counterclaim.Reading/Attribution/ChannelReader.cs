using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Attribution;

/// <summary>What a statement was made through.</summary>
/// <param name="Words">"X", "press conference", "Radio Nord interview"; null where none is told.</param>
/// <param name="Runs">It goes on for what the same holder says next: an interview, a programme.</param>
internal readonly record struct Channel(string? Words, string? Reason, bool Runs);

/// <summary>Reads the channel off the clause around a cue: its phrases, those of its holder, and those of participles beside it.</summary>
internal sealed class ChannelReader(DependencyIndex syntax, Outlets outlets)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <param name="addressee">Head of those spoken to, −1 for nobody.</param>
    public Channel Of(CueClause cue, int addressee)
    {
        var phrases = PhrasesOf(cue);
        foreach (var phrase in phrases)
            if (PlatformIn(syntax.Extent(phrase), cue) is { } platform) return new Channel(platform, "the platform named in its clause", false);
        foreach (var token in cue.Tokens)
            if (PlatformAfter(token) is { } platform) return new Channel(platform, "the platform named in its clause", false);
        foreach (var phrase in phrases)
            if (Occasion(phrase, cue, addressee) is { Words: not null, Runs: true } interview) return interview;
        if (outlets.NameOf(addressee) is { } told) return new Channel(told, "an outlet is told", false);
        foreach (var phrase in phrases)
            if (IsThrough(phrase, cue) && outlets.NameOf(phrase) is { } outlet) return new Channel(outlet, "an outlet named in its clause", Running.Contains(_analysis.Lemma(phrase)));
        foreach (var phrase in phrases)
            if (Occasion(phrase, cue, addressee) is { Words: not null } occasion) return occasion;
        return cue.VerbLemma is "tweet" or "retweet" ? new Channel("Twitter", "tweeted", false) : default;
    }

    private const int Widest = 24;

    private static readonly FrozenDictionary<string, string[]> Occasions =
        DataFile.Rows("attribution/occasions.tsv", 2).ToFrozenDictionary(r => r[0], r => r[1].Split(','));

    private static readonly FrozenSet<string> Running = FrozenSet.ToFrozenSet(["interview", "podcast", "programme", "program", "show"]);

    /// <summary>Verbs whose object is what is said through ("issued a statement", "told a rally").</summary>
    private static readonly FrozenSet<string> Delivering = FrozenSet.ToFrozenSet(
        ["issue", "give", "release", "make", "deliver", "publish", "post", "hold", "send", "write", "tell", "address", "record", "upload", "air", "broadcast", "put", "circulate", "hand"]);

    /// <summary>Adjectives that tell one kind of occasion from another.</summary>
    private static readonly FrozenSet<string> Telling = FrozenSet.ToFrozenSet(
        ["televised", "annual", "joint", "written", "recorded", "pre-recorded", "prerecorded", "online", "virtual", "public", "daily", "weekly", "monthly", "live", "parliamentary", "open"]);

    private static readonly FrozenDictionary<string, string> Platforms = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["X"] = "X",
        ["Twitter"] = "Twitter",
        ["Telegram"] = "Telegram",
        ["Facebook"] = "Facebook",
        ["Instagram"] = "Instagram",
        ["YouTube"] = "YouTube",
        ["TikTok"] = "TikTok",
        ["WhatsApp"] = "WhatsApp",
        ["Signal"] = "Signal",
        ["Viber"] = "Viber",
        ["VK"] = "VK",
        ["VKontakte"] = "VK",
        ["Weibo"] = "Weibo",
        ["Bluesky"] = "Bluesky",
        ["Mastodon"] = "Mastodon",
        ["Threads"] = "Threads",
        ["LinkedIn"] = "LinkedIn",
        ["WeChat"] = "WeChat",
        ["Truth"] = "Truth Social",
        ["Reddit"] = "Reddit",
        ["Substack"] = "Substack",
        ["Snapchat"] = "Snapchat",
        ["Discord"] = "Discord",
        ["Twitch"] = "Twitch",
        ["Rumble"] = "Rumble",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Phrases under the cue's verbs, the verb it is joined to, its holder and its participles, outside the content.</summary>
    private List<int> PhrasesOf(CueClause cue)
    {
        var sites = new List<int>(cue.VerbsUpwards());
        if (cue.Verb >= 0)
            for (int verb = cue.Verb, climbs = 0; climbs < 3 && _analysis.Deprels[verb] == Deprel.Conj && !syntax.HasChild(verb, Deprel.Nsubj); climbs++)
                sites.Add(verb = _analysis.Heads[verb]);
        if (!cue.Attribution.Holder.IsEmpty && syntax.TopOf(_analysis.TokensIn(cue.Attribution.Holder[0])) is >= 0 and var holder) sites.Add(holder);
        sites.AddRange(SpeakingParticiples.Of(cue, syntax));
        var phrases = new List<int>();
        foreach (var site in sites)
            foreach (var child in syntax.Children(site))
                if (!cue.IsContent(child) && _analysis.SentenceOf[child] == _analysis.SentenceOf[site] && !phrases.Contains(child)
                    && _analysis.Deprels[child] is Deprel.Obl or Deprel.Nmod or Deprel.Obj or Deprel.Advmod or Deprel.Appos or Deprel.Dep or Deprel.Advcl && !sites.Contains(child)) phrases.Add(child);
        return phrases;
    }

    private string? PlatformIn(TokenRange range, CueClause cue)
    {
        for (var i = range.Start; i < range.End && i < range.Start + Widest; i++)
            if (!cue.IsContent(i) && PlatformAfter(i) is { } platform) return platform;
        return null;
    }

    private string? PlatformAfter(int preposition)
    {
        if (_analysis.Form(preposition).ToString().ToLowerInvariant() is not ("on" or "via" or "through" or "to" or "over")) return null;
        for (var i = preposition + 1; i < _analysis.TokenCount && i < preposition + 6; i++)
        {
            if (char.IsUpper(_analysis.Form(i)[0]) && Platforms.TryGetValue(_analysis.Form(i).ToString(), out var platform)) return platform;
            if (_analysis.Upos[i] is Upos.Verb or Upos.Punct) return null;
        }
        return null;
    }

    /// <summary>"on the podcast", "in the Courier", "via Radio Nord".</summary>
    private bool IsThrough(int phrase, CueClause cue) =>
        syntax.Child(phrase, Deprel.Case) is >= 0 and var marker && _analysis.Form(marker).ToString().ToLowerInvariant() is "on" or "in" or "to" or "via" or "through" or "with" or "for" or "over"
        && phrase != cue.Verb;

    /// <summary>"at a press conference", "in an interview with Radio Nord", "told the rally".</summary>
    private Channel Occasion(int noun, CueClause cue, int addressee)
    {
        var kind = _analysis.Lemma(noun).ToLowerInvariant();
        if (!Occasions.TryGetValue(kind, out var markers)) return default;
        if (!IsReachedBy(noun, markers, addressee)) return default;
        var runs = Running.Contains(kind);
        if (runs && kind != "interview") return new Channel(outlets.NameOf(noun) ?? kind, $"“{kind}” in its clause", true);
        if (runs && OutletOf(noun, cue) is { } outlet) return new Channel($"{outlet} {kind}", $"“{kind}” in its clause", true);
        var before = noun - 1;
        var tells = before >= 0 && _analysis.Heads[before] == noun
            && (_analysis.Deprels[before] == Deprel.Compound || _analysis.Deprels[before] == Deprel.Amod && Telling.Contains(_analysis.Form(before).ToString().ToLowerInvariant()));
        var words = !tells ? kind : $"{(_analysis.Upos[before] == Upos.Propn ? _analysis.Form(before).ToString() : _analysis.Form(before).ToString().ToLowerInvariant())} {kind}";
        return new Channel(words, $"“{kind}” in its clause", runs);
    }

    private bool IsReachedBy(int noun, string[] markers, int addressee)
    {
        if (noun == addressee) return !markers.Contains("by");
        var marker = syntax.Child(noun, Deprel.Case);
        if (marker >= 0) return markers.Contains(_analysis.Form(marker).ToString().ToLowerInvariant());
        return _analysis.Deprels[noun] == Deprel.Obj && _analysis.Heads[noun] >= 0 && Delivering.Contains(_analysis.Lemma(_analysis.Heads[noun]));
    }

    private string? OutletOf(int interview, CueClause cue)
    {
        if (outlets.AnyNameOf(cue.Oblique(interview, "with", "to", "on", "for")) is { } with) return with;
        foreach (var verb in cue.VerbsUpwards())
            if (outlets.AnyNameOf(cue.Oblique(verb, "with")) is { } beside) return beside;
        foreach (var child in syntax.Children(interview))
            if (child < interview && _analysis.Deprels[child] is Deprel.Compound or Deprel.Nmod && _analysis.Upos[child] == Upos.Propn && outlets.AnyNameOf(child) is { } before) return before;
        foreach (var verb in cue.VerbsUpwards()) // "told Radio Nord in an interview"
            if ((outlets.NameOf(syntax.Child(verb, Deprel.Obj)) ?? outlets.NameOf(syntax.Child(verb, Deprel.Iobj))) is { } told) return told;
        return null;
    }
}
