using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>
/// Statements of a war report, nested ones included: spans by the linked token F1 of <see cref="QuoteScores"/>, and what is
/// known of each statement by accuracy on the pairs.
/// </summary>
internal static class StatementScores
{
    public static void Add(Tally tally, ConflictReport gold, ConflictReport predicted, GoldTokens tokens)
    {
        var goldSets = TokenStatement.Of([.. gold.Statements.Select(s => s.Spans)], tokens);
        var predictedSets = TokenStatement.Of([.. predicted.Statements.Select(s => s.Spans)], tokens);
        var alignment = Alignment.Of(goldSets, predictedSets);
        foreach (var role in QuoteScores.Roles)
        {
            tally.Matches("statement linked token", role.Name(),
                alignment.Pairs.Sum(p => goldSets[p.Gold][role].Shared(predictedSets[p.Predicted][role])),
                predictedSets.Sum(s => s[role].Count), goldSets.Sum(s => s[role].Count));
        }
        tally.Matches("statement found", "", alignment.Pairs.Count, predictedSets.Count, goldSets.Count);

        var pairs = alignment.Pairs.Select(p => (
            Gold: Owner(gold.Statements, goldSets[p.Gold]), Predicted: Owner(predicted.Statements, predictedSets[p.Predicted]))).ToList();
        AddVia(tally, gold, predicted, pairs);
        var named = pairs.Where(p => p.Gold.Actor is not null).ToList();
        tally.Share("actor accuracy", "", named.Count(p => p.Predicted.Actor is { } name && NameLikeness.Match(p.Gold.Actor!, name)), named.Count);
        tally.Share("act accuracy", "", pairs.Count(p => p.Gold.Act == p.Predicted.Act), pairs.Count);
        tally.Share("mode accuracy", "", pairs.Count(p => p.Gold.Mode == p.Predicted.Mode), pairs.Count);
        tally.Share("channel accuracy", "", pairs.Count(p => SameChannel(p.Gold.Channel, p.Predicted.Channel)), pairs.Count);
        tally.Share("negated accuracy", "", pairs.Count(p => p.Gold.NegatedOrHypothetical == p.Predicted.NegatedOrHypothetical), pairs.Count);
        tally.Matches("negated", "", pairs.Count(p => p.Gold.NegatedOrHypothetical && p.Predicted.NegatedOrHypothetical),
            pairs.Count(p => p.Predicted.NegatedOrHypothetical), pairs.Count(p => p.Gold.NegatedOrHypothetical));
    }

    /// <summary>Chains of telling: over all pairs whether the outer statement is the right one or rightly none; and F1 of the links.</summary>
    private static void AddVia(
        Tally tally, ConflictReport gold, ConflictReport predicted, List<(ConflictStatement Gold, ConflictStatement Predicted)> pairs)
    {
        var goldOf = pairs.ToDictionary(p => p.Predicted.Id, p => p.Gold.Id);
        string? Outer(ConflictStatement statement) => statement.Via is { } via ? goldOf.GetValueOrDefault(via, "?") : null;
        tally.Share("via accuracy", "", pairs.Count(p => p.Gold.Via == Outer(p.Predicted)), pairs.Count);
        tally.Matches("via links", "", pairs.Count(p => p.Gold.Via is not null && p.Gold.Via == Outer(p.Predicted)),
            predicted.Statements.Count(s => s.Via is not null), gold.Statements.Count(s => s.Via is not null));
    }

    private static ConflictStatement Owner(IReadOnlyList<ConflictStatement> statements, TokenStatement set) =>
        statements.First(s => ReferenceEquals(s.Spans, set.Source));

    private static bool SameChannel(string? gold, string? predicted) =>
        gold is null || predicted is null ? gold == predicted : NameLikeness.Match(gold, predicted);
}
