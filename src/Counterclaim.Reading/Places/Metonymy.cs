using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Decides whether the name of a place stands for its government, army or people: "Kyiv says", "relations with Moscow".</summary>
internal sealed class Metonymy(Analysis analysis)
{
    private static readonly FrozenSet<string> Still = Words(
        "be lie border contain cover extend stretch sit locate situate experience see host span comprise include consist grow");

    /// <summary>What a country has as a stretch of land: its possessive stays literal.</summary>
    private static readonly FrozenSet<string> LandParts = Words(
        "metro metropolis capital city town village coast coastline border frontier region province district north south east west northeast northwest southeast southwest population history climate territory territories soil land river sea "
        + "mountain road street streets architecture airport port harbour harbor island islands countryside outskirts suburb suburbs area valley desert railway railways infrastructure grid forest park square hospital school");

    private static readonly FrozenSet<string> Dealings = Words(
        "relation relations tie ties talk talks negotiation negotiations agreement treaty deal war conflict dispute alliance pact border trade cooperation tension tensions match game accord "
        + "peace truce ceasefire cease-fire fire dialogue partnership friendship diplomacy rivalry contact contacts");

    private static readonly FrozenSet<string> Belongings = Words(
        "government army military force forces president parliament leader support decision claim position policy demand offer request refusal role response attack invasion war effort efforts "
        + "strategy ally allies interest interests aggression intervention involvement stance threat leadership ambition right security proposal plan campaign troops economy team victory defeat "
        + "national interests influence foreign ambassador minister ministry allegation denial readiness willingness statement intention");

    private static readonly FrozenSet<string> Assaults = Words("attack invasion war aggression intervention defeat threat victory");

    private static readonly FrozenSet<string> Literals = Words("in at near around outside inside across throughout within into through toward towards off along over on visit reach leave enter");

    private static readonly FrozenSet<string> Opposed = Words("against between with by for versus vs like than");

    /// <param name="tokens">The tokens of the name.</param>
    /// <param name="toponym">What it stands for; only countries, regions, capitals, seats and cities act.</param>
    public bool IsMetonym(TokenRange tokens, Toponym toponym)
    {
        if (toponym.Kind is ToponymKind.Seat) return !IsAfterLiteralPreposition(tokens);
        if (toponym.Kind is not (ToponymKind.Country or ToponymKind.Region or ToponymKind.City or ToponymKind.Area)) return false;
        var acts = toponym.Kind == ToponymKind.Country || toponym.IsCapital;
        var head = HeadOf(tokens);
        var governor = analysis.Heads[head];
        if (governor < 0) return false;
        return analysis.Deprels[head] switch
        {
            Deprel.Nsubj => IsActing(head, governor),
            Deprel.Obl or Deprel.Nmod => ByPreposition(tokens, head, governor, acts),
            Deprel.Conj => IsMetonymicConjunct(governor, acts),
            Deprel.Iobj => acts,
            Deprel.Obj => IsActedOn(governor),
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

    private bool ByPreposition(TokenRange tokens, int head, int governor, bool acts)
    {
        if (IsPossessive(tokens))
            return Belongings.Contains(analysis.Lemma(governor)) || (acts && analysis.Upos[governor] == Upos.Noun && !LandParts.Contains(analysis.Lemma(governor)) && !HasSuperlative(tokens.End, governor));
        var preposition = Preposition(tokens);
        if (preposition is "on" && acts) return analysis.Lemma(governor) is "pressure" or "sanction" or "sanctions" or "tariff" or "embargo" or "rely" or "depend" or "press" or "prevail" or "call";
        if (preposition.Length == 0 || Literals.Contains(preposition)) return false;
        if (preposition is "by") return analysis.Xpos(governor) is "VBN" or "VBD" || analysis.Upos[governor] == Upos.Noun;
        if (preposition is "against" or "versus" or "vs") return true;
        if (preposition is "with" && acts) return analysis.Lemma(governor) is not ("border" or "share" or "frontier");
        if (preposition is "for" && acts) return analysis.Lemma(governor) is "play" or "fight" or "debut" or "compete" or "participate" or "cap" or "speak" or "vote" or "spy" or "victory" or "defeat";
        if (preposition is "between" or "with") return Dealings.Contains(analysis.Lemma(governor)) || analysis.Upos[governor] == Upos.Verb && analysis.Deprels[head] == Deprel.Obl;
        if (preposition is "of" && Assaults.Contains(analysis.Lemma(governor))) return false; // "the invasion of Ukraine"
        if (preposition is "of") return Belongings.Contains(analysis.Lemma(governor));
        if (preposition is "to" or "from") return analysis.Lemma(governor) is "sell" or "supply" or "give" or "offer" or "appeal" or "concession" or "independence" or "aid" or "demand" or "pressure" or "loan" or "support" or "lose" or "approval";
        return Opposed.Contains(preposition) && analysis.Upos[governor] == Upos.Verb && preposition is not "for" && preposition is not "like" && preposition is not "than";
    }

    private bool IsMetonymicConjunct(int governor, bool acts)
    {
        if (analysis.Upos[governor] != Upos.Propn || analysis.Heads[governor] is not (>= 0 and var above)) return false;
        return analysis.Deprels[governor] switch
        {
            Deprel.Nsubj => IsActing(governor, above),
            Deprel.Obl or Deprel.Nmod => ByPreposition(new TokenRange(governor, governor + 1), governor, above, acts),
            Deprel.Obj => IsActedOn(above),
            _ => false,
        };
    }

    private bool IsActedOn(int governor) => analysis.Lemma(governor) is "accuse" or "blame" or "urge" or "tell" or "warn" or "defeat" or "beat" or "represent" or "help" or "support" or "ask"
        or "threaten" or "condemn" or "criticize" or "criticise" or "pressure" or "provoke" or "arm" or "aid" or "recognize" or "recognise" or "face" or "play" or "allow" or "force" or "want" or "oppose" or "back" or "trust" or "join" or "persuade" or "convince" or "sanction" or "include" or "captain" or "coach";

    private bool IsPossessive(TokenRange tokens) => tokens.End < analysis.TokenCount && analysis.Form(tokens.End) is "'s" or "’s" or "'" or "’";

    /// <summary>"Sweden's finest", "one of Turkey's leading": ranked among what is found there.</summary>
    private bool HasSuperlative(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.Xpos(i) is "JJS" or "RBS" || analysis.Form(i) is "top" or "leading" or "main" or "major" or "national") return true;
        return false;
    }

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
