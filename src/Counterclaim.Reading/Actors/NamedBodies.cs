using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Model.Names;

namespace Counterclaim.Reading.Actors;

/// <summary>Whether a name is that of a body, and of which kind, where its words or those around it tell.</summary>
/// <param name="publisher">Who published the report; empty where unknown.</param>
internal sealed class NamedBodies(Analysis analysis, string publisher)
{
    private readonly NounLexicon _lexicon = NounLexicon.Default;

    /// <summary>
    /// Whether the words around a name say that it brings out news: "the weekly NAME", "NAME newspaper", "told The NAME" with the article as part of it, "the Courier"; or it is who published the report.
    /// </summary>
    public bool IsPress(TokenRange name, string text)
    {
        if (publisher.Length > 2 && IsPublisher(text)) return true;
        var (before, after) = (name.Start - 1, name.End);
        var sentence = analysis.Sentences[analysis.SentenceOf[name.Start]];
        if (before >= sentence.Start && IsPressNoun(before)) return true;
        if (after < sentence.End && IsPressNoun(after) && !(after + 1 < sentence.End && analysis.Upos[after + 1] is Upos.Noun)) return true;
        if (before < sentence.Start || !analysis.Form(before).Equals("the", StringComparison.OrdinalIgnoreCase)) return false;
        if (name.Count == 1 && _lexicon.NameWord(text.ToLowerInvariant()) == ActorKind.Publication) return true; // "the Courier"
        return analysis.Form(before) is "The" && before > sentence.Start && analysis.Lemma(before - 1) is "tell" or "inform" or "by" or "with" && !NamesBody(name);
    }

    private bool IsPublisher(string text)
    {
        var (whole, part) = (WithoutArticle(publisher), WithoutArticle(text));
        return whole.Equals(part, StringComparison.OrdinalIgnoreCase);

        static string WithoutArticle(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
    }

    private bool IsPressNoun(int token) =>
        (analysis.Upos[token] == Upos.Noun || analysis.Form(token) is "daily" or "weekly") && char.IsLower(analysis.Form(token)[0]) && _lexicon.Noun(analysis.Lemma(token).ToLowerInvariant()) is { Class: NounClass.Publication, Family: "press" } && analysis.Xpos(token) != "NNS";

    private bool NamesBody(TokenRange name)
    {
        for (var i = name.Start; i < name.End; i++)
            if (_lexicon.NameWord(analysis.FormOf(i).ToLowerInvariant()) is not null and not ActorKind.Publication) return true;
        return false;
    }

    public bool HasNounOfBody(TokenRange range)
    {
        if (_lexicon.IsPublication(NameKey.Plain(analysis.TextOf(range)))) return true;
        for (var i = range.Start; i < range.End; i++)
            if (_lexicon.NameWord(analysis.FormOf(i).ToLowerInvariant()) is not null) return true;
        return false;
    }

    public ActorKind KindOfBody(string text, ActorKind fallback)
    {
        var plain = NameKey.Plain(text);
        if (_lexicon.IsPublication(plain)) return ActorKind.Publication;
        var words = plain.Split(' ');
        if (fallback == ActorKind.Publication) return fallback;
        for (var i = words.Length - 1; i >= 0; i--)
            if (_lexicon.NameWord(words[i]) is { } kind)
                return kind == ActorKind.Publication && words.Length == 1 ? fallback : kind;
        return fallback;
    }

    /// <summary>"Major Ihor Stadnyk", taken for a body.</summary>
    public bool IsRankAndName(TokenRange tokens)
    {
        if (tokens.Count is < 2 or > 4 || HasNounOfBody(tokens)) return false;
        var first = analysis.FormOf(tokens.Start);
        if (_lexicon.Title(first) is null && _lexicon.Noun(first.ToLowerInvariant()) is not { Class: NounClass.Person, Family: "military" }) return false;
        for (var i = tokens.Start + 1; i < tokens.End; i++)
            if (analysis.Upos[i] != Upos.Propn) return false;
        return true;
    }

    /// <summary>The model sometimes takes outlets and bodies for persons; a telling last word settles it.</summary>
    public ActorKind PersonOrBody(TokenRange name, string text)
    {
        if (_lexicon.IsPublication(NameKey.Plain(text))) return ActorKind.Publication;
        var last = analysis.FormOf(name.End - 1).ToLowerInvariant();
        var given = _lexicon.GivenName(NameKey.Plain(analysis.FormOf(name.Start))) != Gender.Unknown;
        return !given && name.Count > 1 && _lexicon.NameWord(last) is { } kind ? kind : ActorKind.Person;
    }
}
