using Counterclaim.Language;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Finds who takes a new name: "the front, which calls itself NAME", "the League renamed itself NAME", "NAME, the former League", "NAME, as the League now calls itself".</summary>
internal sealed class SelfNaming(DependencyIndex syntax)
{
    private readonly Analysis _analysis = syntax.Analysis;

    private const int Window = 12;

    /// <summary>The token of whoever a name is taken by; −1 where the text tells of none.</summary>
    public int BearerOf(Mention name)
    {
        if (name.Kind == Model.ActorKind.Person || name.Name.IsEmpty) return -1;
        var verb = VerbBefore(name.Tokens.Start);
        if (verb >= 0) return SubjectOf(verb);
        return FormerNameBefore(name);
    }

    /// <summary>"calls itself [the] NAME": the verb; −1 for none.</summary>
    private int VerbBefore(int start)
    {
        var i = start - 1;
        while (i >= 0 && _analysis.Form(i) is "the" or "The" or "a" or "now" or "\"" or "“" or "as") i--;
        if (i < 1 || _analysis.SentenceOf[i] != _analysis.SentenceOf[start] || !IsReflexive(i)) return -1;
        return IsNaming(i - 1) ? i - 1 : -1;
    }

    private bool IsReflexive(int token) => _analysis.Form(token) is "itself" or "themselves";

    private bool IsNaming(int token) => token >= 0 && (_analysis.Lemma(token) is "call" or "rename" or "rebrand" or "style" or "dub");

    private int SubjectOf(int verb)
    {
        for (var steps = 0; verb >= 0 && steps < 4; steps++)
        {
            var subject = syntax.Child(verb, Deprel.Nsubj);
            if (subject >= 0)
            {
                if (!(_analysis.Form(subject) is "which" or "who" or "that" or "it" or "they")) return subject;
                for (var clause = verb; clause >= 0 && steps < 8; steps++, clause = _analysis.Heads[clause])
                    if (_analysis.Deprels[clause] == Deprel.Acl) return _analysis.Heads[clause];
                return subject;
            }
            if (_analysis.Deprels[verb] is not (Deprel.Conj or Deprel.Xcomp or Deprel.Advcl)) return -1;
            verb = _analysis.Heads[verb];
        }
        return -1;
    }

    /// <summary>"NAME, the former OTHER" and "NAME, as OTHER now calls itself", read at OTHER: the last token of NAME.</summary>
    private int FormerNameBefore(Mention name)
    {
        var i = name.Tokens.Start - 1;
        var isFormer = false;
        while (i >= 0 && _analysis.Form(i) is "the" or "former" or "once" or "formerly" or "then" or "as")
        {
            isFormer |= _analysis.Form(i) is "former" or "formerly" || _analysis.Form(i) is "as" && CallsItself(name.Tokens.End);
            i--;
        }
        return isFormer && i > 0 && _analysis.Form(i) is "," or "(" && _analysis.SentenceOf[i] == _analysis.SentenceOf[name.Tokens.Start] && isFormer ? i - 1 : -1;
    }

    private bool CallsItself(int start)
    {
        for (var i = start; i < Math.Min(start + Window, _analysis.TokenCount) && _analysis.SentenceOf[i] == _analysis.SentenceOf[start] && !(_analysis.Form(i) is ","); i++)
            if (IsReflexive(i) && IsNaming(i - 1)) return true;
        return false;
    }
}
