using System.Collections.Frozen;
using Counterclaim.Model;

namespace Counterclaim.Ingest;

/// <summary>Tells English from the rest by its commonest words.</summary>
internal static class LanguageGuess
{
    private const int WordsLookedAt = 400;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Common =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
            "the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "on", "it", "with", "as", "his", "he", "be", "by", "at", "have",
            "are", "this", "not", "but", "had", "from", "they", "which", "or", "we", "an", "their", "has", "were", "will", "would", "been", "who",
            "said", "its", "after", "more", "about", "when", "than", "there", "what", "into", "over", "she", "her", "you", "i", "if")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"en", or null where the article in the text does not look English.</summary>
    public static string? Of(string text, IReadOnlyList<Paragraph> paragraphs)
    {
        int words = 0, common = 0;
        foreach (var paragraph in paragraphs)
        {
            if (words >= WordsLookedAt) break;
            if (paragraph.Kind is not (ParagraphKind.Furniture or ParagraphKind.Social)) Count(paragraph.Span.In(text), ref words, ref common);
        }
        // English prose has four such words in ten; other languages share a few of them by chance, below one in seven.
        return words > 0 && common >= words * 0.2 ? "en" : null;
    }

    private static void Count(ReadOnlySpan<char> text, ref int words, ref int common)
    {
        var start = -1;
        for (var i = 0; i <= text.Length && words < WordsLookedAt; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start < 0) continue;
            words++;
            if (Common.Contains(text[start..i])) common++;
            start = -1;
        }
    }
}
