using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Stories;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Asking.Lists;

/// <summary>A passage with words looked for.</summary>
/// <param name="Span">The passage in the report's text; null for the title.</param>
/// <param name="CodePoints">The same in code points.</param>
/// <param name="Text">The whole passage, cut from the report.</param>
/// <param name="Hits">Where in <paramref name="Text"/> the words stand.</param>
public sealed record PassageHit(ClaimReport Report, TextSpan? Span, CodePointRange? CodePoints, string Text, IReadOnlyList<TextSpan> Hits)
{
    /// <summary>The part of the text shown around the first hit.</summary>
    /// <param name="most">Characters at most.</param>
    public TextSpan Around(int most)
    {
        if (Text.Length <= most) return new TextSpan(0, Text.Length);
        var first = Hits.Count > 0 ? Hits[0].Start : 0;
        var start = Math.Clamp(first - most / 3, 0, Text.Length - most);
        if (start > 0 && Text.IndexOf(' ', start) is >= 0 and var blank && blank < first) start = blank + 1;
        var end = Math.Min(Text.Length, start + most);
        if (end < Text.Length && Text.LastIndexOf(' ', end) is var last && last > start + most / 2) end = last;
        return new TextSpan(start, end);
    }
}

/// <summary>An actor of the ledger.</summary>
/// <param name="Id">"A12"; null for one known by these words alone, who is the same in no two reports.</param>
/// <param name="Names">Other names, in the order they were met.</param>
/// <param name="Reports">How many reports name it.</param>
/// <param name="Told">In how many claims it is a teller.</param>
/// <param name="Concerned">In how many it does something or has something done to it.</param>
public sealed record LedgerActor(string? Id, string Name, ActorKind Kind, string? Country, string? Identity, IReadOnlyList<string> Names, long Reports, long Told, long Concerned);

/// <summary>A place of the ledger.</summary>
/// <param name="Reports">How many reports name it.</param>
/// <param name="Claims">How many claims are set there.</param>
public sealed record LedgerPlace(ClaimPlace Place, long Reports, long Claims);

/// <summary>A statement of the ledger.</summary>
/// <param name="Id">Report and statement: "sha256:…/s4".</param>
/// <param name="Span">From its first character to its last, holder and cue included.</param>
/// <param name="CodePoints">The same in code points.</param>
/// <param name="Content">What is said, cut from the report; parts that are apart are joined by " … ".</param>
public sealed record ToldStatement(string Id, ClaimReport Report, ClaimTeller Teller, ClaimTime? Said, TextSpan Span, CodePointRange CodePoints, string Content);

/// <summary>A report of the ledger.</summary>
/// <param name="Copies">How often its text was met again in other bytes, character for character.</param>
public sealed record LedgerReport(ClaimReport Report, string Source, string? Language, DateTimeOffset Added, string Reader, long Statements, long Claims, long Copies)
{
    /// <summary>The story it tells of: "S12".</summary>
    public string? Story { get; init; }

    /// <summary>How many later reports print its text, edited or as a later version.</summary>
    public long Reprints { get; init; }

    /// <summary>Earlier reports that its text, or a part of it, was printed by; the whole ones first.</summary>
    public IReadOnlyList<ReportTie> Ties { get; init; } = [];
}

/// <summary>A publisher of the ledger's reports.</summary>
/// <param name="Reports">How many it published itself; copies of a text, character for character, are none.</param>
public sealed record Outlet(string Name, long Reports);

/// <summary>How a claim stands to one of another report.</summary>
/// <param name="Later">The later claim, or the one that reacts.</param>
/// <param name="Earlier">The earlier one.</param>
/// <param name="Comparison">The relation, its rule, and the reason in words.</param>
public sealed record LedgerLink(Claim Later, Claim Earlier, ClaimComparison Comparison);

/// <summary>Reports of one happening.</summary>
/// <param name="Id">"S12": stays when reports join later; of two stories found to be one, the older one's.</param>
/// <param name="Title">Title of its first report.</param>
/// <param name="First">When the first of its reports was published, in that report's own zone; null where none is dated.</param>
/// <param name="Last">When the last was.</param>
/// <param name="Reports">How many there are.</param>
/// <param name="Origins">How many there are when copies of one text count once.</param>
/// <param name="Outlets">Who published them, copies included.</param>
/// <param name="Places">Places that most of them name.</param>
/// <param name="Members">The reports in the order they were added, two hundred at most.</param>
public sealed record LedgerStory(
    string Id, string? Title, DateTime? First, DateTime? Last, long Reports, long Origins, IReadOnlyList<string> Outlets, IReadOnlyList<string> Places, IReadOnlyList<StoryReport> Members);

/// <summary>A report of a story.</summary>
/// <param name="Score">How near it was to the story when it joined, 0 to 1; null for the first.</param>
/// <param name="Reason">What it shares with the story, in words; null for the first.</param>
/// <param name="Ties">Earlier reports whose text it prints.</param>
public sealed record StoryReport(ClaimReport Report, double? Score, string? Reason, IReadOnlyList<ReportTie> Ties);
