namespace Counterclaim.Reading.Clauses;

/// <summary>Nouns that measure or name time: parsers take "last week" for an object, and "after an hour" for a cause.</summary>
internal static class TimeNouns
{
    private static readonly HashSet<string> Lemmas = new(StringComparer.OrdinalIgnoreCase)
    {
        "second", "minute", "hour", "day", "week", "month", "year", "decade", "morning", "afternoon", "evening", "night", "today", "yesterday",
        "tomorrow", "time", "spring", "summer", "autumn", "winter", "weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    };

    public static bool Has(string lemma) => Lemmas.Contains(lemma);
}
