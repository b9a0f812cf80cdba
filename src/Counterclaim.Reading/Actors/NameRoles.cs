using Counterclaim.Language;

namespace Counterclaim.Reading.Actors;

/// <summary>The words of a role that stand before a name: "Kremlin spokesman", "US Secretary of State".</summary>
internal sealed class NameRoles(Analysis analysis)
{
    private const int MaxRoleWords = 12;

    private readonly NounLexicon _lexicon = NounLexicon.Default;

    /// <summary>Walks left over the words of a role ("Kremlin spokesman", "US Secretary of State") that ends right before a name.</summary>
    public int RoleStart(int from, int nameStart)
    {
        var start = Math.Min(from, nameStart);
        var sentence = analysis.SentenceOf[nameStart];
        if (start == nameStart && !EndsRole(start - 1, sentence)) return start;
        if (start == nameStart && EndsRoleLink(start - 1)) start = RoleBeforeLink(nameStart, sentence);
        while (start > 0 && nameStart - start < MaxRoleWords && analysis.SentenceOf[start - 1] == sentence && MayStandInRole(start - 1)) start--;
        while (start < nameStart && (analysis.Upos[start] is Upos.Det or Upos.Adp or Upos.Cconj or Upos.Punct || analysis.Xpos(start) == "POS")) start++;
        return start;
    }

    /// <summary>Whether a role ends here by "of" or "for" something and not by its own noun ("head of the agency").</summary>
    private bool EndsRoleLink(int token) => token >= 0 && !IsRoleWord(token);

    /// <summary>Start of the role noun that the words before a name hang on; the name's start when there is none.</summary>
    private int RoleBeforeLink(int nameStart, int sentence)
    {
        for (var i = nameStart - 1; i > 0 && i > nameStart - MaxRoleWords - 4 && analysis.SentenceOf[i] == sentence; i--)
        {
            if (analysis.Form(i) is "of" or "for" or "to" && IsRoleWord(i - 1)) return i - 1;
            if (analysis.Upos[i] is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp or Upos.Part)) return nameStart;
        }
        return nameStart;
    }

    private bool EndsRole(int token, int sentence)
    {
        if (token < 0 || analysis.SentenceOf[token] != sentence) return false;
        if (IsRoleWord(token)) return true;
        return analysis.Upos[token] is Upos.Propn or Upos.Noun && RoleBeforeLink(token + 1, sentence) <= token;
    }

    private bool IsRoleWord(int token) =>
        analysis.Upos[token] is Upos.Noun or Upos.Propn or Upos.Adj
        && (_lexicon.NounOrGuess(analysis.Lemma(token).ToLowerInvariant()) is { Class: NounClass.Person } || _lexicon.Title(analysis.FormOf(token)) is not null);

    private bool MayStandInRole(int token)
    {
        var form = analysis.Form(token);
        return analysis.Upos[token] switch
        {
            Upos.Noun or Upos.Propn or Upos.Adj => true,
            Upos.Part => analysis.Xpos(token) == "POS",
            Upos.Adp => (form is "of" or "for" && token > 0 && IsRoleWord(token - 1)) || (form is "in" && token > 0 && analysis.Form(token - 1) is "-"),
            Upos.Punct => form is "-" or ".",
            _ => form is "-",
        };
    }

    public Gender GenderOfRole(TokenRange role)
    {
        for (var i = role.End - 1; i >= role.Start; i--)
            if (_lexicon.NounOrGuess(analysis.Lemma(i).ToLowerInvariant()) is { Class: NounClass.Person, Gender: not Gender.Unknown } noun)
                return noun.Gender;
        return Gender.Unknown;
    }

    public string? RoleText(TokenRange role)
    {
        if (role.IsEmpty) return null;
        var text = analysis.TextOf(role);
        return _lexicon.Title(text) is not null && role.Count == 1 ? null : text;
    }
}
