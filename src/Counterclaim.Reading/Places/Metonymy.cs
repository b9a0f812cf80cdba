using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Tells what the name of a place does: stand for the place, for its government, army, team or people ("Kyiv says"), or say whose something is ("US drones").</summary>
/// <remarks>
/// Read off the name's place in the tree: which relation it has to its governor, by which preposition, and what kind of word the governor is. A country
/// acts, and is taken for somebody wherever nothing says that land is meant; a town is land unless it acts.
/// </remarks>
internal sealed class Metonymy(Analysis analysis)
{
    private const int DeepestCoordination = 4;

    /// <param name="tokens">The tokens of the name.</param>
    /// <param name="toponym">What it stands for; only countries, regions, capitals, seats and cities act.</param>
    public PlaceRole RoleOf(TokenRange tokens, Toponym toponym)
    {
        if (toponym.Kind is ToponymKind.Seat) return RoleWords.Literals.Contains(Preposition(HeadOf(tokens), tokens.Start)) ? PlaceRole.Literal : PlaceRole.Metonym;
        if (toponym.Kind is not (ToponymKind.Country or ToponymKind.Region or ToponymKind.City or ToponymKind.Area)) return PlaceRole.Literal;
        if (OpensDateline(tokens)) return PlaceRole.Literal;
        var acts = toponym.Kind == ToponymKind.Country || toponym.IsCapital;
        var head = HeadOf(tokens);
        var role = RoleOf(head, tokens.Start, acts, DeepestCoordination);
        return role is PlaceRole.Literal && toponym.Kind == ToponymKind.Country && IsPossessive(head) && OwnsBody(head) ? PlaceRole.Organisation : role;
    }

    /// <param name="start">First token of the phrase; prepositions stand before it.</param>
    /// <param name="depth">How many coordinations may still be climbed.</param>
    private PlaceRole RoleOf(int head, int start, bool acts, int depth)
    {
        var governor = analysis.Heads[head];
        if (governor < 0) return PlaceRole.Literal;
        var isMetonym = analysis.Deprels[head] switch
        {
            Deprel.Nsubj => IsActing(head, governor, acts),
            Deprel.Obl or Deprel.Nmod => ByPreposition(head, start, governor, acts),
            Deprel.Iobj => acts,
            Deprel.Obj => IsActedOn(governor, acts),
            Deprel.Appos => acts && RoleWords.Parties.Contains(analysis.Lemma(governor)),
            _ => false,
        };
        if (isMetonym) return PlaceRole.Metonym;
        return analysis.Deprels[head] switch
        {
            Deprel.Conj when depth > 0 && analysis.Upos[governor] is Upos.Propn or Upos.Noun or Upos.Pron => RoleOf(governor, governor, acts, depth - 1),
            Deprel.Compound => AsModifier(governor, acts),
            Deprel.Nmod when Preposition(head, start).Length == 0 && head < governor && !IsPossessive(head) => AsModifier(governor, acts),
            _ => PlaceRole.Literal,
        };
    }

    /// <summary>"US drones", but "the Iraq war", "the Lebanon border".</summary>
    private PlaceRole AsModifier(int governor, bool acts) =>
        acts && !RoleWords.LandParts.Contains(analysis.Lemma(governor)) && !RoleWords.Happenings.Contains(analysis.Lemma(governor)) && analysis.Upos[governor] == Upos.Noun ? PlaceRole.Origin : PlaceRole.Literal;

    private bool IsActing(int head, int governor, bool acts)
    {
        var (passive, copula) = (false, false);
        for (var i = head + 1; i <= governor; i++)
        {
            if (analysis.Heads[i] != governor) continue;
            passive |= analysis.Deprels[i] == Deprel.Aux && analysis.Xpos(governor) == "VBN" && analysis.Lemma(i) == "be";
            copula |= analysis.Deprels[i] == Deprel.Cop;
        }
        var lemma = analysis.Lemma(ActOf(governor));
        if (copula || analysis.Upos[governor] is not (Upos.Verb or Upos.Aux))
            return acts && copula && analysis.Upos[governor] is Upos.Adj or Upos.Noun && !RoleWords.LandParts.Contains(lemma) && !RoleWords.Kinds.Contains(lemma);
        if (passive) return acts && RoleWords.Affected.Contains(lemma);
        return acts ? !RoleWords.Still.Contains(lemma) && !RoleWords.Befalls.Contains(lemma) : RoleWords.Wills.Contains(lemma);
    }

    /// <summary>"are to meet": what is to be done.</summary>
    private int ActOf(int verb)
    {
        const int Nearby = 4;
        if (analysis.Lemma(verb) is not "be") return verb;
        for (var i = verb + 1; i < Math.Min(analysis.TokenCount, verb + Nearby); i++)
            if (analysis.Heads[i] == verb && analysis.Deprels[i] == Deprel.Xcomp && analysis.Upos[i] == Upos.Verb) return i;
        return verb;
    }

