namespace Counterclaim.Ingest;

internal static class OneLine
{
    /// <summary>The text with every run of white space made one space.</summary>
    public static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text with every run of white space and control characters made one space, and no longer than a line can hold.</summary>
    public static string Of(string text)
    {
        var line = Spaced(text);
        return line.Length <= 300 ? line : line[..299] + "…";
    }
}
