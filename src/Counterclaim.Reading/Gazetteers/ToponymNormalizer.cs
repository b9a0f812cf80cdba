namespace Counterclaim.Reading.Gazetteers;

/// <summary>Brings spellings of a name together: case, diacritics, apostrophes, periods, hyphens and runs of white space.</summary>
/// <remarks>The compiler of the gazetteer and its runtime share this; changing it means compiling the gazetteer again.</remarks>
public static class ToponymNormalizer
{
    /// <summary>Longest normalised name; a longer text is never a toponym.</summary>
    public const int MaxLength = 80;

    // Base letters of U+00C0–U+024F and U+1E00–U+1EFF; '?' where a letter stays itself.
    private const string LatinExtended =
        "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll" +
        "lllnnnnnn?nnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "?b????o??dd???eae?f????ikk?????ooo?????????????uu??yy???????????" +
        "?????????????aaiioouuuuuuuuuueaaaa????ggkkoooo??j???gg??nnaa????" +
        "aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????" +
        "????u???????????";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwy?s????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

    /// <summary>Writes the normalised form and returns its length; 0 for a name that is empty or too long.</summary>
    /// <param name="destination">At least <see cref="MaxLength"/> long.</param>
    public static int Normalize(ReadOnlySpan<char> name, Span<char> destination)
    {
        var length = 0;
        var gap = false;
        foreach (var character in name)
        {
            var c = character < 0x80 ? FoldAscii(character) : Fold(character);
            if (c == '\0') continue;
            if (c == ' ')
            {
                gap = length > 0;
                continue;
            }
            if (length + 3 > MaxLength) return 0;
            if (gap) destination[length++] = ' ';
            gap = false;
            if (Digraph(c) is { } pair)
            {
                destination[length++] = pair[0];
                destination[length++] = pair[1];
            }
            else
            {
                destination[length++] = c;
            }
        }
        return length;
    }

    /// <summary>The normalised form as a string; empty for a name that is empty or too long.</summary>
    public static string Normalize(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return new string(buffer[..Normalize(name, buffer)]);
    }

    /// <summary>64-bit FNV-1a of a normalised name, stirred so that its high bits can choose a bucket.</summary>
    internal static ulong Hash(ReadOnlySpan<char> normalized)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in normalized) hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 29);
    }

    private static char FoldAscii(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '\'' or '.' or '"' or '`' => '\0',
        '-' or '/' or '_' or <= ' ' => ' ',
        _ => c,
    };

    private static char Fold(char c)
    {
        if (c is >= '\u00C0' and <= '\u024F') return OrLower(LatinExtended[c - 0x00C0], c);
        if (c is >= '\u1E00' and <= '\u1EFF') return OrLower(LatinAdditional[c - 0x1E00], c);
        return c switch
        {
            >= '\u0300' and <= '\u036F' => '\0', // combining marks
            '\u2018' or '\u2019' or '\u201B' or '\u201D' or '\u2032' or '\u2033' or '\u00B4' => '\0',
            >= '\u02B0' and <= '\u02FF' => '\0', // modifier letters that stand for apostrophes
            >= '\u2010' and <= '\u2015' or '\u00A0' or '\u202F' or '\u2009' => ' ',
            '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u00AD' or '\uFEFF' => '\0',
            _ => char.ToLowerInvariant(c),
        };
    }

    private static char OrLower(char folded, char original) =>
        folded == '?' ? char.ToLowerInvariant(original) : folded;

    private static string? Digraph(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ð' => "dh",
        _ => null,
    };
}
