using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>All attribution metrics of one text. The letters are those of the reference scorer.</summary>
public static class QuoteScores
{
    public const string Token = "A token";
    public const string Linked = "B linked token";
    public const string Exact = "C exact";

    internal static readonly Role[] Roles = [Role.Holder, Role.Cue, Role.Content];

    /// <param name="predicted">Null where nothing was predicted for the text.</param>
    public static (Tally Tally, Calibration Calibration) Of(QuoteDocument gold, QuoteDocument? predicted, bool countPunctuation)
    {
        var tokens = new GoldTokens(gold.Text, countPunctuation);
        var alignment = Alignment.Of(
            TokenStatement.Of(gold.Statements, tokens), TokenStatement.Of(predicted?.Statements ?? [], tokens));
        var tally = new Tally();
        AddTokens(tally, alignment);
        if (!gold.Unlinked) AddLinked(tally, alignment);
        SpanMetrics.Add(tally, alignment, tokens);
        var calibration = Calibration.Of(alignment);
        if (gold.Unlinked) return (tally, calibration);
        ParetiMetrics.Add(tally, alignment);
        CitronMetrics.Add(tally, alignment);
        GenderGapTrackerMetrics.Add(tally, alignment, gold.Text);
        AddByType(tally, alignment);
        SpeakerMetrics.Add(tally, alignment);
        return (tally, calibration);
    }

    /// <summary>The name of a role in the files and in print.</summary>
    internal static string Name(this Role role) => role switch
    {
        Role.Holder => "holder",
        Role.Cue => "cue",
        _ => "content",
    };

    /// <summary>Tokens that carry a role in any statement, whichever they belong to.</summary>
    private static void AddTokens(Tally tally, Alignment alignment)
    {
        foreach (var role in Roles)
        {
            var gold = TokenSet.Union(alignment.Gold.Select(s => s[role]));
            var predicted = TokenSet.Union(alignment.Predicted.Select(s => s[role]));
            tally.Matches(Token, role.Name(), gold.Shared(predicted), predicted.Count, gold.Count);
        }
    }

    /// <summary>Linked: tokens count only inside the paired statement. Exact: the whole role, or the whole statement, is the same.</summary>
    private static void AddLinked(Tally tally, Alignment alignment)
    {
        var (gold, predicted, pairs) = alignment;
        foreach (var role in Roles)
        {
            tally.Matches(Linked, role.Name(), pairs.Sum(p => gold[p.Gold][role].Shared(predicted[p.Predicted][role])),
                predicted.Sum(s => s[role].Count), gold.Sum(s => s[role].Count));
        }
        foreach (var role in Roles)
        {
            var same = pairs.Count(p => !gold[p.Gold][role].IsEmpty && gold[p.Gold][role].SameAs(predicted[p.Predicted][role]));
            tally.Matches(Exact, role.Name(), same, predicted.Count(s => !s[role].IsEmpty), gold.Count(s => !s[role].IsEmpty));
        }
        tally.Matches(Exact, "ALL", pairs.Count(p => gold[p.Gold].SameAs(predicted[p.Predicted])), predicted.Count, gold.Count);
    }

    /// <summary>How much of the content, and whose holder, is found by kind of quotation.</summary>
    private static void AddByType(Tally tally, Alignment alignment)
    {
        var found = alignment.Pairs.ToDictionary(p => p.Gold, p => alignment.Predicted[p.Predicted]);
        foreach (var (i, gold) in alignment.Gold.Index())
        {
            if (gold.Source.Type is not { } type) continue;
            var predicted = found.GetValueOrDefault(i);
            tally.Share($"type {type}", "content recall", predicted?.Content.Shared(gold.Content) ?? 0, gold.Content.Count);
            var holderFound = predicted is not null && gold.Holder.Touches(predicted.Holder);
            tally.Share($"type {type}", "holder overlap", holderFound ? 1 : 0, gold.Holder.IsEmpty ? 0 : 1);
        }
    }
}
