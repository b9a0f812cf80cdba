namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string Dossier = "Parts of the dossier";
    public const string Control = "Control over time";
    public const string Routes = "Ways in and out";
    public const string Strikes = "Strikes";
    public const string People = "People";
    public const string Stocks = "Stocks and aid";
    public const string Depends = "What is said to depend on it";
    public const string DependsOnThem = "What is said to depend on what they do";
    public const string DependsNothing = "Nobody in the ledger says that anything follows from what happens here, or leads to it.";
    public const string DependsOnNobody = "Nobody in the ledger says that anything follows from what they do, or leads to it.";
    public const string WholeMap = "whole map";
    public const string OnTheMap = "on the map";
    public const string NothingTold = "Nothing is told of it here.";
    public const string TheirWords = "The words";
    public const string BandsHold = "A band reaches from what a source says to what it says next: what it said holds until it says otherwise. A stroke is a telling.";
    public const string Consequences = "What depends on what";
    public const string ConsequencesLead = "What the sources say leads to what, makes it possible or prevents it. Causes stand left, effects right. Nothing is concluded here: every arrow is somebody's words.";
    public const string ConsequenceGraph = "Drawing of what depends on what; the list below says the same in words";
    public const string NoConsequences = "Nobody says so.";
    public const string NoConsequencesAdvice = "Ask for a place or an actor alone (place:Quillhaven, actor:\"Irena Vosk\") to find also what only names them.";
    public const string ArrowWeight = "An arrow is the thicker the more independent origins assert it; above it who says so. Its style is how sure they put it:";

    public static string ConsequenceCount(int drawn, int all, int matters, long told, bool isCut) =>
        $"{(drawn == all ? Count(all, "arrow") : $"{Number(drawn)} of {Count(all, "arrow")}")} between {Count(matters, "matter")}, {(isCut ? $"of the newest {Count(told, "telling")}" : Count(told, "telling"))}";

    public static string DeniedBy(string name) => "denied by " + name;

    public static string LeftOpenBy(string name) => "left open by " + name;
}
