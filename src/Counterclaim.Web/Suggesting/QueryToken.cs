namespace Counterclaim.Web.Suggesting;

/// <summary>The term of a query that somebody is typing.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units; a minus sign before it is not part of it.</param>
/// <param name="End">Where what is replaced ends: the end of the word that the caret stands in.</param>
/// <param name="Field">Before the colon; "" where there is none yet.</param>
/// <param name="Before">Values of the field that are complete: "control," of "kind:control,ro".</param>
/// <param name="Value">What was typed of the word or value, quotation marks left out.</param>
internal sealed record QueryToken(int Start, int End, string Field, string Before, string Value)
{
    /// <param name="caret">Where the caret stands, 0 to the length.</param>
    public static QueryToken At(string query, int caret)
    {
        caret = Math.Clamp(caret, 0, query.Length);
        var (start, isQuoted) = (0, false);
        for (var i = 0; i < caret; i++)
        {
            if (IsQuote(query[i])) isQuoted = !isQuoted;
            else if (!isQuoted && char.IsWhiteSpace(query[i])) start = i + 1;
        }
        var end = caret;
        for (; end < query.Length && (isQuoted ? !IsQuote(query[end]) : !char.IsWhiteSpace(query[end])); end++)
        {
        }
        if (isQuoted && end < query.Length) end++;
        if (start < caret && query[start] == '-') start++;
        var typed = query[Math.Min(start, caret)..caret];
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !typed[..colon].All(char.IsAsciiLetter)) return new QueryToken(start, end, "", "", Bare(typed));
        var values = typed[(colon + 1)..];
        var last = LastComma(values) + 1;
        return new QueryToken(start, end, typed[..colon].ToLowerInvariant(), values[..last], Bare(values[last..]));
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”';

    private static string Bare(string value) => new([.. value.Where(c => !IsQuote(c))]);

    private static int LastComma(string values)
    {
        var (last, isQuoted) = (-1, false);
        for (var i = 0; i < values.Length; i++)
        {
            if (IsQuote(values[i])) isQuoted = !isQuoted;
            else if (!isQuoted && values[i] == ',') last = i;
        }
        return last;
    }
}
