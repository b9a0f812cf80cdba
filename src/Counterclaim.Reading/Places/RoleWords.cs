using System.Collections.Frozen;

namespace Counterclaim.Reading.Places;

/// <summary>Words beside the name of a place that tell whether land is meant or somebody.</summary>
internal static class RoleWords
{
    /// <summary>What land does.</summary>
    public static readonly FrozenSet<string> Still = Words("be lie border contain cover extend stretch sit locate situate experience see host span comprise include consist grow remain");

    /// <summary>What befalls land, a country's or its capital's: "Kabul fell".</summary>
    public static readonly FrozenSet<string> Befalls = Words("fall burn shake collapse flood empty awake wake border stand");

    /// <summary>What a town does only as its council, its people or its team.</summary>
    public static readonly FrozenSet<string> Wills = Words(
        "say claim deny accuse call urge ask want agree sign vote decide announce reject warn order refuse insist plan win beat play qualify score appoint demand promise propose offer declare approve condemn criticize criticise "
        + "sell buy purchase pay elect pass ban sue hope fear expect try seek allow draw defeat lead compete finish select trade adopt launch support oppose recognize recognise retaliate respond react negotiate celebrate mourn "
        + "attempt rank hire fire fund invest participate enter beat reach give take make get need know use");

    /// <summary>What a country has as a stretch of land, and what stands or lives there: its possessive stays literal.</summary>
    public static readonly FrozenSet<string> LandParts = Words(
        "metro metropolis capital city town village coast coastline border frontier region province district north south east west northeast northwest southeast southwest population history climate territory territories soil land river sea "
        + "mountain road street streets architecture airport port harbour harbor island islands countryside outskirts suburb suburbs area valley desert railway railways infrastructure grid forest park square hospital school "
        + "part center centre interior rest shore edge mainland plain vicinity suburb neighbourhood neighborhood quarter flora fauna temperature density conservation biodiversity diversity community expressway motorway highway lake "
        + "census earthquake flood weather industry market site venue facility factory apartment base station municipality state county parish");

    /// <summary>"Turkey is a country": a copula that says what kind of place it is.</summary>
    public static readonly FrozenSet<string> Kinds = Words("country nation republic kingdom place home monarchy federation settlement commune hub destination neighbour neighbor location hamlet community tributary");

    /// <summary>What happens in a place that is named before it: "the Iraq war".</summary>
    public static readonly FrozenSet<string> Happenings = Words(
        "war invasion conflict crisis earthquake flood attack attacks bombing strike strikes massacre blast explosion siege ceasefire truce talks summit conference festival election elections protest protests uprising disaster famine outbreak fire crash "
        + "front frontline axis direction sector campaign offensive battle fighting office bureau visit trip tour airspace waters");

    public static readonly FrozenSet<string> Dealings = Words(
        "relation relations tie ties talk talks negotiation negotiations agreement treaty deal war conflict dispute alliance pact border trade cooperation tension tensions match game accord "
        + "peace truce ceasefire cease-fire fire dialogue partnership friendship diplomacy rivalry contact contacts meeting relationship exchange swap");

    public static readonly FrozenSet<string> Belongings = Words(
        "government army military force forces president parliament leader support decision claim position policy demand offer request refusal role response attack invasion war effort efforts "
        + "strategy ally allies interest interests aggression intervention involvement stance threat leadership ambition right security proposal plan campaign troops economy team victory defeat "
        + "national interests influence foreign ambassador minister ministry allegation denial readiness willingness statement intention representative squad delegation mission embassy consulate spokesman spokeswoman spokesperson "
        + "enemy rival partner surrender consent permission approval protection sovereignty conduct occupation armistice will act vision administration jurisdiction withdrawal");

    /// <summary>"the independence of X": what states have, be it land or not.</summary>
    public static readonly FrozenSet<string> OfStates = Words(
        "independence establishment creation foundation founding birth fall collapse power dominion honour honor recognition isolation rearmament neutrality accession membership statehood image reputation friend hand service behalf blessing");

    public static readonly FrozenSet<string> Assaults = Words("attack invasion war aggression intervention defeat threat victory occupation");

    public static readonly FrozenSet<string> Literals = Words("in at near around outside inside across throughout within into through off along over visit reach leave enter via beyond opposite upon");

    public static readonly FrozenSet<string> PressedOn = Words("pressure sanction sanctions tariff embargo rely depend press prevail call reliance dependence lean");

    /// <summary>What is done to somebody.</summary>
    public static readonly FrozenSet<string> ActedOn = Words(
        "accuse blame urge tell warn defeat beat represent help support ask threaten condemn criticize criticise pressure provoke arm aid recognize recognise face play allow force want oppose back trust join persuade convince sanction "
        + "captain coach assist advise inform thank praise reassure obligate oblige");

    /// <summary>What is done to land: "visit Turkey", "shelled Lebanon".</summary>
    public static readonly FrozenSet<string> DoneToLand = Words(
        "visit leave reach enter cross tour see border cover flood hit strike destroy bomb bombard shell attack invade occupy control capture liberate hold explore inhabit surround connect link locate ravage devastate sweep "
        + "flee quit traverse raid lose besiege burn evacuate defend patrol target circle encircle besiege seize retake recapture contest storm wrest abandon settle colonise colonize divide ruin wreck pound rock shake overrun blanket transit circumnavigate include approach near");

    /// <summary>Nouns whose "of", "for" or "on" names land ("the fall of Gwoza", "the battle for Gwoza").</summary>
    public static readonly FrozenSet<string> DeedsToLand = Words(
        "capture fall siege liberation recapture encirclement shelling bombing bombardment loss conquest occupation battle evacuation defence defense seizure outskirt outskirts suburb advance assault");

    /// <summary>What a country suffers as a state when it is the subject of a passive.</summary>
    public static readonly FrozenSet<string> Affected = Words(
        "accuse blame urge tell warn defeat beat represent help support ask threaten condemn criticize criticise pressure provoke arm aid recognize recognise allow force oppose back sanction captain coach lead schedule invite expect admit award "
        + "grant eliminate knock oblige require permit represent suspend expel ban exclude draw rank fine isolate concern involve commit prepare determine interest");

    public static readonly FrozenSet<string> GivenTo = Words(
        "sell supply give offer appeal concession independence aid demand pressure loan support lose approval successor loss capitulation handover gift restore provide allegiance threat warning message response commitment loyal hostile surrender deliver "
        + "grant award cede lend donate pledge assistance weapon arms belong ally belongs answer");

    public static readonly FrozenSet<string> GottenFrom = Words(
        "independence help declare distance order demand support aid permission approval break secede secession autonomy protection threat pressure assistance pledge guarantee assurance backing seek buy purchase receive win concession capture isolate request");

    public static readonly FrozenSet<string> Motions = Words(
        "leave depart head bind bound escape sail set embark flee emigrate start plan destine make");

    public static readonly FrozenSet<string> Attitudes = Words("attitude hostility policy stance overture gesture hatred antipathy sympathy goodwill remark");

    /// <summary>"its neighbours India and Ceylon": words for states as parties.</summary>
    public static readonly FrozenSet<string> Parties = Words("neighbour neighbor ally member enemy rival opponent partner power nation host belligerent signatory donor adversary side team competitor winner");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
