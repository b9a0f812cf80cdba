using System.Text.RegularExpressions;
using Counterclaim.Model;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>What happened while somebody spoke: "(Applause)", "[crosstalk]", time codes between sentences.</summary>
internal static partial class StageDirections
{
    /// <summary>The pieces of a span that are speech, trimmed, in text order.</summary>
    public static IEnumerable<TextSpan> Without(string text, TextSpan span)
    {
        var from = span.Start;
        if (span.In(text).IndexOfAny('(', '[') >= 0)
            for (var match = Direction().Match(text, span.Start, span.Length); match.Success; match = match.NextMatch())
            {
                if (!StandsBetweenSentences(text, span, match)) continue;
                if (Trim(text, new TextSpan(from, match.Index)) is { IsEmpty: false } before) yield return before;
                from = match.Index + match.Length;
            }
        if (Trim(text, new TextSpan(from, span.End)) is { IsEmpty: false } rest) yield return rest;
    }

    /// <summary>Words in square brackets within a sentence are the editor's help and belong to what is said.</summary>
    private static bool StandsBetweenSentences(string text, TextSpan span, Match match)
    {
        var before = match.Index - 1;
        while (before >= span.Start && char.IsWhiteSpace(text[before])) before--;
        var after = match.Index + match.Length;
        while (after < span.End && char.IsWhiteSpace(text[after])) after++;
        return (before < span.Start || text[before] is '.' or '!' or '?' or '…' or '"' or '”' or '—' or '-') && (after == span.End || !char.IsLower(text[after]));
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '*' or '>')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '*')) end--;
        return new TextSpan(start, end);
    }

    [GeneratedRegex(@"\[[\p{L}\d :.,'’-]{1,40}\][.,]?|\((?:applause|laughter|laughs|laughing|laugh|crosstalk|inaudible|unintelligible|pause|pauses|cheers|cheering|booing|boos|sighs|smiles|nods|coughs|music|silence|interruption|interrupts|off mic|off-mic|in \p{L}{3,20}|through (?:an )?interpreter|\d{1,2}:\d{2}(?::\d{2})?)[.!]?\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Direction();
}
