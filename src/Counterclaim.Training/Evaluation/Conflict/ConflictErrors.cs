using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>Lists, report by report, what our reading missed, added or told otherwise than the labels.</summary>
internal static class ConflictErrors
{
    /// <summary>The disagreements of one report, statements first.</summary>
    /// <param name="predicted">Only what lies inside the labelled range.</param>
    public static IEnumerable<string> Lines(ConflictReport gold, ConflictReport predicted)
    {
        var tokens = new GoldTokens(gold.Text, countPunctuation: false);
        var excerpts = new Excerpts(gold.Text);
        return Statements(gold, predicted, tokens, excerpts)
            .Concat(Unpaired("own voice", [.. gold.Own.Select(o => excerpts.Of(o.Span))], [.. predicted.Own.Select(o => excerpts.Of(o.Span))],
                SpanPairs.Of([.. gold.Own.Select(o => tokens.In([o.Span]))], [.. predicted.Own.Select(o => tokens.In([o.Span]))])))
            .Concat(Unpaired("consequence", [.. gold.Consequences.Select(Line)], [.. predicted.Consequences.Select(Line)],
                ConsequenceScores.Pairs(gold, predicted, tokens)))
            .Concat(gold.Kinds.Where(g => !predicted.Kinds.Any(p => p.Kind == g.Kind && p.Span.Overlap(g.Span) > 0))
                .Select(g => $"  kind {g.Kind} missed: {excerpts.Of(g.Span)}"));

        string Line(CausalMark mark) => $"{excerpts.Of(mark.Cause)} → {excerpts.Of(mark.Effect)} ({mark.Relation})";
    }

    private static IEnumerable<string> Statements(ConflictReport gold, ConflictReport predicted, GoldTokens tokens, Excerpts excerpts)
    {
        var goldSets = TokenStatement.Of([.. gold.Statements.Select(s => s.Spans)], tokens);
        var predictedSets = TokenStatement.Of([.. predicted.Statements.Select(s => s.Spans)], tokens);
        var alignment = Alignment.Of(goldSets, predictedSets);
        foreach (var missed in goldSets.Where((_, i) => alignment.Pairs.All(p => p.Gold != i)))
            yield return $"  statement missed: {excerpts.Of(missed.Source)}";
        foreach (var added in predictedSets.Where((_, i) => alignment.Pairs.All(p => p.Predicted != i)))
            yield return $"  statement not in gold: {excerpts.Of(added.Source)}";
        foreach (var (g, p) in alignment.Pairs)
        {
            var (wanted, found) = (Owner(gold, goldSets[g]), Owner(predicted, predictedSets[p]));
            var apart = QuoteScores.Roles.Where(r => !goldSets[g][r].SameAs(predictedSets[p][r])).Select(r => r.Name())
                .Concat(Attributes(wanted, found)).ToList();
            if (apart.Count == 0) continue;
            yield return $"  statement differs in {string.Join(", ", apart)}";
            yield return $"    gold  {excerpts.Of(wanted.Spans)}";
            yield return $"    ours  {excerpts.Of(found.Spans)}";
        }
    }

    private static IEnumerable<string> Attributes(ConflictStatement gold, ConflictStatement predicted)
    {
        if (gold.Actor is { } actor && (predicted.Actor is null || !NameLikeness.Match(actor, predicted.Actor)))
            yield return $"actor ({actor} | {predicted.Actor})";
        if (gold.Act != predicted.Act) yield return $"act ({gold.Act} | {predicted.Act})";
        if (gold.Mode != predicted.Mode) yield return $"mode ({gold.Mode} | {predicted.Mode})";
        if (gold.Via is null != predicted.Via is null) yield return gold.Via is null ? "via (none in gold)" : "via (missing)";
        if (gold.Channel != predicted.Channel) yield return $"channel ({gold.Channel} | {predicted.Channel})";
        if (gold.NegatedOrHypothetical != predicted.NegatedOrHypothetical) yield return $"negated ({gold.NegatedOrHypothetical})";
    }

    private static IEnumerable<string> Unpaired(string what, string[] gold, string[] predicted, IReadOnlyList<(int Gold, int Predicted)> pairs) =>
        gold.Where((_, i) => pairs.All(p => p.Gold != i)).Select(line => $"  {what} missed: {line}")
            .Concat(predicted.Where((_, i) => pairs.All(p => p.Predicted != i)).Select(line => $"  {what} not in gold: {line}"));

    private static ConflictStatement Owner(ConflictReport report, TokenStatement set) =>
        report.Statements.First(s => ReferenceEquals(s.Spans, set.Source));
}
