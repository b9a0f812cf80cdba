using Counterclaim.Language;

namespace Counterclaim.Reading.Consequences;

/// <summary>What a candidate is weighed by: its wording, and the words that head its two passages.</summary>
internal static class ConsequenceFeatures
{
    private const int SuffixLength = 4;

    public static IReadOnlyList<string> Of(ConsequenceCandidate candidate, Analysis analysis, MarkerTable table)
    {
        var rule = candidate.Rule;
        var construction = rule[..rule.IndexOf('/', StringComparison.Ordinal)];
        string cause = analysis.Lemma(candidate.CauseHead).ToLowerInvariant(), effect = analysis.Lemma(candidate.EffectHead).ToLowerInvariant();
        string causeTag = analysis.Xpos(candidate.CauseHead), effectTag = analysis.Xpos(candidate.EffectHead);
        return
        [
            "bias",
            "r=" + rule,
            "c=" + construction,
            $"r={rule} cause={cause}",
            $"r={rule} effect={effect}",
            $"c={construction} cause={cause}",
            $"c={construction} effect={effect}",
            "cause=" + cause,
            "effect=" + effect,
            $"r={rule} tags={causeTag},{effectTag}",
            $"r={rule} causetag={causeTag}",
            $"r={rule} effecttag={effectTag}",
            $"c={construction} suffix={Suffix(cause)}",
            $"r={rule} event={table.IsEventNoun(cause)}",
            $"r={rule} size={Size(candidate.Cause)},{Size(candidate.Effect)}",
            $"r={rule} first={(candidate.Cause.Start < candidate.Effect.Start ? "cause" : "effect")}",
            $"r={rule} number={HasNumber(candidate.Cause, analysis)}",
        ];
    }

    private static string Suffix(string word) => word.Length <= SuffixLength ? word : word[^SuffixLength..];

    private static int Size(TokenRange range) => range.Count switch { 1 => 1, 2 => 2, <= 4 => 3, <= 8 => 4, <= 16 => 5, _ => 6 };

    private static bool HasNumber(TokenRange range, Analysis analysis)
    {
        for (var token = range.Start; token < range.End; token++)
            if (analysis.Upos[token] == Upos.Num) return true;
        return false;
    }
}
