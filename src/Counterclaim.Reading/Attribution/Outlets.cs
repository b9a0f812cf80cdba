using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>Names of papers, stations, agencies and programmes, as the words around them tell ("the weekly Meridian", "Radio Nord").</summary>
internal sealed class Outlets(DependencyIndex syntax, MentionMap mentionAt)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>The outlet a noun or name stands for, without its article ("Radio Nord", "state television"); null for anything else.</summary>
    public string? NameOf(int head)
    {
        if (head < 0 || _analysis.Upos[head] is not (Upos.Noun or Upos.Propn)) return null;
        var phrase = PhraseOf(head);
        var name = NameIn(phrase);
        var isListed = mentionAt.On(head)?.Entity is { Kind: ActorKind.Publication, BestName: not null };
        if (name.IsEmpty) return NamesOutlet(head) ? WordsOf(new TokenRange(AfterArticle(phrase.Start, head), head + 1)) : null;
        return isListed || NamesOutlet(head) || HasOutletWord(phrase) ? WordsOf(name) : null;
    }

    /// <summary>The name of whatever is no person: who else gives an interview a place is an outlet, known or not.</summary>
    public string? AnyNameOf(int head)
    {
        if (NameOf(head) is { } known) return known;
        if (head < 0 || mentionAt.On(head) is { Kind: ActorKind.Person, Form: MentionForm.Name }) return null;
        var name = NameIn(PhraseOf(head));
        return name.IsEmpty ? null : WordsOf(name);
    }

    private const int LongestName = 6;

    private static readonly FrozenSet<string> Programmes = FrozenSet.ToFrozenSet(["podcast", "forum", "programme", "program", "show", "blog", "newsletter", "site", "service", "talkshow", "livestream"]);

    private TokenRange PhraseOf(int head)
    {
        var extent = syntax.Extent(head);
        var start = Math.Max(extent.Start, head - LongestName);
        return new TokenRange(start, Math.Min(extent.End, head + LongestName));
    }

    /// <summary>The first run of capitalised words; a number may end it ("Kanal 5").</summary>
    private TokenRange NameIn(TokenRange phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (!IsNameWord(i)) continue;
            var end = i + 1;
            while (end < phrase.End && end < i + LongestName && (IsNameWord(end) || _analysis.Upos[end] == Upos.Num)) end++;
            return new TokenRange(i, end);
        }
        return default;
    }

    private bool IsNameWord(int token) =>
        _analysis.Upos[token] is Upos.Propn || _analysis.Upos[token] is Upos.Noun or Upos.Adj or Upos.X && char.IsUpper(_analysis.Form(token)[0]);

    private bool HasOutletWord(TokenRange phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            var word = _analysis.Form(i).ToString().ToLowerInvariant();
            if (NounLexicon.Default.NameWord(word) == ActorKind.Publication || char.IsUpper(_analysis.Form(i)[0]) && NounLexicon.Default.Noun(word) is { Class: NounClass.Publication } || NamesOutlet(i)) return true;
        }
        return NounLexicon.Default.IsPublication(WordsOf(NameIn(phrase)).ToLowerInvariant());
    }

    private bool NamesOutlet(int token) =>
        _analysis.Upos[token] == Upos.Noun && _analysis.Lemma(token).ToLowerInvariant() is var lemma
        && (Programmes.Contains(lemma) || NounLexicon.Default.Noun(lemma) is { Class: NounClass.Publication } || lemma == "agency" && token > 0 && syntax.IsForm(token - 1, "news"));

    private int AfterArticle(int start, int head)
    {
        while (start < head && _analysis.Upos[start] is Upos.Det or Upos.Adp or Upos.Punct or Upos.Pron) start++;
        return start;
    }

    private string WordsOf(TokenRange range) => range.IsEmpty ? "" : _analysis.Form(range).ToString();
}
