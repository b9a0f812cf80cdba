namespace Counterclaim.Language.Morphology;

/// <summary>How the lower-cased lemma is made of the lower-cased form.</summary>
/// <param name="Strip">Characters taken off the end; <see cref="WithoutCommas"/> to take the commas out instead ("12,500").</param>
/// <param name="Append">Characters put there instead.</param>
internal readonly record struct LemmaRule(int Strip, string Append)
{
    public const int LongestAppend = 16;
    public const int LongestStrip = 25;
    public const int WithoutCommas = -1;

    /// <summary>Writes the lemma and returns its length, at most that of the source and <see cref="LongestAppend"/> together; never 0 for a form that is not empty.</summary>
    public int Apply(ReadOnlySpan<char> source, Span<char> lemma)
    {
        var length = Strip == WithoutCommas ? CopyWithoutCommas(source, lemma) : Edit(source, lemma);
        if (length > 0) return length;
        source.CopyTo(lemma);
        return source.Length;
    }

    private int Edit(ReadOnlySpan<char> source, Span<char> lemma)
    {
        var kept = Math.Max(0, source.Length - Strip);
        source[..kept].CopyTo(lemma);
        Append.CopyTo(lemma[kept..]);
        return kept + Append.Length;
    }

    private static int CopyWithoutCommas(ReadOnlySpan<char> source, Span<char> lemma)
    {
        var length = 0;
        foreach (var c in source)
            if (c != ',') lemma[length++] = c;
        return length;
    }

    public override string ToString() => (char)('a' + Strip) + Append;

    public static LemmaRule Parse(string line) => new(line[0] - 'a', line[1..]);
}

/// <summary>What becomes of a form's capitals in its lemma.</summary>
internal enum LemmaCase : ushort
{
    Lower,

    /// <summary>As in the form.</summary>
    Kept,

    /// <summary>A capital first letter, the rest small.</summary>
    Title,
}
