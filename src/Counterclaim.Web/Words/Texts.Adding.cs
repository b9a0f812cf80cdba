using Counterclaim.Ledger.Store;

namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string Add = "Add";
    public const string AddLead = "Read reports into the ledger: paste a text, choose files (saved pages, plain text, Markdown, JSON Lines, feeds), or give the address of a page or a feed. The same report is never added twice.";
    public const string AddNotHere = "This room only shows a ledger. Add to it with counterclaim add.";
    public const string PasteHere = "Text of a report, its headline in the first line";
    public const string Files = "Files";
    public const string AddressOfPage = "Address of a page or a feed";
    public const string WhereItDoesNotSay = "Where the report does not say it itself";
    public const string PublishedOn = "Published on";
    public const string Publisher = "Publisher";
    public const string Read = "Read";
    public const string ReadAll = "Read";
    public const string StillReading = "Reading…";
    public const string AddMore = "Add more";
    public const string PastedText = "pasted text";
    public const string NothingGiven = "Nothing was given: paste a text, choose a file, or give an address.";
    public const string TooLarge = "That is more than is taken at once: 32 MB of files, 16 MB of text. Add it with counterclaim add instead.";
    public const string TooMuchWaits = "Too much waits to be read already. Try again when some of it is done.";

    public static string NoAddress(string given) => $"“{given}” is no address: give one that begins with http:// or https://.";

    public static string TooManyFiles(int most) => $"That is more than {most} files at once. Add a folder with counterclaim add instead.";

    public static string OutcomeOf(AddOutcome outcome) => outcome switch
    {
        AddOutcome.Added => "added",
        AddOutcome.AlreadyThere => "was there already",
        AddOutcome.Copy => "a copy of a text that was there",
        _ => "not read",
    };

    public static string Outcome(AddOutcome outcome, int count) => outcome switch
    {
        AddOutcome.Added => $"{Count(count, "report")} added",
        AddOutcome.AlreadyThere => $"{Number(count)} there already",
        AddOutcome.Copy => Count(count, "copy of a text that was there", "copies of texts that were there"),
        _ => $"{Number(count)} not read",
    };
}
