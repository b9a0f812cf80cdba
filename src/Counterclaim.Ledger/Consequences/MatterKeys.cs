using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Words;

namespace Counterclaim.Ledger.Consequences;

/// <summary>Tells which passages speak of one matter.</summary>
/// <remarks>
/// By the claim a passage holds, where it has one that names a place or somebody: the same question and the same answer, as questions tell them. Else by its words, articles left out; words
/// that name nothing ("the town falls") mean the same within one text alone.
/// </remarks>
internal static class MatterKeys
{
    private static readonly HashSet<string> Articles = new(["the", "a", "an", "this", "that", "these", "those"], StringComparer.Ordinal);

    /// <param name="text">What the words mean the same in: a report, or the one it is a copy of.</param>
    public static string Of(ConsequencePassage passage, string text) =>
        passage.Claim is { } claim && MatterOf(claim) is { } matter ? $"{matter}#{PositionKeys.Of(claim)}" : OfWords(passage, text);

    /// <summary>By the words alone: where both ends of a consequence hold one claim, it tells them not apart.</summary>
    public static string OfWords(ConsequencePassage passage, string text)
    {
        var words = string.Join(' ', SearchText.Fold(passage.Exact).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Articles.Contains(w)));
        return passage.HasName ? $"words/{words}" : $"words/{words}@{text}";
    }

    private static string? MatterOf(Claim claim)
    {
        if (Kinds.FamilyOf(claim.Kind) == KindFamily.State) return QuestionBuilder.MatterOfState(claim);
        return claim.Place is { Kind: not "country" } place ? $"{claim.Kind}/{claim.Position}/{place.Key}" : null;
    }
}
