namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string NotAsserted = "not asserted";
    public const string Negated = "negated";
    public const string Denied = "denied";
    public const string NotCommitted = "not committed to";
    public const string Of = "of";
    public const string To = "to";
    public const string AskThisList = "Ask";

    public const string SyntaxInShort =
        "Words and \"phrases\" must be in the text; field:value narrows, with commas between values any of which may hold; a minus sign before what must not be. All terms must hold.";

    public const string EmptyLedger = "The ledger is empty.";
    public const string EmptyLedgerAdvice = "Add reports above: paste a text, choose files, give an address. Or in a terminal: counterclaim add FOLDER. They show here as soon as they are kept.";
    public const string NothingFits = "Nothing in the ledger fits.";
    public const string NothingFitsAdvice = "Take a term away, or look for a word's beginning: harb*. Rejected claims show with review:rejected.";

    public static string Through(string channel) => "through " + channel;

    public static string MoreCharacters(int count) => $"{Number(count)} more characters";
}
