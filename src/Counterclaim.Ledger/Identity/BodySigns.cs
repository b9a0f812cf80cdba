namespace Counterclaim.Ledger.Identity;

/// <summary>Compares names of bodies word by word.</summary>
internal static class BodySigns
{
    /// <summary>How two names compare, as a sign of the weight table; null where they share nothing.</summary>
    /// <param name="isSetting">Whether a word, by its key, names a place, a country or somebody else in one of the two reports.</param>
    public static string? Of(BodyForm a, BodyForm b, Func<string, bool> isSetting)
    {
        if (a.Type is { } type && b.Type is { } other && type != other) return "other-words";
        if (a.IsAcronym != b.IsAcronym)
        {
            var (acronym, longForm) = a.IsAcronym ? (a, b) : (b, a);
            if (longForm.Words.Length > 1 && acronym.Acronym == longForm.Initials) return "acronym";
        }
        var (few, many) = a.Words.Length <= b.Words.Length ? (a.Words, b.Words) : (b.Words, a.Words);
        Span<bool> taken = stackalloc bool[many.Length];
        int shared = 0, telling = 0;
        foreach (var word in few)
        {
            var at = Find(word, many, taken);
            if (at < 0) continue;
            taken[at] = true;
            shared++;
            if (!word.IsGeneric) telling++;
        }
        if (shared == 0) return null;
        if (shared < few.Length) return telling > 0 ? "other-words" : null;
        if (telling == 0) return IsLeftOut(many, taken, isSetting) ? "generic-form" : "generic-only";
        if (shared < many.Length && !(a.Type is not null && a.Type == b.Type) && IsPlaceOf(few, a.Words == few ? b : a, isSetting)) return "generic-only";
        return shared == many.Length ? "same-words" : IsLeftOut(many, taken, isSetting) ? "short-form" : "part-form";
    }

    /// <summary>Whether the words that only the longer name has say what or where it is, not which ("Tessaly General", "Tessaly General Hospital").</summary>
    private static bool IsLeftOut(NameWord[] many, ReadOnlySpan<bool> taken, Func<string, bool> isSetting)
    {
        for (var i = 0; i < many.Length; i++)
            if (!taken[i] && !many[i].IsGeneric && !isSetting(many[i].Key)) return false;
        return true;
    }

    /// <summary>A country or a town is no short form of its ministry, army or union.</summary>
    private static bool IsPlaceOf(NameWord[] few, BodyForm body, Func<string, bool> isSetting)
    {
        if (few.Length == 1 && body.Type is not (null or "unit" or "media" or "party" or "bank" or "government")) return true;
        if (body.Type is "media" or "government") return false;
        foreach (var word in few)
            if (word.IsGeneric || !isSetting(word.Key)) return false;
        return true;
    }

    private static int Find(NameWord word, NameWord[] among, ReadOnlySpan<bool> taken)
    {
        for (var i = 0; i < among.Length; i++)
            if (!taken[i] && Same(word, among[i])) return i;
        return -1;
    }

    private static bool Same(NameWord a, NameWord b) =>
        a.Key == b.Key || (a.IsGeneric == b.IsGeneric && !a.IsGeneric && char.IsUpper(a.Text[0]) && char.IsUpper(b.Text[0])
            && (IsOfOneCountry(a.Key, b.Key) || PersonForm.OneLetterApart(a.Key, b.Key)));

    private const int ShortestStem = 4;
    private const int LongestEnding = 4;

    /// <summary>"Velmar" and "Velmari", "Kestria" and "Kestrian": a name and what is of it.</summary>
    public static bool IsOfOneCountry(string a, string b)
    {
        if (a == b) return true;
        var shared = a.AsSpan().CommonPrefixLength(b);
        return shared >= ShortestStem && a.Length - shared <= LongestEnding && b.Length - shared <= LongestEnding && Math.Min(a.Length, b.Length) - shared <= 2;
    }
}
