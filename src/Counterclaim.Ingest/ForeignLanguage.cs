using Counterclaim.Model;

namespace Counterclaim.Ingest;

/// <summary>Says when a report is not in English, which everything after ingest takes it to be.</summary>
public static class ForeignLanguage
{
    /// <summary>
    /// One line for people; null for a report in English, or one whose language is open. The words of the text decide, for pages of
    /// every language carry the language mark of the template they were made with; the page's own mark decides where the words do not.
    /// </summary>
    public static string? Warning(Report report)
    {
        var language = LanguageGuess.Of(report.Text, report.Paragraphs) ?? report.Language;
        if (language is null || language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase)) return null;
        return $"seems to be in {LanguageGuess.NameOf(language)}; it is read as if it were English, and little of its reading will hold";
    }
}