    /// <summary>"PORT-AU-PRINCE, Haiti —": where a report was filed, whatever the tree makes of it.</summary>
    private bool OpensDateline(TokenRange tokens)
    {
        const int Longest = 10;
        if (analysis.Form(tokens) is not { Length: > 3 } name || name.ContainsAnyInRange('a', 'z') || analysis.Sentences[analysis.SentenceOf[tokens.Start]].Start != tokens.Start) return false;
        var end = Math.Min(analysis.Sentences[analysis.SentenceOf[tokens.Start]].End, tokens.End + Longest);
        for (var i = tokens.End; i < end; i++)
            if (analysis.Form(i) is "—" or "–" or "--" or "-" or ")") return true;
        return false;
    }

    /// <summary>"Ukraine's General Staff", "Russia's Defence Ministry": the country belongs to the body's name.</summary>
    private bool OwnsBody(int head)
    {
        for (var i = head + 1; i < Math.Min(analysis.TokenCount, head + 6) && analysis.SentenceOf[i] == analysis.SentenceOf[head]; i++)
        {
            if (analysis.Xpos(i) == "POS") continue;
            if (!char.IsUpper(analysis.Form(i)[0])) return false;
            if (NounLexicon.Default.NameWord(analysis.Form(i).ToString().ToLowerInvariant()) is not null and not ActorKind.Publication) return true;
        }
        return false;
    }

    private bool IsActedOn(int governor, bool acts)
    {
        var lemma = analysis.Lemma(governor);
        return RoleWords.ActedOn.Contains(lemma) || acts && !RoleWords.DoneToLand.Contains(lemma);
    }

    private bool ByPreposition(int head, int start, int governor, bool acts)
    {
        var lemma = analysis.Lemma(governor);
        if (IsPossessive(head)) return RoleWords.Belongings.Contains(lemma) || acts && IsOwned(head, governor);
        var preposition = Preposition(head, start);
        if (preposition.Length == 0 || RoleWords.Literals.Contains(preposition)) return false;
        switch (preposition)
        {
            case "on":
                return acts && RoleWords.PressedOn.Contains(lemma);
            case "by":
                return analysis.Xpos(governor) is "VBN" or "VBD" || analysis.Upos[governor] == Upos.Noun;
            case "against" or "versus" or "vs" or "v":
                return true;
            case "with":
                return acts ? lemma is not ("border" or "share" or "frontier") : RoleWords.Dealings.Contains(lemma) || analysis.Upos[governor] == Upos.Verb && analysis.Deprels[head] == Deprel.Obl;
            case "between":
                return RoleWords.Dealings.Contains(lemma) || acts && analysis.Upos[governor] is Upos.Noun && !RoleWords.LandParts.Contains(lemma);
            case "for":
                return acts && !RoleWords.Motions.Contains(lemma) && !RoleWords.LandParts.Contains(lemma);
            case "of":
                return RoleWords.Belongings.Contains(lemma) && !RoleWords.Assaults.Contains(lemma) || acts && RoleWords.OfStates.Contains(lemma);
            case "to":
                return RoleWords.GivenTo.Contains(lemma);
            case "from":
                return RoleWords.GottenFrom.Contains(lemma);
            case "toward" or "towards":
                return acts && analysis.Upos[governor] == Upos.Noun && RoleWords.Belongings.Contains(lemma) || RoleWords.Attitudes.Contains(lemma);
            default:
                return false;
        }
    }

    /// <summary>What a country owns as a state, not what merely lies or lives there.</summary>
    private bool IsOwned(int head, int governor)
    {
        var lemma = analysis.Lemma(governor);
        if (analysis.Upos[governor] != Upos.Noun || RoleWords.LandParts.Contains(lemma) || HasSuperlative(head + 1, governor)) return false;
        return NounLexicon.Default.NounOrPerson(lemma) is not { Class: NounClass.Person or NounClass.Organisation or NounClass.Publication };
    }

    private bool IsPossessive(int head)
    {
        for (var i = head + 1; i < Math.Min(analysis.TokenCount, head + 3); i++)
            if (analysis.Form(i) is "'s" or "’s" or "'" or "’" && (analysis.Heads[i] == head || i == head + 1)) return true;
        return false;
    }

    /// <summary>"Sweden's finest", "one of Turkey's leading": ranked among what is found there.</summary>
    private bool HasSuperlative(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.Xpos(i) is "JJS" or "RBS" || analysis.Form(i) is "top" or "leading" or "main" or "major" or "national") return true;
        return false;
    }

    /// <summary>The preposition of a phrase: by the tree, else the one before it over articles and adjectives; empty for none.</summary>
    private string Preposition(int head, int start)
    {
        const int Nearby = 6;
        for (var i = start - 1; i >= Math.Max(0, start - Nearby); i--)
            if (analysis.Heads[i] == head && analysis.Deprels[i] == Deprel.Case) return analysis.Lemma(i);
        for (var i = start - 1; i >= Math.Max(0, start - 3); i--)
        {
            if (analysis.Upos[i] == Upos.Adp) return analysis.Lemma(i);
            if (analysis.Upos[i] is not (Upos.Det or Upos.Adj or Upos.Propn)) return "";
        }
        return "";
    }

    private int HeadOf(TokenRange tokens)
    {
        for (var i = tokens.Start; i < tokens.End; i++)
            if (!tokens.Contains(analysis.Heads[i])) return i;
        return tokens.Start;
    }
}
