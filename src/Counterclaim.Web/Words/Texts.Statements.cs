namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string OneStatement = "One statement";
    public const string StatementClaims = "Claims it tells";
    public const string TellsNoClaim = "No claim lies in its content. Make the content longer, or correct which words are a claim's clause.";
    public const string StatementAcceptHint = "Is it right as it stands? Whoever changes its words accepts it with them. What a rejected statement held is told by the statement around it, else by the publisher.";
    public const string HolderWords = "holder";
    public const string HolderWordsHint = "who says it, in words of the report; empty where nobody is named";
    public const string StandsFor = "who that is";
    public const string StandsForHint = "a name, or A12";
    public const string Cue = "cue";
    public const string CueHint = "the words that say so: said, according to";
    public const string Content = "content";
    public const string ContentHint = "what is said; \" … \" between parts";
    public const string Act = "act";
    public const string ActHint = "what the holder does by saying it";
    public const string WordsOrPlaces = "Words are given as they stand in the report, or as characters counted from its beginning: 120-150,160-180. Of several places the nearest is meant.";
    public const string AddStatement = "Add a statement that was not found";
    public const string AddIt = "Add it";
    public const string SelectedText = "The selected text is";
    public const string MarkClause = "the clause";
    public const string MarkHolder = "holder";
    public const string MarkCue = "cue";
    public const string MarkContent = "content";
    public const string MarkMore = "content too";
    public const string MarkNew = "a new statement";
    public const string ChangedHere = "What people changed here";
    public const string Confirmed = "confirmed";
    public const string Proposed = "proposed";
    public const string StatementAdded = "a statement is added";

    public static string OtherWords(string field) => field switch
    {
        "span" => "clause: other words",
        "holder_words" => "holder: other words",
        _ => field + ": other words",
    };
}
