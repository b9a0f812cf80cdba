namespace Counterclaim.Web.Words;

/// <summary>The words of the interface, in one place for whoever translates them. Words of the domain (kinds, acts, positions) are the model's own.</summary>
internal static partial class Texts
{
    public const string Language = "en";
    public const string Questions = "Questions";
    public const string Claims = "Claims";
    public const string Reports = "Reports";
    public const string Actors = "Actors";
    public const string Places = "Places";
    public const string Search = "Search";
    public const string SkipToContent = "Skip to content";
    public const string Navigation = "Rooms of the ledger";
    public const string SearchReports = "Search the reports";
    public const string Keys = "Keys";
    public const string Suggestions = "How the query could go on";
    public const string AKind = "What the claim is about.";
    public const string Ask = "Ask";
    public const string Filter = "Filter";
    public const string QuerySyntax = "How to ask";
    public const string Next = "Next";
    public const string First = "From the beginning";
    public const string Undated = "undated";
    public const string OwnVoice = "in its own voice";
    public const string NobodyNamed = "somebody unnamed";
    public const string UnnamedPublisher = "unnamed publisher";
    public const string Corrected = "corrected";
    public const string NotFoundTitle = "Not here";
    public const string SaveAs = "Take away";

    public static readonly (string[] Keys, string Meaning)[] KeyMeanings =
    [
        (["j", "k"], "next, previous entry"),
        (["Enter"], "open the entry; in a report, show it in the text"),
        (["a", "x", "e"], "accept, reject, edit the selected claim"),
        (["s"], "in a report, select the entry's words; Shift and arrows move their end, s again their beginning"),
        (["h", "c", "t", "+"], "make the selected text the statement's holder, its cue, its content, more of its content"),
        (["w", "n"], "make it the claim's clause, a new statement"),
        (["u"], "take back what was just done"),
        (["/"], "search"),
        (["g q", "g c", "g m", "g r", "g p", "g k", "g n"], "go to questions, claims, the map, reports, places, kept searches, adding"),
        (["Esc"], "let go"),
        (["?"], "show or hide this"),
    ];

    public static string Showing(long from, long to, long total, string one, string many) =>
        total == 0 ? $"no {many}" : to - from + 1 == total ? Count(total, one, many) : $"{Number(from)}–{Number(to)} of {Count(total, one, many)}";

    public static string Count(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Number(long number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
