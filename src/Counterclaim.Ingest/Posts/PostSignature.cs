using System.Globalization;
using System.Text.RegularExpressions;
using Counterclaim.Ingest.Dates;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Posts;

/// <summary>The lines by which a post names its author: behind it, above it, or before a colon on the same line.</summary>
/// <remarks>
/// Behind: "— Name (@handle) November 10, 2025", "— @handle", "— Name via Telegram", "Posted by Name on Tuesday, …",
/// "A post shared by Name (@handle)". Above: "Name @handle · 3h", "Name (@handle) · Nov 3", "Name, [03.11.2026 14:22]".
/// Before a colon: "Name on X:", "Name (@handle):".
/// </remarks>
internal static partial class PostSignature
{
    private const int Longest = 200;

    /// <summary>Whether a line is nothing but a signature as it stands behind a post.</summary>
    public static bool Closes(ReadOnlySpan<char> line) =>
        line.Length is >= 3 and <= Longest && (line[0] is '—' or '–' or '-' or '―' && (Behind().IsMatch(line) || Through().IsMatch(line)) || line[0] == 'P' && PostedBy().IsMatch(line));

    /// <summary>The author and time that a signature behind a post names; null where it is none.</summary>
    /// <param name="signature">Where the signature will stand in its text.</param>
    public static SocialPost? ReadBehind(string line, TextSpan signature, string? network = null)
    {
        if (line.Length > Longest) return null;
        var match = Behind().Match(line);
        if (!match.Success) match = Through().Match(line);
        if (!match.Success) match = PostedBy().Match(line);
        if (!match.Success) match = SharedBy().Match(line);
        return match.Success ? Post(match, signature, network) : null;
    }

    /// <summary>Whether a line stands above a post and names its author.</summary>
    public static bool Heads(ReadOnlySpan<char> line) =>
        line.Length <= Longest && (line.IndexOf('@') >= 0 && Above().IsMatch(line) || line.Length > 0 && line[^1] == ']' && Copied().IsMatch(line));

    public static SocialPost? ReadAbove(string line, TextSpan signature)
    {
        if (line.Length > Longest) return null;
        var match = Above().Match(line);
        if (match.Success) return Post(match, signature, null);
        match = Copied().Match(line);
        return match.Success ? Post(match, signature, "Telegram") : null;
    }

    /// <summary>Whether a header tells when the post was made, which a writer's name above an article does not.</summary>
    public static bool TellsAge(string line) => Above().Match(line) is { Success: true } match ? match.Groups["when"].Success : Copied().IsMatch(line);

