using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>Lists where gold and prediction stand farthest apart, for those who look for the cause.</summary>
internal static class QuoteErrors
{
    /// <summary>A summary by kind of disagreement, then the <paramref name="count"/> largest with their texts.</summary>
    public static IReadOnlyList<string> Lines(
        IReadOnlyList<QuoteDocument> gold, IReadOnlyDictionary<string, QuoteDocument> predicted, bool countPunctuation, int count)
    {
        var errors = gold.SelectMany(g => Of(g, predicted.GetValueOrDefault(g.Id), countPunctuation)).ToList();
        var lines = errors.GroupBy(e => e.Kind).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"  {g.Key,-58}{g.Count(),6} times{g.Sum(e => e.Tokens),8} tokens").Prepend("Disagreements:").ToList();
        foreach (var error in errors.OrderByDescending(e => e.Tokens).ThenBy(e => e.Document, StringComparer.Ordinal).Take(count))
        {
            lines.Add("");
            lines.Add($"{error.Tokens} tokens, {error.Kind}, in {error.Document}");
            lines.AddRange(error.Text);
        }
        return lines;
    }

    private static IEnumerable<QuoteError> Of(QuoteDocument gold, QuoteDocument? predicted, bool countPunctuation)
    {
        var tokens = new GoldTokens(gold.Text, countPunctuation);
        var excerpts = new Excerpts(gold.Text);
        var kinds = new ErrorKinds(gold.Text, tokens);
        var alignment = Alignment.Of(TokenStatement.Of(gold.Statements, tokens), TokenStatement.Of(predicted?.Statements ?? [], tokens));
        var goldPaired = alignment.Pairs.Select(p => p.Gold).ToHashSet();
        var predictedPaired = alignment.Pairs.Select(p => p.Predicted).ToHashSet();

        foreach (var missed in alignment.Gold.Where((_, i) => !goldPaired.Contains(i)))
            yield return new QuoteError(gold.Id, kinds.Alone("missed", missed, alignment.Predicted), Size(missed), [Line("gold", missed, excerpts)]);
        foreach (var spurious in alignment.Predicted.Where((_, i) => !predictedPaired.Contains(i)))
            yield return new QuoteError(gold.Id, kinds.Alone("not in gold", spurious, alignment.Gold), Size(spurious), [Line("ours", spurious, excerpts)]);
        foreach (var (g, p) in alignment.Pairs)
            foreach (var error in OfPair(gold.Id, alignment.Gold[g], alignment.Predicted[p], excerpts, kinds)) yield return error;
    }

    private static IEnumerable<QuoteError> OfPair(string document, TokenStatement gold, TokenStatement predicted, Excerpts excerpts, ErrorKinds kinds)
    {
        foreach (var role in QuoteScores.Roles)
        {
            if (gold[role].SameAs(predicted[role])) continue;
            yield return new QuoteError(document, Describe(role, gold[role], predicted[role], kinds), Apart(gold[role], predicted[role]),
                [Line("gold", gold, excerpts), Line("ours", predicted, excerpts)]);
        }
    }

    private static string Describe(Role role, TokenSet gold, TokenSet predicted, ErrorKinds kinds)
    {
        var shared = gold.Shared(predicted);
        var how = predicted.IsEmpty ? "left empty"
            : gold.IsEmpty ? "empty in gold"
            : shared == 0 ? "elsewhere"
            : shared == gold.Count ? $"too long {kinds.Beyond(predicted, gold)}"
            : shared == predicted.Count ? $"too short {kinds.Beyond(gold, predicted)}"
            : "overlaps";
        return $"{role.Name()} {how}";
    }

    private static int Size(TokenStatement statement) => QuoteScores.Roles.Sum(r => statement[r].Count);

    private static int Apart(TokenSet a, TokenSet b) => a.Count + b.Count - 2 * a.Shared(b);

    private static string Line(string side, TokenStatement statement, Excerpts excerpts) => $"  {side}  {excerpts.Of(statement.Source)}";

    /// <param name="Tokens">How many tokens the disagreement costs.</param>
    /// <param name="Text">The statements in question, as "[holder] &lt;cue&gt; content".</param>
    private sealed record QuoteError(string Document, string Kind, int Tokens, IReadOnlyList<string> Text);
}
