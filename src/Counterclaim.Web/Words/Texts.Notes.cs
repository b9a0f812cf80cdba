namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string Noted = "Done.";
    public const string KeptSearches = "Kept searches";
    public const string KeptLead = "Searches to come back to, with what came in reports added since they were last opened. Kept in a file beside the ledger, for whoever uses this machine; sent nowhere.";
    public const string NoKept = "No search is kept.";
    public const string NoKeptAdvice = "Ask any list something, then press “Keep this search”.";
    public const string AllKept = "all kept searches";
    public const string NameOfSearch = "Name of this search";
    public const string KeepSearch = "Keep this search";
    public const string RemoveSearch = "Remove";
    public const string OnlyThese = "only these";
    public const string SeenAll = "Take all for seen";
    public const string KeepAsNew = "Keep as new";
    public const string Changed = "What changed since you last looked";
    public const string NewClaim = "new";
    public const string NewQuestion = "new question";
    public const string ComparedHow = "New is what reports tell that were added to the ledger after that moment; what people corrected since is listed too. Looks less than half an hour apart are one.";

    public static string New(long count) => $"{Number(count)} new";

    public static string NewSince(long count, string moment) => count == 0 ? $"nothing new since {moment}" : $"{Number(count)} new since {moment}";

    public static string NewSinceLook(long count, string moment) => $"new since {moment} ({Number(count)})";

    public static string NothingSince(string moment) => $"Nothing changed since you last looked, {moment}.";

    public static string LastOpened(string moment) => "opened " + moment;

    public static string LookedBefore(string moment) => "you last looked " + moment;

    public static string NewClaims(long count) => $"{Count(count, "new claim")}";

    public static string NewAnswers(int count) => $"{Count(count, "new answer")}: ";

    public static string ContestedNow(string before, string now) => $"was {before}, is {now}";
}