    /// <summary>Length of the words that name the author before a colon, the colon included; 0 where there are none.</summary>
    public static int LabelLength(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, Longest)];
        // The first colon followed by a space: "19:05" has none.
        var colon = head.IndexOf(": ");
        return colon > 2 && Label().IsMatch(head[..(colon + 1)]) ? colon + 1 : 0;
    }

    public static SocialPost? ReadLabel(string label, TextSpan signature) =>
        Label().Match(label) is { Success: true } match ? Post(match, signature, null) : null;

    /// <summary>"@handle", alone on its line.</summary>
    public static bool IsHandle(ReadOnlySpan<char> line) => line.Length is >= 3 and <= 80 && line[0] == '@' && HandleLine().IsMatch(line);

    /// <summary>"3h", "Nov 3", "November 3, 2026 at 4:12 PM", alone on its line.</summary>
    public static bool IsAge(ReadOnlySpan<char> line) => line.Length is > 0 and <= 60 && AgeLine().IsMatch(line);

    /// <summary>What the network's page sets under a post: the minute it was posted with counts of views.</summary>
    public static bool IsStamp(ReadOnlySpan<char> line) => line.Length <= 120 && Stamp().IsMatch(line);

    /// <summary>"1/", "(2/7)", "🧵": how the parts of a thread begin.</summary>
    public static bool OpensThread(ReadOnlySpan<char> line) => ThreadStart().IsMatch(line[..Math.Min(line.Length, 12)]);

    /// <summary>Counts, buttons and links that the network's page sets around a post.</summary>
    public static bool IsFrame(ReadOnlySpan<char> line) => line.Length <= 120 && Frame().IsMatch(line);

    /// <summary>The network that a link below a post leads to: "View on X"; null for any other line.</summary>
    public static string? LinkedNetwork(ReadOnlySpan<char> line) =>
        line.Length <= 60 && ViewOn().Match(line.ToString()) is { Success: true } match ? NetworkOf(match.Groups["network"].Value) : null;

    private static SocialPost Post(Match match, TextSpan signature, string? network)
    {
        var author = match.Groups["author"].Value.Trim().TrimEnd(',');
        author = author[..(LastOfName(author) + 1)];
        var posted = match.Groups["when"].Success ? DateText.Find(match.Groups["when"].ValueSpan)?.Value : null;
        return new SocialPost(
            author.Length == 0 ? null : author, match.Groups["handle"] is { Success: true } handle ? handle.Value : null,
            match.Groups["network"] is { Success: true } named ? NetworkOf(named.Value) : network, posted, signature);
    }

    /// <summary>Flags and other pictures behind a name are not of it.</summary>
    private static int LastOfName(string author)
    {
        var last = author.Length - 1;
        while (last >= 0 && !char.IsLetterOrDigit(author[last]) && author[last] is not ('.' or ')' or '\'' or '’' or '"' or '!') && CharUnicodeInfo.GetUnicodeCategory(author, last) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) last--;
        return last;
    }

    private static string NetworkOf(string name) => name switch
    {
        "Twitter" => "X",
        "VKontakte" => "VK",
        _ => name,
    };

    /// <summary>Accounts of federated networks carry their server's name.</summary>
    private const string Handle = @"@(?<handle>\w[\w.-]{0,60}(?:@[\w.-]{3,60})?)";
    private const string When = @"(?<when>[\p{L}\d][\p{L}\d ,.:/\-•·]{5,40})";
    private const string Age = @"(?:\d{1,2} ?(?:s|m|h|d|w|min|mins|hrs?|hours?|minutes?|days?)(?: ago)?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:,? \d{4})?(?:,? (?:at )?\d{1,2}:\d{2}(?: ?[AaPp][Mm])?)?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?:,? \d{4})?|yesterday)";

    [GeneratedRegex(@"^[—–―-]{1,2}\s?(?:(?<author>[^@\n]{1,100}?)\s?\(" + Handle + @"\)|" + Handle + @")\s?[,•·|-]?\s?" + When + "?$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^[—–―-]{1,2}\s?(?<author>\p{Lu}[^@\n]{1,80}?),?\s(?:via|on)\s(?<network>" + PostNetworks.Names + @")[,.]?\s?(?:on\s)?" + When + "?$", RegexOptions.CultureInvariant)]
    private static partial Regex Through();

    [GeneratedRegex(@"^Posted by (?<author>[^@\n]{2,100}?) on " + When + "$", RegexOptions.CultureInvariant)]
    private static partial Regex PostedBy();

    [GeneratedRegex(@"^(?:A post shared by|Ein Beitrag geteilt von) (?<author>[^@\n]{1,100}?) \(" + Handle + @"\)(?: (?:on|am) " + When + ")?$", RegexOptions.CultureInvariant)]
    private static partial Regex SharedBy();

    [GeneratedRegex(@"^(?!By\s|Replying\s)(?<author>\p{Lu}[^@:.!?\n]{1,80}?)?[ ,]{0,2}\(?" + Handle + @"\)?(?:\s?[✓✔☑])?(?:\s?[·•|,–—-]\s?(?<when>" + Age + @"))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Above();

    [GeneratedRegex(@"^(?<author>[^\[\]@\n]{2,60}), \[(?<when>\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}:\d{2}(?::\d{2})?)\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Copied();

    [GeneratedRegex(@"^(?:(?<author>\p{Lu}[\p{L}\d.'’-]{0,30}(?: [\p{L}\d.'’&-]{1,30}){0,6}?)(?: \(" + Handle + @"\))?,? (?:on|via) (?<network>" + PostNetworks.Names + @")|(?<author>\p{Lu}[^@:()\n]{1,80}?) \(" + Handle + @"\)(?:,? (?:on|via) (?<network>" + PostNetworks.Names + @"))?|" + Handle + @"(?:,? (?:on|via) (?<network>" + PostNetworks.Names + @"))?)(?:,? (?:on )?(?<when>" + Age + @"))?:$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^" + Handle + "$", RegexOptions.CultureInvariant)]
    private static partial Regex HandleLine();

    [GeneratedRegex("^" + Age + "$", RegexOptions.CultureInvariant)]
    private static partial Regex AgeLine();

    [GeneratedRegex(@"^(?:\d{1,2}:\d{2}(?: ?[AaPp][Mm])? ?[·•|,-]? ?(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9}\.?,? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4})|(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9}\.?,? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}),?(?: at)? ?[·•|-]? ?\d{1,2}:\d{2}(?: ?[AaPp][Mm])?)(?: ?[·•|-].{0,60})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^(?:\(?1/\d{0,2}\)?[.:)]?\s|🧵)", RegexOptions.CultureInvariant)]
    private static partial Regex ThreadStart();

    [GeneratedRegex(@"^(?:View|See|Open|Watch|Read) (?:(?:this )?(?:post|tweet|video) )?on (?<network>" + PostNetworks.Names + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex ViewOn();

    [GeneratedRegex(@"^(?:(?:View|See|Open|Watch|Read|Continue) (?:this (?:post|tweet|video|photo) )?(?:more )?on (?:" + PostNetworks.Names + @")|Translate (?:post|tweet)|Show (?:more|this thread)|Read (?:\d+|more) replies|Reply|Repost|Like|Share|Copy link(?: to post)?|(?:\d[\d.,]*\s?[KMB]? (?:Reposts?|Retweets?|ReTruths?|Likes?|Views?|Replies|Quotes?|Quote Tweets?|Bookmarks?|Comments?|Shares?)[ ,·•]{0,3}){1,6}|\d[\d.,]*\s?[KMB]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Frame();
}
