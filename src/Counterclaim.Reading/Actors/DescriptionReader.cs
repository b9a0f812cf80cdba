using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Makes a mention of a pronoun or of a noun phrase that describes somebody: kind, gender, number, country, what the noun tells.</summary>
internal sealed class DescriptionReader(DependencyIndex syntax, NameReader names)
{
    private readonly Analysis _analysis = syntax.Analysis;
    private readonly NounPhrases _phrases = new(syntax);
    private readonly NounLexicon _lexicon = NounLexicon.Default;

    /// <summary>What a noun of a description tells; a person of the longer list only where it is written as a common noun.</summary>
    public NounEntry? NounAt(int token)
    {
        var lemma = _analysis.Lemma(token).ToLowerInvariant();
        if (_analysis.Upos[token] == Upos.Noun) return _lexicon.NounOrPerson(lemma);
        return _lexicon.Noun(lemma) ?? (IsCompatriot(new TokenRange(token, token + 1)) ? NounLexicon.Compatriot : null);
    }

    /// <summary>A mention for a pronoun; null for one that stands for nobody.</summary>
    public Mention? Pronoun(int token)
    {
        var form = _analysis.Form(token).ToString().ToLowerInvariant();
        (ActorKind Kind, Gender Gender, bool Plural, bool First)? meaning = form switch
        {
            "he" or "him" or "his" => (ActorKind.Person, Gender.Male, false, false),
            "she" or "her" or "hers" => (ActorKind.Person, Gender.Female, false, false),
            "they" or "them" or "their" => (ActorKind.Group, Gender.Unknown, true, false),
            "i" or "me" or "my" => (ActorKind.Person, Gender.Unknown, false, true),
            "we" or "us" or "our" => (ActorKind.Group, Gender.Unknown, true, true),
            "it" or "its" => (ActorKind.Organisation, Gender.Unknown, false, false),
            "who" => (ActorKind.Person, Gender.Unknown, false, false),
            "which" or "that" => (ActorKind.Organisation, Gender.Unknown, false, false),
            _ => null,
        };
        if (meaning is not { } m) return null;
        return new Mention
        {
            Form = MentionForm.Pronoun,
            Tokens = new TokenRange(token, token + 1),
            Head = token,
            Kind = m.Kind,
            Gender = m.Gender,
            IsPlural = m.Plural,
            IsFirstPerson = m.First,
            Lemma = form,
        };
    }

    /// <summary>A mention for a noun phrase.</summary>
    /// <param name="noun">What its head tells; null where that is unknown.</param>
    /// <param name="asHolder">It holds a statement, and so stands for somebody whatever the noun.</param>
    /// <param name="within">Where its words may lie at most, of a holder.</param>
    /// <param name="exact">Its words, where they are known.</param>
    public Mention? Description(int head, NounEntry? noun, bool asHolder, TokenRange within = default, TokenRange exact = default)
    {
        var range = !exact.IsEmpty ? exact : asHolder ? _phrases.Extended(head, within) : _phrases.Base(head);
        var country = names.CountryIn(range) ?? (noun is { Class: NounClass.Government or NounClass.Force } ? CountryBehind(head) : null);
        var plural = _phrases.IsPlural(head) && noun is not { Family: "police" };
        var determination = _phrases.DeterminationOf(head);
        var isForce = noun is { Class: NounClass.Force };
        if (!asHolder && isForce && country is null && !plural && determination != Determination.Definite) return null;
        if (!asHolder && noun is { Family: "state" or "side" or "office" or "service" or "party" }) return null;
        var kind = noun is null ? ActorKind.Group : NounLexicon.KindOf(noun.Class);
        return new Mention
        {
            Form = MentionForm.Description,
            Tokens = range,
            Head = head,
            Kind = plural && kind == ActorKind.Person ? ActorKind.Group : kind,
            Gender = noun?.Gender ?? Gender.Unknown,
            IsPlural = plural,
            Country = country,
            Noun = noun,
            Lemma = _analysis.Lemma(head).ToLowerInvariant(),
            Determination = determination,
        };
    }

    /// <summary>"the defence ministry in Moscow", "the army of Sudan".</summary>
    private string? CountryBehind(int head)
    {
        if (head + 2 >= _analysis.TokenCount || _analysis.Form(head + 1) is not ("in" or "of") || _analysis.SentenceOf[head + 2] != _analysis.SentenceOf[head]) return null;
        var start = _analysis.Form(head + 2) is "the" ? head + 3 : head + 2;
        var end = start;
        while (end < _analysis.TokenCount && end < start + 5 && (_analysis.Upos[end] == Upos.Propn || (end > start && _analysis.Form(end) is "of" or "the"))) end++;
        return end > start && _analysis.SentenceOf[end - 1] == _analysis.SentenceOf[head] ? names.CountryIn(new TokenRange(start, end)) : null;
    }

    /// <summary>"the 54-year-old".</summary>
    public bool IsAge(int token) =>
        token > 2 && _analysis.Form(token) is "old" or "olds" && _analysis.Form(token - 1) is "-" && _analysis.Form(token - 2) is "year"
        || _analysis.Form(token).EndsWith("-year-old", StringComparison.Ordinal);

    /// <summary>"the Briton" describes somebody by where he comes from; it names nobody.</summary>
    public bool IsCompatriot(TokenRange name) =>
        name.Count == 1 && name.Start > 0 && (_analysis.Xpos(name.Start) is "NNP" or "NN") && (_analysis.Form(name.Start - 1) is "the" or "The" or "a" or "A")
        && Countries.Default.ByDemonym(_analysis.Form(name.Start).ToString()) is not null
        && !syntax.HasChild(name.Start, Deprel.Flat) && (_analysis.Deprels[name.Start] is Deprel.Nsubj or Deprel.Obj or Deprel.Obl);
}
