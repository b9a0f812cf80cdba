namespace Counterclaim.Language.Conllu;

/// <summary>Which words are one token on the page with the word before them (UD English 2.16: clitics, "cannot", "gonna").</summary>
internal static class Contractions
{
    private const string Possessive = "POS";

    /// <summary>Whether a word belongs to one multiword token with the word before it.</summary>
    public static bool Joins(Analysis analysis, int word)
    {
        if (word == 0 || analysis.Tokens[word - 1].End != analysis.Tokens[word].Start) return false;
        var before = analysis.Form(word - 1);
        if (!char.IsLetterOrDigit(before[^1])) return analysis.Xpos(word) == Possessive;
        var form = analysis.Form(word);
        if (IsApostrophe(form[0])) return form.Length == 1 ? analysis.Xpos(word) == Possessive : char.IsLetter(form[^1]) && form.Length <= 3;
        // Two runs of letters without a blank between them are words of one token; where a mark parts them they are not.
        return char.IsLetter(form[0]) && char.IsLetter(before[^1]);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or '´' or '‘';
}
