using Counterclaim.Model;

namespace Counterclaim.Ingest.Plain;

/// <summary>One paragraph of a plain text before its kind is settled.</summary>
internal struct TextBlock
{
    public TextSpan Span;

    /// <summary>Whether an empty line stands before it.</summary>
    public bool AfterBlank;

    public int Words;
    public LineTraits Traits;

    /// <summary>Null until settled.</summary>
    public ParagraphKind? Kind;

    public SocialPost? Post;

    public readonly bool Is(LineTraits trait) => (Traits & trait) != 0;
}

/// <summary>What the look of a line says about it.</summary>
[Flags]
internal enum LineTraits
{
    None = 0,

    /// <summary>Ends as a sentence does, or is long enough to be one.</summary>
    Sentence = 1,

    /// <summary>Ends in a colon, so that what follows belongs to it.</summary>
    Introduces = 2,

    /// <summary>Starts with a bullet or a number.</summary>
    Item = 4,

    /// <summary>Nothing but a link.</summary>
    Link = 8,

    /// <summary>A Markdown heading.</summary>
    MarkedHeading = 16,

    /// <summary>A Markdown block quote.</summary>
    MarkedQuote = 32,

    /// <summary>Says whose picture it is.</summary>
    Credit = 64,

    /// <summary>A date or time of day and little else.</summary>
    Date = 128,

    /// <summary>Names the writer: "By …", "Edited by …".</summary>
    Byline = 256,

    /// <summary>A notice of the page itself: newsletters, sharing, cookies, copyright.</summary>
    Notice = 512,

    /// <summary>Opens a list of other articles or tags: "More to read", "Related".</summary>
    OpensLinks = 1024,

    /// <summary>Ends as an entry of a list of facts does: in a semicolon or a comma.</summary>
    OpenEnded = 2048,
}
