namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string FormTooOld = "This form is too old";
    public const string FormTooOldAdvice = "It was loaded before the program was started anew, or not on a page of this room. Go back, load the page again, and send it once more: nothing was changed.";
    public const string FormTooLong = "This is too long";
    public const string FormTooLongAdvice = "A field of the form holds more than is taken. Nothing was changed.";
    public const string CannotBeCorrected = "This cannot be set right so";
    public const string NothingToDo = "The form does not say what to do.";
    public const string NothingChanged = "No field was changed.";
    public const string Undo = "Take back";
    public const string Accept = "Accept";
    public const string Reject = "Reject";
    public const string Edit = "Edit";
    public const string AcceptHint = "Is it right as it stands? Whoever changes a field accepts the claim with it.";
    public const string SetRight = "Set right";
    public const string Correct = "Correct";
    public const string EmptyField = "An empty field means none.";
    public const string Reason = "reason";
    public const string ReasonHint = "why, in your words";
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string TakenBack = "taken back";
    public const string Corrections = "Corrections";
    public const string CorrectionsLead = "What people changed, the last first. Nothing is ever lost: taking back is an entry too, and corrections outlive a newer reading.";
    public const string NoCorrections = "Nobody has corrected anything yet.";
    public const string NoCorrectionsAdvice = "Open a report, go through its ledger with j and k, and accept (a), reject (x) or edit (e) what the machine proposes.";
    public const string SameAs = "The same as";
    public const string Join = "Join";
    public const string JoinHint = "an id as lists show it: A15";
    public const string NotInReport = "Not who is meant in report";
    public const string Split = "Part";
    public const string SplitHint = "the first digits of its id";
    public const string WhoIsWho = "Who is who";

    public static string Correction(long entry) => $"Correction {Number(entry)}";

    public static string TakesBack(long entry) => $"takes {Number(entry)} back";

    public static string AreOne(string first, string second) => $"{first} and {second} are one";

    public static string IsNot(string parted, string whole) => $"{parted} is not {whole}";

    public const string YouCorrectAs = "You correct as";
    public const string SignSo = "Sign so";
    public const string AuthorOfCorrection = "by";
    public const string AuthorHint = "Who says so: it stands in the log beside the change.";
}
