using System.Diagnostics.CodeAnalysis;

namespace Counterclaim.Language.Tokens;

/// <summary>A word broken at the end of a line ("mar-⏎ket"), which is one token over all its characters.</summary>
internal static class BrokenWord
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>Blanks that a line may end or begin with inside a word.</summary>
    private const int MostBlanks = 40;

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or SoftHyphen;

    /// <summary>The form of a token: its characters, but for a break at the end of a line.</summary>
    public static ReadOnlySpan<char> Whole(ReadOnlySpan<char> token) => token.IndexOfAny('\n', '\r') >= 0 && TryMend(token, out var whole) ? whole : token;

    /// <summary>Some characters of a text with the break taken out of every broken word among them.</summary>
    public static ReadOnlySpan<char> Whole(string text, int start, int end, ReadOnlySpan<Model.TextSpan> tokens)
    {
        var characters = text.AsSpan(start, end - start);
        if (characters.IndexOfAny('\n', '\r') < 0) return characters;
        var whole = new System.Text.StringBuilder(characters.Length);
        foreach (var token in tokens)
        {
            whole.Append(text, start, token.Start - start).Append(Whole(text.AsSpan(token.Start, token.Length)));
            start = token.End;
        }
        return whole.ToString();
    }

    /// <summary>Where the word goes on whose hyphen stands at a position, the last of its line; −1 where no word goes on in the next line.</summary>
    public static int NextPart(ReadOnlySpan<char> text, int hyphen)
    {
        var (at, lines) = (hyphen + 1, 0);
        for (; at < text.Length && at - hyphen <= MostBlanks; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'))) lines++;
            else if (text[at] is not (' ' or '\t' or '\r')) break;
        }
        return lines == 1 && at < text.Length && char.IsLetter(text[at]) ? at : -1;
    }

    private static bool TryMend(ReadOnlySpan<char> token, [NotNullWhen(true)] out string? whole)
    {
        whole = null;
        for (var i = 1; i < token.Length; i++)
        {
            if (!IsHyphen(token[i]) || NextPart(token, i) is not (var next and > 0)) continue;
            whole = string.Concat(token[..i], token[next..]);
            return true;
        }
        return false;
    }
}
