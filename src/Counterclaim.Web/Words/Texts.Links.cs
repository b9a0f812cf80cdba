using Counterclaim.Ledger.Comparison;

namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string Links = "Who stands against whom";
    public const string LinksShort = "how they stand to each other";
    public const string LinksLead = "Claims of different reports, held against each other: left the later one, or the one that reacts; between them how it stands to the earlier one, and why.";
    public const string Relations = "Relations";
    public const string HowItStands = "How it stands to claims of other reports";
    public const string StandsAlone = "No claim of another report is about the same in a way that can be compared.";
    public const string SetQuestionRight = "Set this question right";
    public const string WordAnew = "Word it anew";
    public const string IsOneWith = "It is one with";
    public const string QuestionHint = "the other question's number: Q15";
    public const string MergeThem = "Merge them";
    public const string IsNoQuestion = "It is none";
    public const string Dismiss = "Dismiss";
    public const string ClaimsApart = "These claims answer another";
    public const string ClaimsApartHint = "3fa9c1d2/c12 77b0e6aa/c3";
    public const string PartThem = "Part them";

    public static readonly (string Relation, string Words)[] RelationChoices =
        [("", "all"), ("contradicts,denies", "against each other"), ("supports", "supporting"), ("updates", "later news"), ("repeats", "repeating")];

    public static string RelationOf(ClaimRelation relation) => relation switch
    {
        ClaimRelation.NotComparable => "not to be compared with",
        ClaimRelation.Compatible => "compatible with",
        _ => relation.ToString().ToLowerInvariant(),
    };

    /// <summary>The same, seen from the earlier claim.</summary>
    public static string RelationTo(ClaimRelation relation) => relation switch
    {
        ClaimRelation.Contradicts => "contradicted by",
        ClaimRelation.Denies => "denied by",
        ClaimRelation.Supports => "supported by",
        ClaimRelation.Updates => "updated by",
        _ => RelationOf(relation),
    };

    public static string Renamed(string question, string title) => $"{question} is worded “{title}”";

    public static string Merged(string question, string other) => $"{question} and {other} are one question";

    public static string PartedFrom(string question, string own) => $"answers {own}, not {question}";

    public static string Dismissed(string question) => $"{question} is no question";
}
