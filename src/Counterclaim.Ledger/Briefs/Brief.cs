using Counterclaim.Ledger.Claims;

namespace Counterclaim.Ledger.Briefs;

/// <summary>What a ledger holds on one matter, on a page: quotations cut from reports and facts of the ledger, each with its reference; nothing summed up in words of our own, no verdict.</summary>
/// <param name="Title">The question, or what was asked for.</param>
/// <param name="Query">The query that it was made of.</param>
/// <param name="Scope">"27 claims of 9 reports by 4 outlets, 9 March 2026 to 14 March 2026".</param>
/// <param name="References">Where each quotation stands, by their numbers from 1.</param>
public sealed record Brief(string Title, string Query, string Scope, IReadOnlyList<BriefSection> Sections, IReadOnlyList<BriefReference> References);

/// <summary>A part under a heading.</summary>
/// <param name="Items">Never empty.</param>
public sealed record BriefSection(string Heading, IReadOnlyList<BriefItem> Items);

/// <summary>A line.</summary>
/// <param name="Depth">0, or 1 for what belongs to the line of depth 0 before it.</param>
public sealed record BriefItem(int Depth, IReadOnlyList<BriefPart> Parts);

/// <summary>A stretch of a line.</summary>
/// <param name="Text">For a quotation the report's own characters; else ours, or names out of the ledger. Whoever lays it out escapes it.</param>
/// <param name="Reference">Number of the reference that a quotation is cut from; 0 for what is none.</param>
public readonly record struct BriefPart(BriefPartKind Kind, string Text, int Reference = 0);

public enum BriefPartKind
{
    /// <summary>Words of this program, and facts of the ledger.</summary>
    Words,

    /// <summary>What stands out in a line: a question, an answer.</summary>
    Strong,

    /// <summary>Cut from a report, character for character.</summary>
    Quotation,
}

/// <summary>Where a quotation stands.</summary>
/// <param name="CodePoints">In the report's text, end exclusive.</param>
/// <param name="Tellers">Who tells it, outermost first.</param>
public sealed record BriefReference(int Number, ClaimReport Report, CodePointRange CodePoints, IReadOnlyList<ClaimTeller> Tellers);
