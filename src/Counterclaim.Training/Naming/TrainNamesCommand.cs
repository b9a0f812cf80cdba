using System.CommandLine;

namespace Counterclaim.Training.Naming;

/// <summary><c>train names</c>: the layers that find names, and have a say in tags, over what models/language.bin reads, written to models/names.bin.</summary>
internal static class TrainNamesCommand
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the first weights, of the order of sentences and of what is left out.", DefaultValueFactory = _ => 1 };
        var licensed = new Option<bool>("--licensed-only") { Description = "Leave out the corpus that states no licence (Worldwide)." };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the news.", DefaultValueFactory = _ => 14 };
        var first = new Option<int>("--first") { Description = "Outputs of each direction of the first layer.", DefaultValueFactory = _ => 176 };
        var second = new Option<int>("--second") { Description = "Outputs of each direction of the second layer.", DefaultValueFactory = _ => 128 };
        var output = new Option<string?>("--output") { Description = "Where to write the model (default: models/names.bin).", HelpName = "FILE" };
        var command = new Command("names", "Train the layers that find names, and have a say in tags, on the corpora under names/ and ud/; needs models/language.bin.") { seed, licensed, epochs, first, second, output };
        command.SetAction(parsed =>
        {
            var run = new NameTrainingRun(DataFolder.From(parsed), parsed.GetValue(licensed), (ulong)parsed.GetValue(seed), Console.Out.WriteLine);
            run.Train(parsed.GetValue(epochs), parsed.GetValue(first), parsed.GetValue(second), parsed.GetValue(output) ?? Path.Combine(RepositoryFolder.Path, "models", "names.bin"));
            return ExitCodes.Done;
        });
        return command;
    }
}
