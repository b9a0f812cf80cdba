using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>Whether words read as somebody speaking, and as one speaking to another.</summary>
internal static class Dialogue
{
    private static readonly HashSet<string> Partners =
        ["i", "me", "my", "mine", "we", "us", "our", "you", "your", "yours", "thank", "thanks", "yes", "no", "please", "hello", "welcome", "sir", "madam"];

    private const int TokensLookedAt = 400;

    /// <summary>A sentence: begins as one, and holds a verb, a question, or is as short as an answer may be.</summary>
    public static bool IsSpeech(TokenTable table, TextSpan words)
    {
        var text = table.Analysis.Text;
        var trimmed = words.In(text).Trim(" \t\r\n*_\"“”'‘’«»„-–—…");
        if (trimmed.IsEmpty || !(char.IsUpper(trimmed[0]) || trimmed[0] is '[' or '(' || (char.IsDigit(trimmed[0]) && trimmed.Length > 12))) return false;
        var tokens = Window(table, words);
        var verb = false;
        for (var t = tokens.Start; t < tokens.End && !verb; t++)
            verb = table.Analysis.Xpos(t) is "VBD" or "VBZ" or "VBP" or "MD" || t == tokens.Start && table.Analysis.Xpos(t) is "VB" || table.Analysis.Form(t) is "?";
        return verb || tokens.Count <= 5 && words.In(text).TrimEnd()[^1] is '.' or '!' or '…' && !char.IsDigit(trimmed[^1]);
    }

    /// <summary>Whether it speaks of or to those who talk, or asks.</summary>
    public static bool IsAddressed(TokenTable table, TextSpan words)
    {
        var tokens = Window(table, words);
        for (var t = tokens.Start; t < tokens.End; t++)
            if (table.Analysis.Form(t) is "?" || Partners.Contains(table.Analysis.Form(t).ToString().ToLowerInvariant())) return true;
        return false;
    }

    private static TokenRange Window(TokenTable table, TextSpan words)
    {
        var tokens = table.Analysis.TokensIn(words.Length > 8 * TokensLookedAt ? new TextSpan(words.Start, words.Start + 8 * TokensLookedAt) : words);
        return new TokenRange(tokens.Start, Math.Min(tokens.End, tokens.Start + TokensLookedAt));
    }
}
