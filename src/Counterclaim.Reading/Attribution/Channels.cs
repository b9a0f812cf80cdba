using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>Through what the statements of a report were made: as their clauses tell, and where an interview runs on, as an earlier one told.</summary>
internal sealed class Channels
{
    private readonly DependencyIndex _syntax;
    private readonly Analysis _analysis;
    private readonly StatementTree _tree;
    private readonly IReadOnlyList<CueClause> _cues;
    private readonly IReadOnlyList<Entity?> _holders;
    private readonly MentionMap _mentionAt;
    private readonly Channel[] _channels;

    private Channels(DependencyIndex syntax, StatementTree tree, IReadOnlyList<CueClause> cues, MentionMap mentionAt, IReadOnlyList<Entity?> holders)
    {
        _syntax = syntax;
        _analysis = syntax.Analysis;
        _tree = tree;
        _cues = cues;
        _holders = holders;
        _mentionAt = mentionAt;
        _channels = new Channel[tree.Count];
    }

    /// <summary>The channel of every statement.</summary>
    /// <param name="addressees">Head of those each is said to, −1 for nobody.</param>
    public static Channel[] Find(
        DependencyIndex syntax, StatementTree tree, IReadOnlyList<CueClause> cues, MentionMap mentionAt, IReadOnlyList<Entity?> holders,
        IReadOnlyList<int> addressees, IReadOnlyList<SpeechAct> acts)
    {
        var channels = new Channels(syntax, tree, cues, mentionAt, holders);
        var reader = new ChannelReader(syntax, new Outlets(syntax, mentionAt));
        for (var i = 0; i < tree.Count; i++) channels._channels[i] = reader.Of(cues[i], addressees[i]);
        channels.RunOn(acts);
        channels.GiveToInner();
        return channels._channels;
    }

    /// <summary>How far on the first words of an interviewed holder may follow the sentence that tells of the interview.</summary>
    private const int NearSentences = 2;

    /// <summary>What the same holder says after a channel that runs, until the holder is said to use another or to speak to somebody else.</summary>
    private void RunOn(IReadOnlyList<SpeechAct> acts)
    {
        var running = new Dictionary<Entity, string>();
        var interviews = InterviewsInOwnVoice();
        var next = 0;
        for (var i = 0; i < _tree.Count; i++)
        {
            var sentence = SentenceOf(i);
            for (; next < interviews.Count && interviews[next].Sentence <= sentence; next++)
                if (FirstHolderFrom(i, interviews[next].Sentence) is { } interviewed) running[interviewed] = interviews[next].Words;
            if (_holders[i] is not { } holder)
            {
                if (acts[i] == SpeechAct.Ask && i + 1 < _tree.Count && _holders[i + 1] is { } answering && running.TryGetValue(answering, out var asked) && _channels[i].Words is null)
                    _channels[i] = new Channel(asked, "the interview runs on", false);
                continue;
            }
            if (_channels[i] is { Words: { } words } channel)
            {
                if (channel.Runs) running[holder] = words;
                else if (running.TryGetValue(holder, out var before) && !before.Contains(words, StringComparison.OrdinalIgnoreCase)) running.Remove(holder);
            }
            else if (i > 0 && _holders[i - 1] == holder && _channels[i - 1].Words is not null && SentenceOf(i - 1) == sentence && _tree.ParentOf(i) == _tree.ParentOf(i - 1))
            {
                _channels[i] = _channels[i - 1] with { Reason = "as in the same sentence" };
            }
            else if (running.TryGetValue(holder, out var going))
            {
                _channels[i] = new Channel(going, "the interview runs on", false);
            }
            else if (OfSameDocument(i) is { } document)
            {
                _channels[i] = new Channel(document, "said in the same statement", false);
            }
        }
    }

