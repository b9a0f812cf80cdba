using Counterclaim.Language;
using Counterclaim.Reading.Statements;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>The words that say so, seen as part of a clause: their lemmas, the word they hang on, what stands around them.</summary>
internal sealed class CueClause
{
    private readonly DependencyIndex _syntax;
    private readonly Analysis _analysis;

    public CueClause(DependencyIndex syntax, AttributionSpans attribution)
    {
        _syntax = syntax;
        _analysis = syntax.Analysis;
        Attribution = attribution;
        var tokens = new List<int>();
        foreach (var span in attribution.Cue)
        {
            var range = _analysis.TokensIn(span);
            for (var i = range.Start; i < range.End; i++) tokens.Add(i);
        }
        Tokens = tokens;
        Lemmas = tokens.ConvertAll(t => _analysis.Lemma(t).ToLowerInvariant());
        Verb = FindVerb();
    }

    public AttributionSpans Attribution { get; }

    public IReadOnlyList<int> Tokens { get; }

    public IReadOnlyList<string> Lemmas { get; }

    /// <summary>The word the cue clause hangs on: its last full verb, else its first word; −1 without a cue.</summary>
    public int Verb { get; }

    public string VerbLemma => Verb < 0 ? "" : _analysis.Lemma(Verb).ToLowerInvariant();

    /// <summary>
    /// The verbs above the cue that share its clause ("issued a statement … claiming", "refused to say"); the cue's own first. A clause with a
    /// subject of its own has circumstances of its own.
    /// </summary>
    public IEnumerable<int> VerbsUpwards()
    {
        var verb = Verb;
        for (var steps = 0; verb >= 0 && steps < 4; steps++)
        {
            yield return verb;
            var head = _analysis.Heads[verb];
            var rises = _analysis.Deprels[verb] is Deprel.Xcomp or Deprel.Obj or Deprel.Obl
                || _analysis.Deprels[verb] is Deprel.Advcl or Deprel.Acl && !_syntax.HasChild(verb, Deprel.Nsubj) && !_syntax.HasChild(verb, Deprel.Csubj);
            verb = rises && head >= 0 && !Attribution.Content.Contains(_analysis.Tokens[head].Start) ? head : -1;
        }
    }

    /// <summary>Whether a token stands in the content.</summary>
    public bool IsContent(int token) => Attribution.Content.Contains(_analysis.Tokens[token].Start);

    /// <summary>The first dependent of the cue's verb, outside the content, with one of the given case markers ("to", "on").</summary>
    public int Oblique(int verb, params ReadOnlySpan<string> markers)
    {
        foreach (var child in _syntax.Children(verb))
        {
            if (_analysis.Deprels[child] is not (Deprel.Obl or Deprel.Nmod) || IsContent(child)) continue;
            var marker = _syntax.Child(child, Deprel.Case);
            if (marker < 0) continue;
            foreach (var wanted in markers)
                if (_analysis.Form(marker).Equals(wanted, StringComparison.OrdinalIgnoreCase)) return child;
        }
        return -1;
    }

    /// <summary>
    /// A verb that governs another with "to" ("urged them to leave"): the other; −1 where there is none. Parsers hang it on those who are to do it too.
    /// </summary>
    public int InfinitiveUnder(int verb)
    {
        foreach (var child in _syntax.Children(verb))
        {
            if (child < verb) continue;
            if (_analysis.Deprels[child] is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl && IsInfinitive(child)) return child;
            if (_analysis.Deprels[child] is Deprel.Obj && _syntax.Child(child, Deprel.Acl) is >= 0 and var under && IsInfinitive(under)) return under;
        }
        return -1;
    }

    private bool IsInfinitive(int verb)
    {
        var mark = _syntax.Child(verb, Deprel.Mark);
        return mark >= 0 && _syntax.IsForm(mark, "to") && _analysis.Xpos(verb) != "VBG";
    }

    private int FindVerb()
    {
        var verb = -1;
        foreach (var token in Tokens)
            if (_analysis.Upos[token] == Upos.Verb) verb = token;
        return verb >= 0 ? verb : Tokens.Count > 0 ? _syntax.TopOf(new TokenRange(Tokens[0], Tokens[^1] + 1)) : -1;
    }
}
