namespace Counterclaim.Training.Evaluation.Texts;

/// <summary>Brings gold and predicted documents together.</summary>
internal static class Predictions
{
    /// <summary>Says aloud when predictions belong to no gold document: most likely the wrong file.</summary>
    public static void WarnOfStrangers(IEnumerable<string> predicted, IEnumerable<string> gold)
    {
        var strangers = predicted.Except(gold).Count();
        if (strangers > 0) Console.Error.WriteLine($"counterclaim: {strangers} predicted documents are not in the gold file and are left out.");
    }
}
