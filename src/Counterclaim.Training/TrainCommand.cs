using System.CommandLine;

namespace Counterclaim.Training;

/// <summary><c>train</c>: every subcommand makes the weights of one step from the data folder, with a fixed seed.</summary>
internal static class TrainCommand
{
    /// <remarks>A trainer is a folder beside this file with a static <c>Create()</c> that returns its command.</remarks>
    public static Command Create() => new("train", "Train the models of one step and write them to the models folder.")
    {
        Consequences.TrainConsequencesCommand.Create(),
        Statements.TrainStatementsCommand.Create(),
        Language.SentenceTraining.Create(),
        Neural.LanguageTraining.Create(),
        Naming.TrainNamesCommand.Create(),
        Morphology.MorphologyTraining.Create(),
        Stories.BackgroundWordsTraining.Create(),
    };
}
