namespace Counterclaim.Ingest;

/// <summary>Which way of making reports of bytes this is.</summary>
public static class ExtractionVersion
{
    /// <summary>To be raised when the same bytes give another text, other paragraphs or another head than before.</summary>
    public const int Current = 1;
}
