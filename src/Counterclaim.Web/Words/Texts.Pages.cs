using Counterclaim.Ledger.Comparison;

namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string QuestionsLead = "Where the sources part: what comparable claims answer differently, or alike from several origins.";
    public const string ClaimsLead = "Who says what, about whom, where and when. Every quotation is cut from its report and leads there.";
    public const string ReportsLead = "What was read into the ledger, the latest first.";
    public const string ActorsLead = "Who speaks and who is spoken of, those that most reports name first.";
    public const string PlacesLead = "What is told of where, the places that most reports name first.";
    public const string SearchLead = "Passages of the reports, best first.";
    public const string NothingAsked = "Type words to look for.";
    public const string NothingAskedAdvice = "\"coast road\" for words side by side, harb* for a word's beginning, kind:route for passages with a claim of that kind.";
    public const string KnownByTheseWords = "Known by these words";
    public const string CannotBeAsked = "This cannot be asked";
    public const string LedgerTrouble = "The ledger does not answer";
    public const string NotFound = "There is nothing at this address. It may have been rejected, or the ledger may be another one.";
    public const string Also = "also";
    public const string NotLocated = "not located";
    public const string Order = "Order";
    public const string MostContested = "most contested first";
    public const string MostRecent = "latest first";
    public const string FirstTeller = "First teller";
    public const string Figure = "Figure";
    public const string AsOfColumn = "As of";
    public const string WhoSaysHowMany = "Who says how many";
    public const string OverTime = "Over time: when each answer was told";
    public const string Apart = "Told, but not committed to";
    public const string ApartLead = "Claims of the same matter whose tellers decline, ask, or hold it merely possible. Shown, never counted.";
    public const string WhyTogether = "Why these stand together";
    public const string OriginsApart = "Who said it first";
    public const string OwnText = "no source named: the outlet's own text";
    public const string Positions = "Answers";
    public const string Negations = "Not on the scale";
    public const string LedgerOfReport = "Ledger of this report";
    public const string OneClaim = "One claim";
    public const string InQuestions = "Questions it answers";
    public const string InNoQuestion = "No question: nobody else in the ledger tells of the same matter in a way that can be compared.";
    public const string ShowInReport = "show in the report";
    public const string History = "What people changed";
    public const string NoHistory = "Nobody has looked at it yet.";
    public const string Says = "What they say";
    public const string SaidOfThem = "What is said of them";
    public const string Denies = "What they deny";
    public const string SaysOverTime = "When they speak, by subject";
    public const string TheirQuestions = "Questions they answer";
    public const string ContradictsThemselves = "Where they answer in two ways";
    public const string AllOfThem = "all";
    public const string QuestionsHere = "Questions here";
    public const string ClaimsHere = "Claims set here, the latest first";
    public const string HereOverTime = "What is told of this place, by subject";
    public const string NoQuestionsHere = "No question yet: nothing told of this place is answered from two origins.";
    public const string OtherNames = "also";
    public const string More = "more";

    public static string Tells(long claims) => $"tells {Count(claims, "claim")}";

    public static string StandsIn(long claims) => $"stands in {Count(claims, "claim")}";

    public static string In(string container) => "in " + container;

    public static string AndMore(int count) => $"and {count} more";

    public static string Since(string day) => "since " + day;

    public static string ToldBy => "told by";

    /// <summary>Why claims of a kind are held against each other, and when they are not (docs/comparing.md).</summary>
    public static string RuleOf(KindFamily family) => family switch
    {
        KindFamily.Count => "Figures are compared where they count the same (the killed with the killed, the same people) of the same happening: same place or one inside the other, and days that can be one. A floor and a figure above it do not contradict each other; \"dozens\" admits 24 to 99. Totals never meet daily counts.",
        KindFamily.Deed => "Claims of one happening are held against each other by whom they name: same place or target, days that can be one. Another doer contradicts; nobody named contradicts nobody.",
        _ => "A state holds until something later says otherwise. Claims of one kind about one place, or between the same parties, stand together; where they lie far apart on the scale and can be of one moment, they contradict each other. A later state is news, not a contradiction.",
    };
}
