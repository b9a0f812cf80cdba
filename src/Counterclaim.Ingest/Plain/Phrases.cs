using System.Text.RegularExpressions;

namespace Counterclaim.Ingest.Plain;

/// <summary>The wording of what a page says about itself rather than about the world.</summary>
/// <remarks>
/// A notice must be an address to the reader or a mark of the publisher from its first word on, so that a sentence of
/// the article that only mentions newsletters or cookies is never taken for one.
/// </remarks>
internal static partial class Phrases
{
    public static bool IsNotice(ReadOnlySpan<char> line, int words) =>
        Rights().IsMatch(line) || (words <= 12 && Button().IsMatch(line)) || (words <= 45 && Appeal().IsMatch(line)) || Cookie().IsMatch(line);

    public static bool OpensLinks(ReadOnlySpan<char> line) => LinkHeading().IsMatch(line);

    public static bool IsCredit(ReadOnlySpan<char> line) => CreditAtEnd().IsMatch(line) || CreditLine().IsMatch(line) || (!LineLook.EndsSentence(line) && AgencyLine().IsMatch(line));

    [GeneratedRegex(@"^(?:(?:copyright\s(?:©|\(c\)|\d{4}|by|holder)|\(c\)|©)\s?.{0,200}|.{0,120}(?:©\s?\d{4}|all rights reserved|all rights are reserved).{0,160})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rights();

    [GeneratedRegex("""
        ^(?:loading(?:\s(?:recommendations|comments|more|content|articles?|stories|player|video|next|please|the\snext)\b.{0,30})?\s?[….]{0,3}|advertisement|advertise(?:ment)?\s.{0,20}|sponsored(?:\scontent)?|ad|promoted|
        share(?:\s(?:this|on|via|with|article|story|page|full)\b.{0,40})?\s?:?|copy\slink|print(?:\sthis)?(?:\s(?:article|page))?|e-?mail(?:\sthis)?(?:\s(?:article|page))?|
        tweet|whats\s?app|facebook|twitter|telegram|linkedin|instagram|reddit|pinterest|messenger|x|flipboard|
        save(?:\s(?:article|story|for\slater))?|bookmark|comments?|\d+\scomments?|leave\sa\s(?:comment|reply)|add\s(?:a\s)?comment|post\sa\scomment|view\s(?:all\s)?comments|
        skip\sto\s.{0,30}|back\sto\stop|scroll\s.{0,30}|menu|search|close|log\sin|login|sign\sin|sign\sup|subscribe|register|my\saccount|
        listen(?:\sto\sthis\s.{0,20})?|watch\slive|live|play(?:\svideo)?|\d+\smin(?:ute)?s?\sread|reading\stime.{0,20}|
        home|about(?:\sus)?|contact(?:\sus)?|privacy(?:\spolicy)?|terms\s(?:of\s(?:use|service)|(?:and|&)\sconditions)|terms|cookie(?:s|\s.{0,30})?|rss(?:\sfeed)?|newsletters?|careers|jobs|sitemap|
        next(?:\s(?:article|story|post|page))?|previous(?:\s(?:article|story|post|page))?|
        (?:read|see|watch)\s(?:more|also|next)(?:\s?(?::|on|about|at|here)\b?.{0,120})?|also\sread:?.{0,120}|(?:read|see)\s?:\s.{0,120}|
        continue\sreading.{0,60}|click\shere.{0,60}|show\smore|load\smore|more|view\s(?:more|all|gallery|image).{0,20}|
        (?:view|see|open|watch)\s(?:(?:this\s)?(?:post|tweet)\s)?on\s(?:x|twitter|telegram|facebook|instagram|tiktok|youtube|threads|bluesky|mastodon|truth\ssocial)|(?:view|see)\sthis\spost\son\s.{0,20}|a\spost\sshared\sby\s.{0,60}|
        last\s(?:updated|modified).{0,40}|first\spublished.{0,40}|updated\s?:.{0,40}|published\s?:.{0,40}|published\son.{0,40}|
        tags?\s?:.{0,120}|filed\sunder\s?:.{0,120}|topics?\s?:.{0,120}|categor(?:y|ies)\s?:.{0,120}|keywords?\s?:.{0,120}|
        report\s(?:a|an)\s(?:typo|error|mistake).{0,30}|×|›|»)$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Button();

    [GeneratedRegex("""
        ^(?:(?:please\s)?(?:sign\sup|subscribe|register)\s(?:for|to|now|here|today|and)\b.{0,200}|
        (?:get|receive|have)\s(?:the|our|all|more|your|daily|breaking)\b.{0,120}\b(?:inbox|newsletters?|e-?mails?|notifications|app|briefing)\b.{0,60}|
        (?:follow|join|like|find)\s(?:us|our)\b.{0,120}\b(?:on|channel|telegram|facebook|twitter|instagram|x|whatsapp|youtube)\b.{0,60}|
        (?:download|install|try)\s(?:the|our)\b.{0,60}\bapp\b.{0,60}|
        (?:support|donate\sto)\s(?:us|our|independent|quality|the\swork\sof\sour)\b.{0,160}|become\sa\s(?:member|patron|subscriber|supporter)\b.{0,100}|
        (?:if\syou\s)?(?:found|notice[d]?|see|spot(?:ted)?)\s(?:a|an)\s(?:spelling\s)?(?:error|typo|mistake)\b.{0,120}|
        thank\syou\sfor\s(?:signing\sup|subscribing|reading|registering)\b.{0,80}|
        (?:your|this)\se-?mail\s(?:address\s)?.{0,80}|by\s(?:signing\sup|subscribing|clicking|continuing|registering)\b.{0,120}\b(?:you\s(?:agree|accept|confirm)|our\s(?:terms|privacy|newsletter))\b.{0,120}|
        (?:this|the)\s(?:article|story|content)\s(?:is|was|has\sbeen)\s(?:originally\spublished|first\spublished|republished|updated|available\sto|for\ssubscribers).{0,120}|
        .{0,60}\bstraight\sto\syour\sinbox\b.{0,80}|i\swould\slike\sto\s(?:be\se-?mailed|receive)\b.{0,120}|read\sour\sprivacy\spolicy.{0,20}|
        enter\syour\se-?mail\b.{0,80}|(?:you\s(?:have|'ve|’ve)\s(?:reached|read)|already\s(?:a|have))\b.{0,40}\b(?:limit|articles?|subscriber|member|account)\b.{0,60})$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Appeal();

    [GeneratedRegex(@"^(?:(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,40}\buses? (?:of )?cookies\b|accept (?:all )?cookies|by (?:using|continuing to (?:use|browse)) (?:this|our) (?:web)?site\b|we (?:value|care about) your privacy|(?:please )?enable (?:javascript|cookies)|(?:your browser|javascript) (?:does not|is (?:not|disabled)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cookie();

    [GeneratedRegex(@"^(?:more (?:to read|from\b.*|on this(?: story| topic)?|stories|news|articles|in\b.{0,30})|(?:other (?:topics|stories|articles|news) )?(?:you )?(?:may|might) (?:also )?(?:like|be interested in)|related(?: (?:articles?|stories|news|topics|content|posts|links|reading|coverage))?|read (?:also|more|next|on)|see also|also read|links|tags|topics|most (?:read|popular|viewed|shared|recent)|trending(?: now)?|recommended(?: (?:for you|stories|reading))?|recommendations|latest(?: (?:news|stories|headlines))?|top stories|popular(?: (?:news|posts|now))?|editor['’]s picks?|in this story|what to read next|up next|don['’]t miss|around the web|from the web|sponsored(?: links)?|share this(?: page| article| story)?|follow us|categories|archives?|comments)\s?:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkHeading();

    [GeneratedRegex(@"[(\[](?=[^()\[\]]{2,100}[)\]]\s?$)(?=[^()\[\]]*\b(?:photos?|photograph|handout|images?|pictures?|file|pool|getty|credit|courtesy|screengrab|screenshot|illustration|shutterstock|via (?:AFP|AP|Reuters|REUTERS|Getty)|(?:AFP|AP|Reuters|REUTERS)/\p{L}+|\p{L}+/(?:AFP|AP|Reuters|REUTERS))\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreditAtEnd();

    [GeneratedRegex(@"^(?:(?:photo(?:graph)?s?|image|picture|illustration|video|screenshot|credits?|cover image|file photo|representative image)(?: credits?| by| courtesy)?\s?[:/|].{1,160}|(?:photo|image|picture|illustration) (?:by|courtesy of|credit)\b.{1,120})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreditLine();

    [GeneratedRegex(@"^(?:.{0,300}(?:/getty images|getty images/|\bvia getty images|\bvia (?:ap|reuters|afp)|ap photo/|reuters/\p{L}|afp/\p{L}).{0,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AgencyLine();
}
