using Counterclaim.Language.Features;

namespace Counterclaim.Language.Morphology;

/// <summary>What the lemma of a word is looked up by. Part of the model format: changing it asks for new tables.</summary>
internal static class LemmaKeys
{
    public const int LongestSuffix = 6;

    private const uint Form = 1, Ending = 2, Governor = 3, GovernorTag = 4, CaseForm = 5, CaseEnding = 6, CaseLength = 7, CaseShape = 8, Next = 9;

    /// <summary>For the edit: the form with its tag, then ever shorter endings, digits alike.</summary>
    public static void Edit(ReadOnlySpan<char> lower, byte tag, ref KeyList keys)
    {
        keys.Add(Hash.Feature(Form, tag, Hash.Of(lower)));
        for (var length = Math.Min(LongestSuffix, lower.Length); length > 0; length--)
            keys.Add(Hash.Feature(Ending, tag, (uint)length, Folded(lower[^length..])));
        keys.Add(Hash.Feature(Ending, tag, 0, Contains(lower)));
    }

    /// <summary>For clitics that stand for several words ("'s", "'d"): what they hang on, what follows ("'s been").</summary>
    public static void Clitic(WordSequence words, int i, ref KeyList keys)
    {
        var head = words.Head[i];
        var (word, tag) = head < 0 ? (0u, 255u) : (words.Word[head], words.Tag[head]);
        var own = (uint)(words.Tag[i] | (int)words.Relation[i] << 8);
        var auxiliaries = head >= 0 && words.Auxiliary[head] > i ? words.Word[words.Auxiliary[head]] : 0;
        keys.Add(Hash.Feature(Governor, words.Word[i], own, word, auxiliaries));
        keys.Add(Hash.Feature(Next, words.Word[i], own, i + 1 < words.Count ? words.Word[i + 1] : 0));
        // "She's shown it" is perfect, "she's shown" mostly passive.
        if (head >= 0 && words.Object[head] >= 0) own |= 1 << 16;
        keys.Add(Hash.Feature(GovernorTag, words.Word[i], own, tag, auxiliaries));
        keys.Add(Hash.Feature(GovernorTag, words.Word[i], own, tag));
    }

    /// <summary>Whether a word's lemma depends on what it hangs on.</summary>
    public static bool IsClitic(ReadOnlySpan<char> lower) => lower.Length is > 0 and <= 3 && lower[0] == '\'';

    /// <summary>For the capitals of the lemma.</summary>
    public static void Case(WordSequence words, int i, ref KeyList keys)
    {
        var lower = words.Lower(i);
        var shape = (uint)words.Shape[i];
        var tag = words.Tag[i] | shape << 8;
        // Capitals say less at the start of a sentence and in a headline.
        var where = words.IsShouted ? 3u : words.IsTitle ? 2u : i == 0 ? 1u : 0u;
        keys.Add(Hash.Feature(CaseForm, tag, words.Word[i]));
        var suffix = Folded(lower.Length > 3 ? lower[^3..] : lower);
        keys.Add(Hash.Feature(CaseEnding, tag, suffix, where));
        keys.Add(Hash.Feature(CaseEnding, tag, suffix));
        keys.Add(Hash.Feature(CaseLength, tag, where, (uint)Math.Min(lower.Length, 8) | Contains(lower) << 8));
        keys.Add(Hash.Feature(CaseShape, tag, where));
        keys.Add(Hash.Feature(CaseShape, tag));
    }

    /// <summary>Hash of characters, all digits alike.</summary>
    private static uint Folded(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[LongestSuffix];
        for (var i = 0; i < text.Length; i++) folded[i] = char.IsAsciiDigit(text[i]) ? '0' : text[i];
        return Hash.Of(folded[..text.Length]);
    }

    /// <summary>Whether a form has digits, commas between thousands, marks of an address.</summary>
    private static uint Contains(ReadOnlySpan<char> lower) =>
        (lower.ContainsAnyInRange('0', '9') ? 1u : 0) | (HasThousands(lower) ? 2u : 0) | (lower.ContainsAny("@/_.") ? 4u : 0);

    /// <summary>Whether a form is a number whose commas all stand before three digits ("1,210,000", not "3,40").</summary>
    public static bool HasThousands(ReadOnlySpan<char> lower)
    {
        var first = lower.IndexOf(',');
        if (first is < 1 or > 3) return false;
        for (var at = first; at < lower.Length && lower[at] == ','; at += 4)
        {
            if (at + 4 > lower.Length || lower.Slice(at + 1, 3).ContainsAnyExceptInRange('0', '9')) return false;
            if (at + 4 < lower.Length && char.IsAsciiDigit(lower[at + 4])) return false;
        }
        return true;
    }
}
