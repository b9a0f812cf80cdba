namespace Counterclaim.Model;

/// <summary>One article or post as published.</summary>
/// <param name="Id">"sha256:" and the hexadecimal hash of the bytes the report came from.</param>
/// <param name="Source">The source as the user gave it; the <c>id</c> for a line of a JSONL file.</param>
/// <param name="Text">The whole text; every span of a reading is an offset into it.</param>
/// <param name="Paragraphs">In text order, not overlapping; white space between them belongs to none.</param>
public sealed record Report(string Id, string Source, string Text, IReadOnlyList<Paragraph> Paragraphs)
{
    public string? Title { get; init; }

    /// <summary>Name of the outlet, else its host name.</summary>
    public string? Publisher { get; init; }

    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>Canonical URL.</summary>
    public string? Url { get; init; }

    /// <summary>Time of publication; null where the source does not say. Every relative time is resolved against it.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Whether only the day of <see cref="Published"/> is known.</summary>
    public bool PublishedIsDay { get; init; }

    /// <summary>BCP 47 code.</summary>
    public string? Language { get; init; }
}

/// <summary>A block of a report's text.</summary>
public sealed record Paragraph(TextSpan Span, ParagraphKind Kind)
{
    /// <summary>Who posted it, for a <see cref="ParagraphKind.Social"/> paragraph.</summary>
    public SocialPost? Post { get; init; }
}

/// <summary>Byline of an embedded social post.</summary>
/// <param name="Author">Display name.</param>
/// <param name="Handle">Account name without the at sign.</param>
/// <param name="Network">"X", "Telegram", "Facebook"…; null where the page does not tell.</param>
/// <param name="Posted">When it was posted.</param>
/// <param name="Signature">The characters of the text that name the author ("— Name (@handle) November 10, 2025").</param>
public sealed record SocialPost(string? Author, string? Handle, string? Network, DateTimeOffset? Posted, TextSpan? Signature);

public enum ParagraphKind
{
    Title,
    Heading,
    Body,
    Quote,
    Social,
    Caption,
    List,

    /// <summary>Menus, related links, notices: kept in a plain text so that it stays verbatim, but never read.</summary>
    Furniture,
}
