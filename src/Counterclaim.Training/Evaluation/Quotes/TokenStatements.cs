using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>A statement as sets of tokens.</summary>
public sealed record TokenStatement(QuoteStatement Source, TokenSet Holder, TokenSet Cue, TokenSet Content)
{
    public TokenSet this[Role role] => role switch
    {
        Role.Holder => Holder,
        Role.Cue => Cue,
        _ => Content,
    };

    public bool SameAs(TokenStatement other) =>
        Holder.SameAs(other.Holder) && Cue.SameAs(other.Cue) && Content.SameAs(other.Content);

    /// <summary>The statements that hold at least one token.</summary>
    public static IReadOnlyList<TokenStatement> Of(IReadOnlyList<QuoteStatement> statements, GoldTokens tokens) =>
        [.. statements
            .Select(s => new TokenStatement(s, tokens.In(s.Holder), tokens.In(s.Cue), tokens.In(s.Content)))
            .Where(s => !s.Holder.IsEmpty || !s.Cue.IsEmpty || !s.Content.IsEmpty)];
}

/// <summary>Gold and predicted statements of one text, paired one to one.</summary>
/// <param name="Pairs">Indexes into the two lists.</param>
public sealed record Alignment(
    IReadOnlyList<TokenStatement> Gold, IReadOnlyList<TokenStatement> Predicted, IReadOnlyList<(int Gold, int Predicted)> Pairs)
{
    private const double CueBonus = 0.3;
    private const double HolderBonus = 0.1;

    /// <summary>Pairs greedily by the Dice coefficient of the content tokens, with a bonus for a shared cue and a smaller one for a shared holder.</summary>
    public static Alignment Of(IReadOnlyList<TokenStatement> gold, IReadOnlyList<TokenStatement> predicted)
    {
        var candidates = new List<(double Score, int Nearness, int Gold, int Predicted)>();
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < predicted.Count; j++)
            {
                if (Score(gold[i], predicted[j]) is { } score) candidates.Add((score, -Math.Abs(i - j), i, j));
            }
        }
        candidates.Sort((a, b) => b.CompareTo(a));

        var pairs = new List<(int, int)>();
        var goldUsed = new bool[gold.Count];
        var predictedUsed = new bool[predicted.Count];
        foreach (var (_, _, i, j) in candidates)
        {
            if (goldUsed[i] || predictedUsed[j]) continue;
            goldUsed[i] = predictedUsed[j] = true;
            pairs.Add((i, j));
        }
        return new Alignment(gold, predicted, pairs);
    }

    private static double? Score(TokenStatement gold, TokenStatement predicted)
    {
        var content = gold.Content.Shared(predicted.Content);
        var cue = gold.Cue.Touches(predicted.Cue);
        var holder = gold.Holder.Touches(predicted.Holder);
        if (content == 0 && !cue && !holder) return null;
        var dice = content == 0 ? 0 : 2.0 * content / (gold.Content.Count + predicted.Content.Count);
        return dice + (cue ? CueBonus : 0) + (holder ? HolderBonus : 0);
    }
}
