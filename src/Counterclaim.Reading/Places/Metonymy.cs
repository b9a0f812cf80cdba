using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Decides whether the name of a place stands for its government, army or people: "Kyiv says", "relations with Moscow".</summary>
internal sealed class Metonymy(Analysis analysis)
{
    private static readonly FrozenSet<string> Still = Words(
        "be lie have border contain cover extend stretch sit locate situate remain become face experience suffer see host span comprise include consist grow rank");

    private static readonly FrozenSet<string> Dealings = Words(
        "relation relations tie ties talk talks negotiation negotiations agreement treaty deal war conflict dispute alliance pact border trade cooperation tension tensions match game accord "
        + "peace truce ceasefire dialogue partnership friendship diplomacy rivalry contact contacts");

    private static readonly FrozenSet<string> Belongings = Words(
        "government army military force forces president parliament leader support decision claim position policy demand offer request refusal role response attack invasion war effort efforts "
        + "strategy ally allies interest interests aggression intervention involvement stance threat leadership ambition right security proposal plan campaign troops economy team victory defeat "
        + "national interests influence foreign ambassador minister ministry allegation denial readiness willingness statement intention");

    private static readonly FrozenSet<string> Literals = Words("in at near around outside inside across throughout within into through toward towards off along over on visit reach leave enter");

    private static readonly FrozenSet<string> Opposed = Words("against between with by for versus vs like than");

    /// <param name="tokens">The tokens of the name.</param>
    /// <param name="toponym">What it stands for; only countries, regions, capitals, seats and cities act.</param>
    public bool IsMetonym(TokenRange tokens, Toponym toponym)
    {
        if (toponym.Kind is ToponymKind.Seat) return !IsAfterLiteralPreposition(tokens);
        if (toponym.Kind is not (ToponymKind.Country or ToponymKind.Region or ToponymKind.City or ToponymKind.Area)) return false;
        var head = HeadOf(tokens);
        var governor = analysis.Heads[head];
        if (governor < 0) return false;
        return analysis.Deprels[head] switch
        {
            Deprel.Nsubj => IsActing(head, governor),
            Deprel.Obl or Deprel.Nmod => ByPreposition(tokens, head, governor),
            Deprel.Conj => IsMetonymicConjunct(head, governor),
            Deprel.Obj or Deprel.Iobj => IsActedOn(governor),
            _ => false,
        };
    }

    private bool IsActing(int head, int governor)
    {
        if (analysis.Upos[governor] is not (Upos.Verb or Upos.Aux)) return false;
        if (Still.Contains(analysis.Lemma(governor))) return false;
        for (var i = head + 1; i < Math.Min(analysis.TokenCount, governor + 1); i++)
            if (analysis.Heads[i] == governor && analysis.Deprels[i] == Deprel.Aux && analysis.Xpos(governor) == "VBN" && analysis.Lemma(i) == "be") return false; // passive
        return true;
    }

    private bool ByPreposition(TokenRange tokens, int head, int governor)
    {
        if (IsPossessive(tokens)) return Belongings.Contains(analysis.Lemma(governor));
        var preposition = Preposition(tokens);
        if (preposition.Length == 0 || Literals.Contains(preposition)) return false;
        if (preposition is "by") return analysis.Xpos(governor) == "VBN";
        if (preposition is "against" or "versus" or "vs") return true;
        if (preposition is "between" or "with") return Dealings.Contains(analysis.Lemma(governor)) || analysis.Upos[governor] == Upos.Verb && analysis.Deprels[head] == Deprel.Obl;
        if (preposition is "of") return Belongings.Contains(analysis.Lemma(governor));
        if (preposition is "to" or "from") return analysis.Lemma(governor) is "sell" or "supply" or "give" or "offer" or "appeal" or "concession" or "independence" or "aid" or "demand" or "pressure" or "loan" or "support" or "lose" or "approval";
        return Opposed.Contains(preposition) && analysis.Upos[governor] == Upos.Verb && preposition is not "for" && preposition is not "like" && preposition is not "than";
    }

    private bool IsMetonymicConjunct(int head, int governor)
    {
        if (analysis.Upos[governor] != Upos.Propn || analysis.Heads[governor] is not (>= 0 and var above)) return false;
        return analysis.Deprels[governor] switch
        {
            Deprel.Nsubj => IsActing(governor, above),
            Deprel.Obl or Deprel.Nmod => ByPreposition(new TokenRange(governor, governor + 1), governor, above),
            Deprel.Obj => IsActedOn(above),
            _ => head < 0,
        };
    }

    private bool IsActedOn(int governor) => analysis.Lemma(governor) is "accuse" or "blame" or "urge" or "tell" or "warn" or "defeat" or "beat" or "represent" or "help" or "support" or "ask"
        or "threaten" or "condemn" or "criticize" or "criticise" or "pressure" or "provoke" or "arm" or "aid" or "recognize" or "recognise" or "face" or "play" or "allow" or "force" or "want";

    private bool IsPossessive(TokenRange tokens) => tokens.End < analysis.TokenCount && analysis.Form(tokens.End) is "'s" or "’s" or "'" or "’";

    private bool IsAfterLiteralPreposition(TokenRange tokens) => Literals.Contains(Preposition(tokens));

    /// <summary>The preposition before a name, over articles and adjectives; empty for none.</summary>
    private string Preposition(TokenRange tokens)
    {
        for (var i = tokens.Start - 1; i >= Math.Max(0, tokens.Start - 3); i--)
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

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
