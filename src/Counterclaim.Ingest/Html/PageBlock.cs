using Counterclaim.Model;

namespace Counterclaim.Ingest.Html;

/// <summary>One paragraph of a page as the walker met it, before anything decides whether it belongs to the article.</summary>
internal sealed class PageBlock
{
    public required string Text { get; init; }
    public required BlockTag Tag { get; init; }

    /// <summary>Index of the element that holds it, in <see cref="PageBlocks.Containers"/>.</summary>
    public required int Container { get; init; }

    /// <summary>Code units of <see cref="Text"/> that lie inside links.</summary>
    public required int LinkChars { get; init; }

    public required int Words { get; init; }

    /// <summary>What the element and those around it say of themselves.</summary>
    public required Hints Hints { get; init; }

    /// <summary>Whose post it is; the span of its signature counts from the start of <see cref="Text"/>.</summary>
    public SocialPost? Post { get; init; }

    public bool IsSentence { get; init; }

    /// <summary>Whether it is a heading of the first level.</summary>
    public bool IsMainHeading { get; init; }

    /// <summary>Share of the page's own copy of the article (JSON-LD) that says the same; null where there is none.</summary>
    public double? Known { get; set; }

    public double LinkDensity => (double)LinkChars / Text.Length;

    public bool Is(Hints hint) => (Hints & hint) != 0;
}

/// <summary>The element nearest around a block's text.</summary>
internal enum BlockTag
{
    Paragraph,
    Heading,
    Item,
    Row,
    Preformatted,

    /// <summary>Text directly inside a division, as on pages that know no paragraphs.</summary>
    Loose,
    Post,
}

/// <summary>What names, roles and kinds of elements tell about the text inside.</summary>
[Flags]
internal enum Hints
{
    None = 0,
    Navigation = 1,
    Aside = 2,
    Footer = 4,
    Header = 8,
    Caption = 16,
    Quote = 32,

    /// <summary>Related articles, newsletters, comments, sharing, consent, advertising.</summary>
    Furniture = 64,
    Hidden = 128,
    Byline = 256,

    /// <summary>Named as the article's body by the page.</summary>
    Body = 512,
    Article = 1024,
    List = 2048,
    Summary = 4096,

    /// <summary>Readers' comments and consent dialogs: never the article, however long they are.</summary>
    Foreign = 8192,
}

/// <summary>An element that holds blocks.</summary>
internal struct PageContainer
{
    public int Parent;
    public int Depth;

    /// <summary>Its own, and those of the elements around it.</summary>
    public Hints Hints;

    /// <summary>Its own alone.</summary>
    public Hints Own;
}

/// <summary>A page as a list of blocks in document order and the tree of elements that hold them.</summary>
internal sealed class PageBlocks
{
    public List<PageBlock> Blocks { get; } = [];

    public List<PageContainer> Containers { get; } = [];
}
