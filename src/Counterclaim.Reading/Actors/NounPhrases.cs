using Counterclaim.Language;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Noun phrases around their heads, told from tags and trees.</summary>
internal sealed class NounPhrases(DependencyIndex syntax)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>The noun with all that stands before it: determiner, adjectives, compounds, possessors.</summary>
    public TokenRange Base(int head, TokenRange within = default)
    {
        var start = head;
        var first = Math.Max(head - MaxWords, within.IsEmpty ? 0 : within.Start);
        foreach (var child in syntax.Children(head))
        {
            if (child >= head) break;
            if (child < first || _analysis.SentenceOf[child] != _analysis.SentenceOf[head]) continue;
            if (_analysis.Deprels[child] is not (Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.Nummod or Deprel.Nmod
                or Deprel.Flat)) continue;
            start = Math.Min(start, Math.Max(first, syntax.Extent(child).Start));
        }
        for (var i = head - 1; i > start; i--)
            if (_analysis.Form(i) is "," or ";" or ":" || _analysis.Upos[i] is Upos.Sconj or Upos.Aux or Upos.Adp) start = i + 1;
        while (start < head && _analysis.Upos[start] is Upos.Punct or Upos.Adp or Upos.Cconj && start < head) start++;
        var end = head + 1;
        foreach (var child in syntax.Children(head))
            if (child == end && _analysis.Deprels[child] is Deprel.Flat or Deprel.Fixed && child == end) end = child + 1;
        return new TokenRange(start, end);
    }

    /// <summary>The base phrase with what follows it up to a relative clause or apposition ("sources familiar with the talks").</summary>
    public TokenRange Extended(int head, TokenRange within = default)
    {
        var range = Base(head, within);
        var end = range.End;
        foreach (var child in syntax.Children(head))
        {
            if (child < head || _analysis.Deprels[child] is not (Deprel.Nmod or Deprel.Amod or Deprel.Acl)) continue;
            if (NounLexicon.Default.Noun(_analysis.Lemma(child)) is { Class: NounClass.Document }) continue;
            var subtree = syntax.Extent(child);
            if (_analysis.Deprels[child] == Deprel.Acl && (_analysis.Upos[child] != Upos.Adj || syntax.HasChild(child, Deprel.Mark) || syntax.HasChild(child, Deprel.Nsubj))) continue;
            if (subtree.Start == end && subtree.End - range.Start <= MaxWords && !HasCommaIn(subtree)) end = subtree.End;
        }
        return new TokenRange(range.Start, end);
    }

    public Determination DeterminationOf(int head)
    {
        var result = Determination.Bare;
        foreach (var child in syntax.Children(head))
        {
            if (child > head) break;
            switch (_analysis.Deprels[child])
            {
                case Deprel.Nummod:
                    if (result == Determination.Bare) result = Determination.Indefinite;
                    break;
                case Deprel.Det:
                    result = IsDefinite(child) ? Determination.Definite : Determination.Indefinite;
                    break;
                case Deprel.Amod when _analysis.Form(child).Equals("such", StringComparison.OrdinalIgnoreCase):
                    result = Determination.Definite;
                    break;
                case Deprel.Nmod when _analysis.Xpos(child) is "PRP$" || HasPossessiveMark(child):
                    result = Determination.Definite;
                    break;
            }
        }
        return result;
    }

    /// <summary>Whether the phrase speaks of more than one.</summary>
    public bool IsPlural(int head) => _analysis.Xpos(head) is "NNS" or "NNPS";

    /// <summary>Whether a token is the subject of a clause.</summary>
    public bool IsSubject(int token) => _analysis.Deprels[token] is Deprel.Nsubj or Deprel.Csubj;

    private const int MaxWords = 14;

    private bool IsDefinite(int determiner) =>
        _analysis.Form(determiner) is var form
        && (form.Equals("the", StringComparison.OrdinalIgnoreCase) || form.Equals("this", StringComparison.OrdinalIgnoreCase)
            || form.Equals("that", StringComparison.OrdinalIgnoreCase) || form.Equals("these", StringComparison.OrdinalIgnoreCase)
            || form.Equals("those", StringComparison.OrdinalIgnoreCase) || form.Equals("such", StringComparison.OrdinalIgnoreCase) || form.Equals("both", StringComparison.OrdinalIgnoreCase)
            || _analysis.Xpos(determiner) == "PRP$");

    private bool HasPossessiveMark(int token)
    {
        foreach (var child in syntax.Children(token))
            if (_analysis.Xpos(child) == "POS") return true;
        return false;
    }

    private bool HasCommaIn(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (_analysis.Form(i) is ",") return true;
        return false;
    }
}