    /// <summary>"She said in a statement published on X … The statement said": the channel of the earlier one.</summary>
    private string? OfSameDocument(int statement)
    {
        var holder = _tree.Items[statement].Holder;
        if (holder.IsEmpty || _syntax.TopOf(_analysis.TokensIn(holder[0])) is not (>= 0 and var noun)) return null;
        if (NounLexicon.Default.Noun(_analysis.Lemma(noun)) is not { Class: NounClass.Document } || _syntax.Child(noun, Deprel.Det, "the") < 0) return null;
        for (var before = statement - 1; before >= 0 && SentenceOf(statement) - SentenceOf(before) <= NearSentences; before--)
        {
            if (_holders[before] != _holders[statement] || _channels[before].Words is not { } words) continue;
            var sentence = _analysis.Sentences[SentenceOf(before)];
            for (var token = sentence.Start; token < sentence.End; token++)
                if (_analysis.Upos[token] == Upos.Noun && _syntax.IsLemma(token, _analysis.Lemma(noun))) return words;
        }
        return null;
    }

    private Entity? FirstHolderFrom(int statement, int sentence)
    {
        for (var i = statement; i < _tree.Count && SentenceOf(i) <= sentence + NearSentences; i++)
            if (_holders[i] is { } holder && _tree.ParentOf(i) < 0) return holder;
        return null;
    }

    /// <summary>"Speaking in an interview with Radio Nord", in the publisher's own words; a heading or a broken line may come between.</summary>
    private List<(int Sentence, string Words)> InterviewsInOwnVoice()
    {
        var found = new List<(int, string)>();
        for (var i = 0; i + 2 < _analysis.TokenCount; i++)
        {
            if (_analysis.Upos[i] != Upos.Noun || !_syntax.IsLemma(i, "interview") || _tree.InnermostAt(i) >= 0 || !_syntax.IsForm(i + 1, "with") || IsRefused(i)) continue;
            if (OutletAfter(i + 2) is { } outlet) found.Add((_analysis.SentenceOf[i], $"{outlet} interview"));
        }
        return found;
    }

    /// <summary>The last run of capitalised words before the phrase ends, which no person bears; it may stand on a line of its own.</summary>
    private string? OutletAfter(int start)
    {
        const int reach = 8;
        var name = default(TokenRange);
        for (var i = start; i < _analysis.TokenCount && i < start + reach; i++)
        {
            if (_analysis.Upos[i] is Upos.Punct or Upos.Verb or Upos.Aux or Upos.Adp) break;
            if (_analysis.Upos[i] != Upos.Propn) continue;
            name = name.End == i ? new TokenRange(name.Start, i + 1) : new TokenRange(i, i + 1);
        }
        if (name.IsEmpty || _mentionAt.On(name.End - 1) is { Kind: ActorKind.Person, Form: MentionForm.Name }) return null;
        return _analysis.Form(name).ToString();
    }

    private bool IsRefused(int interview)
    {
        var sentence = _analysis.Sentences[_analysis.SentenceOf[interview]];
        for (var i = Math.Max(sentence.Start, interview - 8); i < interview; i++)
            if (_analysis.Lemma(i).ToLowerInvariant() is "decline" or "refuse" or "request" or "seek" or "reject" or "cancel" or "turn") return true;
        return false;
    }

    /// <summary>"I think", said in an interview, was said there.</summary>
    private void GiveToInner()
    {
        foreach (var i in Enumerable.Range(0, _tree.Count).OrderBy(DepthOf))
            if (_channels[i].Words is null && _tree.ParentOf(i) is >= 0 and var outer && _channels[outer].Words is { } words && _holders[i] is { } holder && (holder == _holders[outer] || IsQuotedAsSaying(i)))
                _channels[i] = new Channel(words, "told inside a statement made so", false);
    }

    private bool IsQuotedAsSaying(int statement) => _cues[statement].Verb is > 0 and var verb && _syntax.IsForm(verb - 1, "as") && _analysis.Xpos(verb) == "VBG";

    private int DepthOf(int statement)
    {
        var depth = 0;
        for (var s = _tree.ParentOf(statement); s >= 0 && depth < 16; s = _tree.ParentOf(s)) depth++;
        return depth;
    }

    private int SentenceOf(int statement)
    {
        var at = _cues[statement].Verb;
        if (at < 0) at = Math.Min(_analysis.TokenAtOrAfter(StatementTree.HullOf(_tree.Items[statement]).Start), _analysis.TokenCount - 1);
        return at < 0 ? 0 : _analysis.SentenceOf[at];
    }
}
