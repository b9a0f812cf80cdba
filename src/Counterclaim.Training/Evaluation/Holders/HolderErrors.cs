using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Holders;

/// <summary>Lists whose words were given to the wrong actor, for those who look for the cause.</summary>
internal static class HolderErrors
{
    /// <summary>How often each class came to each outcome, then the first <paramref name="count"/> holders that were not right, wrong ones first.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<HolderDocument> gold, IReadOnlyList<IReadOnlyList<HolderVerdict>> verdicts, int count)
    {
        var errors = gold.Zip(verdicts).SelectMany(p => p.Second.Where(v => v.Outcome != HolderOutcome.Right).Select(v => (Document: p.First, Verdict: v))).ToList();
        var lines = errors.GroupBy(e => (e.Verdict.Outcome, e.Verdict.Label.Class)).OrderByDescending(g => g.Count())
            .Select(g => $"  {Words(g.Key.Outcome),-22}{g.Key.Class,-14}{g.Count(),4}").Prepend("Not right:").ToList();
        foreach (var (document, verdict) in errors.OrderBy(e => Severity(e.Verdict.Outcome)).Take(count))
        {
            var excerpts = new Excerpts(document.Text);
            var label = verdict.Label;
            lines.Add("");
            lines.Add($"{Words(verdict.Outcome)}, {label.Class}, in {document.Id} at {(label.Cue ?? label.Content)?.Start}");
            lines.Add($"  [{Text(label.Holder)}] <{Text(label.Cue)}> {Text(label.Content)}");
            lines.Add($"  gold  {(label.IsOpen ? "open" : string.Join(" | ", label.Is.Select(s => excerpts.Of(s))))}");
            lines.Add($"  ours  {verdict.Shown ?? "open"}");

            string Text(PointSpan? span) => span is { } s ? excerpts.Of(s) : "";
        }
        return lines;
    }

    private static int Severity(HolderOutcome outcome) => outcome switch
    {
        HolderOutcome.WronglyResolved => 0,
        HolderOutcome.ShouldBeOpen => 1,
        HolderOutcome.LeftOpen => 2,
        HolderOutcome.HolderMissed => 3,
        _ => 4,
    };

    private static string Words(HolderOutcome outcome) => outcome switch
    {
        HolderOutcome.WronglyResolved => "wrongly resolved",
        HolderOutcome.ShouldBeOpen => "should be open",
        HolderOutcome.LeftOpen => "left open",
        HolderOutcome.HolderMissed => "holder not found",
        _ => "statement not found",
    };
}
