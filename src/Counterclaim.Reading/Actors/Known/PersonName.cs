using Counterclaim.Model.Names;

namespace Counterclaim.Reading.Actors.Known;

internal enum NameMatch
{
    /// <summary>The surname, or a short form of one word.</summary>
    OneWord,

    /// <summary>Given name and surname, as far as the text writes them.</summary>
    Full,
}

/// <summary>One name of a listed person, as the sound keys of its words.</summary>
internal sealed record PersonName(KnownActor Person, string[] Keys)
{
    /// <summary>The keys of a name's words; an Arabic article is none ("al-Burhan").</summary>
    public static string[] KeysOf(string name)
    {
        var words = name.Split([' ', '-', '"'], StringSplitOptions.RemoveEmptyEntries);
        var keys = new List<string>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && words[i] is "al" or "el" or "Al" or "El" or "as" or "ash" or "ad" or "an" or "ar") continue;
            if (words[i] is "Jr." or "Jr") continue;
            var key = NameKey.Sound(words[i]);
            if (key.Length > 0) keys.Add(key);
        }
        return [.. keys];
    }

    /// <summary>How the keys of a mention's words fit this name; null where they do not.</summary>
    public NameMatch? Match(string[] mention)
    {
        if (mention.Length == 0 || mention[^1] != Keys[^1]) return null;
        if (mention.Length == 1) return NameMatch.OneWord;
        if (Keys.Length == 1) return null;
        var (few, many) = mention.Length <= Keys.Length ? (mention, Keys) : (Keys, mention);
        return IsSameGivenName(few[0], many[0]) && AreInOrder(few.AsSpan(1), many.AsSpan(1)) || many.AsSpan().EndsWith(few) ? NameMatch.Full : null;
    }

    private static bool AreInOrder(ReadOnlySpan<string> few, ReadOnlySpan<string> many)
    {
        var at = 0;
        foreach (var key in many)
            if (at < few.Length && IsSameGivenName(few[at], key)) at++;
        return at == few.Length;
    }

    private static bool IsSameGivenName(string a, string b) =>
        a == b || a.Length == 1 && b[0] == a[0] || b.Length == 1 && a[0] == b[0]
        || a[0] == b[0] && NameKey.Skeleton(a) is { Length: > 1 } skeleton && skeleton == NameKey.Skeleton(b);
}
