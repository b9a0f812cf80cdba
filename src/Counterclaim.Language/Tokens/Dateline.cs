using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Language.Tokens;

/// <summary>"KYIV, Nov 10 (Agency) —": where and when a report was filed, before its first sentence and no part of it.</summary>
internal static class Dateline
{
    private const int Longest = 14;

    /// <summary>How many of a block's first tokens are its dateline with the dash that ends it; 0 where it has none.</summary>
    /// <remarks>It begins with a place in capitals, or names the agency in parentheses before the dash; a bare "Kyiv —" is taken for text.</remarks>
    public static int Length(string text, ReadOnlySpan<TextSpan> tokens)
    {
        var shouted = tokens.Length > 0 && IsShouted(tokens[0].In(text));
        for (var i = 0; i < tokens.Length && i < Longest; i++)
        {
            var form = tokens[i].In(text);
            if (form is "—" or "–" or "-" or "--" && IsSpaced(tokens, i))
                return i > 0 && (shouted || tokens[i - 1].In(text) is ")") ? i + 1 : 0;
            if (!MayStand(form)) return 0;
        }
        return 0;
    }

    private static bool IsSpaced(ReadOnlySpan<TextSpan> tokens, int dash) =>
        dash > 0 && dash + 1 < tokens.Length && tokens[dash - 1].End < tokens[dash].Start && tokens[dash].End < tokens[dash + 1].Start;

    private static bool IsShouted(ReadOnlySpan<char> form)
    {
        if (form.Length < 3) return false;
        foreach (var c in form)
            if (!char.IsUpper(c) && c is not ('-' or '\'' or '’' or '.')) return false;
        return true;
    }

    private static bool MayStand(ReadOnlySpan<char> form) =>
        form is "," or "." or "(" or ")" or "/" or ":" or "of" or "on" or "the" || char.IsUpper(form[0]) || char.IsDigit(form[0])
        || char.GetUnicodeCategory(form[0]) == UnicodeCategory.TitlecaseLetter;
}
