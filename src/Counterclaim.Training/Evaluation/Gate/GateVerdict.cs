using System.Globalization;

namespace Counterclaim.Training.Evaluation.Gate;

public enum Outcome
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>One measure of the gate, judged.</summary>
/// <param name="Figure">Key of the figure in its score sheet.</param>
/// <param name="Value">Null where it was not measured.</param>
/// <param name="Reason">Why it failed or was skipped, where the figures do not say it.</param>
public sealed record GateVerdict(string Run, string Figure, Outcome Outcome, double Floor, double? Value, string? Reason = null)
{
    /// <param name="value">Null where the examination has no such figure; NaN, where there was nothing to measure, counts as 0.</param>
    public static GateVerdict Judge(string run, string figure, double floor, double? value)
    {
        if (value is not { } measured) return new(run, figure, Outcome.Failed, floor, null, "the examination has no such figure");
        if (double.IsNaN(measured)) measured = 0;
        return new(run, figure, measured < floor - Baseline.Tolerance ? Outcome.Failed : Outcome.Passed, floor, measured);
    }

    public override string ToString()
    {
        var word = Outcome switch { Outcome.Passed => "passed", Outcome.Failed => "FAILED", _ => "skipped" };
        var figures = Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0000} (floor {Floor:0.0000})") : Reason;
        return $"{word}  {Run,-20}  {Figure,-48}  {figures}";
    }
}
