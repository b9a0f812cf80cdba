using Counterclaim.Ledger.Corrections;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Corrections in words for people.</summary>
internal static class CorrectionWords
{
    public static string Of(Correction entry) => entry.Action switch
    {
        CorrectionAction.Accept => "accepted",
        CorrectionAction.Reject => "rejected",
        CorrectionAction.Add => "a statement is added",
        CorrectionAction.Undo => FormattableString.Invariant($"takes {entry.Undoes} back"),
        CorrectionAction.Join => $"{entry.Field} and {Plain(entry.NewValue)} are one",
        CorrectionAction.Rename => SafeText.OneLine($"{entry.Field} is now “{Plain(entry.NewValue)}”"),
        CorrectionAction.Merge => $"{entry.Field} and {Plain(entry.NewValue)} are one question",
        CorrectionAction.Part => $"answers {Plain(entry.NewValue)}, not {entry.Field}",
        CorrectionAction.Dismiss => $"{entry.Field} is dismissed",
        CorrectionAction.Split => $"{Plain(entry.NewValue)} is not {entry.Field}",
        _ when entry.Field is "span" or "holder_words" or "cue" or "content" => $"{entry.Field!.Replace('_', ' ')}: other words",
        _ when entry.Field is "link" => entry.NewValue!.Contains("\"relation\":null", StringComparison.Ordinal) ? "link: taken away" : "link: set",
        _ => SafeText.OneLine($"{entry.Field}: {Plain(entry.OldValue)} → {Plain(entry.NewValue)}"),
    };

    private static string Plain(string? json) => json is null ? "none" : json.Trim('"');
}
