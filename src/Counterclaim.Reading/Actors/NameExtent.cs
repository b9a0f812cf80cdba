using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Model.Names;

namespace Counterclaim.Reading.Actors;

/// <summary>Where a name begins and ends, beyond what the name model found.</summary>
internal sealed class NameExtent(Analysis analysis, NamedBodies bodies)
{
    private readonly NounLexicon _lexicon = NounLexicon.Default;
    private readonly Countries _countries = Countries.Default;

    public TokenRange TrimEdges(TokenRange tokens)
    {
        int start = tokens.Start, end = tokens.End;
        while (start < end && IsEdge(start)) start++;
        while (end > start && IsEdge(end - 1)) end--;
        return new TokenRange(start, end);
    }

    private bool IsEdge(int token) =>
        analysis.Upos[token] is Upos.Punct or Upos.Det or Upos.Adp or Upos.Cconj || analysis.Xpos(token) is "POS" or "DT" || !char.IsLetterOrDigit(analysis.Form(token)[0])
        || analysis.Form(token).Equals("the", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Syrian" belongs to "Observatory for …" as to "Defence Ministry".</summary>
    public TokenRange WithDemonym(TokenRange name, ActorKind kind)
    {
        if (kind != ActorKind.Organisation || name.IsEmpty || name.Start == 0 || !bodies.HasNounOfBody(name)) return name;
        var before = name.Start - 1;
        return analysis.SentenceOf[before] == analysis.SentenceOf[name.Start] && char.IsUpper(analysis.Form(before)[0])
            && analysis.Upos[before] is Upos.Adj or Upos.Propn && _countries.ByDemonym(analysis.FormOf(before)) is not null
            ? new TokenRange(before, name.End) : name;
    }

    /// <summary>"9th" belongs to "Brigade".</summary>
    public TokenRange WithNumber(TokenRange name)
    {
        if (name.IsEmpty || name.Start == 0 || analysis.SentenceOf[name.Start - 1] != analysis.SentenceOf[name.Start]) return name;
        var number = analysis.Form(name.Start - 1);
        if (!char.IsDigit(number[0]) || number.Length < 3 || !char.IsLetter(number[^1])) return name;
        for (var i = name.Start; i < name.End; i++)
            if (_lexicon.NameWord(analysis.FormOf(i).ToLowerInvariant()) == ActorKind.ArmedForce || analysis.FormOf(i) is "Front") return new TokenRange(name.Start - 1, name.End);
        return name;
    }

    /// <summary>"General Staff" goes on as "General Staff of the Armed Forces of Ukraine".</summary>
    public TokenRange ExtendedBody(TokenRange name, ActorKind kind)
    {
        if (kind != ActorKind.Organisation || name.IsEmpty) return name;
        var end = name.End;
        for (var links = 0; links < 3 && _lexicon.NameWord(analysis.FormOf(end - 1).ToLowerInvariant()) is not null; links++)
        {
            var next = end;
            if (next + 1 >= analysis.TokenCount || analysis.Form(next) is not ("of" or "for")) break;
            next++;
            if (analysis.Form(next) is "the" && next + 1 < analysis.TokenCount) next++;
            var start = next;
            while (next < analysis.TokenCount && next < start + 5 && analysis.SentenceOf[next] == analysis.SentenceOf[name.Start]
                && analysis.Upos[next] is Upos.Propn or Upos.Adj or Upos.Noun && char.IsUpper(analysis.Form(next)[0])) next++;
            if (next == start) break;
            end = Math.Max(end, EndBeforePerson(start, next));
        }
        return new TokenRange(name.Start, end);
    }

    /// <summary>"… of Ukraine Oleksandr Syrskyi": the body ends where a country does or a given name begins.</summary>
    private int EndBeforePerson(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (i > start && _lexicon.GivenName(NameKey.Plain(analysis.FormOf(i))) != Gender.Unknown) return i;
            if (_countries.ByName(analysis.TextOf(new TokenRange(start, i + 1))) is not null) return i + 1;
        }
        return end;
    }

    public (TokenRange Name, Gender Gender) WithoutTitles(TokenRange tokens)
    {
        var start = tokens.Start;
        var gender = Gender.Unknown;
        while (start < tokens.End - 1)
        {
            var form = analysis.FormOf(start);
            if (_lexicon.Title(form) is { } titled) gender = titled;
            else if (_lexicon.Noun(form.ToLowerInvariant()) is not { Class: NounClass.Person } noun
                || (_lexicon.GivenName(NameKey.Plain(form)) != Gender.Unknown && !(noun.Family == "military" && start + 2 < tokens.End))) break;
            start++;
        }
        if (start > 0 && start == tokens.Start && _lexicon.Title(analysis.FormOf(start - 1)) is { } before) gender = before;
        return (new TokenRange(start, tokens.End), gender);
    }

    public bool IsNamePart(int token) =>
        analysis.Upos[token] == Upos.Propn || (analysis.Upos[token] is Upos.Adj or Upos.Noun && char.IsUpper(analysis.Form(token)[0])) || (analysis.Form(token) is "of" or "for" or "and" or "-" or "al" or "bin" or "de" or "von" or "van"
            && token + 1 < analysis.TokenCount && analysis.Upos[token + 1] == Upos.Propn && token > 0 && analysis.Upos[token - 1] == Upos.Propn);
}
