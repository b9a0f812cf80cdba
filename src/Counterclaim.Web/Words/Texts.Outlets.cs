namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string Outlets = "Outlets";
    public const string Outlet = "Outlet";
    public const string OutletsLead = "Who publishes the reports, those with most first. Every figure leads to the rows it counts; none is a mark.";
    public const string OutletLead = "Counted in the ledger's reports of this outlet alone, copies of its texts included. Every figure leads to its rows.";
    public const string NoOutlets = "No report names its publisher.";
    public const string NoOutletsAdvice = "Add reports as saved pages or by their address, or name the publisher where you paste a text.";
    public const string OwnVoiceShare = "In its own voice";
    public const string OwnVoiceShareHint = "Claims that it makes itself, on nobody else's word.";
    public const string LoadedShare = "Loaded words";
    public const string LoadedShareHint = "Of its own claims, those with a word that judges while it tells.";
    public const string UnnamedShare = "Unnamed sources";
    public const string UnnamedShareHint = "Of the claims it attributes, those whose first teller has no name: “officials”, “a driver”.";
    public const string FirstPrintShare = "Printed first";
    public const string FirstPrintShareHint = "Reports whose text others print later.";
    public const string AgainShare = "Prints again";
    public const string AgainShareHint = "Reports that print an earlier report's text, whole or as a later version.";
    public const string LoadedWords = "Its loaded words";
    public const string WhomItQuotes = "Whom it quotes";
    public const string OutletOverTime = "What it tells of, by subject";
    public const string PrintsAgain = "Printed from others";
    public const string PagesOfList = "Pages of the list";

    public static string NoneOf(string unit) => $"no {unit}s";

    public static string OfNewest(long looked, long total) => looked == total ? $"of {Count(total, "claim")}" : $"of its newest {Number(looked)} of {Count(total, "claim")}";
}
