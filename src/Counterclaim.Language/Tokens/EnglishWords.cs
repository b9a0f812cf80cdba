using System.Collections.Frozen;

namespace Counterclaim.Language.Tokens;

/// <summary>The closed word lists that tokens and sentence ends depend on. Matched without regard to case.</summary>
internal static class EnglishWords
{
    /// <summary>Abbreviations after which a sentence practically never ends: something is always named next.</summary>
    public static readonly Lexicon Titles = new(
        "Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof St Ste Sr Sra Fr Rev Hon Gen Lt Col Maj Capt Cpt Cmdr Cdr Cpl Sgt Adm Brig Pvt Pte "
        + "Sen Sens Rep Reps Gov Govs Pres Amb Supt Insp Det Atty Sec vs v viz cf eg ie approx esp incl ca pp fig figs ref refs "
        + "Mt Ft Pt nr Gens Cols Drs Profs Revs");

    /// <summary>Abbreviations that may stand at the end of a sentence.</summary>
    public static readonly Lexicon Abbreviations = new(
        "Inc Corp Co Ltd Bros Cos Assn Assoc Univ Dept Div Est Ave Blvd Rd Jr etc al Jan Feb Apr Aug Sept Sep Oct Nov Dec "
        + "Mon Tue Tues Wed Thu Thur Thurs Ala Ariz Ark Calif Colo Conn Del Fla Ind Kan Ky Md Mich Minn Mo Mont Neb Nev Okla Ore Pa "
        + "Tenn Tex Va Vt Wash Wis Wyo PhD Ph.D M.Sc B.Sc Ed.D Esq sq tel ext dist govt intl");

    /// <summary>Abbreviations only before a number ("No. 5"), else ordinary words.</summary>
    public static readonly Lexicon BeforeNumber = new("No Nos c Art Sec Ch Vol Mar Jun Jul p par Sat Sun Fri Bldg Apt Lot");

    /// <summary>Abbreviations in small letters only where the sentence goes on ("5 lb. of rice", "misc. items"), else ordinary words.</summary>
    public static readonly Lexicon InRunningText = new("lb lbs oz yr yrs hr hrs mins secs ext misc approx qt sq attn");

    public static readonly Lexicon Months = new(
        "Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec January February March April May June July August September October November December");

    /// <summary>Words that, capitalised after an abbreviation, start a new sentence.</summary>
    public static readonly Lexicon SentenceStarters = new(
        "the a an this that these those he she it they we you i his her their its our my there here in on at by for from with after "
        + "before during since until while when where why how what who if as but and or so yet however although though because "
        + "then now also some many most several few all both each such one no not meanwhile earlier later still instead according "
        + "despite asked speaking last next another even only once over under between among against about to");

    /// <summary>Words of telling that tie a preceding question or exclamation in quotation marks to what follows.</summary>
    public static readonly Lexicon SpeechVerbs = new(
        "said says say asked asks told tells wrote writes added adds shouted cried replied replies tweeted posted declared "
        + "demanded exclaimed quipped recalled responded chanted insisted wondered joked yelled warned continued concluded");

    /// <summary>Prefixes that stay in one token with what the hyphen joins to them (UD English 2.16).</summary>
    public static readonly Lexicon JoinedPrefixes = new(
        "non e re anti co mid pre pro cross post semi multi ex sub counter mini neo socio psycho inter intra micro super arch un proto "
        + "pseudo ultra trans extra hyper infra de bi tri over under geo bio electro macro nano tele cyber afro");

    /// <summary>Unit suffixes written against a number that are tokens of their own ("5km", "11am", "3bn").</summary>
    public static readonly Lexicon NumberSuffixes = new(
        "k m bn mn tn b km kms kg kgs g mg mm cm ft in lb lbs oz mi mph kph kmh kw mw gw kwh mwh hz mhz ghz gb mb tb kb "
        + "am pm a.m p.m hrs hr h min mins sec secs yrs million billion trillion ha l ml c f x kt kts nm pts pc pct");

    public static readonly Lexicon TopLevelDomains = new(
        "com org net gov edu mil int info biz co uk us eu ru ua su by cn jp de fr it es pl nl be ch at se no fi dk gr tr il ir iq sy "
        + "in pk bd lk np au nz ca mx br ar cl pe ve za ng ke eg ma tn dz ae sa qa kw om jo lb ps af kz uz ge am az md ro bg hu cz sk "
        + "rs ba me mk al ie pt is lt lv ee tv io ai me news media press live online site app dev blog club xyz web asp html htm php "
        + "pdf doc docx xls xlsx ppt txt jpg jpeg png gif mp3 mp4 csv zip exe url xml json");

    /// <summary>Words whose first sound is left out, written with a leading apostrophe.</summary>
    public static readonly Lexicon Clipped = new("em cause til till tis twas n cuz coz bout round neath");

    /// <summary>Pairs written as one word and read as two: where the second begins.</summary>
    public static readonly FrozenDictionary<string, int> Fused = new Dictionary<string, int>
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["gotta"] = 3,
        ["wanna"] = 3,
        ["gimme"] = 3,
        ["lemme"] = 3,
        ["dunno"] = 2,
        ["dont"] = 2,
        ["didnt"] = 3,
        ["doesnt"] = 4,
        ["isnt"] = 2,
        ["wasnt"] = 3,
        ["arent"] = 3,
        ["werent"] = 4,
        ["couldnt"] = 5,
        ["wouldnt"] = 5,
        ["shouldnt"] = 6,
        ["havent"] = 4,
        ["hasnt"] = 3,
        ["hadnt"] = 3,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A set of words looked up by characters, without regard to case and without making strings.</summary>
internal sealed class Lexicon
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _longest;

    public Lexicon(string words)
    {
        var list = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _longest = list.Max(word => word.Length);
        _words = list.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Contains(ReadOnlySpan<char> word) => word.Length <= _longest && _words.Contains(word);
}
