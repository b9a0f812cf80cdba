using System.CommandLine;

namespace Counterclaim.Training.Evaluation;

/// <summary><c>evaluate</c>: the field's metrics on gold data, and the gate that keeps them from falling.</summary>
internal static class EvaluateCommand
{
    public static Command Create() => new("evaluate", "Score a step of the pipeline, or a file of predictions, against gold data.");
}
