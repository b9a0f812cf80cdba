using Counterclaim.Language;

namespace Counterclaim.Reading.Actors;

/// <summary>The words of an analysis as strings, to look up in tables.</summary>
internal static class TokenText
{
    public static string FormOf(this Analysis analysis, int token) => analysis.Form(token).ToString();

    /// <summary>From the first to the last token, as it stands in the text.</summary>
    public static string TextOf(this Analysis analysis, TokenRange range) => analysis.Form(range).ToString();
}
