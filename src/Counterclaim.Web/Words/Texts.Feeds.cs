namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string Feeds = "Feeds followed";
    public const string FeedsLead = "A feed is read when you ask for it, and at an interval only if you set one; then only while this room is open. Nothing else is ever asked of another machine.";
    public const string AddressOfFeed = "Address of a feed";
    public const string Follow = "Follow and read";
    public const string FollowIt = "Follow it: keep the address, to read it again";
    public const string Unfollow = "Follow no longer";
    public const string ReadNow = "Read now";
    public const string ReadAllFeeds = "Read all now";
    public const string ReadAgain = "Read all again";
    public const string ReadAgainHint = "While this room is open. The pages that a feed leads to are asked for each time.";
    public const string Set = "Set";
    public const string NoFeeds = "No feed is followed.";
    public const string NoFeedsAdvice = "Give the address of one above. What it tells is added to the ledger; what was there already is never added twice.";
    public const string NeverRead = "not read yet";
    public const string AddedSince = "what it brought";
    public const string ContradictsSince = "what that contradicts";

    public static string TooManyFeeds(int most) => $"{Number(most)} feeds are followed already; follow one no longer first.";

    public static string EveryHours(int hours) => hours switch { 0 => "only when I ask", 1 => "every hour", _ => $"every {hours} hours" };

    public static string FeedGave(string moment, int added, int there, int failed) =>
        $"last read {moment}: {Count(added, "report")} added, {Number(there)} there already" + (failed > 0 ? $", {Number(failed)} not read" : "");

    public static string FeedsFollowed(int count) => count == 0 ? "Follow feeds" : $"{Count(count, "feed")} followed";
}
