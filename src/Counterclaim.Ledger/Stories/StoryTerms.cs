using System.Globalization;
using System.Text;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;
using Counterclaim.Model.Names;

namespace Counterclaim.Ledger.Stories;

/// <summary>Something that a report tells of: a word, an actor of the ledger, a place, the matter of a claim.</summary>
/// <param name="Hash">Equal for the same term in every report; 48 bits.</param>
/// <param name="Shown">For people; null for what is shown by other terms already.</param>
/// <param name="Weight">How much the report makes of it, before it is known how rare it is.</param>
/// <param name="Background">Share of all reporting, of whatever time, that has it; 0 to 1.</param>
internal readonly record struct StoryTerm(long Hash, string? Shown, double Weight, double Background);

/// <summary>What a report tells of, as stories are told apart by it.</summary>
internal static class StoryTerms
{
    /// <summary>Words of a report that are looked at: the happening is told first, the background last.</summary>
    private const int MostWords = 350;
    private const int LeadWords = 60;
    private const double TitleWeight = 3;
    private const double LeadWeight = 1.5;
    private const double ActorWeight = 1.2;
    private const double PlaceWeight = 1.2;
    private const double MatterWeight = 1.5;
    private const int MostMatters = 24;
    private const int ShortestWord = 3;

    /// <param name="actors">The ledger's actors by their ids in the reading; those known by a description alone left out.</param>
    public static List<StoryTerm> Of(Model.Reading reading, IReadOnlyDictionary<string, long> actors, IEnumerable<Claim> claims)
    {
        var counts = new Dictionary<string, (double Count, string? Shown, double Background)>(StringComparer.Ordinal);
        AddWords(reading.Report, (word, shown, weight) => Add("w:" + word, shown, weight, BackgroundWords.ShareOf(word)));
        foreach (var actor in reading.Actors)
            if (actors.TryGetValue(actor.Id, out var id)) Add(string.Create(CultureInfo.InvariantCulture, $"a:{id}"), actor.Name, ActorWeight * Math.Min(4, actor.Mentions.Count), 0);
        foreach (var place in reading.Places)
            if (place.Kind != "country") Add("p:" + ClaimProjection.PlaceOf(place, reading.Report.Text).Key, place.Name, PlaceWeight, 0);
        foreach (var key in claims.SelectMany(ComparisonKeys.Of).Take(MostMatters)) Add("k:" + key, null, MatterWeight, 0);
        return [.. counts.Select(c => new StoryTerm(HashOf(c.Key), c.Value.Shown, 1 + Math.Log(Math.Max(1, c.Value.Count)), c.Value.Background))];

        void Add(string term, string? shown, double weight, double background)
        {
            var (count, known, _) = counts.GetValueOrDefault(term);
            counts[term] = (count + weight, known ?? shown, background);
        }
    }

    /// <summary>The words of a report that are looked at, as terms spell them, without repeats.</summary>
    internal static IReadOnlySet<string> WordsOf(Report report)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        AddWords(report, (word, _, _) => words.Add(word));
        return words;
    }

    private static void AddWords(Report report, Action<string, string, double> add)
    {
        if (report.Title is { } title) EachWord(title, int.MaxValue, (word, shown) => add(word, shown, TitleWeight));
        var left = MostWords;
        foreach (var paragraph in report.Paragraphs)
        {
            if (left <= 0) return;
            if (paragraph.Kind is ParagraphKind.Furniture or ParagraphKind.Title) continue;
            left -= EachWord(paragraph.Span.In(report.Text), left, (word, shown) => add(word, shown, MostWords - left < LeadWords ? LeadWeight : 1));
        }
    }

    private static int EachWord(ReadOnlySpan<char> text, int most, Action<string, string> add)
    {
        const int LongestWord = 40;
        var words = 0;
        for (var at = 0; at < text.Length && words < most; at++)
        {
            if (!char.IsLetterOrDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            words++;
            if (at - start is < ShortestWord or > LongestWord) continue;
            var shown = text[start..at].ToString();
            add(Stem(Ascii.IsValid(shown) ? shown.ToLowerInvariant() : NameKey.Plain(shown)), shown);
        }
        return words;
    }

    /// <summary>Without the ending of a plural (Harman 1991, "s-stemmer").</summary>
    internal static string Stem(string word) => word switch
    {
        [.. var stem, 'i', 'e', 's'] when stem.Length > 1 && stem[^1] is not ('e' or 'a') => stem + "y",
        [.. var stem, 'e', 's'] when stem.Length > 2 && stem[^1] is not ('a' or 'e' or 'o') => stem + "e",
        [.. var stem, 's'] when stem.Length > 2 && stem[^1] is not ('u' or 's') => stem,
        _ => word,
    };

    internal static long HashOf(string term)
    {
        var hash = ReportWords.HashOf(term);
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return (long)(hash >> 16) | 1; // never 0, which counts the reports
    }
}
