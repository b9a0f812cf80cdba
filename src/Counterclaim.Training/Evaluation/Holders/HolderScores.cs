using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Holders;

/// <summary>Counts what became of the labels of a text.</summary>
internal static class HolderScores
{
    public static Tally Of(IReadOnlyList<HolderVerdict> verdicts)
    {
        var tally = new Tally();
        tally.Share("statement found", "", verdicts.Count(v => v.Outcome != HolderOutcome.StatementMissed), verdicts.Count);
        var found = verdicts.Where(v => v.Outcome != HolderOutcome.StatementMissed).ToList();
        tally.Share("holder found", "", found.Count(v => v.Outcome != HolderOutcome.HolderMissed), found.Count);
        var examined = found.Where(v => v.Outcome != HolderOutcome.HolderMissed).ToList();
        AddResolution(tally, examined);
        Add(tally, "all", examined);
        Add(tally, "named elsewhere", examined.Where(v => v.Label.PointsElsewhere));
        foreach (var byClass in examined.GroupBy(v => v.Label.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
            Add(tally, byClass.Key, byClass);
        tally.Share("end to end", "", verdicts.Count(v => v.RightActor), verdicts.Count);
        return tally;
    }

    /// <summary>Precision over those we gave an actor, recall over those the text tells: a wrong actor costs both, one left open recall only.</summary>
    private static void AddResolution(Tally tally, IReadOnlyList<HolderVerdict> examined)
    {
        var right = examined.Count(v => v.Outcome == HolderOutcome.Right && !v.Label.IsOpen);
        var given = right + examined.Count(v => v.Outcome is HolderOutcome.WronglyResolved or HolderOutcome.ShouldBeOpen);
        tally.Matches("resolved", "", right, given, examined.Count(v => !v.Label.IsOpen));
    }

    private static void Add(Tally tally, string part, IEnumerable<HolderVerdict> verdicts)
    {
        foreach (var verdict in verdicts)
            tally.Share("accuracy", part, verdict.Outcome == HolderOutcome.Right ? 1 : 0, 1);
    }
}
